import type { ComponentChildren } from "preact";

/** What every control of a form has: a visible label, help before it, and the error where it happened. */
export interface ControlProps {
  /** The name under which the value is sent; also the id, so that an error summary can link to `#name`. */
  readonly name: string;
  readonly id?: string | undefined;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** Shows "(không bắt buộc)" and drops the `required` mark. Controls are required unless this is set. */
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

interface Ids {
  readonly id: string;
  readonly describedBy: string | undefined;
}

/** Ids of a control and of what describes it. */
export function idsOf({ name, id = name, hint, error }: ControlProps): Ids {
  const parts = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return { id, describedBy: parts.length > 0 ? parts.join(" ") : undefined };
}

/** What a control tells assistive technology about its help and its error. */
export function described(props: ControlProps) {
  const { describedBy } = idsOf(props);
  return {
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
    ...(props.error ? { "aria-invalid": "true" as const } : {}),
    ...(props.optional ? {} : { required: true }),
    ...(props.disabled ? { disabled: true } : {}),
  };
}

/** Help and error of a control, in the order in which they are read. */
export function Guidance(props: ControlProps) {
  const { id } = idsOf(props);
  return (
    <>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">Lỗi: </span>
          {props.error}
        </p>
      )}
    </>
  );
}

/** Label, help, error, then the control. */
export function FieldFrame({
  control,
  children,
}: {
  readonly control: ControlProps;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={control.error ? "field has-error" : "field"}>
      <label class="label" for={idsOf(control).id}>
        {control.label}
        {control.optional && <span class="optional"> (không bắt buộc)</span>}
      </label>
      <Guidance {...control} />
      {children}
    </div>
  );
}

export interface FieldProps extends ControlProps {
  readonly type?:
    | "text"
    | "email"
    | "password"
    | "search"
    | "tel"
    | "url"
    | "number"
    | "date"
    | "month"
    | "datetime-local";
  readonly value?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: "text" | "numeric" | "email" | "tel" | "url" | "search" | undefined;
  readonly minlength?: number | undefined;
  readonly maxlength?: number | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  /** Width that tells how much is expected; the whole line by default. */
  readonly width?: "short" | "medium" | "full" | undefined;
}

/** One line of text, a number, a date or a password. */
export function Field(props: FieldProps) {
  const { type = "text", width = "full" } = props;
  return (
    <FieldFrame control={props}>
      <input
        class={`input input-${width}`}
        id={idsOf(props).id}
        name={props.name}
        // The one form of the union that takes every attribute below; the browser reads the real one.
        type={type as "text"}
        value={type === "password" ? undefined : props.value}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        minlength={props.minlength}
        maxlength={props.maxlength}
        min={props.min}
        max={props.max}
        pattern={props.pattern}
        spellcheck={props.spellcheck}
        autofocus={props.autofocus}
        {...described(props)}
      />
    </FieldFrame>
  );
}

export interface TextAreaProps extends ControlProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly minlength?: number | undefined;
  readonly maxlength?: number | undefined;
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea(props: TextAreaProps) {
  return (
    <FieldFrame control={props}>
      <textarea
        class="input textarea"
        id={idsOf(props).id}
        name={props.name}
        rows={props.rows ?? 4}
        minlength={props.minlength}
        maxlength={props.maxlength}
        {...described(props)}
      >
        {props.value ?? ""}
      </textarea>
    </FieldFrame>
  );
}
