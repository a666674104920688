import { foundUnits, unitEntry, unitOfSubject, unitSubject } from "../board/unit-search.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { SearchEntry } from "../search/questions.ts";
import type { SearchSource } from "../search/rebuild.ts";
import type { Tx } from "../storage/database.ts";
import { admissionHref, fixedPage, pageFields } from "./fields.ts";
import { livePageById } from "./pages.queries.ts";

/** What the public reads of a page or an admission, as search knows it. */
export async function pageEntry(tx: Tx, id: Id): Promise<SearchEntry> {
  const page = await livePageById(tx, id);
  if (!page?.liveAt) throw new Error(`Page ${id} is not public`);
  const { title = "", lead = "", programme = "" } = page.content;
  const words = pageFields(page.kind).map(({ key }) => (key === "title" || key === "lead" ? "" : page.content[key]));
  return {
    kind: "page",
    id,
    path: page.kind === "text" ? (fixedPage(page.slug)?.path ?? "/") : admissionHref(page.slug),
    title,
    summary: lead || programme,
    body: [...words, ...page.files.map((file) => file.title)].filter(Boolean).join("\n\n"),
    day: dayOf(page.liveAt),
    category: page.kind === "text" ? "Giới thiệu" : "Tuyển sinh",
    unit: page.unitName,
  };
}

/** Every page and admission with an approved text, and every unit, for making the index anew. */
export const PAGES: SearchSource = {
  kind: "page",
  async ids(tx) {
    const live = await tx.selectFrom("page").select("id").where("live_version", "is not", null).orderBy("id").execute();
    return [...live.map(({ id }) => id), ...(await foundUnits(tx)).map(unitSubject)];
  },
  async entry(tx, id) {
    const unit = unitOfSubject(id);
    if (unit === null) return pageEntry(tx, id);
    const entry = await unitEntry(tx, unit);
    if (!entry) throw new Error(`Unit ${unit} is not public`);
    return entry;
  },
};
