import { button, el, freshId } from "./dom.ts";

export interface Asked {
  readonly title: string;
  readonly content: readonly (Node | string)[];
  readonly accept: string;
  readonly cancel?: string;
  readonly wide?: boolean;
  readonly danger?: boolean;
  /** Runs on acceptance; `false` keeps the dialog open (something is still missing and has been said). */
  readonly onAccept?: () => boolean | Promise<boolean>;
}

/**
 * Asks something in a modal dialog. True when accepted; Escape, the cancel button and the close button all
 * mean "no". Focus goes back to where it was.
 */
export function ask({
  title,
  content,
  accept,
  cancel = "Thôi",
  wide = false,
  danger = false,
  onAccept,
}: Asked): Promise<boolean> {
  const heading = freshId("dialog");
  const opener = document.activeElement;
  const submit = el("button", { type: "submit", class: `button button-${danger ? "danger" : "primary"}` }, accept);
  const form = el(
    "form",
    { method: "dialog", novalidate: true },
    el("h2", { id: heading, class: "editor-dialog-title" }, title),
    el("div", { class: "editor-dialog-body" }, ...content),
    el(
      "div",
      { class: "actions" },
      submit,
      button({ label: cancel }, () => dialog.close("no")),
    ),
  );
  const dialog = el(
    "dialog",
    { class: wide ? "editor-dialog editor-dialog-wide" : "editor-dialog", "aria-labelledby": heading },
    form,
  );

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    const mayClose = (await onAccept?.()) ?? true;
    submit.disabled = false;
    if (mayClose) dialog.close("yes");
  });
  document.body.append(dialog);
  dialog.showModal();

  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      resolve(dialog.returnValue === "yes");
    });
  });
}

export interface Line {
  readonly row: HTMLElement;
  readonly control: HTMLInputElement | HTMLTextAreaElement;
  /** Shows why the value cannot be taken; `null` clears it. */
  fault(message: string | null): void;
}

interface LineLook {
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly tall?: boolean;
  readonly optional?: boolean;
  readonly attributes?: Readonly<Record<string, string | boolean>>;
}

/** A labelled control with room for a hint and for what is wrong with it. */
export function line({ label, value = "", hint, tall = false, optional = false, attributes = {} }: LineLook): Line {
  const id = freshId("line");
  const hintId = hint ? `${id}-hint` : "";
  const control = el(tall ? "textarea" : "input", {
    id,
    class: tall ? "input textarea" : attributes.type === "file" ? "input file-input" : "input",
    "aria-describedby": hintId || null,
    ...(tall ? { rows: 2 } : { type: "text" }),
    ...attributes,
  });
  if (control.type !== "file") control.value = value;
  const wrong = el("p", { id: `${id}-fault`, class: "field-error", hidden: true });
  const row = el(
    "div",
    { class: "field" },
    el(
      "label",
      { class: "label", for: id },
      label,
      optional ? el("span", { class: "optional" }, " (không bắt buộc)") : null,
    ),
    hint ? el("p", { id: hintId, class: "hint" }, hint) : null,
    wrong,
    control,
  );
  return {
    row,
    control,
    fault(message) {
      row.classList.toggle("has-error", message !== null);
      wrong.hidden = message === null;
      wrong.textContent = message ?? "";
      if (message === null) control.removeAttribute("aria-invalid");
      else control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", [hintId, message === null ? "" : wrong.id].filter(Boolean).join(" "));
    },
  };
}

const CREDIT_HINT = "Điều 6 khoản 3 của Quy chế: đăng tải, trích dẫn phải ghi rõ tác giả và nguồn.";

/** Who made it and where it is from, asked in one place and by one clause for pictures, albums and videos. */
export function creditFields(author: Line, source: Line, hint = CREDIT_HINT): HTMLElement {
  return el(
    "fieldset",
    { class: "field-group" },
    el("legend", { class: "field-group-legend" }, "Tác giả và nguồn"),
    el("p", { class: "hint" }, hint),
    author.row,
    source.row,
  );
}
