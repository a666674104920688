import { el, notice } from "./dom.ts";
import type { WordText } from "./wire.ts";

const ENCODINGS = { tcvn3: "TCVN3 (phông .Vn…)", vni: "VNI", both: "TCVN3 và VNI" } as const;

/** What a Word file gave, in words a person can check before taking it over. */
export function wordReport(word: WordText, replacing: boolean): HTMLElement[] {
  return [
    el(
      "dl",
      { class: "word-found" },
      el("dt", {}, "Tiêu đề"),
      el("dd", {}, word.title || "Không tìm thấy, hãy tự ghi"),
      el("dt", {}, "Tóm tắt"),
      el("dd", {}, word.lead || "Không tìm thấy, hãy tự ghi"),
      el("dt", {}, "Nội dung"),
      el("dd", {}, inWords(word)),
    ),
    ...(word.legacy ? [legacyPreview(word.legacy)] : []),
    ...dropped(word),
    ...(replacing
      ? [notice("warn", el("p", {}, "Bài đang có chữ. Nội dung từ Word sẽ thay tiêu đề, tóm tắt và nội dung hiện có."))]
      : []),
  ];
}

function inWords({ body }: WordText): string {
  const count = (...types: string[]) => body.content.filter(({ type }) => types.includes(type)).length;
  const parts: readonly (readonly [number, string])[] = [
    [count("paragraph", "blockquote"), "đoạn văn"],
    [count("heading"), "đề mục"],
    [count("bulletList", "orderedList"), "danh sách"],
    [count("table"), "bảng"],
    [count("figure"), "ảnh"],
  ];
  return (
    parts
      .filter(([number]) => number > 0)
      .map(([number, what]) => `${number} ${what}`)
      .join(", ") || "Không có chữ nào"
  );
}

function dropped({ dropped: things }: WordText): HTMLElement[] {
  if (things.length === 0) return [el("p", {}, "Không có gì bị bỏ lại.")];
  return [
    el("h3", {}, "Những thứ không giữ được như trong Word"),
    el(
      "ul",
      { class: "word-dropped" },
      ...things.map(({ what, count, sample }) =>
        el("li", {}, `${what}: ${count}`, sample ? el("span", { class: "word-sample" }, `, ví dụ “${sample}”`) : null),
      ),
    ),
  ];
}

function legacyPreview({ encoding, samples, runs }: NonNullable<WordText["legacy"]>): HTMLElement {
  return el(
    "section",
    { class: "word-legacy" },
    el("h3", {}, "Chữ viết bằng phông cũ"),
    el(
      "p",
      {},
      `Tệp có ${runs} chỗ viết bằng bảng mã ${ENCODINGS[encoding]}. Cổng chỉ dùng chữ Unicode (Điều 6 khoản 4), nên cần chuyển mã. Hãy xem thử trước:`,
    ),
    el(
      "table",
      { class: "word-samples" },
      el(
        "thead",
        {},
        el("tr", {}, el("th", { scope: "col" }, "Trong tệp"), el("th", { scope: "col" }, "Sau khi chuyển")),
      ),
      el(
        "tbody",
        {},
        ...samples.map(({ before, after }) => el("tr", {}, el("td", {}, before), el("td", { lang: "vi" }, after))),
      ),
    ),
  );
}
