import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-static";

/** Small tools for building pages by hand. Text is always set as text, so nothing typed can become markup. */

type Attribute = string | number | boolean | null | undefined;
type Child = Node | string | null | undefined | false;

/** An element with attributes (`true` sets, `false` and `null` leave out) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** One of our own icons (an SVG text from the Lucide package), hidden from screen readers. */
export function icon(svg: string): SVGElement {
  const template = document.createElement("template");
  template.innerHTML = svg.slice(svg.indexOf("<svg"));
  const picture = template.content.firstElementChild as SVGElement;
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("focusable", "false");
  return picture;
}

interface ButtonLook {
  readonly label: string;
  readonly svg?: string;
  /** Icon only: the label is still the accessible name and the title. */
  readonly quiet?: boolean;
  readonly kind?: "primary" | "secondary" | "danger" | "quiet";
}

/** A word to the person that stands out from the page, as the desk's own notices look. */
export function notice(kind: "info" | "ok" | "warn" | "danger", ...content: readonly Child[]): HTMLElement {
  const svg = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleX }[kind];
  return el("div", { class: `notice notice-${kind}` }, icon(svg), el("div", { class: "notice-body" }, ...content));
}

/** A real button. Never submits. */
export function button(
  { label, svg, quiet = false, kind = "secondary" }: ButtonLook,
  onClick: () => void,
): HTMLButtonElement {
  const made = el(
    "button",
    {
      type: "button",
      class: `button button-${kind}${quiet ? " button-icon" : ""}`,
      ...(quiet ? { title: label, "aria-label": label } : {}),
    },
    svg ? icon(svg) : null,
    quiet ? null : el("span", {}, label),
  );
  made.addEventListener("click", onClick);
  return made;
}

let serial = 0;
/** An id for tying a label or a message to its control. */
export function freshId(stem: string): string {
  serial += 1;
  return `${stem}-${serial}`;
}

const HOUR = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
const DAY = new Intl.DateTimeFormat("vi-VN", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  timeZone: "Asia/Ho_Chi_Minh",
});

/** "08:31" today, "08:31 ngày 24/11/2026" otherwise; Vietnamese time wherever the reader is. */
export function when(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return "";
  const day = DAY.format(at);
  return day === DAY.format(new Date()) ? HOUR.format(at) : `${HOUR.format(at)} ngày ${day}`;
}
