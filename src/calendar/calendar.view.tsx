import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button } from "../ui/button.tsx";
import { Radios } from "../ui/choice.tsx";
import { PageHead, Panel, Table } from "../ui/data.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDay } from "../ui/format.ts";
import { Tabs } from "../ui/navigation.tsx";
import { Tag } from "../ui/status.tsx";
import { HOLIDAY_SOURCE } from "./vietnamese-holidays.ts";

export const HREF = "/ban-bien-tap/ngay-nghi";

export interface CalendarPageProps {
  readonly desk: DeskFrame;
  readonly days: readonly { day: string; name: string; isOff: boolean; isEntered: boolean }[];
  readonly years: readonly string[];
  readonly year: string;
  readonly form: FormState;
  readonly isDone: boolean;
}

/** The days off of a year, and the form for what the list does not know. */
export function CalendarPage({ desk, days, years, year, form, isDone }: CalendarPageProps) {
  return (
    <DeskLayout desk={desk} title="Ngày nghỉ" path={HREF}>
      <PageHead
        title="Ngày nghỉ"
        lead={`Mọi hạn tính theo ngày làm việc đều theo bảng này. ${HOLIDAY_SOURCE}`}
        actions={<Downloads href={`${HREF}.csv?nam=${year}`} />}
      />
      <ErrorSummary items={form.items} />
      {isDone && <Notice kind="ok" live title="Đã ghi. Hạn đã tính trước đó giữ nguyên." />}
      <Tabs
        label="Năm"
        items={years.map((one) => ({ href: `${HREF}?nam=${one}`, label: one, current: one === year }))}
      />
      <Table
        caption={`Ngày nghỉ và ngày làm bù năm ${year}`}
        captionHidden
        rows={days}
        rowKey={({ day }) => day}
        columns={[
          { key: "day", label: "Ngày", cell: ({ day }) => formatDay(`${day}T00:00:00Z`) },
          { key: "name", label: "Tên", cell: ({ name }) => name },
          {
            key: "kind",
            label: "Loại",
            cell: ({ isOff }) => (
              <Tag icon={isOff ? "calendar" : "check"} tone={isOff ? "quiet" : "work"}>
                {isOff ? "Nghỉ" : "Làm việc"}
              </Tag>
            ),
          },
          { key: "from", label: "Nguồn", cell: ({ isEntered }) => (isEntered ? "Trung tâm nhập" : "Danh mục") },
        ]}
      />
      <Panel title="Nhập một ngày">
        <form class="form" method="post" action={HREF}>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <Field name="ngay" label="Ngày" type="date" width="short" value={form.typed.ngay} error={form.errors.ngay} />
          <Field name="ten" label="Tên hoặc lý do" maxlength={120} value={form.typed.ten} error={form.errors.ten} />
          <Radios
            name="loai"
            label="Ngày này"
            value={form.typed.loai ?? "nghi"}
            options={[
              { value: "nghi", label: "Nghỉ" },
              { value: "lam-bu", label: "Làm việc (làm bù, hoặc danh mục ghi nghỉ mà Trung tâm vẫn làm)" },
            ]}
          />
          <Button kind="primary">Ghi</Button>
        </form>
      </Panel>
    </DeskLayout>
  );
}
