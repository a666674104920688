import { el } from "./dom.ts";
import { LOADED } from "./form-values.ts";

/** What `readContent` accepts. Nothing is cut off while typing: a pasted text is shortened by its writer. */
const LIMIT = 600;

/** Shows, under the summary, how long it has become. Not read out while typing. */
export function countLead(form: HTMLFormElement, lead: HTMLTextAreaElement): void {
  const shown = el("p", { class: "hint lead-count" });
  function count(): void {
    const words = lead.value.trim().split(/\s+/).filter(Boolean).length;
    const letters = lead.value.trim().length;
    shown.textContent = `${words} chữ, ${letters} trên ${LIMIT} ký tự.`;
    shown.classList.toggle("is-over", letters > LIMIT);
  }
  lead.after(shown);
  lead.addEventListener("input", count);
  form.addEventListener(LOADED, count);
  count();
}
