import { CLAUSES, QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { formatDate } from "../ui/format.ts";
import type { SiteFrame } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";

const home = { label: "Trang chủ", href: "/" };

/** The regulation that the portal works by, in full (REQ-001). */
export function RegulationPage({ frame, document }: { readonly frame: SiteFrame; readonly document: string | null }) {
  const articles = CLAUSES.filter(({ id }) => /^Đ\d+$/.test(id));
  return (
    <SiteLayout
      frame={frame}
      title="Quy chế hoạt động"
      path="/quy-che"
      description={`${QUY_CHE_27.title}, ban hành kèm theo Quyết định số ${QUY_CHE_27.number}.`}
      breadcrumbs={[home, { label: "Quy chế hoạt động" }]}
    >
      <h1>Quy chế hoạt động Cổng thông tin điện tử</h1>
      <div class="prose">
        <p>
          Ban hành kèm theo Quyết định số {QUY_CHE_27.number} ngày {formatDate(`${QUY_CHE_27.issuedOn}T00:00:00Z`)} của{" "}
          {QUY_CHE_27.issuer}. Người ký: {QUY_CHE_27.signer}. Có hiệu lực từ ngày ký.
          {document && (
            <>
              {" "}
              Tệp và hiệu lực: <a href={document}>Quyết định số {QUY_CHE_27.number}</a>.
            </>
          )}
        </p>
        {articles.map((article) => (
          <section key={article.id}>
            <h2>
              {article.id.replace("Đ", "Điều ")}. {article.text}
            </h2>
            {CLAUSES.filter(({ id }) => id.startsWith(`${article.id}.`)).map((clause) => (
              <p key={clause.id} id={clause.id.toLowerCase()}>
                {marker(clause.id)}
                {clause.text}
              </p>
            ))}
          </section>
        ))}
      </div>
    </SiteLayout>
  );
}

function marker(id: string): string {
  const part = id.split(".").at(-1) ?? "";
  if (/^k\d/.test(part)) return `${part.slice(1)}. `;
  if (/^b\d/.test(part)) return `Bước ${part.slice(1)}: `;
  if (/^g\d/.test(part)) return "– ";
  return /^[a-zđ]$/.test(part) ? `${part}) ` : "";
}
