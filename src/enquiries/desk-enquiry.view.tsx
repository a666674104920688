import { SentWords, StepForm } from "../intake/desk-parts.view.tsx";
import { SlipDeskPage, type SlipView } from "../intake/desk-slip.view.tsx";
import type { PersonalFinding } from "../intake/personal-data.ts";
import type { SlipMove } from "../regulation/slip-moves.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, type Option, Select } from "../ui/choice.tsx";
import { Panel } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { ENQUIRY_KINDS, type EnquiryKind } from "./rules.ts";
import type { EnquiryTable } from "./tables.ts";

export interface EnquiryPageProps {
  readonly view: SlipView<EnquiryTable>;
  /** Whoever looks has written at the draft, and so will not release it while somebody else may. */
  readonly isDrafter: boolean;
  readonly somebodyElse: boolean;
  readonly hash: string;
  readonly findings: readonly PersonalFinding[];
  readonly units: readonly Option[];
}

const FINDING_WORDS: Readonly<Record<PersonalFinding, string>> = {
  name: "họ tên người gửi",
  email: "thư điện tử người gửi",
  phone: "điện thoại người gửi",
  number: "dãy 12 chữ số",
};

/** One question with everything that was done about it, and what may be done now. */
export function EnquiryPage(props: EnquiryPageProps) {
  const { view, findings } = props;
  const { desk, room, row, unit, offers, form } = view;
  const kind = ENQUIRY_KINDS[row.kind as EnquiryKind];
  const path = room.paths.deskOne(row.id);
  const offered = (act: string) => offers.find((offer) => offer.act === act);
  return (
    <SlipDeskPage
      view={view}
      queue="Hỏi đáp, góp ý"
      kind={kind}
      title={row.topic || `${kind} của công chúng`}
      contentTitle="Nội dung đã gửi"
      facts={[{ term: "Đơn vị trả lời", value: unit ?? "Chưa phân công" }]}
      senderTerm="Người gửi"
    >
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
    </SlipDeskPage>
  );
}

type FormProps = EnquiryPageProps & { readonly path: string; readonly offer: SlipMove<string, string, string> };

function ReleaseForm({ view: { desk, form }, path, offer, hash, isDrafter, somebodyElse, findings }: FormProps) {
  if (isDrafter && somebodyElse) {
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
      {isDrafter && (
        <TextArea
          name="ngoai-le"
          label="Lý do ngoại lệ"
          hint="Bạn đã soạn câu trả lời và hôm nay không còn ai khác duyệt được. Lý do (ít nhất 10 ký tự) được ghi vào danh sách ngoại lệ để báo cáo."
          rows={3}
          value={form.typed["ngoai-le"]}
          error={form.errors["ngoai-le"]}
        />
      )}
      <p>Câu trả lời trên được gửi tới người hỏi ngay sau khi duyệt, và không sửa được nữa.</p>
      <Button kind="primary" icon="check">
        Duyệt và gửi
      </Button>
    </StepForm>
  );
}

function DraftForm({ view: { desk, row, form }, path, offer }: FormProps) {
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
