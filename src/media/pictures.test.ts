import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { type ReceivedPicture, receivePicture } from "./pictures.ts";

const blank = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: "#c8102e" } });

async function received(bytes: Uint8Array): Promise<ReceivedPicture> {
  const result = await receivePicture(bytes);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function refusal(bytes: Uint8Array, limits = {}): Promise<string> {
  const result = await receivePicture(bytes, limits);
  if (result.ok) throw new Error("was accepted");
  expect(result.error.field).toBe("picture");
  return result.error.message;
}

/** A PNG of a few bytes that announces any size at all. */
function pngAnnouncing(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(64))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test.each([
  ["JPEG", () => blank().jpeg(), "image/jpeg"],
  ["PNG", () => blank().png(), "image/png"],
  ["GIF", () => blank().gif(), "image/png"],
  ["WebP", () => blank().webp(), "image/webp"],
  ["AVIF", () => blank().avif(), "image/webp"],
] as const)("a %s picture is received and re-encoded", async (_, make, mime) => {
  const picture = await received(await make().toBuffer());
  expect(picture).toMatchObject({ mime, width: 60, height: 40 });
  expect(await sharp(picture.bytes).metadata()).toMatchObject({ mediaType: mime, width: 60, height: 40 });
});

test("of an animation the first frame is kept", async () => {
  const frames = [blank(20, 20), sharp({ create: { width: 20, height: 20, channels: 3, background: "#00f" } })];
  const animated = await sharp(await Promise.all(frames.map((frame) => frame.png().toBuffer())), {
    join: { animated: true },
  })
    .gif()
    .toBuffer();
  expect((await sharp(animated).metadata()).pages).toBe(2);

  const picture = await received(animated);
  expect(picture).toMatchObject({ width: 20, height: 20 });
  const { dominant } = await sharp(picture.bytes).stats();
  expect(dominant.r).toBeGreaterThan(dominant.b);
});

test("the place, device and maker noted in a photograph are removed", async () => {
  const photograph = await blank()
    .withExif({
      IFD0: { Make: "MayAnhCuaLan", ImageDescription: "nhà riêng" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 2/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "105/1 51/1 0/1" },
    })
    .withXmp(
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta><?xpacket end="w"?>',
    )
    .jpeg()
    .toBuffer();
  expect(await sharp(photograph).metadata()).toMatchObject({ exif: expect.anything(), xmp: expect.anything() });
  expect(photograph.includes("MayAnhCuaLan")).toBe(true);

  const { bytes } = await received(photograph);
  const kept = await sharp(bytes).metadata();
  expect([kept.exif, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined]);
  expect(Buffer.from(bytes).includes("MayAnhCuaLan")).toBe(false);
  expect(Buffer.from(bytes).includes("Exif")).toBe(false);
});

test("a photograph taken with the phone held upright stands upright", async () => {
  const lying = await blank(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const picture = await received(lying);
  expect(picture).toMatchObject({ width: 40, height: 60 });
  expect((await sharp(picture.bytes).metadata()).orientation).toBeUndefined();
});

test("a wide-gamut photograph keeps its colours, as sRGB", async () => {
  const red = sharp({ create: { width: 16, height: 16, channels: 3, background: "#c8102e" } });
  const wide = await red.withIccProfile("p3").png().toBuffer();
  const asStored = await sharp(wide).keepIccProfile().raw().toBuffer();
  expect(asStored[0]).not.toBe(0xc8);

  const picture = await received(wide);
  expect((await sharp(picture.bytes).metadata()).hasProfile).toBe(false);
  const seen = await sharp(picture.bytes).raw().toBuffer();
  for (const [index, value] of [0xc8, 0x10, 0x2e].entries()) {
    expect(Math.abs((seen[index] ?? -1) - value)).toBeLessThanOrEqual(3);
  }
});

test("a print-shop photograph in CMYK becomes one a browser shows", async () => {
  const print = await blank().toColourspace("cmyk").jpeg().toBuffer();
  expect((await sharp(print).metadata()).space).toBe("cmyk");
  const picture = await received(print);
  expect((await sharp(picture.bytes).metadata()).space).toBe("srgb");
});

test("a wide picture is kept 2400 px wide, a small one is not enlarged", async () => {
  expect(await received(await blank(4000, 1000).jpeg().toBuffer())).toMatchObject({ width: 2400, height: 600 });
  expect(await received(await blank(7, 5).png().toBuffer())).toMatchObject({ width: 7, height: 5 });
});

test("a very tall picture stays encodable", async () => {
  const picture = await received(await blank(400, 16_000).webp({ effort: 0 }).toBuffer());
  expect(picture).toMatchObject({ width: 240, height: 9600 });
});

test("what is hidden behind a picture does not survive", async () => {
  const page = "<!doctype html><script>alert(document.cookie)</script>PK\u0003\u0004";
  const polyglot = Buffer.concat([await blank().jpeg().toBuffer(), Buffer.from(page)]);
  expect(Buffer.from((await received(polyglot)).bytes).includes("<script>")).toBe(false);
});

test("a picture that announces 400 megapixels in 132 bytes is refused before anything is decoded", async () => {
  const bomb = pngAnnouncing(20_000, 20_000);
  expect(bomb.length).toBeLessThan(150);
  const before = process.memoryUsage().rss;
  expect(await refusal(bomb)).toBe(
    "Ảnh có kích thước 20000 × 20000 điểm ảnh (400 triệu), quá mức 50 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi tải lên lại.",
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
});

test("a real picture of 100 megapixels is refused without taking its memory", async () => {
  const large = await blank(10_000, 10_000).png({ compressionLevel: 1 }).toBuffer();
  const before = process.memoryUsage().rss;
  expect(await refusal(large)).toMatch("(100 triệu), quá mức 50 triệu");
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
});

test("50 megapixels exactly are not too many: the header alone does not refuse them", async () => {
  expect(await refusal(pngAnnouncing(10_000, 5_000))).toMatch("bị hỏng");
  expect(await refusal(pngAnnouncing(10_000, 5_001))).toMatch("quá mức");
});

test("a file over the weight limit is refused with both figures", async () => {
  const heavy = Buffer.concat([await blank().jpeg().toBuffer(), Buffer.alloc(25 * 1024 * 1024)]);
  expect(await refusal(heavy)).toBe("Ảnh nặng 26 MB, quá mức 25 MB. Hãy thu nhỏ ảnh rồi tải lên lại.");
});

test.each(["jpeg", "png", "webp", "avif", "gif"] as const)("a %s cut off in the middle is refused", async (format) => {
  const noise = sharp({
    create: {
      width: 200,
      height: 200,
      channels: 3,
      background: "#000",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  });
  const whole = await noise.toFormat(format).toBuffer();
  expect(await refusal(whole.subarray(0, whole.length >> 1))).toMatch("tệp bị hỏng hoặc chưa được chép đủ");
});

test.each([
  ["nothing at all", Buffer.alloc(0), "Tệp ảnh trống"],
  ["a program renamed to .jpg", Buffer.from(`MZ${"\0".repeat(200)}PE\0\0`), "không phải là ảnh"],
  ["a web page", Buffer.from("<!doctype html><script>alert(1)</script>"), "không phải là ảnh"],
  ["a PDF", Buffer.from("%PDF-1.7\n%%EOF"), "không phải là ảnh"],
  ["plain text", Buffer.from("xin chào"), "không phải là ảnh"],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "không nhận ảnh SVG"],
  [
    "an SVG behind a declaration and a comment",
    Buffer.from('\ufeff<?xml version="1.0"?><!-- ảnh -->\n<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>'),
    "không nhận ảnh SVG",
  ],
  [
    "a HEIC of a phone",
    Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), Buffer.alloc(400)]),
    "Tương thích nhất",
  ],
  ["a bare JPEG beginning", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]), "tệp bị hỏng"],
])("%s is refused with a sentence that says what to do", async (_, bytes, sentence) => {
  const message = await refusal(bytes);
  expect(message).toMatch(sentence);
  expect(message).toMatch(/Hãy .+\.$/);
});

test("a TIFF, which browsers do not show, is refused with the way out", async () => {
  expect(await refusal(await blank().tiff().toBuffer())).toMatch("hãy lưu lại thành JPEG hoặc PNG");
});
