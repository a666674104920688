import { done, type Invalid, type Result, refused } from "../kernel/result.ts";
import { normalizeText } from "../kernel/vietnamese.ts";

/** A captions file ready to be kept: written anew by us from its cues, so that nothing else of the sender's file is left. */
export interface ReceivedCaptions {
  readonly bytes: Uint8Array;
  readonly cues: number;
  /** The words alone, for search. */
  readonly text: string;
}

interface Cue {
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

const MAX_BYTES = 2 * 1024 * 1024;
const MAX_CUES = 20_000;
const TIMING = /^((?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3})[ \t]+-->[ \t]+((?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3})(?:[ \t].*)?$/;
/** Marks a caption may bear; they are kept. Anything else that looks like a tag refuses the file. */
const MARK = /<\/?[biu]>/g;
const SPEAKER = /<v(?:\.[\w.-]+)?[ \t]+([^<>]+)>|<\/v>/g;

/**
 * Reads a captions file, WebVTT or SubRip, and makes the WebVTT that is kept: times and words, with bold, italic and
 * underlined text. Styles, notes and positions are left behind. Refuses files over 2 MB, text that is not UTF-8, markup of web
 * pages, cues that end before they begin or stand out of order, and files without any.
 */
export function receiveCaptions(bytes: Uint8Array): Result<ReceivedCaptions, Invalid> {
  if (bytes.length === 0) return no(why.empty);
  if (bytes.length > MAX_BYTES) return no(why.tooHeavy);
  let text: string;
  try {
    text = normalizeText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return no(why.notUnicode);
  }
  const blocks = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((block) => block.replace(/^\n+|\n+$/g, ""));
  const isVtt = /^WEBVTT(?:[ \t\n]|$)/.test(blocks[0] ?? "");
  const isSrt = !isVtt && blocks.some((block) => /^\d+\n\d{2}:\d{2}:\d{2},\d{3} -->/.test(block));
  if (!isVtt && !isSrt) return no(why.otherType);

  const cues: Cue[] = [];
  for (const block of isVtt ? blocks.slice(1) : blocks) {
    if (block === "" || /^(?:NOTE|STYLE|REGION)(?:[ \t\n]|$)/.test(block)) continue;
    const cue = readCue(block.split("\n"));
    if (typeof cue === "string") return no(cue);
    if (cue.from < (cues.at(-1)?.from ?? 0)) return no(why.order(time(cue.from)));
    cues.push(cue);
    if (cues.length > MAX_CUES) return no(why.tooMany);
  }
  if (cues.length === 0) return no(why.noCue);
  const written = cues.map(({ from, to, lines }) => `${time(from)} --> ${time(to)}\n${lines.join("\n")}\n`);
  return done({
    bytes: new TextEncoder().encode(`WEBVTT\n\n${written.join("\n")}`),
    cues: cues.length,
    text: cues.flatMap(({ lines }) => lines.map((line) => unescaped(line.replace(MARK, "")))).join("\n"),
  });
}

/** One cue, or the sentence that says what is wrong with it. */
function readCue(lines: readonly string[]): Cue | string {
  // A name or a number may stand above the times.
  const at = TIMING.test(lines[0] ?? "") ? 0 : 1;
  const [, first, last] = TIMING.exec(lines[at] ?? "") ?? [];
  if (!first || !last) return why.noTimes((lines[0] ?? "").slice(0, 40));
  const [from, to] = [milliseconds(first), milliseconds(last)];
  if (to <= from) return why.backwards(time(from));
  const words = lines
    .slice(at + 1)
    .map((line) => line.replace(SPEAKER, (_, name?: string) => (name ? `${name.trim()}: ` : "")).trim())
    .filter((line) => line !== "");
  if (words.length === 0) return why.noWords(time(from));
  const bare = words.join("\n").replace(MARK, "");
  if (/<[a-z!/?]/i.test(bare) || bare.includes("-->")) return why.markup(time(from));
  return { from, to, lines: words.map(escapedOutsideMarks) };
}

/** What is no mark of ours is text, and stays text in every player. */
function escapedOutsideMarks(line: string): string {
  const asText = (text: string) =>
    unescaped(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const marks = line.match(MARK) ?? [];
  return line
    .split(MARK)
    .map((text, index) => asText(text) + (marks[index] ?? ""))
    .join("");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", " ")
    .replace(/&(?:lrm|rlm);/g, "")
    .replaceAll("&amp;", "&");
}

function milliseconds(text: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = text.replace(",", ".").split(":").map(Number).reverse();
  return Math.round((hours * 3600 + minutes * 60 + seconds) * 1000);
}

function time(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, "0")}`;
}

function no(message: string): { ok: false; error: Invalid } {
  return refused({ field: "captions", message });
}

const why = {
  empty: "Tệp phụ đề trống. Hãy chọn lại tệp rồi tải lên.",
  tooHeavy: "Tệp phụ đề nặng quá 2 MB nên không phải là phụ đề thường. Hãy chọn tệp VTT hoặc SRT rồi tải lên lại.",
  tooMany: "Tệp phụ đề có quá nhiều dòng. Hãy chia video thành nhiều phần.",
  notUnicode:
    "Phụ đề không dùng bảng mã Unicode UTF-8. Hãy mở tệp, chọn “Lưu thành” với bảng mã UTF-8 rồi tải lên lại.",
  otherType:
    "Tệp này không phải là phụ đề WebVTT (.vtt) hoặc SubRip (.srt). Hãy xuất phụ đề ở một trong hai dạng đó rồi tải lên lại.",
  noCue: "Tệp phụ đề chưa có lời nào. Hãy thêm lời kèm thời gian rồi tải lên lại.",
  noTimes: (start: string) =>
    `Phụ đề ở đoạn “${start}” không có thời gian dạng 00:00:01.000 --> 00:00:04.000. Hãy sửa đoạn đó rồi tải lên lại.`,
  backwards: (at: string) => `Lời ở ${at} kết thúc trước khi bắt đầu. Hãy sửa thời gian rồi tải lên lại.`,
  order: (at: string) =>
    `Lời ở ${at} đứng sau một lời bắt đầu muộn hơn. Hãy xếp theo thứ tự thời gian rồi tải lên lại.`,
  noWords: (at: string) => `Lời ở ${at} không có chữ. Hãy viết lời hoặc bỏ đoạn đó rồi tải lên lại.`,
  markup: (at: string) =>
    `Lời ở ${at} có mã của trang web. Phụ đề chỉ có chữ thường, đậm, nghiêng, gạch chân. Hãy bỏ mã đó rồi tải lên lại.`,
} as const;
