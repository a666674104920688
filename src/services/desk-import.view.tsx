import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { FileInput, type Option, Select } from "../ui/choice.tsx";
import { Table } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { type CatalogueFrame, CataloguePage, KIND_WORDS } from "./desk.view.tsx";
import { deskPaths } from "./paths.ts";

export interface ImportPreview {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly faults: readonly string[];
}

export interface ImportView {
  readonly frame: CatalogueFrame;
  readonly units: readonly Option[];
  readonly unit: string;
  readonly text?: string;
  readonly fault?: string;
  readonly preview?: readonly ImportPreview[];
  readonly entered?: number;
  readonly left?: number;
}

/** A spreadsheet on its way in: chosen, looked at with the faults of each row, entered. */
export function ImportPage({ view }: { readonly view: ImportView }) {
  const { frame, units, unit, fault, preview, entered } = view;
  const { list, csv, import: action } = deskPaths(frame.kind);
  return (
    <CataloguePage frame={frame} title={`Nhập ${KIND_WORDS[frame.kind].one} từ bảng tính`}>
      {fault && (
        <Notice kind="danger" title="Chưa đọc được bảng" live>
          <p>{fault}</p>
        </Notice>
      )}
      {entered !== undefined && (
        <Notice kind="ok" live>
          <p>
            Đã nhập {entered} mục; {view.left} hàng không nhập. <a href={list}>Mở danh mục</a>
          </p>
        </Notice>
      )}
      {preview ? (
        <Preview view={view} preview={preview} />
      ) : (
        <form class="form" method="post" action={action} encType="multipart/form-data" noValidate>
          <input type="hidden" name="csrf" value={frame.desk.csrf} />
          <p class="hint">
            Lưu bảng tính ở dạng CSV UTF-8; hàng đầu là tên các cột như trong{" "}
            <a href={csv} download>
              bảng CSV của danh mục
            </a>
            . Mức độ theo thang cũ (1–4) được đổi sang thang hiện nay. Chưa có gì được ghi trước khi bạn xem lại.
          </p>
          <Select label="Đơn vị phụ trách" placeholder="Chọn đơn vị" options={units} name="don-vi" value={unit} />
          <FileInput label="Tệp CSV" name="tep" accept=".csv" />
          <Actions>
            <Button kind="primary">Xem trước</Button>
            <LinkButton href={list} kind="quiet">
              Thôi
            </LinkButton>
          </Actions>
        </form>
      )}
    </CataloguePage>
  );
}

function Preview({ view, preview }: { readonly view: ImportView; readonly preview: readonly ImportPreview[] }) {
  const { frame, unit, text } = view;
  const { import: action } = deskPaths(frame.kind);
  const good = preview.filter(({ faults }) => faults.length === 0).length;
  return (
    <>
      <Table
        caption={`Xem trước: ${good} hàng nhập được, ${preview.length - good} hàng có lỗi`}
        columns={[
          { key: "line", label: "Hàng", cell: ({ line }: ImportPreview) => line },
          { key: "code", label: "Mã", cell: ({ code }) => code || "–" },
          { key: "name", label: "Tên", cell: ({ name }) => name || "–" },
          {
            key: "faults",
            label: "Lỗi",
            cell: ({ faults }) =>
              faults.length === 0 ? "Không có lỗi" : faults.map((one) => <span key={one}>{one} </span>),
          },
        ]}
        rows={preview}
        rowKey={({ line }) => String(line)}
      />
      <form method="post" action={action}>
        <input type="hidden" name="csrf" value={frame.desk.csrf} />
        <input type="hidden" name="don-vi" value={unit} />
        <input type="hidden" name="bang" value={text} />
        <Actions>
          {good > 0 && (
            <>
              <Button kind="primary" name="viec" value="cong-bo">
                Nhập và công bố {good} mục
              </Button>
              <Button name="viec" value="luu">
                Nhập thành bản nháp
              </Button>
            </>
          )}
          <LinkButton href={action} kind="quiet">
            Chọn bảng khác
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}
