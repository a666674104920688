/** The value of a rule or a reader that may say no. Exceptions are kept for bugs and broken machines. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refused = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });

/**
 * One reason why an act is not allowed: the rule's code, the clause it rests on, and what fills the
 * sentence for the person (`words/refusals.ts` holds the sentences; a code without one does not compile).
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Clause of the regulation in short form, e.g. `Đ15.k2.b3`, or of another text, e.g. `REQ-036`. */
  readonly clause: string;
  /** Values for the sentence: names, dates, the exact place in the text. Never markup. */
  readonly detail?: Readonly<Record<string, string>>;
}

/** A field of a form that cannot be accepted as typed. `field` is the form's own name for it. */
export interface Invalid {
  readonly field: string;
  /** A whole Vietnamese sentence that says what to do. */
  readonly message: string;
}
