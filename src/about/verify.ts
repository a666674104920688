import { canonicalJson, sha256 } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { PAGE_MOVES } from "./page-moves.ts";
import { CONFIRM } from "./upkeep.ts";

export interface AboutFinding {
  readonly pages: number;
  /** The first row that does not hold, and why. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/**
 * Reads every page against its own steps: each version has its hash, each step stands in the log for that hash and is
 * one of the road, they follow one another, and what the public reads was approved.
 */
export async function verifyAbout(db: Db): Promise<AboutFinding> {
  const pages = await db.selectFrom("page").selectAll().orderBy("id").execute();
  const versions = await db.selectFrom("page_version").selectAll().execute();
  const moves = await db.selectFrom("page_move").selectAll().orderBy("number").execute();
  const log = await db.selectFrom("evidence").selectAll().where("act", "like", "page.%").execute();
  const logged = new Map(log.map((row) => [row.seq, row]));
  const bad = (id: string, why: string) => ({ pages: pages.length, bad: { row: `page ${id}`, why } });

  for (const { page_id, version, content, files, hash } of versions) {
    const found = sha256(canonicalJson({ content: JSON.parse(content), files: JSON.parse(files) }));
    if (found !== hash) return bad(page_id, `bản ${version} không khớp mã băm`);
  }
  for (const page of pages) {
    const own = moves.filter(({ page_id }) => page_id === page.id);
    let state = "NONE";
    for (const move of own) {
      const row = logged.get(move.seq);
      const isLogged =
        row?.act === `page.${move.act}` &&
        row.subject === `page:${page.id}` &&
        row.person === move.person_id &&
        row.hat === move.hat &&
        row.at === move.at &&
        (JSON.parse(row.content) as { hash: string }).hash === move.hash;
      if (!isLogged) return bad(page.id, `bước ${move.act} không có trong nhật ký`);
      const isOnRoad =
        move.from_state === state &&
        (move.act === "save" ||
          (move.act === CONFIRM && move.from_state === "LIVE" && move.to_state === "LIVE") ||
          PAGE_MOVES.some(({ act, from, to }) => act === move.act && from === move.from_state && to === move.to_state));
      if (!isOnRoad) return bad(page.id, `bước ${move.act} không nối với bước trước`);
      const text = versions.find(({ page_id, version }) => page_id === page.id && version === move.version);
      if (text?.hash !== move.hash) return bad(page.id, `bước ${move.act} là cho một nội dung khác`);
      state = move.to_state;
    }
    const approved = own.findLast(({ act }) => act === "approve");
    if (page.state !== state || page.live_version !== (approved?.version ?? null))
      return bad(page.id, "trạng thái không khớp các bước");
  }
  return { pages: pages.length, bad: null };
}
