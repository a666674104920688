import type { FormState } from "../board/forms.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import {
  DueTag,
  SentWords,
  type SlipFile,
  SlipFiles,
  SlipHistory,
  type SlipHistoryLine,
  StepForm,
} from "../intake/desk-parts.view.tsx";
import type { PersonalFinding } from "../intake/personal-data.ts";
import { ENQUIRY_STATES, type EnquiryMove, type EnquiryState } from "../regulation/enquiry-moves.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, type Option, Select } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel } from "../ui/data.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { ENQUIRY_PATHS } from "./paths.ts";
import { ENQUIRY_KINDS, type EnquiryKind } from "./rules.ts";

export interface EnquiryPageProps {
  readonly desk: DeskFrame;
  readonly row: {
    readonly id: string;
    readonly code: string;
    readonly kind: string;
    readonly topic: string;
    readonly sender_name: string;
    readonly sender_email: string;
    readonly sender_phone: string;
    readonly content: string;
    readonly received_at: string;
    readonly due_on: string;
    readonly state: string;
    readonly public_question: string;
    readonly answer: string;
    readonly is_public: number;
    readonly erased_at: string | null;
  };
  readonly unit: string | null;
  readonly isOpen: boolean;
  /** Working days until it is due; negative when late. */
  readonly left: number;
  readonly files: readonly SlipFile[];
  readonly offers: readonly EnquiryMove[];
  /** Whoever looks has written at the draft, and so will not release it. */
  readonly isDrafter: boolean;
  readonly hash: string;
  readonly findings: readonly PersonalFinding[];
  readonly units: readonly Option[];
  readonly history: readonly SlipHistoryLine[];
  readonly form: FormState;
  readonly done: string | undefined;
}

const FINDING_WORDS: Readonly<Record<PersonalFinding, string>> = {
  name: "họ tên người gửi",
  email: "thư điện tử người gửi",
  phone: "điện thoại người gửi",
  number: "dãy 12 chữ số",
};

/** One question with everything that was done about it, and what may be done now. */
export function EnquiryPage(props: EnquiryPageProps) {
  const { desk, row, unit, isOpen, left, files, offers, findings, history, form, done } = props;
  const kind = ENQUIRY_KINDS[row.kind as EnquiryKind];
  const path = ENQUIRY_PATHS.deskOne(row.id);
  const offered = (act: string) => offers.find((offer) => offer.act === act);
  return (
    <DeskLayout
      desk={desk}
      title={kind}
      path={path}
      breadcrumbs={[{ label: "Hỏi đáp, góp ý", href: ENQUIRY_PATHS.desk }, { label: row.code }]}
    >
      <PageHead
        title={row.topic || `${kind} của công chúng`}
        eyebrow={`${kind}, ${ENQUIRY_STATES[row.state as EnquiryState].toLowerCase()}`}
      />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      {row.erased_at ? (
        <Notice title={`Dữ liệu cá nhân và nội dung đã xóa lúc ${formatDateTime(row.erased_at)}`} />
      ) : (
        <Panel title="Nội dung đã gửi">
          <SentWords text={row.content} />
          <SlipFiles files={files} />
        </Panel>
      )}
      <DescriptionList
        items={[
          { term: "Hạn trả lời", value: <DueTag due={row.due_on} left={left} isOpen={isOpen} /> },
          { term: "Đơn vị trả lời", value: unit ?? "Chưa phân công" },
          { term: "Người gửi", value: row.sender_name },
          { term: "Thư điện tử", value: row.sender_email },
          { term: "Điện thoại", value: row.sender_phone },
          { term: "Nhận lúc", value: formatDateTime(row.received_at) },
          { term: "Mã tra cứu", value: row.code },
        ].filter(({ value }) => value)}
      />
      {row.sender_email === "" && row.erased_at === null && (
        <Notice kind="warn" title="Người gửi chỉ để lại số điện thoại">
          <p>Cổng không gửi thư được: sau khi duyệt, đơn vị gọi điện báo câu trả lời.</p>
        </Notice>
      )}
      {row.answer && (
        <Panel title={row.is_public === 1 ? "Câu trả lời, sẽ đăng công khai" : "Câu trả lời, chỉ gửi người hỏi"}>
          {row.is_public === 1 && (
            <>
              <h3>Câu hỏi hiện trên Cổng</h3>
              <SentWords text={row.public_question} />
              <h3>Trả lời</h3>
            </>
          )}
          <SentWords text={row.answer} />
        </Panel>
      )}
      {findings.length > 0 && (
        <Notice kind="danger" title="Chưa duyệt được">
          <p>Phần đăng công khai còn {findings.map((one) => FINDING_WORDS[one]).join(", ")}.</p>
        </Notice>
      )}
      {offered("release") && <ReleaseForm {...props} path={path} offer={offered("release")!} />}
      {offered("draft") && <DraftForm {...props} path={path} offer={offered("draft")!} />}
      {offered("assign") && (
        <StepForm desk={desk} action={path} act="assign" title="Phân công đơn vị" clause={offered("assign")!.clause}>
          <Select
            name="don-vi"
            label="Đơn vị trả lời"
            options={props.units}
            placeholder="Chọn đơn vị"
            value={form.typed["don-vi"]}
            error={form.errors["don-vi"]}
          />
          <Button>Phân công</Button>
        </StepForm>
      )}
      {(["sendBack", "handBack", "decline"] as const).map((act) => {
        const offer = offered(act);
        return (
          offer && (
            <StepForm key={act} desk={desk} action={path} act={act} title={offer.label} clause={offer.clause}>
              <TextArea
                name="ly-do"
                id={`ly-do-${act}`}
                label="Lý do"
                hint={
                  act === "decline"
                    ? "Người gửi nhận được lý do này; không ghi họ tên, liên hệ vào đây. Ít nhất 10 ký tự."
                    : "Ít nhất 10 ký tự."
                }
                rows={3}
                value={form.typed.viec === act ? form.typed["ly-do"] : ""}
                error={form.errors[`ly-do-${act}`]}
              />
              <Button kind={act === "decline" ? "danger" : "secondary"}>{offer.label}</Button>
            </StepForm>
          )
        );
      })}
      <SlipHistory lines={history} />
    </DeskLayout>
  );
}

type FormProps = EnquiryPageProps & { readonly path: string; readonly offer: EnquiryMove };

function ReleaseForm({ desk, path, offer, hash, isDrafter, findings }: FormProps) {
  if (isDrafter) {
    return (
      <Notice title="Chờ người khác duyệt">
        <p>Bạn đã soạn câu trả lời này; một thành viên khác của Ban biên tập duyệt và gửi.</p>
      </Notice>
    );
  }
  if (findings.length > 0) return null;
  return (
    <StepForm desk={desk} action={path} act="release" title={offer.label} clause={offer.clause}>
      <input type="hidden" name="ban" value={hash} />
      <p>Câu trả lời trên được gửi tới người hỏi ngay sau khi duyệt, và không sửa được nữa.</p>
      <Button kind="primary" icon="check">
        Duyệt và gửi
      </Button>
    </StepForm>
  );
}

function DraftForm({ desk, path, offer, row, form }: FormProps) {
  const isTyped = form.typed.viec === "draft";
  const isPublic = isTyped ? (form.ticked["cong-khai"] ?? []).length > 0 : row.is_public === 1;
  return (
    <StepForm
      desk={desk}
      action={path}
      act="draft"
      title={row.answer ? "Sửa câu trả lời" : offer.label}
      clause={offer.clause}
    >
      <TextArea
        name="tra-loi"
        label="Câu trả lời"
        hint="Gửi tới người hỏi sau khi Ban biên tập duyệt."
        rows={8}
        value={isTyped ? form.typed["tra-loi"] : row.answer}
        error={form.errors["tra-loi"]}
      />
      <Checkbox
        name="cong-khai"
        label="Đăng câu hỏi và câu trả lời lên Cổng"
        hint="Câu trả lời khi đó không được có họ tên, liên hệ của ai."
        checked={isPublic}
      />
      <TextArea
        name="cau-hoi"
        label="Câu hỏi hiện trên Cổng"
        hint="Viết lại, lược bỏ họ tên, điện thoại, địa chỉ và mọi chi tiết nhận ra người hỏi."
        rows={4}
        value={isTyped ? form.typed["cau-hoi"] : row.public_question}
        optional
      />
      <Button kind="primary">Lưu, trình duyệt</Button>
    </StepForm>
  );
}
