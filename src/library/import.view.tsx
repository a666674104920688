import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { FileInput } from "../ui/choice.tsx";
import { type Column, Table } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { formatNumber } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import { CSV_HEADS } from "./csv-out.ts";
import type { LibraryFrame } from "./desk-frame.ts";
import { LibraryPage, Token } from "./desk-page.view.tsx";
import { LIBRARY_PATHS } from "./paths.ts";

export interface PreviewRow {
  readonly line: number;
  readonly number: string;
  readonly issued: string;
  readonly abstract: string;
  /** Sentences; none when the row can be taken. */
  readonly why: readonly string[];
}

interface ImportView {
  readonly frame: LibraryFrame;
  readonly items: readonly SummaryItem[];
  /** Null before a table was sent. */
  readonly preview: { readonly rows: readonly PreviewRow[]; readonly table: string; readonly isCut: boolean } | null;
}

/** A spreadsheet in: first only looked at, every row with its reasons; written when the person says so. */
export function ImportPage({ view: { frame, items, preview } }: { readonly view: ImportView }) {
  return (
    <LibraryPage
      frame={frame}
      title="Nhập văn bản từ bảng"
      tab={LIBRARY_PATHS.import}
      lead="Bước 1: chọn tệp CSV và xem trước. Bước 2: ghi các dòng hợp lệ. Chưa có gì được ghi trước bước 2."
    >
      <ErrorSummary items={items} title="Chưa đọc được bảng" />
      {preview ? <Preview frame={frame} preview={preview} /> : <Choose frame={frame} />}
    </LibraryPage>
  );
}

function Choose({ frame }: { readonly frame: LibraryFrame }) {
  return (
    <form class="form" method="post" action={LIBRARY_PATHS.import} encType="multipart/form-data">
      <Token frame={frame} />
      <FileInput
        name="bang"
        label="Tệp CSV"
        hint={`Dòng đầu là tên cột: ${CSV_HEADS.join("; ")}. Ngày viết như 09/05/2023. Có thể tải bảng CSV từ danh sách làm mẫu.`}
        accept=".csv"
      />
      <Button kind="primary" icon="eye">
        Xem trước
      </Button>
    </form>
  );
}

const COLUMNS: readonly Column<PreviewRow>[] = [
  { key: "line", label: "Dòng", heads: true, cell: ({ line }) => formatNumber(line) },
  { key: "number", label: "Số, ký hiệu", cell: ({ number }) => number || "–" },
  { key: "issued", label: "Ban hành", cell: ({ issued }) => issued || "–" },
  { key: "abstract", label: "Trích yếu", cell: ({ abstract }) => abstract || "–" },
  {
    key: "why",
    label: "Kết quả kiểm tra",
    cell: ({ why }) =>
      why.length === 0 ? (
        <Tag icon="check" tone="good">
          Nhập được
        </Tag>
      ) : (
        <>
          <Tag icon="alert" tone="stop">
            Chưa nhập được
          </Tag>
          {why.map((sentence) => (
            <span class="cell-note" key={sentence}>
              {sentence}
            </span>
          ))}
        </>
      ),
  },
];

function Preview({
  frame,
  preview,
}: {
  readonly frame: LibraryFrame;
  readonly preview: NonNullable<ImportView["preview"]>;
}) {
  const good = preview.rows.filter(({ why }) => why.length === 0).length;
  const bad = preview.rows.length - good;
  return (
    <>
      <Notice
        kind={bad > 0 ? "warn" : "ok"}
        title={`${formatNumber(good)} dòng nhập được, ${formatNumber(bad)} dòng chưa`}
      >
        <p>
          {bad > 0
            ? "Dòng chưa nhập được sẽ bị bỏ qua. Có thể sửa trong bảng tính rồi chọn lại tệp."
            : "Văn bản được ghi ở dạng chưa công bố; sau đó thêm tệp cho từng văn bản."}
        </p>
        {preview.isCut && <p>Bảng dài quá 500 dòng: chỉ 500 dòng đầu được đọc.</p>}
      </Notice>
      <Table
        caption="Xem trước"
        captionHidden
        columns={COLUMNS}
        rows={preview.rows}
        rowKey={({ line }) => String(line)}
      />
      <form class="form" method="post" action={`${LIBRARY_PATHS.import}/ghi`}>
        <Token frame={frame} />
        <input type="hidden" name="bang" value={preview.table} />
        <Actions>
          {good > 0 && <Button kind="primary">{`Ghi ${formatNumber(good)} văn bản`}</Button>}
          <LinkButton href={LIBRARY_PATHS.import} kind="quiet">
            Chọn tệp khác
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}
