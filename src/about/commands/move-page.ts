import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { indexEntry } from "../../search/questions.ts";
import { tellOfPage } from "../notify.ts";
import { movePage as judge, type PageAct, type PageState } from "../page-moves.ts";
import { type Page, pageById } from "../pages.queries.ts";
import { clauseOf, contentRefusals, pageUnknown } from "../rules.ts";
import { pageEntry } from "../search-source.ts";
import { keepMove } from "../store.ts";

export interface MovePage {
  readonly id: Id;
  readonly act: PageAct;
  readonly reason: string;
  /** The version that was looked at: nobody approves what he has not seen. */
  readonly version: number;
}

export interface MovedPage {
  readonly page: Page;
  readonly act: PageAct;
  readonly to: PageState;
  readonly reason: string | null;
}

/** A step on the road of a page: sent, approved by the head, approved and public, or returned. */
export const movePage: Command<MovePage, Page | null, MovedPage> = {
  name: "page.move",
  load: ({ tx }, { id }) => pageById(tx, id),
  decide(page, { act, reason: typed, version }, by) {
    if (!page) return refused([pageUnknown()]);
    if (page.version !== version) return refused([{ code: "pageNotThere", clause: "Đ15.k2" }]);
    const reason = normalizeLine(typed);
    const answer = judge(page, act, reason, by);
    if (!answer.ok) return answer;
    const missing = act === "return" ? [] : contentRefusals(page.kind, page.content);
    if (missing.length > 0) return refused(missing);
    return done({ page, act, to: answer.value, reason: reason || null });
  },
  evidence: ({ page, act, to, reason }) => ({
    act: `page.${act}`,
    subject: `page:${page.id}`,
    clause: clauseOf(page.kind),
    reason,
    content: { title: page.content.title, version: page.version, hash: page.hash, state: to },
  }),
  async write(moment, { page, act, to, reason }, _, seq) {
    const { tx, by, at } = moment;
    const { id, version, hash, state } = page;
    await keepMove(tx, { page: id, act, from: state, to, version, hash, by, at, reason, seq });
    const isLive = to === "LIVE";
    await tx
      .updateTable("page")
      .set({ state: to, ...(isLive ? { live_version: version, live_at: at } : {}) })
      .where("id", "=", id)
      .execute();
    const told = await tellOfPage(moment, page, act, to, reason);
    if (!isLive) return told;
    const known = await tx.selectFrom("page_file").select("hash").where("page_id", "=", id).execute();
    const fresh = page.files.filter((file) => known.every((one) => one.hash !== file.hash));
    if (fresh.length > 0) {
      await tx
        .insertInto("page_file")
        .values(fresh.map((file) => ({ page_id: id, hash: file.hash })))
        .execute();
    }
    await indexEntry(tx, await pageEntry(tx, id));
    return [{ kind: "pages", tags: ["about"] }, ...told];
  },
};
