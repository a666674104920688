import type { Command } from "../../act.ts";
import { type Day, dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { type Page, pageById } from "../pages.queries.ts";
import { clauseOf, confirmPageRefusals, pageUnknown } from "../rules.ts";
import { keepMove } from "../store.ts";
import { CONFIRM, reviewAfter } from "../upkeep.ts";

export interface ConfirmPage {
  readonly id: Id;
  /** The version that was looked at. */
  readonly version: number;
}

export interface ConfirmedPage {
  readonly page: Page;
  readonly reviewOn: Day;
}

/** "Vẫn đúng": the owner looked at what the public reads and it still holds; it is looked at again in a year. */
export const confirmPage: Command<ConfirmPage, Page | null, ConfirmedPage> = {
  name: "page.confirm",
  load: ({ tx }, { id }) => pageById(tx, id),
  decide(page, { version }, by, at) {
    if (!page) return refused([pageUnknown()]);
    const refusals = confirmPageRefusals(page, version, by);
    return refusals.length > 0 ? refused(refusals) : done({ page, reviewOn: reviewAfter(dayOf(at)) });
  },
  evidence: ({ page: { id, kind, content, version, hash }, reviewOn }) => ({
    act: "page.confirm",
    subject: `page:${id}`,
    clause: clauseOf(kind),
    content: { title: content.title, version, hash, reviewOn },
  }),
  async write({ tx, by, at }, { page: { id, version, hash } }, _, seq) {
    await keepMove(tx, { page: id, act: CONFIRM, from: "LIVE", to: "LIVE", version, hash, by, at, reason: null, seq });
    return [{ kind: "pages", tags: ["about"] }];
  },
};
