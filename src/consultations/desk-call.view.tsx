import { PlainText } from "../about/plain-text.view.tsx";
import type { RecordField } from "../desk/record-fields.ts";
import { KeptFiles, RecordControls } from "../desk/record-form.view.tsx";
import type { RecordState } from "../desk/record-state.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { FieldGroup, FileInput, type Option, Select } from "../ui/choice.tsx";
import { DescriptionList, Panel, type TimelineEntry } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { CALL_FIELDS, type Call } from "./call.ts";
import { ConsultationDeskPage, type ConsultationDeskView, PastSteps, Road, type RoadView } from "./desk-page.view.tsx";
import { CONSULTATION_PATHS } from "./paths.ts";

export interface CallPageView extends ConsultationDeskView {
  /** Where the form is sent. */
  readonly action: string;
  readonly units: readonly Option[];
  readonly questionFields: readonly RecordField[];
  readonly form: RecordState;
  /** Null before the first version. */
  readonly road: RoadView | null;
  /** The newest version as it would be approved. */
  readonly text: {
    readonly call: Call;
    readonly opens: string;
    readonly closes: string;
    readonly reason: string;
    readonly files: readonly { readonly href: string; readonly title: string }[];
  } | null;
  /** It has been public: opening, questions and unit stay, the closing only moves on. */
  readonly isPublished: boolean;
  /** Whether this person may write it, and it is not waiting for somebody. */
  readonly isOpen: boolean;
  readonly moves: readonly TimelineEntry[];
}

/** What is asked, on its road: its text, the steps this person may take, and every step so far. */
export function CallPage({ view }: { readonly view: CallPageView }) {
  return (
    <ConsultationDeskPage view={view}>
      {view.road && <Road road={view.road} />}
      {view.isOpen ? <Editing view={view} /> : <Reading view={view} />}
      <PastSteps moves={view.moves} />
    </ConsultationDeskPage>
  );
}

function Editing({ view }: { readonly view: CallPageView }) {
  const { form, questionFields, isPublished } = view;
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  return (
    <form class="form" method="post" action={view.action} encType="multipart/form-data" noValidate>
      <input type="hidden" name="csrf" value={view.desk.csrf} />
      {isPublished && (
        <Notice>
          <p>
            Đợt này đã công bố: thời điểm mở và các câu hỏi giữ nguyên; thời điểm đóng chỉ kéo dài thêm, trước khi đóng
            và kèm lý do. Bản sửa chỉ thay bản đang công bố sau khi được phê duyệt.
          </p>
        </Notice>
      )}
      <RecordControls fields={CALL_FIELDS} typed={form.typed} errors={form.errors} />
      <Select
        label="Đơn vị phụ trách"
        placeholder="Chọn đơn vị"
        hint="Trưởng đơn vị duyệt nội dung và xem xét ý kiến."
        options={view.units}
        {...control("don-vi")}
      />
      <FieldGroup legend="Thời gian nhận ý kiến" hint="Giờ Việt Nam. Đến giờ, trang tự mở và tự đóng.">
        <Field type="datetime-local" label="Mở lúc" width="medium" {...control("bat-dau")} />
        <Field type="datetime-local" label="Đóng lúc" width="medium" {...control("ket-thuc")} />
        {isPublished && (
          <TextArea
            rows={2}
            label="Lý do gia hạn"
            hint="Công bố cùng thời hạn mới; chỉ cần khi đóng muộn hơn đã công bố."
            optional
            {...control("ly-do-gia-han")}
          />
        )}
      </FieldGroup>
      <FieldGroup legend="Câu hỏi" hint="Không bắt buộc; người dân luôn có ô góp ý chung.">
        <RecordControls fields={questionFields} typed={form.typed} errors={form.errors} />
      </FieldGroup>
      <KeptFiles name="tep" files={form.files} />
      <FileInput
        label="Dự thảo, tài liệu kèm theo"
        hint="PDF, DOCX, XLSX, ODT, tối đa 30 MB một tệp."
        multiple
        optional
        name="tep-moi"
        error={form.errors["tep-moi"]}
      />
      <Actions>
        <Button kind="primary">Lưu bản nháp</Button>
        <LinkButton href={CONSULTATION_PATHS.desk} kind="quiet">
          Thôi
        </LinkButton>
      </Actions>
    </form>
  );
}

/** The newest version for whoever reads it without writing: exactly what would be approved. */
function Reading({ view: { text } }: { readonly view: CallPageView }) {
  if (!text) return null;
  const { call, opens, closes, reason, files } = text;
  return (
    <Panel title="Nội dung bản này">
      <DescriptionList
        items={[
          { term: "Mở lúc", value: opens || "–" },
          { term: "Đóng lúc", value: closes || "–" },
          ...(reason ? [{ term: "Lý do gia hạn", value: reason }] : []),
          { term: "Nơi nhận ý kiến khác", value: call.place || "–" },
        ]}
      />
      <div class="prose">
        <h3>{call.title}</h3>
        <p>{call.lead}</p>
        <PlainText text={call.body} under />
        {call.questions.length > 0 && (
          <>
            <h3>Câu hỏi</h3>
            <ol>
              {call.questions.map((question) => (
                <li key={question.text}>
                  {question.text}
                  {question.choices.length > 0 ? ` (${question.choices.join("; ")})` : " (trả lời bằng lời)"}
                </li>
              ))}
            </ol>
          </>
        )}
        {files.length + call.documents.length > 0 && (
          <ul>
            {files.map(({ href, title }) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
            {call.documents.map((href) => (
              <li key={href}>
                <a href={href}>{href}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
