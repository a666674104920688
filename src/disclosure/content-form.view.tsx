import type { DeskFrame } from "../desk/layout.view.tsx";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox, FieldGroup, FileInput } from "../ui/choice.tsx";
import { Panel } from "../ui/data.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatBytes } from "../ui/format.ts";
import type { DisclosureContent } from "./content.ts";
import type { EntryPageView } from "./desk-entry.view.tsx";
import { DESK_PATHS } from "./paths.ts";
import { pasteOf } from "./table-text.ts";

const FORMATS = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.csv,.txt";

/** Words, tables and files of a version that is being prepared. */
export function ContentForm({ desk, view }: { readonly desk: DeskFrame; readonly view: EntryPageView }) {
  const { entry, typed } = view;
  return (
    <Panel title="Soạn nội dung">
      <form class="form" method="post" action={DESK_PATHS.save(entry.id)} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="ma" value={entry.hash} />
        <ContentControls content={typed} />
        <Field
          name="ngay-thay-doi"
          label="Ngày có thay đổi"
          hint="Ngày thay đổi chính thức; nội dung phải được cập nhật trong số ngày làm việc quy định sau ngày này."
          type="date"
          width="short"
          optional
          value={typed.changedOn}
        />
        {entry.version > 1 && (
          <Field
            name="diem-thay-doi"
            label="Điểm thay đổi"
            hint="Người đọc thấy lời này trong danh sách các bản."
            value={typed.changeNote}
          />
        )}
        <Actions>
          <Button kind="primary" formNoValidate>
            Lưu và xem trước
          </Button>
        </Actions>
      </form>
    </Panel>
  );
}

/** Title, words, tables, files: the same for a version and for the text an order puts in its place. */
export function ContentControls({ content }: { readonly content: DisclosureContent }) {
  return (
    <>
      <Field name="tieu-de" label="Tiêu đề" value={content.title} />
      <TextArea
        name="noi-dung"
        label="Nội dung"
        hint="Các đoạn cách nhau một dòng trống."
        rows={8}
        optional
        value={content.text}
      />
      {[...content.tables, null].map((table, index) => (
        <FieldGroup
          key={index}
          legend={table ? `Bảng ${index + 1}` : "Thêm một bảng"}
          hint="Chép vùng ô từ Excel rồi dán vào đây. Dòng đầu là tên cột. Xóa hết chữ để bỏ bảng."
        >
          <Field name={`bang-${index + 1}-ten`} label="Tên bảng" optional value={table?.caption} />
          <TextArea
            name={`bang-${index + 1}`}
            label="Các ô của bảng"
            rows={table ? Math.min(14, table.rows.length + 2) : 4}
            optional
            value={table ? pasteOf(table) : ""}
          />
        </FieldGroup>
      ))}
      <FileInput
        name="tep-bang"
        label="Lấy bảng từ tệp biểu mẫu"
        hint="XLSX, DOCX, ODS hoặc CSV. Tệp gốc được giữ cạnh bảng để đối chiếu."
        accept=".xlsx,.docx,.ods,.odt,.csv"
        optional
      />
      {content.files.length > 0 && (
        <FieldGroup legend="Tệp kèm theo" hint="Bỏ dấu chọn để không đưa tệp vào bản này.">
          {content.files.map(({ file, name, title, size }) => (
            <div key={file}>
              <Checkbox
                name="giu-tep"
                id={`giu-${file}`}
                value={file}
                label={`${name} (${formatBytes(size)})`}
                checked
              />
              <Field name={`tep-${file}`} label={`Tên hiển thị của ${name}`} optional value={title} />
            </div>
          ))}
        </FieldGroup>
      )}
      <FileInput name="tep" label="Thêm tệp" hint="PDF có chữ, Word, Excel, CSV." accept={FORMATS} multiple optional />
    </>
  );
}
