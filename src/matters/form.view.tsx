import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { type KeptFile, KeptFiles, RecordControls } from "../desk/record-form.view.tsx";
import { MATTER_KINDS, type MatterKindName } from "../regulation/matter-kinds.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { Checkbox, FileInput, type Option, Select } from "../ui/choice.tsx";
import { PageHead } from "../ui/data.tsx";
import { ClauseMark, ErrorSummary, type SummaryItem } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { fieldsOfKind, PRIORITIES } from "./fields.ts";
import { MATTER_PATHS } from "./paths.ts";
import { REMINDER_TEXTS } from "./reminder-texts.ts";

/** A form as it is shown: everything typed and ticked, every reason beside its control. */
export interface MatterFormState {
  readonly typed: Readonly<Record<string, string>>;
  readonly people: readonly string[];
  readonly units: readonly string[];
  readonly files: readonly KeptFile[];
  readonly items: readonly SummaryItem[];
  readonly errors: Readonly<Record<string, string>>;
}

export interface ChooseKindProps {
  readonly desk: DeskFrame;
  readonly kinds: readonly MatterKindName[];
}

/** Which kind of thing it is: only those that the hat may raise. */
export function ChooseKindPage({ desk, kinds }: ChooseKindProps) {
  return (
    <DeskLayout
      desk={desk}
      title="Nêu việc mới"
      path={MATTER_PATHS.create}
      breadcrumbs={[HOME, { label: "Nêu việc mới" }]}
    >
      <PageHead
        title="Nêu việc mới"
        lead="Chọn loại việc. Mỗi loại có người giải quyết, cách trả lời và nơi lưu riêng."
      />
      <ul class="plain-list">
        {kinds.map((kind) => (
          <li key={kind} class="matter-kind">
            <a class="matter-kind-name" href={`${MATTER_PATHS.create}?loai=${kind}`}>
              {MATTER_KINDS[kind].name}
            </a>
            <span class="hint">
              {MATTER_KINDS[kind].hint}
              <ClauseMark clause={MATTER_KINDS[kind].clause} />
            </span>
          </li>
        ))}
      </ul>
    </DeskLayout>
  );
}

const HOME = { label: "Công việc", href: MATTER_PATHS.desk };

export interface MatterFormProps {
  readonly desk: DeskFrame;
  readonly kind: MatterKindName;
  readonly form: MatterFormState;
  readonly choices: {
    readonly people: readonly Option[];
    readonly units: readonly Option[];
    /** Units in whose name it may be raised; empty where that is plain. */
    readonly own: readonly Option[];
  };
  /** When it is said again: its number and how often it had moved. Null for a new one. */
  readonly change: { readonly code: string; readonly seen: number; readonly reason: string } | null;
  /** Label of the step. */
  readonly label: string;
}

/** One form for every kind: its fields, whom it names, its files. */
export function MatterFormPage({ desk, kind, form, choices, change, label }: MatterFormProps) {
  const { name, hint, to, clause } = MATTER_KINDS[kind];
  const action = change ? MATTER_PATHS.change(change.code) : MATTER_PATHS.create;
  const crumbs = change ? [HOME, { label: change.code, href: MATTER_PATHS.one(change.code) }] : [HOME];
  return (
    <DeskLayout desk={desk} title={label} path={action} breadcrumbs={[...crumbs, { label }]}>
      <PageHead
        title={label}
        eyebrow={change ? `${name} ${change.code}` : name}
        lead={
          <>
            {hint}
            <ClauseMark clause={clause} />
          </>
        }
      />
      <ErrorSummary items={form.items} />
      {kind === "reminder" && !change && <Texts />}
      <form class="form" method="post" action={action} encType="multipart/form-data">
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="loai" value={kind} />
        {change && <input type="hidden" name="da-thay" value={change.seen} />}
        {choices.own.length > 0 && !change && (
          <Select
            name="don-vi"
            label="Đơn vị của bạn"
            placeholder="Chọn"
            options={choices.own}
            value={form.typed["don-vi"]}
            error={form.errors["don-vi"]}
          />
        )}
        {to !== null && (
          <Ticks
            name="nguoi"
            legend="Người nhận"
            options={choices.people}
            ticked={form.people}
            error={form.errors.nguoi}
          />
        )}
        {to === "people-and-units" && (
          <Ticks
            name="don-vi-nhan"
            legend="Đơn vị nhận"
            options={choices.units}
            ticked={form.units}
            error={form.errors["don-vi-nhan"]}
          />
        )}
        <RecordControls
          fields={fieldsOfKind(kind)}
          typed={form.typed}
          errors={form.errors}
          choices={{ priority: Object.entries(PRIORITIES).map(([value, words]) => ({ value, label: words })) }}
        />
        {change ? (
          <TextArea name="loi" label={change.reason} rows={2} value={form.typed.loi} error={form.errors.loi} />
        ) : (
          <>
            <KeptFiles name="tep-co" files={form.files} />
            <FileInput
              name="tep"
              label="Tệp đính kèm"
              hint="PDF, Word, Excel, ảnh chụp đã lưu thành PDF; mỗi tệp không quá 30 MB."
              multiple
              optional
              error={form.errors.tep}
            />
          </>
        )}
        <Actions>
          <Button kind="primary" icon="send">
            {label}
          </Button>
          <LinkButton href={change ? MATTER_PATHS.one(change.code) : MATTER_PATHS.desk} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
    </DeskLayout>
  );
}

function Texts() {
  return (
    <p>
      Lời đôn đốc mẫu:{" "}
      {REMINDER_TEXTS.map(({ label }, place) => (
        <>
          {place > 0 && ", "}
          <a href={`${MATTER_PATHS.create}?loai=reminder&mau=${place + 1}`}>{label.toLowerCase()}</a>
        </>
      ))}
      .
    </p>
  );
}

interface TicksProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly ticked: readonly string[];
  readonly error: string | undefined;
}

function Ticks({ name, legend, options, ticked, error }: TicksProps) {
  return (
    <fieldset class={error ? "field has-error" : "field"} id={name}>
      <legend class="label">{legend}</legend>
      {error && <p class="field-error">{error}</p>}
      <div class="matter-ticks">
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            id={`${name}-${value}`}
            name={name}
            value={value}
            label={label}
            checked={ticked.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
