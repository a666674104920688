import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { PageHead } from "../ui/data.tsx";
import { ErrorSummary } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { PLAN_PATHS } from "./paths.ts";
import { periodWords } from "./period.ts";

/** Lines for themes in the form: it works without a script. */
export const ROWS = 8;

export interface PlanFormProps {
  readonly desk: DeskFrame;
  /** Null for a new plan. */
  readonly period: string | null;
  /** Periods without a plan yet. */
  readonly periods: readonly Option[];
  readonly units: readonly Option[];
  /** Version this form begins from; 0 for a new plan. */
  readonly seen: number;
  readonly form: FormState;
}

/** Proposes a plan, or a change of one. */
export function PlanFormPage({ desk, period, periods, units, seen, form }: PlanFormProps) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  const title = period ? `Đề nghị thay đổi kế hoạch ${periodWords(period)}` : "Lập kế hoạch tuyên truyền";
  return (
    <DeskLayout
      desk={desk}
      title={title}
      path={period ? PLAN_PATHS.edit(period) : PLAN_PATHS.create}
      breadcrumbs={[
        { label: "Kế hoạch tuyên truyền", href: PLAN_PATHS.home },
        ...(period ? [{ label: `Kế hoạch ${periodWords(period)}`, href: PLAN_PATHS.plan(period) }] : []),
        { label: title },
      ]}
    >
      <PageHead
        title={title}
        lead={
          period
            ? "Bản đã quyết định giữ nguyên; bản thay đổi có hiệu lực khi được quyết định."
            : "Định hướng nội dung, các chủ đề và số bài cần có. Trưởng Ban biên tập quyết định (khoản 2 Điều 9)."
        }
      />
      <ErrorSummary items={form.items} />
      <form class="form" method="post" action={period ? PLAN_PATHS.edit(period) : PLAN_PATHS.create} noValidate>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="ban" value={String(seen)} />
        {!period && <Select label="Kỳ" placeholder="Chọn kỳ" options={periods} {...control("ky")} />}
        <TextArea
          label="Định hướng nội dung"
          hint="Kỳ này tuyên truyền nhằm điều gì, theo chỉ đạo nào."
          rows={3}
          {...control("dinh-huong")}
        />
        {Array.from({ length: ROWS }, (_, place) => (
          <fieldset class="plan-line" key={String(place)}>
            <legend class="label">Chủ đề {place + 1}</legend>
            <input type="hidden" name={`ma-${place}`} value={form.typed[`ma-${place}`] ?? ""} />
            <Field label="Tên chủ đề" optional={place > 0} {...control(`chu-de-${place}`)} />
            <Select
              label="Đơn vị phụ trách"
              placeholder="Các đơn vị"
              options={units}
              optional
              {...control(`don-vi-${place}`)}
            />
            <Field
              label="Số bài cần có"
              type="number"
              width="short"
              optional={place > 0}
              {...control(`so-bai-${place}`)}
            />
          </fieldset>
        ))}
        <Actions>
          <Button kind="primary" icon="send">
            Trình quyết định
          </Button>
          <LinkButton kind="quiet" href={period ? PLAN_PATHS.plan(period) : PLAN_PATHS.home}>
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </DeskLayout>
  );
}
