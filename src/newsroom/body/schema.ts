import { getSchema } from "@tiptap/core";
import type { Id } from "../../kernel/ids.ts";
import { done, type Invalid, type Result, refused } from "../../kernel/result.ts";
import type { BodyDoc, BodyMark, BodyNode } from "../content.ts";
import { readAttributes } from "./attributes.ts";
import { bodyExtensions } from "./extensions.ts";
import { readHref } from "./href.ts";
import { sortMarks } from "./marks.ts";
import { joinText } from "./normal.ts";

/** An article longer than this is no article: it would only slow everybody down. */
export const BODY_LIMITS = { depth: 32, nodes: 30_000, characters: 300_000 } as const;

const schema = getSchema(bodyExtensions);

interface Reading {
  nodes: number;
  characters: number;
  /** The first thing found wrong; once set, nothing more is read. */
  wrong: string | null;
}

/**
 * The body of an article from what an editor or an importer sent: only known nodes, marks and attributes, text
 * normalised, every top-level block with an id that stays (new ones from `newId`).
 *
 * Refuses structures the schema does not know, links with a forbidden address, pictures without a file, and
 * bodies beyond `BODY_LIMITS`. Keys of the input are never copied, so none can reach a prototype.
 */
export function checkBody(json: unknown, newId: () => Id): Result<BodyDoc, Invalid> {
  const reading: Reading = { nodes: 0, characters: 0, wrong: null };
  const ids = topIds(json);
  const root = readNode(json, 0, reading);
  if (reading.wrong !== null || root?.type !== "doc") {
    return refused({ field: "body", message: reading.wrong ?? "Nội dung bài không đọc được. Xin tải lại trang." });
  }
  try {
    schema.nodeFromJSON(root).check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused({ field: "body", message: "Bố cục nội dung bài không hợp lệ. Xin bỏ phần vừa dán rồi lưu lại." });
  }
  const taken = new Set<string>();
  const content = (root.content ?? []).map((block, index) => {
    const id = ids[index]?.find((candidate) => !taken.has(candidate)) ?? newId();
    taken.add(id);
    return { ...block, attrs: { ...block.attrs, id } };
  });
  return done({ type: "doc", content });
}

function readNode(raw: unknown, depth: number, reading: Reading): BodyNode | null {
  if (reading.wrong !== null) return null;
  if (!isRecord(raw) || typeof raw.type !== "string") return stop(reading, "Nội dung bài không đọc được.");
  reading.nodes += 1;
  if (depth > BODY_LIMITS.depth)
    return stop(reading, "Nội dung lồng nhau quá nhiều tầng. Xin bớt tầng danh sách hoặc bảng.");
  if (reading.nodes > BODY_LIMITS.nodes) return stop(reading, "Bài có quá nhiều phần. Xin tách thành nhiều bài.");
  if (raw.type === "text") return readText(raw, reading);

  const read = readAttributes(raw.type, raw.attrs);
  if ("wrong" in read) return stop(reading, read.wrong);
  if (raw.content !== undefined && !Array.isArray(raw.content)) return stop(reading, "Nội dung bài không đọc được.");
  const children: BodyNode[] = [];
  for (const item of raw.content ?? []) {
    const child = readNode(item, depth + 1, reading);
    if (reading.wrong !== null) return null;
    if (child) children.push(child);
  }
  const content = joinText(children);
  return {
    type: raw.type,
    ...(Object.keys(read.attrs).length > 0 && { attrs: read.attrs }),
    ...(content.length > 0 && { content }),
  };
}

function readText(raw: Record<string, unknown>, reading: Reading): BodyNode | null {
  if (typeof raw.text !== "string") return stop(reading, "Nội dung bài không đọc được.");
  reading.characters += raw.text.length;
  if (reading.characters > BODY_LIMITS.characters) {
    return stop(
      reading,
      `Bài dài quá ${BODY_LIMITS.characters.toLocaleString("vi-VN")} ký tự. Xin tách thành nhiều bài.`,
    );
  }
  const text = raw.text.replace(/[\r\n\t]+/g, " ");
  const marks = readMarks(raw.marks, text, reading);
  if (marks === null) return null;
  return { type: "text", text, ...(marks.length > 0 && { marks }) };
}

function readMarks(raw: unknown, text: string, reading: Reading): readonly BodyMark[] | null {
  if (raw === undefined) return [];
  if (!Array.isArray(raw) || raw.length > 20) return stop(reading, "Định dạng chữ không hợp lệ.");
  const marks: BodyMark[] = [];
  for (const mark of raw) {
    const type = isRecord(mark) ? mark.type : undefined;
    if (type === "bold" || type === "italic" || type === "underline") {
      marks.push({ type });
    } else if (type === "link") {
      const href = readHref(isRecord(mark.attrs) ? mark.attrs.href : undefined);
      if (href === null) {
        return stop(
          reading,
          `Liên kết ở chữ “${text.trim().slice(0, 60)}” có địa chỉ không dùng được. ` +
            "Địa chỉ phải bắt đầu bằng https://, http://, mailto:, tel: hoặc / (trang trong Cổng).",
        );
      }
      marks.push({ type, attrs: { href } });
    } else {
      return stop(reading, `Chữ “${text.trim().slice(0, 60)}” có định dạng không dùng được. Xin bỏ định dạng đó.`);
    }
  }
  return sortMarks(marks);
}

/**
 * The ids a top-level block may keep, best first: its own, then those of blocks within it, so that a paragraph
 * put into a quotation or a list keeps its comments.
 */
function topIds(json: unknown): readonly (readonly string[])[] {
  const blocks = isRecord(json) && Array.isArray(json.content) ? json.content.slice(0, BODY_LIMITS.nodes) : [];
  return blocks.map((block) => idsOf(block, 3));
}

function idsOf(raw: unknown, depth: number): string[] {
  if (!isRecord(raw)) return [];
  const id = isRecord(raw.attrs) ? raw.attrs.id : undefined;
  const own = typeof id === "string" && /^[\w-]{1,40}$/.test(id) ? [id] : [];
  const first = Array.isArray(raw.content) && depth > 0 ? idsOf(raw.content[0], depth - 1) : [];
  return [...own, ...first];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stop(reading: Reading, wrong: string): null {
  reading.wrong ??= wrong;
  return null;
}
