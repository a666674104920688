import type { FormState } from "../http/form-state.ts";
import { StepForm } from "../intake/desk-parts.view.tsx";
import { SlipDeskPage, type SlipView } from "../intake/desk-slip.view.tsx";
import { TAKEDOWN_REASONS, type TakedownReason } from "../regulation/takedown-moves.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { TextArea } from "../ui/field.tsx";
import type { TakedownRequestTable } from "./tables.ts";

/** One request with what was asked, what was done, and what may be done now. `unit`: whose head asked, if not the public. */
export function TakedownPage({ view }: { readonly view: SlipView<TakedownRequestTable> }) {
  const { desk, room, row, unit, offers, form } = view;
  const decision = row.decided_class && `Gỡ bỏ: ${TAKEDOWN_REASONS[row.decided_class as TakedownReason]}`;
  return (
    <SlipDeskPage
      view={view}
      queue="Yêu cầu gỡ bỏ"
      kind="Yêu cầu gỡ bỏ"
      title={row.target_title || row.target_path}
      contentTitle="Giải thích của người yêu cầu"
      facts={[
        { term: "Địa chỉ", value: <a href={row.target_path}>{row.target_path}</a> },
        { term: "Lý do nêu", value: TAKEDOWN_REASONS[row.reason_class as TakedownReason] },
        { term: "Đơn vị yêu cầu", value: unit },
        { term: "Quyết định", value: decision },
        { term: "Trả lời", value: row.answer },
      ]}
      senderTerm="Người yêu cầu"
    >
      {offers
        .filter(({ act }) => act !== "link")
        .map(({ id, act, label, clause }) => (
          <StepForm key={id} desk={desk} action={room.paths.deskOne(row.id)} act={act} title={label} clause={clause}>
            <StepFields act={act} row={row} form={form} />
            <Button kind={DANGEROUS.includes(act) ? "danger" : "primary"}>{label}</Button>
          </StepForm>
        ))}
    </SlipDeskPage>
  );
}

const DANGEROUS = ["accept", "execute"];

function StepFields({ act, row, form }: { act: string; row: TakedownRequestTable; form: FormState }) {
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
        hint={row.sender_email ? "Gửi qua thư điện tử." : "Người yêu cầu chỉ để lại điện thoại: hãy gọi báo."}
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
