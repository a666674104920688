import type { ComponentChildren } from "preact";
import { type ControlProps, described, FieldFrame, Guidance, idsOf } from "./field.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

/** The choices of a table of names, in its order. */
export const optionsOf = (names: Readonly<Record<string, string | { readonly name: string }>>): Option[] =>
  Object.entries(names).map(([value, name]) => ({ value, label: typeof name === "string" ? name : name.name }));

export interface SelectProps extends ControlProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** Words of an empty first choice, e.g. "Chọn chuyên mục". */
  readonly placeholder?: string | undefined;
}

/** One of a long list. For up to five choices `Radios` is easier. */
export function Select(props: SelectProps) {
  return (
    <FieldFrame control={props}>
      <select class="input select" id={idsOf(props).id} name={props.name} {...described(props)}>
        {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
        {props.options.map(({ value, label, disabled }) => (
          <option key={value} value={value} selected={value === props.value} disabled={disabled ?? false}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export interface CheckboxProps extends ControlProps {
  /** Sent when checked; "on" by default. */
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
}

/** A yes or no. Not required unless `optional` is set to false. */
export function Checkbox(props: CheckboxProps) {
  const control = { ...props, optional: props.optional ?? true };
  const { id } = idsOf(control);
  return (
    <div class={props.error ? "choice has-error" : "choice"}>
      <input
        class="choice-input"
        type="checkbox"
        id={id}
        name={props.name}
        value={props.value ?? "on"}
        checked={props.checked ?? false}
        {...described(control)}
      />
      <label class="choice-label" for={id}>
        {props.label}
      </label>
      <div class="choice-guidance">
        <Guidance {...control} />
      </div>
    </div>
  );
}

export interface RadioOption extends Option {
  readonly hint?: ComponentChildren;
  /** Fields that belong to this choice; always visible, so that nothing depends on a script. */
  readonly children?: ComponentChildren;
}

export interface RadiosProps extends ControlProps {
  readonly options: readonly RadioOption[];
  readonly value?: string | undefined;
}

/** One of a few, all of them in sight. */
export function Radios(props: RadiosProps) {
  const { id, describedBy } = idsOf(props);
  return (
    <fieldset class={props.error ? "field has-error" : "field"} id={id} aria-describedby={describedBy}>
      <legend class="label">
        {props.label}
        {props.optional && <span class="optional"> (không bắt buộc)</span>}
      </legend>
      <Guidance {...props} />
      {props.options.map((option, index) => (
        <div class="choice" key={option.value}>
          <input
            class="choice-input"
            type="radio"
            id={`${id}-${index}`}
            name={props.name}
            value={option.value}
            checked={option.value === props.value}
            disabled={(option.disabled ?? false) || (props.disabled ?? false)}
            required={!props.optional}
          />
          <label class="choice-label" for={`${id}-${index}`}>
            {option.label}
            {option.hint && <span class="choice-hint">{option.hint}</span>}
          </label>
          {option.children && <div class="choice-guidance">{option.children}</div>}
        </div>
      ))}
    </fieldset>
  );
}

export interface FileInputProps extends ControlProps {
  /** E.g. `.docx` or `image/*`. A help to the chooser only: the server looks at the content. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** One or several files; the whole frame can be dropped on. */
export function FileInput(props: FileInputProps) {
  return (
    <FieldFrame control={props}>
      <input
        class="input file-input"
        type="file"
        id={idsOf(props).id}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple ?? false}
        {...described(props)}
      />
    </FieldFrame>
  );
}

/** Fields that belong together, under one legend. */
export function FieldGroup({ legend, hint, children }: { legend: string; hint?: string; children: ComponentChildren }) {
  return (
    <fieldset class="field-group">
      <legend class="field-group-legend">{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
