import { expect, test } from "vitest";
import { receiveCaptions } from "./captions.ts";

const VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nXin chào\n";
const read = (text: string) => receiveCaptions(new TextEncoder().encode(text));
const kept = (text: string) => {
  const answer = read(text);
  if (!answer.ok) throw new Error(answer.error.message);
  return new TextDecoder().decode(answer.value.bytes);
};
const why = (text: string) => {
  const answer = read(text);
  return answer.ok ? "nhận" : answer.error.message;
};

test("captions are kept with their times and words, and their words are there for search", () => {
  expect(read(VTT)).toMatchObject({ ok: true, value: { cues: 1, text: "Xin chào" } });
  expect(kept(VTT)).toBe(VTT);
});

test("SubRip, as most programs write it, becomes WebVTT", () => {
  const srt =
    "\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nMột\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n<i>Hai</i>\r\n";
  expect(kept(srt)).toBe("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nMột\n\n00:00:03.000 --> 00:00:04.000\n<i>Hai</i>\n");
});

test("styles, notes, regions, positions and headers are left behind; speakers become words", () => {
  const full = `WEBVTT - của lớp 10A
Kind: captions

STYLE
::cue { background: url(https://example.com/theo-doi.png) }

NOTE <script>alert(1)</script>

REGION
id:a

mo-dau
00:01.000 --> 00:02.000 line:0 position:50%
<v Cô Lan>Chào các em & cả lớp

00:03.000 --> 00:04.000
5 &lt; 7`;
  expect(kept(full)).toBe(
    "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nCô Lan: Chào các em &amp; cả lớp\n\n00:00:03.000 --> 00:00:04.000\n5 &lt; 7\n",
  );
});

test("what is kept is read again as the same", () => {
  const once = kept("WEBVTT\n\n00:00.000 --> 00:01.000\n<b>A</b> & B < C &amp;lt;\n");
  expect(kept(once)).toBe(once);
});

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["a picture with a handler", "<img src=x onerror=alert(1)>"],
  ["a tag in capitals", "<IFRAME src=//example.com>"],
  ["a comment", "<!-- -->"],
  ["a mark with attributes", "<b onclick=alert(1)>đậm</b>"],
  ["a script begun in one line and ended in the next", "<script\n>alert(1)"],
  ["a tag put together by what is taken away", "<scr<b>ipt>alert(1)</scr</b>ipt>"],
  ["an arrow of times", "a --> b"],
])("%s in the words refuses the file and says where", (_, words) => {
  expect(why(`WEBVTT\n\n00:00:07.000 --> 00:00:09.000\n${words}\n`)).toContain("00:00:07.000 có mã của trang web");
});

test.each([
  ["", "trống"],
  ["<!doctype html><script>alert(1)</script>", "không phải là phụ đề WebVTT"],
  ["WEBVTTX\n\n00:00.000 --> 00:01.000\nA", "không phải là phụ đề WebVTT"],
  ["WEBVTT\n", "chưa có lời nào"],
  ["WEBVTT\n\nchỉ có chữ", "không có thời gian dạng"],
  ["WEBVTT\n\n00:02.000 --> 00:01.000\nA", "kết thúc trước khi bắt đầu"],
  ["WEBVTT\n\n00:02.000 --> 00:03.000\n", "không có chữ"],
  ["WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB", "thứ tự thời gian"],
])("%j is refused with what to do", (text, sentence) => {
  expect(why(text)).toContain(sentence);
});

test("text that is not UTF-8 and a file of megabytes are refused", () => {
  const windows = Buffer.from("WEBVTT\n\n00:00.000 --> 00:01.000\nh\xe9", "latin1");
  expect(receiveCaptions(windows)).toMatchObject({ error: { message: expect.stringContaining("UTF-8") } });
  const heavy = new Uint8Array(2 * 1024 * 1024 + 1);
  expect(receiveCaptions(heavy)).toMatchObject({ error: { message: expect.stringContaining("2 MB") } });
});
