import { readable } from "../board/rules.ts";
import { Figures } from "../newsroom/body/figures.tsx";
import { officialAddress, type SiteFrame, standingIn } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { PrintLayout } from "../site/print.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { DescriptionList } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatBytes, formatDate, formatDateTime } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { DOCUMENT_KINDS, type DocumentFile, documentName, LANGUAGES, type Language } from "./document.ts";
import type { WordingChange } from "./documents.queries.ts";
import type { FilePreview } from "./file-preview.ts";
import { documentJsonLd } from "./json-ld.ts";
import { ValidityTag } from "./library-list.view.tsx";
import { LIBRARY_PATHS } from "./paths.ts";
import type { ShelvedDocument } from "./shelf.ts";

/** One sentence about another document: "Thay thế Quyết định số 5/QĐ-GDTXHP từ 01/01/2026." */
export interface RelationLine {
  readonly id: string;
  readonly says: string;
  readonly name: string;
  readonly abstract: string;
  readonly href: string;
  readonly since: string;
  /** Said by this document, and not of it by another. */
  readonly isOwn: boolean;
}

export interface DocumentPageView {
  readonly document: ShelvedDocument;
  readonly path: string;
  /** The day asked about, and how it is called. */
  readonly day: string;
  readonly dayWords: string;
  readonly isToday: boolean;
  readonly sentence: string;
  readonly relations: readonly RelationLine[];
  readonly files: readonly DocumentFile[];
  /** What is shown of files that browsers do not show, by hash. */
  readonly previews: ReadonlyMap<string, FilePreview>;
  /** Files that were replaced; still reachable. */
  readonly oldFiles: readonly DocumentFile[];
  readonly changes: readonly WordingChange[];
}

interface DocumentPageProps {
  readonly frame: SiteFrame;
  readonly view: DocumentPageView;
  readonly forPrint: boolean;
}

/** One document with everything known of it, its validity on any day, its files and what it has to do with others. */
export function DocumentPage({ frame, view, forPrint }: DocumentPageProps) {
  const { document, path } = view;
  const name = documentName(document);
  if (forPrint) {
    return (
      <PrintLayout frame={frame} title={name} path={path} reference={document.number} back="Trở lại trang văn bản">
        <article class="article">
          <Body view={view} />
          <TextOf view={view} />
        </article>
      </PrintLayout>
    );
  }
  return (
    <SiteLayout
      frame={standingIn(frame, LIBRARY_PATHS.site)}
      title={name}
      description={document.abstract}
      path={path}
      breadcrumbs={[
        { label: "Trang chủ", href: "/" },
        { label: "Văn bản", href: LIBRARY_PATHS.site },
        { label: document.number },
      ]}
      social={{ type: "article", siteName: frame.siteName, publishedAt: document.publishedAt ?? undefined }}
      jsonLd={documentJsonLd(frame, document, document.validity, view.files, path)}
    >
      <article class="document-page">
        <Body view={view} />
        <AskDay view={view} />
        <TextOf view={view} />
        <Changes view={view} />
        <p class="document-tools">
          <a href={`${path}?in=1`} rel="nofollow">
            <Icon name="print" />
            Bản in
          </a>
          <span>Địa chỉ cố định: {officialAddress(frame, path)}</span>
        </p>
      </article>
    </SiteLayout>
  );
}

function Body({ view }: { readonly view: DocumentPageView }) {
  const { document, sentence, dayWords } = view;
  return (
    <>
      <header class="document-head">
        <p class="eyebrow">{DOCUMENT_KINDS[document.kind]}</p>
        <h1>{documentName(document)}</h1>
        <p class="section-lead">{document.abstract}</p>
        <p class="document-validity">
          <ValidityTag state={document.validity.state} />
          <span>
            Tính đến {dayWords}: {sentence}
          </span>
        </p>
      </header>
      {document.earlyReason && (
        <Notice kind="info" title="Có hiệu lực trước ngày ban hành">
          <p>{document.earlyReason}</p>
        </Notice>
      )}
      <Files view={view} />
      <DescriptionList
        items={[
          { term: "Số, ký hiệu", value: document.number },
          { term: "Loại văn bản", value: DOCUMENT_KINDS[document.kind] },
          { term: "Ngày ban hành", value: readable(document.issuedOn) },
          { term: "Cơ quan ban hành", value: document.issuer },
          { term: "Người ký", value: document.signer },
          { term: "Ngày có hiệu lực", value: readable(document.effectiveOn) },
          { term: "Ngày hết hiệu lực", value: document.effectiveTo && readable(document.effectiveTo) },
          { term: "Lĩnh vực", value: document.fieldName },
          { term: "Đơn vị quản lý", value: document.unitName },
          { term: "Rà soát gần nhất", value: document.confirmedAt && formatDate(document.confirmedAt) },
        ].filter(({ value }) => value)}
      />
      <Relations view={view} />
    </>
  );
}

function Files({ view: { document, files, oldFiles, previews } }: { readonly view: DocumentPageView }) {
  return (
    <section class="document-files" aria-labelledby="tep">
      <h2 class="small-title" id="tep">
        Tệp văn bản
      </h2>
      {files.map((file) => (
        <FileCard key={file.slot} file={file} slug={document.slug!} preview={previews.get(file.hash)} />
      ))}
      {oldFiles.length > 0 && (
        <details>
          <summary>Các bản tệp đã được thay ({oldFiles.length})</summary>
          <ul>
            {oldFiles.map((file) => (
              <li key={`${file.slot}-${file.version}`}>
                <a href={`/tep/${file.hash}/${file.name}`}>
                  {file.title}, bản {file.version}
                </a>
                , đăng {formatDate(file.addedAt)}, đã được thay.
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface FileCardProps {
  readonly file: DocumentFile;
  readonly slug: string;
  readonly preview: FilePreview | undefined;
}

function FileCard({ file, slug, preview }: FileCardProps) {
  const isPdf = file.mime === "application/pdf";
  const extension = file.name.slice(file.name.lastIndexOf(".") + 1).toUpperCase();
  return (
    <div class="document-file">
      <p class="document-file-title">
        <Icon name="document" />
        <strong>{file.title}</strong>
      </p>
      <p class="document-file-facts">
        {extension}, {formatBytes(file.size)}, {LANGUAGES[file.language as Language]}
        {file.version > 1 && `, bản ${file.version} ngày ${formatDate(file.addedAt)}: ${file.note}`}
      </p>
      <div class="actions">
        {isPdf && (
          <LinkButton href={LIBRARY_PATHS.file(slug, file.slot)} icon="eye" kind="primary">
            Mở tệp
          </LinkButton>
        )}
        <LinkButton href={`/tep/${file.hash}/${file.name}`} icon="download" download>
          Tải về
        </LinkButton>
      </div>
      {isPdf && <PdfInPage file={file} />}
      {preview && <Preview preview={preview} id={`tep-${file.slot}`} />}
      <details class="document-file-sum">
        <summary>Mã kiểm tra tệp (SHA-256)</summary>
        <code>{file.hash}</code>
      </details>
    </div>
  );
}

/**
 * The PDF in the page, by the browser's own reader. It is fetched only when it is opened; a browser without such a
 * reader, as on most phones, shows the words and the links instead.
 */
function PdfInPage({ file }: { readonly file: DocumentFile }) {
  const href = `/tep/${file.hash}/${file.name}`;
  return (
    <details class="document-view">
      <summary>Xem ngay trong trang</summary>
      <object class="document-pdf" data={href} type="application/pdf" aria-label={file.title}>
        <p>
          Trình duyệt này không hiển thị tệp PDF trong trang. Hãy <a href={href}>mở tệp {file.title}</a> hoặc tải về để
          đọc.
        </p>
      </object>
    </details>
  );
}

/** A Word file or a spreadsheet, as text and tables. */
function Preview({ preview, id }: { readonly preview: FilePreview; readonly id: string }) {
  return (
    <details class="document-view">
      <summary>Xem nhanh nội dung</summary>
      <div class="prose">
        {preview.tables.map((table, index) => (
          <Figures key={`${index} ${table.caption}`} table={table} id={`${id}-bang-${index + 1}`} />
        ))}
        {preview.paragraphs.map((text, index) => (
          <p key={index}>{text}</p>
        ))}
        <p class="document-text-note">
          {preview.isCut && "Chỉ hiển thị phần đầu. "}Nội dung trên để xem nhanh; hãy tải tệp về để có bản chính thức.
        </p>
      </div>
    </details>
  );
}

function Relations({ view: { relations } }: { readonly view: DocumentPageView }) {
  if (relations.length === 0) return null;
  return (
    <section aria-labelledby="quan-he">
      <h2 class="small-title" id="quan-he">
        Văn bản liên quan
      </h2>
      <ul class="document-relations">
        {relations.map(({ id, says, name, abstract, href, since }) => (
          <li key={id}>
            {says} <a href={href}>{name}</a>
            {since && `, từ ${since}`}
            <span class="cell-note">{abstract}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Validity on any day: a plain form, the answer stands in the head of the page. */
function AskDay({ view: { path, day, isToday } }: { readonly view: DocumentPageView }) {
  return (
    <form class="filters" method="get" action={path} aria-label="Xem hiệu lực tại một ngày">
      <Field name="ngay" label="Xem hiệu lực tại ngày" type="date" value={day} />
      <div class="filters-buttons">
        <Button icon="calendar">Xem</Button>
        {!isToday && (
          <LinkButton href={path} kind="quiet">
            Hôm nay
          </LinkButton>
        )}
      </div>
    </form>
  );
}

function TextOf({ view: { document } }: { readonly view: DocumentPageView }) {
  if (!document.text) return null;
  return (
    <section class="prose" aria-labelledby="noi-dung-van-ban">
      <h2 id="noi-dung-van-ban">Nội dung văn bản</h2>
      {document.text
        .split(/\n+/)
        .filter(Boolean)
        .map((paragraph, index) =>
          /^(Chương|Điều|Mục) /.test(paragraph) ? <h3 key={index}>{paragraph}</h3> : <p key={index}>{paragraph}</p>,
        )}
      <p class="document-text-note">Nội dung trên để đọc và tìm kiếm; tệp văn bản ở trên là bản chính thức.</p>
    </section>
  );
}

function Changes({ view: { changes } }: { readonly view: DocumentPageView }) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="thay-doi">
      <h2 class="small-title" id="thay-doi">
        Thông tin đã sửa sau khi công bố
      </h2>
      <ul class="document-relations">
        {changes.map(({ version, at, note }) => (
          <li key={version}>
            <time dateTime={at}>{formatDateTime(at)}</time>: {note}
          </li>
        ))}
      </ul>
    </section>
  );
}
