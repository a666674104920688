import { readable } from "../board/rules.ts";
import type { FormState } from "../http/form-state.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { FileInput, type Option, Select } from "../ui/choice.tsx";
import { DescriptionList, Panel, Timeline } from "../ui/data.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatBytes, formatDate, formatDateTime } from "../ui/format.ts";
import { usageHref } from "../usage/usage.ts";
import type { LibraryFrame } from "./desk-frame.ts";
import { LibraryPage, Token } from "./desk-page.view.tsx";
import { DOCUMENT_KINDS, type DocumentFile, documentName, LANGUAGES, RELATION_KINDS } from "./document.ts";
import type { RelationLine } from "./document-page.view.tsx";
import type { WordingChange } from "./documents.queries.ts";
import { ValidityTag } from "./library-list.view.tsx";
import { LIBRARY_PATHS } from "./paths.ts";
import type { ShelvedDocument } from "./shelf.ts";

export interface DocumentDeskView {
  readonly frame: LibraryFrame;
  readonly document: ShelvedDocument;
  readonly sentence: string;
  readonly files: readonly DocumentFile[];
  readonly relations: readonly RelationLine[];
  readonly history: readonly WordingChange[];
  /** Other documents, for the choice of a relation. */
  readonly others: readonly Option[];
  readonly mayChange: boolean;
  readonly isDue: boolean;
  /** The form that was refused, if one was. */
  readonly form: FormState;
}

/** One document on the desk: what it says, its files, its relations, its review, its past. */
export function DocumentDeskPage({ view }: { readonly view: DocumentDeskView }) {
  const { frame, document, sentence, mayChange, isDue, form, files } = view;
  return (
    <LibraryPage
      frame={frame}
      title={documentName(document)}
      tab={LIBRARY_PATHS.desk}
      eyebrow={DOCUMENT_KINDS[document.kind]}
      lead={document.abstract}
      actions={
        <>
          {mayChange && (
            <LinkButton href={LIBRARY_PATHS.edit(document.id)} icon="edit">
              Sửa
            </LinkButton>
          )}
          {document.slug && (
            <LinkButton href={LIBRARY_PATHS.document(document.slug)} icon="eye">
              Xem trên Cổng
            </LinkButton>
          )}
          {document.slug && (
            <LinkButton href={usageHref({ kind: "address", href: LIBRARY_PATHS.document(document.slug) })} icon="link">
              Đang dùng ở đâu
            </LinkButton>
          )}
        </>
      }
    >
      <ErrorSummary items={form.items} />
      {!document.isPublic && (
        <Notice kind="info" title="Văn bản này chưa công bố">
          {files.length === 0 ? (
            <p>Hãy thêm tệp toàn văn ở dưới, rồi công bố.</p>
          ) : (
            mayChange && (
              <form method="post" action={LIBRARY_PATHS.publish(document.id)}>
                <Token frame={frame} />
                <p>Kiểm tra lại số, ngày và tệp. Sau khi công bố, địa chỉ giữ mãi và mọi lần sửa đều có ghi chú.</p>
                <Button kind="primary" icon="check">
                  Công bố
                </Button>
              </form>
            )
          )}
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: "Hiệu lực hôm nay", value: <ValidityTag state={document.validity.state} /> },
          { term: "Vì sao", value: sentence },
          { term: "Ngày ban hành", value: readable(document.issuedOn) },
          { term: "Cơ quan ban hành", value: document.issuer },
          { term: "Người ký", value: document.signer },
          { term: "Ngày có hiệu lực", value: readable(document.effectiveOn) },
          { term: "Lý do có hiệu lực sớm", value: document.earlyReason },
          { term: "Ngày hết hiệu lực", value: document.effectiveTo && readable(document.effectiveTo) },
          { term: "Số đã gõ", value: document.typed === document.number ? "" : document.typed },
          { term: "Đơn vị quản lý", value: document.unitName },
          { term: "Lĩnh vực", value: document.fieldName },
        ].filter(({ value }) => value)}
      />
      <Review view={view} isDue={isDue} />
      <Files view={view} />
      <Relations view={view} />
      <Panel title="Lịch sử">
        <Timeline
          items={view.history.map(({ version, at, note, by }) => ({
            id: String(version),
            icon: "history",
            title: `Bản ${version}: ${by}`,
            when: formatDateTime(at),
            at,
            detail: note || undefined,
          }))}
        />
      </Panel>
    </LibraryPage>
  );
}

function Review({ view, isDue }: { readonly view: DocumentDeskView; readonly isDue: boolean }) {
  const { frame, document, mayChange } = view;
  return (
    <Panel title="Rà soát">
      <p>
        {isDue ? "Đã đến hạn rà soát" : "Rà soát tiếp theo"}: {readable(document.reviewOn)}.
        {document.confirmedAt && ` Lần xác nhận gần nhất: ${formatDate(document.confirmedAt)}.`}
      </p>
      {mayChange && (
        <form method="post" action={LIBRARY_PATHS.confirm(document.id)}>
          <Token frame={frame} />
          <Button icon="check" kind={isDue ? "primary" : "secondary"}>
            Vẫn đúng
          </Button>
        </form>
      )}
    </Panel>
  );
}

const LANGUAGE_OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

function Files({ view }: { readonly view: DocumentDeskView }) {
  const { document, files, mayChange, form } = view;
  return (
    <Panel title="Tệp">
      <ul>
        {files.map((file) => (
          <li key={file.slot}>
            <a href={`/tep/${file.hash}/${file.name}`}>{file.title}</a>
            <span class="cell-note">
              {file.isPrimary && "Tệp chính, "}
              {formatBytes(file.size)}, bản {file.version}, {formatDate(file.addedAt)}
              {file.note && `: ${file.note}`}
            </span>
            {mayChange && (
              <details>
                <summary>Thay tệp này</summary>
                <p class="hint">
                  Địa chỉ của tệp giữ nguyên; bản cũ vẫn mở được.{" "}
                  <a href={usageHref({ kind: "file", hash: file.hash })}>Tệp này còn dùng ở đâu?</a>
                </p>
                <FileForm view={view} slot={file.slot} title={file.title} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <details open={files.length === 0 || "ten-tep" in form.errors}>
          <summary>{files.length === 0 ? "Thêm tệp toàn văn" : "Thêm tệp khác"}</summary>
          <FileForm view={view} slot={null} title={files.length === 0 ? `Toàn văn ${documentName(document)}` : ""} />
        </details>
      )}
    </Panel>
  );
}

interface FileFormProps {
  readonly view: DocumentDeskView;
  readonly slot: number | null;
  readonly title: string;
}

function FileForm({ view: { frame, document, form }, slot, title }: FileFormProps) {
  const place = slot ?? "moi";
  const isThis = form.typed["vi-tri"] === String(slot ?? "");
  const typed = (name: string) => (isThis ? form.typed[name] : undefined);
  const control = (name: string, value?: string) => ({
    name,
    id: `${name}-${place}`,
    value: typed(name) ?? value,
    error: isThis ? form.errors[name] : undefined,
  });
  return (
    <form class="form" method="post" action={LIBRARY_PATHS.files(document.id)} encType="multipart/form-data">
      <Token frame={frame} />
      <input type="hidden" name="vi-tri" value={slot ?? ""} />
      <FileInput
        {...control("tep")}
        label="Tệp"
        hint="PDF có lớp chữ là tốt nhất; nhận cả DOCX, XLSX, ODT, CSV, TXT."
        accept=".pdf,.docx,.xlsx,.pptx,.odt,.ods,.csv,.txt"
      />
      <Field label="Tên gọi của tệp" {...control("ten-tep", title)} />
      <Select label="Ngôn ngữ" options={LANGUAGE_OPTIONS} {...control("ngon-ngu", "vi")} />
      {document.isPublic && (
        <Field
          label="Ghi chú"
          hint={slot === null ? "Vì sao thêm tệp này." : "Vì sao thay; người đọc thấy ghi chú này."}
          {...control("ghi-chu-tep")}
        />
      )}
      <Button icon="upload">{slot === null ? "Thêm tệp" : "Thay tệp"}</Button>
    </form>
  );
}

const KIND_OPTIONS = Object.entries(RELATION_KINDS).map(([value, { says }]) => ({ value, label: says }));

function Relations({ view }: { readonly view: DocumentDeskView }) {
  const { frame, document, relations, others, mayChange, form } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <Panel title="Quan hệ với văn bản khác">
      <ul>
        {relations.map(({ id, says, name, abstract, href, since, isOwn }) => (
          <li key={id}>
            {says} <a href={href}>{name}</a>
            {since && `, từ ${since}`}
            <span class="cell-note">{abstract}</span>
            {mayChange && isOwn && (
              <details>
                <summary>Ghi nhầm?</summary>
                <form class="form" method="post" action={LIBRARY_PATHS.withdraw(document.id)}>
                  <Token frame={frame} />
                  <input type="hidden" name="quan-he" value={id} />
                  <Field label="Lý do rút" name="ly-do-rut" id={`ly-do-rut-${id}`} />
                  <Button>Rút quan hệ</Button>
                </form>
              </details>
            )}
          </li>
        ))}
      </ul>
      {relations.length === 0 && <p class="hint">Chưa ghi quan hệ nào.</p>}
      {mayChange && others.length > 0 && (
        <details open={form.typed["quan-he-loai"] !== undefined}>
          <summary>Ghi quan hệ</summary>
          <form class="form" method="post" action={LIBRARY_PATHS.relations(document.id)}>
            <Token frame={frame} />
            <Select label="Văn bản này" placeholder="Chọn" options={KIND_OPTIONS} {...control("quan-he-loai")} />
            <Select label="Văn bản kia" placeholder="Chọn văn bản" options={others} {...control("quan-he-voi")} />
            <Field
              label="Từ ngày"
              hint="Để trống: từ ngày văn bản này có hiệu lực."
              type="date"
              width="short"
              optional
              {...control("quan-he-tu")}
            />
            <Button>Ghi quan hệ</Button>
          </form>
        </details>
      )}
    </Panel>
  );
}
