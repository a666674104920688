import { ArrowDown, ArrowUp, Trash2 } from "lucide-static";
import type { Attachment } from "../../../newsroom/content.ts";
import { formatBytes } from "../../format.ts";
import { line } from "./dialog.ts";
import { button, el } from "./dom.ts";
import { fieldValue, LOADED, readJson, writeValue } from "./form-values.ts";
import { sendFile } from "./send.ts";
import type { FileUploaded } from "./wire.ts";

/** The article's files: added, titled, ordered and removed here, kept in the hidden field `attachments`. */
export function mountAttachments(form: HTMLFormElement, place: HTMLElement, uploadUrl: string, csrf: string): void {
  const list = el("ol", { class: "attachments" });
  const said = el("p", { class: "hint", role: "status" });
  const chooser = line({
    label: "Thêm tệp",
    hint: "PDF, Word, Excel… Tên hiển thị nên nói rõ nội dung, ví dụ “Kế hoạch tuyển sinh năm học 2026–2027”.",
    attributes: { type: "file", multiple: true },
  });

  const current = () => (readJson(fieldValue(form, "attachments")) as Attachment[] | null) ?? [];
  const store = (files: readonly Attachment[]) => writeValue(form, "attachments", JSON.stringify(files));

  function change(files: readonly Attachment[], tell: string): void {
    store(files);
    draw();
    said.textContent = tell;
  }

  function move(from: number, to: number): void {
    const files = current();
    const [moved] = files.splice(from, 1);
    if (!moved) return;
    files.splice(to, 0, moved);
    change(files, `Đã chuyển “${moved.title}” tới vị trí ${to + 1}.`);
    list.children[to]?.querySelector("button:not(:disabled)")?.closest("button")?.focus();
  }

  function item(file: Attachment, index: number, count: number): HTMLElement {
    const title = line({ label: `Tên hiển thị của tệp ${index + 1}`, value: file.title });
    title.control.addEventListener("input", () => {
      store(current().map((other, at) => (at === index ? { ...other, title: title.control.value } : other)));
    });
    const up = button({ label: `Chuyển tệp ${index + 1} lên`, svg: ArrowUp, quiet: true }, () =>
      move(index, index - 1),
    );
    const down = button({ label: `Chuyển tệp ${index + 1} xuống`, svg: ArrowDown, quiet: true }, () =>
      move(index, index + 1),
    );
    up.disabled = index === 0;
    down.disabled = index === count - 1;
    const remove = button({ label: `Bỏ tệp ${index + 1}`, svg: Trash2, quiet: true }, () => {
      change(
        current().filter((_, at) => at !== index),
        `Đã bỏ “${file.title}”.`,
      );
      chooser.control.focus();
    });
    return el(
      "li",
      { class: "attachment" },
      title.row,
      el("p", { class: "attachment-file" }, `${file.name} · ${formatBytes(file.size)}`),
      el("div", { class: "attachment-actions" }, up, down, remove),
    );
  }

  function draw(): void {
    const files = current();
    list.replaceChildren(...files.map((file, index) => item(file, index, files.length)));
    list.hidden = files.length === 0;
  }

  chooser.control.addEventListener("change", async () => {
    const input = chooser.control as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    const refused: string[] = [];
    for (const file of chosen) {
      said.textContent = `Đang tải “${file.name}” lên…`;
      const answer = await sendFile<FileUploaded>(uploadUrl, csrf, file);
      if (answer.ok) {
        const title = file.name.normalize("NFC").replace(/\.[^.]+$/, "");
        change([...current(), { ...answer.attachment, title }], `Đã thêm “${file.name}”.`);
      } else refused.push(`${file.name}: ${answer.message}`);
    }
    input.value = "";
    chooser.fault(refused.length > 0 ? refused.join(" ") : null);
    if (refused.length > 0) said.textContent = "";
  });

  form.addEventListener(LOADED, draw);
  draw();
  // The title fields are not the form's own: their values travel in the hidden field.
  place.replaceChildren(list, chooser.row, said);
}
