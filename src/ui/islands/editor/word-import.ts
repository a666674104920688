import { ask } from "./dialog.ts";
import { el } from "./dom.ts";
import { fieldValue, loadValues, readJson } from "./form-values.ts";
import { sendFile } from "./send.ts";
import type { WordImported } from "./wire.ts";
import { wordReport } from "./word-report.ts";

interface WordDesk {
  readonly form: HTMLFormElement;
  /** The plain form that works without script; its place also shows progress and refusals. */
  readonly plainForm: HTMLFormElement;
  readonly url: string;
  readonly csrf: string;
}

/**
 * Takes a Word file into the form: shows what it holds, what stays behind and how old fonts would be converted,
 * and replaces nothing before the person has agreed. Gives back the function that does it for a dropped file.
 */
export function mountWordImport({ form, plainForm, url, csrf }: WordDesk): (file: File) => Promise<void> {
  const said = el("p", { class: "word-said", role: "status" });
  plainForm.append(said);
  let busy = false;

  function tell(text: string, wrong = false): void {
    said.textContent = text;
    if (text) plainForm.closest("details")?.setAttribute("open", "");
    said.classList.toggle("field-error", wrong);
  }

  async function read(file: File, fields: Readonly<Record<string, string>>): Promise<void> {
    tell(`Đang đọc “${file.name}”…`);
    const answer = await sendFile<WordImported>(url, csrf, file, fields);
    if (!answer.ok) return tell(answer.message, true);
    tell("");
    const word = answer.import;
    const replacing = hasText(form);

    if (word.legacy) {
      const convert = await ask({
        title: `Nhập từ “${file.name}”`,
        content: wordReport(word, false),
        accept: "Chuyển mã",
        wide: true,
      });
      if (convert) return read(file, { convertLegacy: "1" });
      return tell("Chưa nhập gì. Bài giữ nguyên như trước.");
    }
    const agreed = await ask({
      title: `Nhập từ “${file.name}”`,
      content: wordReport(word, replacing),
      accept: replacing ? "Thay nội dung hiện có" : "Đưa vào bài",
      danger: replacing,
      wide: true,
    });
    if (!agreed) return tell("Chưa nhập gì. Bài giữ nguyên như trước.");
    loadValues(form, {
      title: word.title || fieldValue(form, "title"),
      lead: word.lead || fieldValue(form, "lead"),
      body: JSON.stringify(word.body),
    });
    tell("Đã đưa nội dung từ Word vào bài. Hãy đọc lại và bổ sung mô tả, tác giả, nguồn cho từng ảnh.");
  }

  async function take(file: File): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      await read(file, {});
    } finally {
      busy = false;
    }
  }

  plainForm.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = plainForm.querySelector<HTMLInputElement>("input[type='file']");
    const file = input?.files?.[0];
    if (file) void take(file).then(() => plainForm.reset());
    else tell("Hãy chọn một tệp Word (.docx).", true);
  });
  return take;
}

/** Whether an import would replace anything somebody wrote. */
function hasText(form: HTMLFormElement): boolean {
  const body = readJson(fieldValue(form, "body")) as {
    content?: readonly { type: string; content?: unknown[] }[];
  } | null;
  const written = (body?.content ?? []).some(({ type, content }) => type !== "paragraph" || (content?.length ?? 0) > 0);
  return written || fieldValue(form, "title").trim() !== "" || fieldValue(form, "lead").trim() !== "";
}
