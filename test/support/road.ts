import type { By } from "../../src/act.ts";
import { createArticle } from "../../src/newsroom/commands/create-article.ts";
import { type MoveRequest, moveEdition } from "../../src/newsroom/commands/move-edition.ts";
import { saveEdition } from "../../src/newsroom/commands/save-edition.ts";
import type { ArticleContent } from "../../src/newsroom/content.ts";
import { loadEdition } from "../../src/newsroom/editions.queries.ts";
import type { Portal } from "../../src/portal.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS } from "../../src/regulation/checklists.ts";
import type { Hat } from "../../src/regulation/hats.ts";
import type { SampleCentre } from "../../src/sample/centre.ts";

export const ALL_POINTS = [...APPRAISAL_POINTS, ...APPROVAL_POINTS].map(({ id }) => id);

/** Where along the road an article is to be left. */
export type Stop =
  | "DRAFT"
  | "AWAITING_HEAD"
  | "SUBMITTED"
  | "UNDER_REVIEW"
  | "AWAITING_FINAL"
  | "APPROVED"
  | "PUBLISHED";

/** An article of the training unit on its way, and the hands that move it. */
export interface Traveller {
  edition: string;
  by(username: string, hat: Hat): By;
  /** A step with the text as it is now; throws when the rules refuse. */
  move(username: string, hat: Hat, input: Omit<MoveRequest, "edition" | "hash">): Promise<void>;
  save(username: string, hat: Hat, change: Partial<ArticleContent>): Promise<void>;
}

/** Writes an article and carries it as far as `stop`, each step by whom the regulation names. */
export async function travel(portal: Portal, centre: SampleCentre, stop: Stop): Promise<Traveller> {
  const by = (username: string, hat: Hat): By => ({ person: centre.people[username]!.id, hat });
  const made = await portal.act(by("ctv.dao-tao", "CONTRIBUTOR"), createArticle, {
    unit: centre.units["dao-tao"]!,
    category: Object.values(centre.categories)[0]!,
    isRepublished: false,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const traveller: Traveller = {
    edition: made.value.edition,
    by,
    async move(username, hat, input) {
      const { facts } = (await loadEdition(portal.db, traveller.edition))!;
      const answer = await portal.act(by(username, hat), moveEdition, {
        edition: traveller.edition,
        hash: facts.hash,
        ...input,
      });
      if (!answer.ok) throw new Error(`${input.act}: ${JSON.stringify(answer.error)}`);
      traveller.edition = answer.value.result;
    },
    async save(username, hat, change) {
      const { facts, content } = (await loadEdition(portal.db, traveller.edition))!;
      const answer = await portal.act(by(username, hat), saveEdition, {
        edition: traveller.edition,
        baseVersion: facts.version,
        content: { ...content, ...change },
      });
      if (!answer.ok) throw new Error(`save: ${JSON.stringify(answer.error)}`);
    },
  };
  await traveller.save("ctv.dao-tao", "CONTRIBUTOR", {
    title: "Khai giảng lớp bổ túc trung học",
    lead: "Sáng nay, Trung tâm khai giảng lớp bổ túc trung học.",
    body: {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "Sáng nay, học viên đã đến lớp đông đủ." }] }],
    },
  });
  const steps: readonly [Stop, string, Hat, Omit<MoveRequest, "edition" | "hash">][] = [
    ["AWAITING_HEAD", "ctv.dao-tao", "CONTRIBUTOR", { act: "sendToHead" }],
    ["SUBMITTED", "truong.dao-tao", "MEMBER", { act: "approveInUnit", addressee: "SECRETARY" }],
    ["UNDER_REVIEW", "thuky", "SECRETARY", { act: "claim" }],
    ["AWAITING_FINAL", "thuky", "SECRETARY", { act: "forward", checked: ALL_POINTS }],
    ["APPROVED", "giamdoc", "CHIEF", { act: "approve", checked: ALL_POINTS }],
    ["PUBLISHED", "thuky", "SECRETARY", { act: "publish" }],
  ];
  const last = steps.findIndex(([state]) => state === stop);
  for (const [, username, hat, input] of steps.slice(0, last + 1)) await traveller.move(username, hat, input);
  return traveller;
}
