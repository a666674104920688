import type { DeskFrame } from "../desk/layout.view.tsx";
import { DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { PageHead, Panel } from "../ui/data.tsx";
import { ErrorSummary } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { QUOTA_PATHS } from "./paths.ts";

/** A decision as the page tells it. */
export interface ShownExemption {
  readonly id: string;
  readonly unit: string;
  /** "tháng 11/2026" */
  readonly months: string;
  /** "Miễn theo 45/QĐ-GDTXHP ngày 03/11/2026: …" */
  readonly words: string;
}

export interface ExemptionListProps {
  readonly exemptions: readonly ShownExemption[];
  readonly csrf: string;
  /** The hat decides on exemptions. */
  readonly may: boolean;
}

/** Who owes nothing this month, and by which decision. */
export function ExemptionList({ exemptions, may }: ExemptionListProps) {
  if (exemptions.length === 0 && !may) return null;
  return (
    <Panel
      title="Miễn chỉ tiêu theo quyết định"
      actions={
        may && (
          <LinkButton icon="plus" href={QUOTA_PATHS.exempt}>
            Ghi quyết định miễn
          </LinkButton>
        )
      }
    >
      {exemptions.length === 0 ? (
        <p>Không đơn vị nào được miễn trong tháng này.</p>
      ) : (
        <ul class="work-notices">
          {exemptions.map(({ id, unit, months, words }) => (
            <li key={id}>
              <b>{unit}</b>, {months}. {words}.{" "}
              {may && <a href={QUOTA_PATHS.revoke(id)}>Thu hồi quyết định miễn của {unit}</a>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export interface ExemptionFormProps {
  readonly desk: DeskFrame;
  readonly form: FormState;
  readonly units: readonly Option[];
  /** The exemption to be taken back; null when a unit is let off. */
  readonly revoked: ShownExemption | null;
}

/** Lets a unit off, or takes that back: both need a decision. */
export function ExemptionForm({ desk, form, units, revoked }: ExemptionFormProps) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  const title = revoked ? "Thu hồi quyết định miễn chỉ tiêu" : "Miễn chỉ tiêu tin, bài";
  return (
    <DeskLayout
      desk={desk}
      title={title}
      path={QUOTA_PATHS.exempt}
      breadcrumbs={[{ label: "Chỉ tiêu tin, bài", href: QUOTA_PATHS.home }, { label: title }]}
    >
      <PageHead
        title={title}
        lead={
          revoked
            ? `${revoked.unit}, ${revoked.months}. ${revoked.words}. Tháng đã chốt giữ nguyên kết quả.`
            : "Chỉ Trưởng Ban biên tập hoặc Giám đốc quyết định, trước khi tháng được chốt theo báo cáo (khoản 3 Điều 16)."
        }
      />
      <ErrorSummary items={form.items} />
      <form
        class="form"
        method="post"
        action={revoked ? QUOTA_PATHS.revoke(revoked.id) : QUOTA_PATHS.exempt}
        noValidate
      >
        <input type="hidden" name="csrf" value={desk.csrf} />
        {!revoked && (
          <>
            <Select label="Đơn vị" placeholder="Chọn đơn vị" options={units} {...control("don-vi")} />
            <Field
              label="Từ tháng"
              type="month"
              hint="Nếu máy không hiện lịch tháng, gõ như 11/2026."
              width="short"
              {...control("tu-thang")}
            />
            <Field label="Đến hết tháng" type="month" width="short" {...control("den-thang")} />
          </>
        )}
        <Field label="Số quyết định" hint="Ví dụ: 45/QĐ-GDTXHP" width="medium" {...control("so")} />
        <Field label="Ngày quyết định" type="date" width="short" {...control("ngay")} />
        <TextArea label="Lý do" rows={3} {...control("ly-do")} />
        <Actions>
          <Button kind="primary" icon="check">
            {revoked ? "Thu hồi" : "Ghi quyết định"}
          </Button>
          <LinkButton kind="quiet" href={QUOTA_PATHS.home}>
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </DeskLayout>
  );
}
