import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import { normalizeLine, normalizeText } from "../kernel/vietnamese.ts";
import type { BodyDoc, BodyNode } from "../newsroom/content.ts";
import type { ActingHat } from "../regulation/hats.ts";

export const TEMPLATE_KINDS = { STORY: "Mẫu bài", PAGE: "Mẫu trang" } as const;
export type TemplateKind = keyof typeof TEMPLATE_KINDS;

/** What a draft begins with. `body` as in pages: an empty line between paragraphs, `## ` a heading, `- ` a list item. */
export interface TemplateText {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}

export interface TemplateFields extends TemplateText {
  readonly kind: TemplateKind;
  readonly name: string;
  /** When to choose it. */
  readonly hint: string;
  readonly isActive: boolean;
}

export type TemplateCode =
  | "templateNotYours"
  | "templateUnknown"
  | "templateNameMissing"
  | "templateNameTaken"
  | "templateBodyMissing"
  | "templateTooLong";

const MAY_WRITE: readonly ActingHat[] = ["SECRETARY", "SYSTEM"];
const LONGEST = { name: 80, title: 200, lead: 500, body: 20_000 } as const;

/** A template as it may be kept. Refuses any hat but the secretary's (Đ11.g1), and what no draft could begin with. */
export function judgeTemplate(
  hat: ActingHat,
  typed: TemplateFields,
  taken: boolean,
): Result<TemplateFields, Refusal<TemplateCode>[]> {
  const fields: TemplateFields = {
    ...typed,
    name: normalizeLine(typed.name),
    hint: normalizeLine(typed.hint),
    title: normalizeLine(typed.title),
    lead: normalizeLine(typed.lead),
    body: normalizeText(typed.body).replace(/\r\n?/g, "\n").trim(),
  };
  const refusals: Refusal<TemplateCode>[] = [];
  const no = (code: TemplateCode, detail: Record<string, string> = {}) =>
    refusals.push({ code, clause: "Đ11.g1", detail });
  if (!MAY_WRITE.includes(hat)) no("templateNotYours");
  if (!fields.name) no("templateNameMissing", { name: "ten" });
  else if (taken) no("templateNameTaken", { template: fields.name, name: "ten" });
  if (!fields.body) no("templateBodyMissing", { name: "noi-dung-mau" });
  const controls = { name: "ten", title: "tieu-de", lead: "tom-tat", body: "noi-dung-mau" } as const;
  for (const [field, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][])
    if (fields[field].length > most) no("templateTooLong", { most: String(most), name: controls[field] });
  return refusals.length > 0 ? refused(refusals) : done(fields);
}

/** The body of an article that begins from a template. */
export function bodyFrom(text: string): BodyDoc {
  const nodes: BodyNode[] = [];
  const words = (line: string): Pick<BodyNode, "content"> => (line ? { content: [{ type: "text", text: line }] } : {});
  for (const part of text.split(/\n{2,}/)) {
    const items: BodyNode[] = [];
    const lines: string[] = [];
    const paragraph = () => {
      if (lines.length > 0) nodes.push({ type: "paragraph", ...words(lines.splice(0).join(" ")) });
    };
    for (const line of part.split("\n").map((one) => one.trim())) {
      const heading = /^##\s+(.+)$/.exec(line)?.[1];
      const item = /^[-–]\s+(.+)$/.exec(line)?.[1];
      if (item) items.push({ type: "listItem", content: [{ type: "paragraph", ...words(item) }] });
      else if (heading) {
        paragraph();
        nodes.push({ type: "heading", attrs: { level: 2 }, ...words(heading) });
      } else if (line) lines.push(line);
    }
    paragraph();
    if (items.length > 0) nodes.push({ type: "bulletList", content: items });
  }
  return { type: "doc", content: nodes.length > 0 ? nodes : [{ type: "paragraph" }] };
}
