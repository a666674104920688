import type { By } from "../../src/act.ts";
import { publishDue } from "../../src/clocks/publish-due.ts";
import { addSeconds } from "../../src/kernel/clock.ts";
import type { Id } from "../../src/kernel/ids.ts";
import { createArticle } from "../../src/newsroom/commands/create-article.ts";
import { type MoveRequest, moveEdition } from "../../src/newsroom/commands/move-edition.ts";
import { saveEdition } from "../../src/newsroom/commands/save-edition.ts";
import type { ArticleContent } from "../../src/newsroom/content.ts";
import { type LoadedEdition, loadEdition } from "../../src/newsroom/editions.queries.ts";
import type { Portal } from "../../src/portal.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS } from "../../src/regulation/checklists.ts";
import type { Hat } from "../../src/regulation/hats.ts";
import type { State } from "../../src/regulation/states.ts";
import type { SampleCentre } from "../../src/sample/centre.ts";
import type { Engine } from "../../src/storage/database.ts";
import { by, type StoryName } from "../people.ts";
import { type FixedClock, fixedClock, openTestPortal, TEST_NOW } from "./portals.ts";

export const ALL_POINTS: readonly string[] = [...APPRAISAL_POINTS, ...APPROVAL_POINTS].map(({ id }) => id);

/** What an article needs to be sent, with a sentence of its own. */
export const fullText = (content: ArticleContent, sentence: string): ArticleContent => ({
  ...content,
  title: "Khai giảng lớp bổ túc trung học",
  lead: sentence,
  body: {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: `Sáng nay, học viên đến lớp. ${sentence}` }] }],
  },
});

type Step = Omit<MoveRequest, "edition" | "hash"> & { hash?: string };

/** A newsroom of its own, with its people. */
export async function openNewsroom(engine: Engine) {
  const clock = fixedClock(TEST_NOW);
  const { portal, centre, close } = await openTestPortal(engine, { clock });
  return { ...newsroomOf({ portal, centre, clock }), close };
}

interface House {
  readonly portal: Portal;
  readonly centre: SampleCentre;
  readonly clock: FixedClock;
}

/** The road of an article in short words, in a portal that is open already. Every step takes a minute. */
export function newsroomOf({ portal, centre, clock }: House) {
  const who = (name: StoryName, hat?: Hat): By => by(centre, name, hat);
  const load = async (edition: Id): Promise<LoadedEdition> => (await loadEdition(portal.db, edition))!;

  /** One step, tried: answers what the portal answers. */
  async function attempt(edition: Id, person: By, step: Step) {
    clock.advance(60);
    const hash = step.hash ?? (await load(edition)).facts.hash;
    return portal.act(person, moveEdition, { edition, ...step, hash });
  }

  /** One step that must succeed; answers the edition to go on with. */
  async function move(edition: Id, person: By, step: Step): Promise<Id> {
    const answer = await attempt(edition, person, step);
    if (!answer.ok) throw new Error(`${step.act}: ${JSON.stringify(answer.error)}`);
    return answer.value.result;
  }

  async function save(edition: Id, person: By, sentence: string) {
    clock.advance(60);
    const { content, facts } = await load(edition);
    const input = { edition, baseVersion: facts.version, content: fullText(content, sentence) };
    return portal.act(person, saveEdition, input);
  }

  /** A new article of Mai's, complete, still a draft. */
  async function write(sentence = "Lớp có 40 học viên."): Promise<Id> {
    clock.advance(60);
    const made = await portal.act(who("Mai"), createArticle, {
      unit: centre.units["dao-tao"]!,
      category: centre.categories["hoat-dong-chuyen-mon"]!,
      isRepublished: false,
    });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const saved = await save(made.value.edition, who("Mai"), sentence);
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    return made.value.edition;
  }

  const checked = ALL_POINTS;
  const reason = "Cần xem lại số liệu";
  const lan = who("Lan", "SECRETARY");
  const chief = who("Minh", "CHIEF");
  const road: Readonly<Record<State, () => Promise<Id>>> = {
    DRAFT: () => write(),
    WITHDRAWN: async () => move(await write(), who("Mai"), { act: "withdraw" }),
    AWAITING_HEAD: async () => move(await write(), who("Mai"), { act: "sendToHead" }),
    SUBMITTED: async () =>
      move(await road.AWAITING_HEAD(), who("Hoa"), { act: "approveInUnit", addressee: "SECRETARY" }),
    UNDER_REVIEW: async () => move(await road.SUBMITTED(), lan, { act: "claim" }),
    RETURNED: async () => move(await road.UNDER_REVIEW(), lan, { act: "sendBack", reason }),
    AWAITING_FINAL: async () => move(await road.UNDER_REVIEW(), lan, { act: "forward", checked }),
    CANCELLED: async () => move(await road.AWAITING_FINAL(), chief, { act: "cancel", reason }),
    APPROVED: async () => move(await road.AWAITING_FINAL(), chief, { act: "approve", checked }),
    SCHEDULED: async () => {
      const edition = await road.APPROVED();
      return move(edition, lan, { act: "schedule", publishAt: addSeconds(clock.now(), 3600) });
    },
    PUBLISHED: async () => move(await road.APPROVED(), lan, { act: "publish" }),
    SUPERSEDED: async () => {
      const old = await road.PUBLISHED();
      const next = await move(old, lan, { act: "proposeCorrection", note: "Sửa lại số học viên" });
      await save(next, lan, "Lớp có 45 học viên.");
      await move(next, lan, { act: "forward", checked });
      await move(next, chief, { act: "approve", checked });
      await move(next, lan, { act: "publish" });
      return old;
    },
    TAKEN_DOWN: async () => {
      const edition = await road.PUBLISHED();
      await move(edition, chief, { act: "decideTakedown", reason, note: "outdated" });
      return move(edition, lan, { act: "executeTakedown" });
    },
  };

  return {
    portal,
    centre,
    clock,
    who,
    load,
    attempt,
    move,
    save,
    write,
    publishDue: () => publishDue(portal),
    /** An article brought to a state by lawful steps; answers its edition there. */
    bringTo: (state: State) => road[state](),
  };
}

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;
