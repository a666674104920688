import { type Option, Select } from "../ui/choice.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatBytes } from "../ui/format.ts";
import type { RecordField } from "./record-fields.ts";

export interface RecordControlsProps {
  readonly fields: readonly RecordField[];
  /** By name of the control. */
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Choices of the fields that have some, by key. */
  readonly choices?: Readonly<Record<string, readonly Option[]>> | undefined;
}

const ROWS = { lines: 6, text: 10 } as const;

/** The controls of a record, in the order of its fields. */
export function RecordControls({ fields, typed, errors, choices = {} }: RecordControlsProps) {
  return (
    <>
      {fields.map((field) => {
        const { key, name, label, kind, hint, optional } = field;
        const control = { name, label, hint, optional, value: typed[name], error: errors[name] };
        if (kind === "lines" || kind === "text") return <TextArea key={key} rows={ROWS[kind]} {...control} />;
        if (kind === "choice") return <Select key={key} placeholder="Chọn" options={choices[key] ?? []} {...control} />;
        if (kind === "date") return <Field key={key} type="date" width="short" {...control} />;
        if (kind === "number") return <Field key={key} inputmode="numeric" width="short" {...control} />;
        return <Field key={key} {...control} />;
      })}
    </>
  );
}

export interface KeptFile {
  readonly hash: string;
  readonly title: string;
  readonly size: number;
}

/** Files that the record has already: a ticked one stays. */
export function KeptFiles({ name, files }: { readonly name: string; readonly files: readonly KeptFile[] }) {
  if (files.length === 0) return null;
  return (
    <fieldset class="field">
      <legend class="label">Tệp đang có</legend>
      <p class="hint">Bỏ đánh dấu để không dùng tệp nữa. Các phiên bản trước vẫn giữ tệp.</p>
      {files.map(({ hash, title, size }) => (
        <div class="choice" key={hash}>
          <input class="choice-input" type="checkbox" id={`tep-${hash}`} name={name} value={hash} checked />
          <label class="choice-label" for={`tep-${hash}`}>
            {title} <span class="choice-hint">{formatBytes(size)}</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
