import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { RecordState } from "../desk/record-state.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { FieldGroup, type Option, Radios, Select } from "../ui/choice.tsx";
import { PageHead } from "../ui/data.tsx";
import { ErrorSummary } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { EVENT_KIND_NAMES, EVENT_KINDS } from "./event.ts";
import { EVENT_PATHS } from "./paths.ts";
import { endName, MOST_SESSIONS, startName } from "./rules.ts";

const KINDS: readonly Option[] = EVENT_KIND_NAMES.map((value) => ({ value, label: EVENT_KINDS[value] }));
/** Empty places for further sessions. */
const MORE = 3;

export interface EventFormPageProps {
  readonly desk: DeskFrame;
  readonly units: readonly Option[];
  readonly form: RecordState;
}

/** Registers an event. */
export function EventFormPage({ desk, units, form }: EventFormPageProps) {
  return (
    <DeskLayout
      desk={desk}
      title="Ghi sự kiện"
      path={EVENT_PATHS.add}
      breadcrumbs={[
        { label: "Bàn làm việc", href: "/ban-bien-tap" },
        { label: "Sự kiện", href: EVENT_PATHS.desk },
        { label: "Ghi sự kiện" },
      ]}
    >
      <PageHead
        title="Ghi sự kiện"
        lead="Tin, bài về sự kiện phải lên Cổng chậm nhất 01 ngày sau khi kết thúc (khoản 4 Điều 16)."
      />
      <ErrorSummary items={form.items} />
      <form class="form" method="post" action={EVENT_PATHS.add} noValidate>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <EventControls units={units} form={form} />
        <Actions>
          <Button kind="primary">Ghi sự kiện</Button>
          <LinkButton href={EVENT_PATHS.desk} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </DeskLayout>
  );
}

/** The controls of an event, new or known. */
export function EventControls({ units, form }: Pick<EventFormPageProps, "units" | "form">) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  const filled = Math.max(1, lastSession(form));
  const shown = Math.min(MOST_SESSIONS, filled + MORE);
  const further = Array.from({ length: shown - filled }, (_, place) => filled + place);
  return (
    <>
      <Select label="Loại" placeholder="Chọn loại" options={KINDS} {...control("loai")} />
      <Field label="Tên sự kiện" maxlength={200} {...control("ten")} />
      {Array.from({ length: filled }, (_, place) => (
        <SessionControls key={startName(place)} place={place} form={form} isOnly={filled === 1} />
      ))}
      <details class="event-more">
        <summary>Sự kiện có nhiều buổi</summary>
        <p class="hint">
          Ghi giờ từng buổi; hạn đăng tin, bài tính từ khi buổi cuối kết thúc. Buổi để trống thì bỏ qua.
        </p>
        {further.map((place) => (
          <SessionControls key={startName(place)} place={place} form={form} isOnly={false} />
        ))}
      </details>
      <Field
        label="Địa điểm"
        maxlength={200}
        hint="Ví dụ: Hội trường A, cơ sở 1; Trực tuyến."
        {...control("dia-diem")}
      />
      <Select label="Đơn vị tổ chức" placeholder="Chọn đơn vị" options={units} {...control("don-vi")} />
      <TextArea label="Mô tả" rows={4} optional {...control("mo-ta")} />
      <Radios
        label="Ai xem được lịch"
        options={[
          { value: "cong-khai", label: "Công khai", hint: "Hiện ở trang Lịch sự kiện và tệp lịch." },
          {
            value: "noi-bo",
            label: "Nội bộ",
            hint: "Chỉ Ban biên tập thấy. Vẫn phải có tin, bài sau khi kết thúc.",
          },
        ]}
        {...control("pham-vi")}
      />
    </>
  );
}

function SessionControls({ place, form, isOnly }: { place: number; form: RecordState; isOnly: boolean }) {
  const control = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] });
  const times = (
    <div class="event-session">
      <Field label="Bắt đầu" type="datetime-local" optional={place > 0} {...control(startName(place))} />
      <Field label="Kết thúc" type="datetime-local" optional={place > 0} {...control(endName(place))} />
    </div>
  );
  return isOnly ? times : <FieldGroup legend={`Buổi ${place + 1}`}>{times}</FieldGroup>;
}

/** Number of the last session in which something is typed, or refused. */
const lastSession = ({ typed }: RecordState): number =>
  Math.max(
    0,
    ...Object.entries(typed).map(([name, value]) =>
      value === "" ? 0 : Number(/^(?:bat-dau|ket-thuc)-(\d+)$/.exec(name)?.[1] ?? 0),
    ),
  );
