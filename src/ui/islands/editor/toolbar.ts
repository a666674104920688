import type { Editor } from "@tiptap/core";
import { el, icon } from "./dom.ts";
import type { Tool } from "./tools.ts";

/** The same shortcut is written with another key there. */
const onMac = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * A toolbar as screen readers and keyboards expect it: one stop for the Tab key, arrows move within, switches
 * tell their state. It follows the editor's selection.
 */
export function toolbar(
  editor: Editor,
  label: string,
  tools: readonly Tool[],
  isShown: () => boolean = () => true,
): HTMLElement {
  const bar = el("div", { class: "editor-toolbar", role: "toolbar", "aria-label": label });
  const buttons = tools.map((tool) => {
    const title = tool.keys ? `${tool.label} (${onMac ? tool.keys.replace("Ctrl", "⌘") : tool.keys})` : tool.label;
    const words = tool.words ?? (tool.svg ? null : tool.label);
    const made = el(
      "button",
      {
        type: "button",
        class: tool.apart ? "editor-tool editor-tool-apart" : "editor-tool",
        title,
        "aria-label": tool.words || tool.svg ? tool.label : null,
        "aria-keyshortcuts": tool.keys?.replace("Ctrl", "Control") ?? null,
        tabindex: "-1",
      },
      tool.svg ? icon(tool.svg) : null,
      words ? el("span", { class: "editor-tool-words" }, words) : null,
    );
    // The selection in the text must survive a click on a tool.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => {
      if (made.getAttribute("aria-disabled") !== "true") tool.run(editor);
    });
    return made;
  });
  bar.append(...buttons);

  function stopAt(chosen: HTMLElement): void {
    for (const made of buttons) made.tabIndex = made === chosen ? 0 : -1;
  }
  bar.addEventListener("focusin", (event) => stopAt(event.target as HTMLElement));
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const last = buttons.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    if (event.key === "Escape") editor.commands.focus();
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  });
  if (buttons[0]) stopAt(buttons[0]);

  function follow(): void {
    bar.hidden = !isShown();
    if (bar.hidden) return;
    tools.forEach((tool, index) => {
      const made = buttons[index]!;
      if (tool.isOn) made.setAttribute("aria-pressed", String(tool.isOn(editor)));
      if (tool.isPossible) made.setAttribute("aria-disabled", String(!tool.isPossible(editor)));
    });
  }
  editor.on("transaction", follow);
  follow();
  return bar;
}
