import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../kernel/ids.ts";
import { sampleVideo } from "../sample/sample-video.ts";
import { type FileStore, openFileStore } from "../storage/files.ts";
import { receiveVideo } from "./videos.ts";

const MB = 1024 * 1024;
const MP4 = Buffer.from(sampleVideo());
let webm: Buffer;
let folder: string;
let files: FileStore;

beforeAll(async () => {
  webm = await readFile(new URL("../../test/support/sample.webm", import.meta.url));
  folder = await mkdtemp(join(tmpdir(), "cong-videos-"));
  files = openFileStore({ folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As a socket would bring it: in pieces. */
async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const receive = (bytes: Uint8Array, name: string, limit = MB) => receiveVideo(files, pieces(bytes), name, limit);
const whyNot = async (bytes: Uint8Array, name = "phim.mp4") => {
  const answer = await receive(bytes, name);
  return answer.ok ? "nhận" : answer.error.message;
};
const leftovers = () => readdir(join(folder, "tmp")).catch(() => []);
const box = (type: string, ...parts: Uint8Array[]) => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};

test("MP4 and WebM are kept byte for byte with the measures found in them", async () => {
  expect(await receive(MP4, "Ngày hội.MP4")).toEqual({
    ok: true,
    value: { hash: sha256(MP4), size: MP4.length, mime: "video/mp4", width: 640, height: 360 },
  });
  expect(await receive(webm, "phim.webm")).toMatchObject({
    ok: true,
    value: { hash: sha256(webm), mime: "video/webm", width: 640, height: 360 },
  });
  expect(Buffer.from(await files.read(sha256(MP4)))).toEqual(MP4);
  expect(await leftovers()).toEqual([]);
});

test("the first bytes already say no: of gigabytes of something else only the first piece is read", async () => {
  let read = 0;
  async function* gigabytes() {
    for (; read < 2 * 1024; read += 1) yield Buffer.alloc(MB, "x");
  }
  const answer = await receiveVideo(files, gigabytes(), "phim.mp4", 4000 * MB);
  expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining("không phải là video") } });
  expect(read).toBe(0);
  expect(await leftovers()).toEqual([]);
});

test("a video of two gigabytes is refused at the first byte beyond the limit, and nothing of it is kept", async () => {
  let read = 0;
  async function* gigabytes() {
    yield MP4;
    for (; read < 2 * 1024; read += 1) yield Buffer.alloc(MB);
  }
  const answer = await receiveVideo(files, gigabytes(), "phim.mp4", 3 * MB);
  expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining("quá mức 3 MB") } });
  expect(read).toBe(2);
  expect(await leftovers()).toEqual([]);
});

test("a connection that breaks leaves nothing", async () => {
  async function* broken() {
    yield MP4.subarray(0, 5000);
    throw new Error("connection reset");
  }
  await expect(receiveVideo(files, broken(), "phim.mp4", MB)).rejects.toThrow("connection reset");
  expect(await leftovers()).toEqual([]);
});

test.each([
  ["phim.mov", "QuickTime"],
  ["phim.avi", "không nhận tệp “.avi”"],
  ["phim.mp4.exe", "không nhận tệp “.exe”"],
  ["phim", "không có phần mở rộng"],
  ["phim.webm", "Tên tệp ghi “.webm” nhưng nội dung là MP4"],
  ["MẬT - phim.mp4", "độ mật"],
])("the name %s is refused", async (name, sentence) => {
  expect(await whyNot(MP4, name)).toContain(sentence);
});

test.each<[string, () => Uint8Array, string]>([
  [
    "a web page",
    () => Buffer.from(`<!doctype html><script>alert(1)</script>${" ".repeat(100)}`),
    "không phải là video",
  ],
  ["a PDF", () => Buffer.concat([Buffer.from("%PDF-1.7\n"), MP4]), "không phải là video"],
  ["a page before the video", () => Buffer.concat([Buffer.from("<script>"), MP4]), "không phải là video"],
  ["a page behind the video", () => Buffer.concat([MP4, Buffer.from("<script>alert(1)</script>")]), "phần lạ"],
  ["an archive behind the video", () => Buffer.concat([MP4, Buffer.from("PK\x03\x04aaaaaaaaaaaaaaaa")]), "phần lạ"],
  ["a page in a first box", () => Buffer.concat([box("ftyp", Buffer.alloc(600, "<p>")), MP4]), "không phải là video"],
  ["a box of nobody's kind", () => Buffer.concat([MP4, box("html", Buffer.from("<script>"))]), "phần lạ"],
  ["half a video", () => MP4.subarray(0, 6000), "hỏng"],
  ["a head without a video", () => MP4.subarray(0, 36), "hỏng"],
  ["QuickTime by another name", () => replaced(MP4, 8, "qt  "), "QuickTime"],
  ["a coding of phones", () => everywhere(MP4, "avc1", "hvc1", 1), "nhiều máy không xem được"],
  ["only sound", () => everywhere(MP4, "vide", "soun"), "không có phần hình"],
  ["nothing", () => Buffer.alloc(0), "trống"],
])("%s under the name of an MP4 is refused", async (_, bytes, sentence) => {
  expect(await whyNot(bytes())).toContain(sentence);
  expect(await leftovers()).toEqual([]);
});

test.each<[string, () => Uint8Array, string]>([
  ["Matroska", () => everywhere(webm, "webm", "mkv_"), "không phải là video"],
  ["half a head", () => webm.subarray(0, 70), "hỏng"],
  ["another coding", () => everywhere(webm, "V_VP8", "V_MS8"), "nhiều máy không xem được"],
])("%s under the name of a WebM is refused", async (_, bytes, sentence) => {
  expect(await whyNot(bytes(), "phim.webm")).toContain(sentence);
});

test("any byte of a video may be wrong: it is taken or refused, and never more than that", async () => {
  for (const bytes of [MP4, webm]) {
    for (let at = 0; at < 1400; at += 7) {
      const hurt = Buffer.from(bytes);
      hurt[at]! ^= 0xff;
      expect(typeof (await receive(hurt, bytes === MP4 ? "phim.mp4" : "phim.webm")).ok).toBe("boolean");
    }
  }
  expect(await leftovers()).toEqual([]);
});

function replaced(bytes: Buffer, at: number, text: string): Buffer {
  const copy = Buffer.from(bytes);
  copy.write(text, at, "latin1");
  return copy;
}

/** `skip`: places left as they are before the first that is changed (the brand in the head). */
function everywhere(bytes: Buffer, from: string, to: string, skip = 0): Buffer {
  const copy = Buffer.from(bytes);
  let [at, left] = [copy.indexOf(from, 0, "latin1"), skip];
  for (; at !== -1; at = copy.indexOf(from, at + 4, "latin1")) if (left-- <= 0) copy.write(to, at, "latin1");
  return copy;
}
