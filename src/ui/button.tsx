import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

/** `primary`: the one thing to do here. `danger`: cannot be taken back. `quiet`: beside the text, without a frame. */
export type ButtonKind = "primary" | "secondary" | "danger" | "quiet";

interface Look {
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

const look = (kind: ButtonKind = "secondary"): string => `button button-${kind}`;

export interface ButtonProps extends Look {
  readonly type?: "submit" | "button";
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Id of the form this button sends when it stands outside of it. */
  readonly form?: string | undefined;
  /** Sends the form to another address than the form's own. */
  readonly formAction?: string | undefined;
  /** Sends without the browser's own checks: for "save as it stands". */
  readonly formNoValidate?: boolean | undefined;
  readonly id?: string | undefined;
}

/** A button that sends its form. */
export function Button({ kind, icon, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button type={type} class={look(kind)} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

export interface LinkButtonProps extends Look {
  readonly href: string;
  readonly download?: boolean | undefined;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ kind, icon, children, ...rest }: LinkButtonProps) {
  return (
    <a class={look(kind)} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** A row of buttons that wraps; the main one first. */
export function Actions({ children }: { readonly children: ComponentChildren }) {
  return <div class="actions">{children}</div>;
}
