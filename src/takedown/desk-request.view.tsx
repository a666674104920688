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
import {
  TAKEDOWN_REASONS,
  TAKEDOWN_STATES,
  type TakedownMove,
  type TakedownReason,
  type TakedownState,
} from "../regulation/takedown-moves.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel } from "../ui/data.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { TAKEDOWN_PATHS } from "./paths.ts";
import type { RequestRow } from "./requests.queries.ts";

export interface TakedownPageProps {
  readonly desk: DeskFrame;
  readonly row: RequestRow;
  /** Unit whose head asked; null for the public. */
  readonly unit: string | null;
  readonly left: number;
  readonly files: readonly SlipFile[];
  readonly offers: readonly TakedownMove[];
  readonly history: readonly SlipHistoryLine[];
  readonly form: FormState;
  readonly done: string | undefined;
}

/** One request with what was asked, what was done, and what may be done now. */
export function TakedownPage(props: TakedownPageProps) {
  const { desk, row, unit, left, files, offers, history, form, done } = props;
  const path = TAKEDOWN_PATHS.deskOne(row.id);
  const isOpen = row.state !== "ANSWERED";
  return (
    <DeskLayout
      desk={desk}
      title="Yêu cầu gỡ bỏ"
      path={path}
      breadcrumbs={[{ label: "Yêu cầu gỡ bỏ", href: TAKEDOWN_PATHS.desk }, { label: row.code }]}
    >
      <PageHead
        title={row.target_title || row.target_path}
        eyebrow={`Yêu cầu gỡ bỏ: ${TAKEDOWN_STATES[row.state as TakedownState].toLowerCase()}`}
      />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      {row.erased_at ? (
        <Notice title={`Dữ liệu cá nhân và nội dung đã xóa lúc ${formatDateTime(row.erased_at)}`} />
      ) : (
        <Panel title="Giải thích của người yêu cầu">
          <SentWords text={row.content} />
          <SlipFiles files={files} />
        </Panel>
      )}
      <DescriptionList
        items={[
          { term: "Địa chỉ", value: <a href={row.target_path}>{row.target_path}</a> },
          { term: "Lý do nêu", value: TAKEDOWN_REASONS[row.reason_class as TakedownReason] },
          { term: "Hạn trả lời", value: <DueTag due={row.due_on} left={left} isOpen={isOpen} /> },
          { term: "Người yêu cầu", value: unit ? `${row.requester_name}, ${unit}` : row.requester_name },
          { term: "Thư điện tử", value: row.requester_email },
          { term: "Điện thoại", value: row.requester_phone },
          { term: "Nhận lúc", value: formatDateTime(row.received_at) },
          {
            term: "Quyết định",
            value: row.decided_class ? `Gỡ bỏ: ${TAKEDOWN_REASONS[row.decided_class as TakedownReason]}` : "",
          },
          { term: "Trả lời", value: row.answer },
          { term: "Mã tra cứu", value: row.code },
        ].filter(({ value }) => value)}
      />
      {offers.map((offer) => (
        <StepForm key={offer.id} desk={desk} action={path} act={offer.act} title={offer.label} clause={offer.clause}>
          <StepFields act={offer.act} row={row} form={form} />
          <Button kind={DANGEROUS.includes(offer.act) ? "danger" : "primary"}>{offer.label}</Button>
        </StepForm>
      ))}
      <SlipHistory lines={history} />
    </DeskLayout>
  );
}

const DANGEROUS = ["accept", "execute"];

function StepFields({ act, row, form }: { act: string; row: RequestRow; form: FormState }) {
  const typed = (name: string) => (form.typed.viec === act ? form.typed[name] : undefined);
  if (act === "consider") {
    return (
      <TextArea
        name="y-kien"
        label="Ý kiến trình"
        hint="Đã kiểm tra gì, đề xuất thế nào. Không ghi họ tên, liên hệ người yêu cầu. Ít nhất 10 ký tự."
        rows={3}
        value={typed("y-kien")}
        error={form.errors["y-kien"]}
      />
    );
  }
  if (act === "execute") return <p>Bài rời khỏi mọi danh sách, tìm kiếm; địa chỉ cũ báo đã gỡ và loại lý do.</p>;
  if (act === "answer") {
    return (
      <TextArea
        name="tra-loi"
        label="Câu trả lời gửi người yêu cầu"
        hint={row.requester_email ? "Gửi qua thư điện tử." : "Người yêu cầu chỉ để lại điện thoại: hãy gọi báo."}
        rows={5}
        value={typed("tra-loi")}
        error={form.errors["tra-loi"]}
      />
    );
  }
  return (
    <>
      {act === "accept" && (
        <Select
          name="loai-ly-do"
          label="Loại lý do"
          hint="Hiện tại địa chỉ bài đã gỡ."
          options={Object.entries(TAKEDOWN_REASONS).map(([value, label]) => ({ value, label }))}
          placeholder="Chọn loại lý do"
          value={typed("loai-ly-do") ?? row.reason_class}
          error={form.errors["loai-ly-do"]}
        />
      )}
      <TextArea
        name="ly-do"
        id={`ly-do-${act}`}
        label="Lý do"
        hint="Ghi vào nhật ký, không ghi họ tên, liên hệ người yêu cầu. Ít nhất 10 ký tự."
        rows={3}
        value={typed("ly-do")}
        error={form.errors[`ly-do-${act}`]}
      />
    </>
  );
}
