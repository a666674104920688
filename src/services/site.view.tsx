import { DownloadLinks } from "../lists/downloads.view.tsx";
import { AttachmentList, type AttachmentView } from "../site/attachment-list.view.tsx";
import { type SiteFrame, standingIn } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { PrintLayout } from "../site/print.view.tsx";
import { DescriptionList, Table } from "../ui/data.tsx";
import { Icon } from "../ui/icon.tsx";
import { Tag } from "../ui/status.tsx";
import { LEVEL_CODES, SERVICE_LEVELS } from "./levels.ts";
import { PROCEDURES, SERVICES } from "./paths.ts";

const home = { label: "Trang chủ", href: "/" };

/** A way to narrow a list: a link, so that it works without script. */
export interface Choice {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

function Choices({ label, items }: { readonly label: string; readonly items: readonly Choice[] }) {
  return (
    <nav class="choices" aria-label={label}>
      <span class="choices-label" aria-hidden="true">
        {label}:
      </span>
      <ul class="choices-list">
        {items.map(({ href, label: word, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "true" : undefined}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Expired({ since }: { readonly since: string | null }) {
  if (since === null) return null;
  return (
    <>
      {" "}
      <Tag icon="cancelled" tone="stop">
        {`Hết hiệu lực từ ${since}`}
      </Tag>
    </>
  );
}

export interface ProcedureRow {
  readonly href: string;
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly days: string;
  readonly expired: string | null;
}

export interface ProcedureListView {
  readonly rows: readonly ProcedureRow[];
  readonly csvHref: string;
  readonly fields: readonly Choice[];
}

/** Thủ tục hành chính: the whole list, by field (Đ14.k5.g1). */
export function ProceduresPage({ frame, view }: { readonly frame: SiteFrame; readonly view: ProcedureListView }) {
  return (
    <SiteLayout
      frame={standingIn(frame, PROCEDURES)}
      title="Thủ tục hành chính"
      path={PROCEDURES}
      description={`Các thủ tục do ${frame.shortName} giải quyết: hồ sơ, thời hạn, nơi nộp, biểu mẫu.`}
      breadcrumbs={[home, { label: "Thủ tục hành chính" }]}
    >
      <div class="section-head">
        <h1>Thủ tục hành chính</h1>
        <p class="section-lead">
          Các thủ tục do {frame.shortName} giải quyết. Mỗi thủ tục ghi rõ hồ sơ, thời hạn, nơi nộp và biểu mẫu tải về.
          Cổng này không nhận hồ sơ; nộp trực tuyến, mời xem <a href={SERVICES}>Dịch vụ công</a>.
        </p>
      </div>
      {view.fields.length > 2 && <Choices label="Lĩnh vực" items={view.fields} />}
      <Table
        caption={`${view.rows.length} thủ tục`}
        columns={[
          {
            key: "name",
            label: "Tên thủ tục",
            cell: ({ href, name, expired }: ProcedureRow) => (
              <>
                <a href={href}>{name}</a>
                <Expired since={expired} />
              </>
            ),
          },
          { key: "code", label: "Mã", cell: ({ code }) => code },
          { key: "field", label: "Lĩnh vực", cell: ({ field }) => field },
          { key: "days", label: "Thời hạn", cell: ({ days }) => days },
        ]}
        rows={view.rows}
        rowKey={({ href }) => href}
        empty={<p class="nothing">Chưa có thủ tục nào trong danh mục này.</p>}
      />
      {view.rows.length > 0 && (
        <p class="section-facts">
          <DownloadLinks href={view.csvHref} what="danh sách thủ tục" />
        </p>
      )}
    </SiteLayout>
  );
}

export interface ProcedureView {
  readonly path: string;
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly steps: readonly string[];
  readonly dossier: readonly string[];
  readonly copies: string;
  readonly days: string;
  readonly fee: string;
  readonly place: string;
  readonly responsible: string;
  readonly result: string;
  readonly legalBasis: readonly string[];
  /** Address of the text in our own library, where it is there. */
  readonly documents: readonly { readonly number: string; readonly href: string | null }[];
  readonly forms: readonly AttachmentView[];
  readonly services: readonly {
    readonly name: string;
    readonly level: string;
    readonly link: string;
    readonly host: string;
  }[];
  readonly unit: string;
  readonly confirmedOn: string;
  readonly expired: string | null;
  readonly expiredReason: string;
}

export interface ProcedurePageProps {
  readonly frame: SiteFrame;
  readonly view: ProcedureView;
  readonly jsonLd: object;
  readonly forPrint: boolean;
}

/** One procedure with everything REQ-096 asks for, on the screen or on paper. */
export function ProcedurePage({ frame, view, jsonLd, forPrint }: ProcedurePageProps) {
  if (forPrint) {
    return (
      <PrintLayout frame={frame} title={view.name} path={view.path} reference={view.code}>
        <Procedure view={view} />
      </PrintLayout>
    );
  }
  return (
    <SiteLayout
      frame={standingIn(frame, PROCEDURES)}
      title={view.name}
      path={view.path}
      description={`${view.name}: hồ sơ, thời hạn ${view.days}, nơi nộp và biểu mẫu.`}
      breadcrumbs={[home, { label: "Thủ tục hành chính", href: PROCEDURES }, { label: view.name }]}
      jsonLd={jsonLd}
    >
      <Procedure view={view} />
      <ul class="tool-list">
        <li>
          <a href={`${view.path}?in=1`}>
            <Icon name="print" />
            Bản in
          </a>
        </li>
      </ul>
    </SiteLayout>
  );
}

function Procedure({ view }: { readonly view: ProcedureView }) {
  return (
    <article class="record">
      <h1>{view.name}</h1>
      {view.expired !== null && (
        <p class="record-over">
          <Tag icon="cancelled" tone="stop">
            {`Hết hiệu lực từ ${view.expired}`}
          </Tag>{" "}
          {view.expiredReason}
        </p>
      )}
      <DescriptionList
        items={[
          { term: "Thời hạn giải quyết", value: <strong>{view.days}</strong> },
          { term: "Phí, lệ phí", value: view.fee },
          { term: "Nơi nộp và nhận kết quả", value: view.place },
          { term: "Phụ trách", value: view.responsible },
          { term: "Kết quả", value: view.result },
          { term: "Mã thủ tục", value: view.code },
          { term: "Lĩnh vực", value: view.field },
        ].filter(({ value }) => value)}
      />
      <div class="prose">
        <h2>Thành phần hồ sơ</h2>
        <ul>
          {view.dossier.map((paper) => (
            <li key={paper}>{paper}</li>
          ))}
        </ul>
        {view.copies && <p>Số lượng: {view.copies} bộ.</p>}
        <h2>Trình tự thực hiện</h2>
        <ol>
          {view.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <AttachmentList title="Biểu mẫu tải về" files={view.forms} />
      <div class="prose">
        {view.services.length > 0 && (
          <>
            <h2>Nộp trực tuyến</h2>
            <ul>
              {view.services.map(({ name, level, link, host }) => (
                <li key={name}>
                  {name} (mức độ: {level})
                  {link && (
                    <>
                      : <a href={link}>mở tại {host}</a>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {(view.legalBasis.length > 0 || view.documents.length > 0) && <h2>Căn cứ pháp lý</h2>}
        {view.legalBasis.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {view.documents.length > 0 && (
          <ul>
            {view.documents.map(({ number, href }) => (
              <li key={number}>Văn bản số {href ? <a href={href}>{number}</a> : number}</li>
            ))}
          </ul>
        )}
        <p class="record-owner">
          Nội dung do {view.unit} phụ trách, xác nhận gần nhất ngày {view.confirmedOn}.
        </p>
      </div>
    </article>
  );
}

export interface ServiceRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly field: string;
  readonly level: string;
  readonly procedureHref: string | null;
  readonly link: string;
  readonly host: string;
  /** Why it leads outside the trusted hosts; empty when it does not. */
  readonly outside: string;
  readonly note: string;
  readonly expired: string | null;
}

export interface ServiceListView {
  readonly rows: readonly ServiceRow[];
  readonly csvHref: string;
  readonly fields: readonly Choice[];
  readonly levels: readonly Choice[];
  readonly jsonLd: object;
}

/** Dịch vụ công: the list with the level of each, and what a level means (Đ14.k5.g2). */
export function ServicesPage({ frame, view }: { readonly frame: SiteFrame; readonly view: ServiceListView }) {
  return (
    <SiteLayout
      frame={standingIn(frame, PROCEDURES)}
      title="Dịch vụ công"
      path={SERVICES}
      description="Danh mục dịch vụ công lĩnh vực giáo dục và đào tạo, mức độ cung cấp và nơi nộp hồ sơ trực tuyến."
      breadcrumbs={[home, { label: "Dịch vụ công" }]}
      jsonLd={view.jsonLd}
    >
      <div class="section-head">
        <h1>Dịch vụ công</h1>
        <p class="section-lead">
          Danh mục dịch vụ liên quan đến giáo dục và đào tạo, mức độ cung cấp và địa chỉ nộp hồ sơ trên cổng của cơ quan
          nhà nước. Cổng này không nhận hồ sơ. Hồ sơ, thời hạn của từng việc ở trang{" "}
          <a href={PROCEDURES}>Thủ tục hành chính</a>.
        </p>
      </div>
      {view.fields.length > 2 && <Choices label="Lĩnh vực" items={view.fields} />}
      <Choices label="Mức độ" items={view.levels} />
      <Table
        caption={`${view.rows.length} dịch vụ`}
        columns={[
          {
            key: "name",
            label: "Tên dịch vụ",
            cell: ({ name, code, note, procedureHref: href, expired }: ServiceRow) => (
              <>
                {href ? <a href={href}>{name}</a> : name}
                <Expired since={expired} />
                <span class="record-hint">{[code, note].filter(Boolean).join(". ")}</span>
              </>
            ),
          },
          { key: "field", label: "Lĩnh vực", cell: ({ field }) => field },
          { key: "level", label: "Mức độ", cell: ({ level }) => level },
          {
            key: "link",
            label: "Nơi thực hiện",
            cell: ({ link, host, outside, name }) =>
              link ? (
                <>
                  <a href={link} aria-label={`${name}: mở tại ${host}`}>
                    {host}
                  </a>
                  {outside && <span class="record-hint">Tên miền ngoài cơ quan nhà nước: {outside}</span>}
                </>
              ) : (
                "Nộp trực tiếp"
              ),
          },
        ]}
        rows={view.rows}
        rowKey={({ id }) => id}
        empty={<p class="nothing">Chưa có dịch vụ nào trong danh mục này.</p>}
      />
      {view.rows.length > 0 && (
        <p class="section-facts">
          <DownloadLinks href={view.csvHref} what="danh sách dịch vụ" />
        </p>
      )}
      <section class="prose">
        <h2>Ba mức độ cung cấp</h2>
        <dl class="levels">
          {LEVEL_CODES.map((code) => (
            <div key={code}>
              <dt>{SERVICE_LEVELS[code].word}</dt>
              <dd>{SERVICE_LEVELS[code].meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </SiteLayout>
  );
}
