import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ALL_POINTS, fullText, type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import type { By } from "../act.ts";
import { verifyChain } from "../evidence/verify.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal, Result } from "../kernel/result.ts";
import { createPortal, type Portal } from "../portal.ts";
import type { State } from "../regulation/states.ts";
import { type MoveRequest, moveEdition } from "./commands/move-edition.ts";
import { saveEdition } from "./commands/save-edition.ts";
import { verifyNewsroom } from "./verify.ts";

type Step = Omit<MoveRequest, "edition" | "hash">;
type Answer = Result<unknown, Refusal[]>;

/** Two acts of which the first leaves nothing to do for the second. */
interface Race {
  readonly name: string;
  readonly from: State;
  readonly runners: (room: Newsroom) => readonly (readonly [By, Step])[];
}

const checked = ALL_POINTS;
const reason = "Cần xem lại số liệu";

const RACES: readonly Race[] = [
  {
    name: "Đ15.k2.b3, REQ-104: two approve one edition: the first decision wins",
    from: "AWAITING_FINAL",
    runners: ({ who }) => [
      [who("Minh", "CHIEF"), { act: "approve", checked }],
      [who("Thúy"), { act: "approve", checked }],
    ],
  },
  {
    name: "Đ15.k2.b4: one approves, one cancels",
    from: "AWAITING_FINAL",
    runners: ({ who }) => [
      [who("Minh", "CHIEF"), { act: "cancel", reason }],
      [who("Thúy"), { act: "approve", checked }],
    ],
  },
  {
    name: "Đ15.k2.b4.g1: the secretary posts twice with one finger",
    from: "APPROVED",
    runners: ({ who }) => [
      [who("Lan", "SECRETARY"), { act: "publish" }],
      [who("Lan", "SECRETARY"), { act: "publish" }],
    ],
  },
  {
    name: "Đ15.k2.b2: the secretary and the deputy claim one article",
    from: "SUBMITTED",
    runners: ({ who }) => [
      [who("Lan", "SECRETARY"), { act: "claim" }],
      [who("Hưng"), { act: "claim" }],
    ],
  },
  {
    name: "Đ15.k2.b1: the author withdraws what is being claimed",
    from: "SUBMITTED",
    runners: ({ who }) => [
      [who("Mai"), { act: "withdraw" }],
      [who("Lan", "SECRETARY"), { act: "claim" }],
    ],
  },
];

eachEngine("at the same moment", (engine) => {
  let room: Newsroom;
  /** A second process on the same data; on SQLite one process writes. */
  let other: Portal;

  beforeAll(async () => {
    room = await openNewsroom(engine);
    other = engine === "postgres" ? await createPortal(room.portal.config, room.clock) : room.portal;
  }, 90_000);
  afterAll(async () => {
    if (other !== room.portal) await other.close();
    await room.close();
  });

  const movesOf = (edition: Id) =>
    room.portal.db.selectFrom("edition_move").select("act").where("edition_id", "=", edition).execute();

  const places = engine === "postgres" ? ["one portal", "two portals on one database"] : ["one portal"];
  describe.each(places)("%s", (place) => {
    const second = () => (place === "one portal" ? room.portal : other);

    test.each(RACES.map((race) => [race.name, race] as const))("%s", async (_, { from, runners }) => {
      for (let round = 0; round < 4; round += 1) {
        const edition = await room.bringTo(from);
        const { hash } = (await room.load(edition)).facts;
        const before = await movesOf(edition);
        room.clock.advance(60);
        const both = runners(room);
        const order = round % 2 === 0 ? both : [...both].reverse();
        const answers: Answer[] = await Promise.all(
          order.map(([by, step], index) =>
            (index === 0 ? room.portal : second()).act(by, moveEdition, { edition, hash, ...step }),
          ),
        );
        const lost = answers.filter(({ ok }) => !ok);
        expect(lost).toHaveLength(1);
        expect(lost[0]).toMatchObject({ error: [{ code: "notAtThisStep" }] });
        const after = await movesOf(edition);
        expect(after.length).toBe(before.length + 1);
        const winner = order[answers.findIndex(({ ok }) => ok)]!;
        expect(after.map(({ act }) => act)).toContain(winner[1].act);
      }
    });

    test("REQ-061: two save one draft: one is kept, the other is told, and neither's words are overwritten", async () => {
      const edition = await room.bringTo("DRAFT");
      const { content, facts } = await room.load(edition);
      const save = (portal: Portal, by: By, sentence: string) =>
        portal.act(by, saveEdition, { edition, baseVersion: facts.version, content: fullText(content, sentence) });
      const sentences = ["Câu của người viết.", "Câu của trưởng phòng."] as const;
      const answers: Answer[] = await Promise.all([
        save(room.portal, room.who("Mai"), sentences[0]),
        save(second(), room.who("Hoa"), sentences[1]),
      ]);
      const lost = answers.filter(({ ok }) => !ok);
      expect(lost).toHaveLength(1);
      expect(lost[0]).toMatchObject({ error: [{ code: "textChanged" }] });
      const now = await room.load(edition);
      expect(now.facts.version).toBe(facts.version + 1);
      expect(now.content.lead).toBe(sentences[answers.findIndex(({ ok }) => ok)]);
    });

    test("Đ15.k2.b3: a text saved while it is sent on is either sent or refused, never swapped", async () => {
      for (let round = 0; round < 4; round += 1) {
        const edition = await room.bringTo("UNDER_REVIEW");
        const { content, facts } = await room.load(edition);
        const lan = room.who("Lan", "SECRETARY");
        room.clock.advance(60);
        const input = { edition, baseVersion: facts.version, content: fullText(content, `Câu mới ${round}.`) };
        const acts = [
          () => second().act(lan, saveEdition, input),
          () => room.portal.act(lan, moveEdition, { edition, hash: facts.hash, act: "forward", checked }),
        ] as const;
        const answers = await Promise.all(round % 2 === 0 ? [acts[0](), acts[1]()] : [acts[1](), acts[0]()]);
        expect(answers.filter(({ ok }: Answer) => ok)).toHaveLength(1);
        const now = (await room.load(edition)).facts;
        if (now.state === "AWAITING_FINAL") expect(now.hash).toBe(facts.hash);
        else expect(now).toMatchObject({ state: "UNDER_REVIEW", version: facts.version + 1 });
      }
    });
  });

  test("twenty people begin articles at once: each has his row of the log, and the chain holds", async () => {
    const { rows } = await verifyChain(room.portal.db);
    const made = await Promise.all(Array.from({ length: 20 }, (_, index) => room.write(`Câu số ${index}.`)));
    expect(new Set(made).size).toBe(20);
    expect(await verifyChain(room.portal.db)).toMatchObject({ bad: null, rows: rows + 40 });
  });

  test("everything that was won stands up to verification", async () => {
    expect(await verifyChain(room.portal.db)).toMatchObject({ bad: null });
    expect(await verifyNewsroom(room.portal.db)).toMatchObject({ bad: null });
  });
});
