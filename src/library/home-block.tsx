import { PartHead } from "../site/home.view.tsx";
import type { HomeBlockSource } from "../site/home-block.ts";
import { formatDate } from "../ui/format.ts";
import { DOCUMENT_KINDS } from "./document.ts";
import { LIBRARY_PATHS, LIBRARY_TAG } from "./paths.ts";

const SHOWN = 4;

/** On the home page: the documents issued last (REQ-082). */
export const DOCUMENTS_BLOCK: HomeBlockSource = {
  key: "documents",
  tags: [LIBRARY_TAG],
  async block({ db }) {
    const rows = await db
      .selectFrom("document")
      .select(["slug", "kind", "number_symbol", "abstract", "issued_on"])
      .where("state", "=", "PUBLIC")
      .orderBy("issued_on", "desc")
      .orderBy("id")
      .limit(SHOWN)
      .$narrowType<{ slug: string }>()
      .execute();
    if (rows.length === 0) return null;
    return (
      <section class="home-part" aria-labelledby="khoi-van-ban">
        <PartHead id="khoi-van-ban" name="Văn bản mới" href={LIBRARY_PATHS.site} more="Tất cả văn bản" />
        <ul class="home-lines">
          {rows.map(({ slug, kind, number_symbol, abstract, issued_on }) => (
            <li key={slug}>
              <a href={LIBRARY_PATHS.document(slug)}>{abstract}</a>
              <span class="home-line-facts">
                {DOCUMENT_KINDS[kind as keyof typeof DOCUMENT_KINDS]} {number_symbol}
                {issued_on && `, ngày ${formatDate(issued_on)}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    );
  },
};
