import { ask } from "./editor/dialog.ts";
import { button } from "./editor/dom.ts";

/**
 * Small comforts of the desk; every form works without them.
 *
 * `<form data-confirm="Câu hỏi" data-confirm-accept="Hủy bài">` asks before it is sent.
 * `[data-comment-form]` (one form with a field `block`) moves under the paragraph it is about: an element with
 * `data-block-id`, or one that `renderBody` made with anchors inside `[data-commentable]`.
 */

async function confirmed(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const agreed = await ask({
    title: form.dataset.confirmTitle ?? "Xin xác nhận",
    content: [form.dataset.confirm ?? ""],
    accept: form.dataset.confirmAccept ?? submitter?.textContent?.trim() ?? "Đồng ý",
    danger: submitter?.classList.contains("button-danger") ?? false,
  });
  if (!agreed) return;
  form.dataset.confirmedOnce = "";
  form.requestSubmit(submitter instanceof HTMLButtonElement && submitter.type === "submit" ? submitter : null);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.confirm === undefined) return;
  if (form.dataset.confirmedOnce !== undefined) {
    delete form.dataset.confirmedOnce;
    return;
  }
  event.preventDefault();
  void confirmed(form, event.submitter);
});

const commentForm = document.querySelector<HTMLFormElement>("[data-comment-form]");

const blockIdOf = (block: HTMLElement): string => block.dataset.blockId ?? block.id.replace(/^doan-/, "");

/** Puts the comment form under a paragraph and starts writing there. */
function commentOn(form: HTMLFormElement, block: HTMLElement): void {
  const field = form.elements.namedItem("block");
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  field.value = blockIdOf(block);
  for (const other of document.querySelectorAll(".is-commented-on")) other.classList.remove("is-commented-on");
  block.classList.add("is-commented-on");
  block.after(form);
  form.querySelector("textarea")?.focus();
}

if (commentForm) {
  for (const block of document.querySelectorAll<HTMLElement>("[data-block-id], [data-commentable] [id^='doan-']")) {
    block.classList.add("is-open-to-comment");
    const invite = button({ label: "Nhận xét đoạn trên" }, () => commentOn(commentForm, block));
    invite.classList.add("comment-invite");
    block.after(invite);
    block.addEventListener("click", (event) => {
      const busy = event.target instanceof Element && event.target.closest("a, button, input, summary") !== null;
      if (!busy && getSelection()?.isCollapsed !== false) commentOn(commentForm, block);
    });
  }
}
