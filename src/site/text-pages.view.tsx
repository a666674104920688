import { CLAUSES, QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { DescriptionList } from "../ui/data.tsx";
import { formatDate } from "../ui/format.ts";
import type { SiteFrame } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";

const home = { label: "Trang chủ", href: "/" };

/** Thông tin giao dịch của Cổng: address, telephone, official e-mail (Đ14.k4). */
export function ContactPage({ frame }: { readonly frame: SiteFrame }) {
  const { address, phone, email, responsible } = frame.footer;
  return (
    <SiteLayout
      frame={frame}
      title="Liên hệ"
      path="/lien-he"
      description={`Địa chỉ, điện thoại, thư điện tử chính thức của ${frame.siteName}.`}
      breadcrumbs={[home, { label: "Liên hệ" }]}
    >
      <h1>Liên hệ</h1>
      <DescriptionList
        items={[
          { term: "Địa chỉ", value: address },
          { term: "Điện thoại", value: phone && <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a> },
          { term: "Thư điện tử chính thức", value: email && <a href={`mailto:${email}`}>{email}</a> },
          { term: "Chịu trách nhiệm nội dung", value: responsible },
        ].filter(({ value }) => value)}
      />
      <div class="prose">
        <p>
          Địa chỉ chính thức duy nhất của Cổng là <strong>{frame.canonicalHost}</strong>. {frame.shortName} không thừa
          nhận và không chịu trách nhiệm về nội dung tại tên miền, địa chỉ khác (Điều 2 của{" "}
          <a href="/quy-che">Quy chế</a>).
        </p>
      </div>
    </SiteLayout>
  );
}

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

export interface UnitView {
  readonly name: string;
  readonly duties: string;
}

/** Giới thiệu: what the institution is, under whom, and its units with their duties (Đ14.k1). */
export function AboutPage({ frame, units }: { readonly frame: SiteFrame; readonly units: readonly UnitView[] }) {
  return (
    <SiteLayout
      frame={frame}
      title="Giới thiệu"
      path="/gioi-thieu"
      description={`Chức năng, nhiệm vụ và các đơn vị của ${frame.shortName}.`}
      breadcrumbs={[home, { label: "Giới thiệu" }]}
    >
      <h1>Giới thiệu</h1>
      <div class="prose">
        <p>
          {frame.siteName} là điểm truy cập chính thức của {frame.shortName}, trực thuộc {frame.superiorBody}.
        </p>
        <h2>Các phòng, tổ chức trực thuộc</h2>
        {units.map(({ name, duties }) => (
          <section key={name}>
            <h3>{name}</h3>
            {duties && <p>{duties}</p>}
          </section>
        ))}
        <h2>Liên hệ</h2>
        <p>
          Địa chỉ, điện thoại và thư điện tử chính thức ở trang <a href="/lien-he">Liên hệ</a>.
        </p>
      </div>
    </SiteLayout>
  );
}
