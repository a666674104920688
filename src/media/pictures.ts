import { fileTypeFromBuffer } from "file-type";
import sharp, { type Metadata, type Sharp } from "sharp";
import { done, type Invalid, type Result, refused } from "../kernel/result.ts";

/** A picture ready to be kept: re-encoded by us, so that nothing of the sender's file but the image is left. */
export interface ReceivedPicture {
  readonly bytes: Uint8Array;
  readonly mime: "image/jpeg" | "image/png" | "image/webp";
  readonly width: number;
  readonly height: number;
}

export interface PictureLimits {
  readonly maxBytes: number;
  /** Width × height as announced by the file, judged before anything is decoded. */
  readonly maxPixels: number;
}

const LIMITS: PictureLimits = { maxBytes: 25 * 1024 * 1024, maxPixels: 50_000_000 };
/** What is kept: wide enough for any screen the portal serves, and a very tall picture stays encodable. */
const KEPT = { width: 2400, height: 9600, fit: "inside", withoutEnlargement: true } as const;
/** A file made to cost hours of work is given up after this. */
const SECONDS = 30;

const OUTPUT: Readonly<Record<string, ReceivedPicture["mime"]>> = {
  "image/jpeg": "image/jpeg",
  "image/png": "image/png",
  "image/apng": "image/png",
  "image/gif": "image/png",
  "image/webp": "image/webp",
  "image/avif": "image/webp",
};

/**
 * Judges an uploaded picture by its content and makes of it the form that is kept: at most 2400 px wide, turned
 * upright, colours in sRGB, without EXIF, place or device data. Of an animation the first frame is kept.
 *
 * Refuses what is no picture whatever its name says, SVG and HEIC, files over 25 MB, over 50 megapixels (by the
 * header, before decoding), empty, cut off or broken.
 */
export async function receivePicture(
  bytes: Uint8Array,
  limits: Partial<PictureLimits> = {},
): Promise<Result<ReceivedPicture, Invalid>> {
  const { maxBytes, maxPixels } = { ...LIMITS, ...limits };
  if (bytes.length === 0) return no(why.empty);
  if (bytes.length > maxBytes) return no(why.tooHeavy(bytes.length, maxBytes));

  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (isSvg(bytes)) return no(why.svg);
  // AVIF and HEIC share one container, and some AVIF files only say so further in.
  const mime = found?.startsWith("image/hei") ? await avifOrHeic(bytes) : found;
  if (mime === "image/heic") return no(why.heic);
  const output = mime && OUTPUT[mime];
  if (!output) return no(mime?.startsWith("image/") ? why.otherFormat : why.noPicture);

  const header = await readHeader(bytes);
  if (!header?.width || !header.height) return no(why.broken);
  if (header.width * header.height > maxPixels) return no(why.tooLarge(header, maxPixels));

  try {
    const image = sharp(bytes, { failOn: "error", limitInputPixels: maxPixels, autoOrient: true }).resize(KEPT);
    const { data, info } = await encode(image, output)
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true });
    return done({ bytes: data, mime: output, width: info.width, height: info.height });
  } catch (error) {
    return no(error instanceof Error && error.message.startsWith("timeout") ? why.tooSlow : why.broken);
  }
}

/** sharp converts to sRGB and drops every kind of metadata unless told otherwise; we never tell it otherwise. */
function encode(image: Sharp, mime: ReceivedPicture["mime"]): Sharp {
  if (mime === "image/jpeg") return image.jpeg({ quality: 90 });
  return mime === "image/png" ? image.png() : image.webp({ quality: 90 });
}

async function readHeader(bytes: Uint8Array): Promise<Metadata | null> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return null;
  }
}

async function avifOrHeic(bytes: Uint8Array): Promise<string> {
  return (await readHeader(bytes))?.compression === "av1" ? "image/avif" : "image/heic";
}

/** SVG is text and may begin with anything XML allows. */
function isSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder("utf-8").decode(bytes.subarray(0, 4096)).trimStart();
  return head.startsWith("<") && /<(?:\w+:)?svg[\s>/]/i.test(head);
}

function no(message: string): { ok: false; error: Invalid } {
  return refused({ field: "picture", message });
}

const inMegabytes = (bytes: number) => Math.ceil(bytes / (1024 * 1024));
const inMillions = (pixels: number) => Math.ceil(pixels / 1_000_000);

const why = {
  empty: "Tệp ảnh trống. Hãy chọn lại ảnh rồi tải lên.",
  tooHeavy: (bytes: number, limit: number) =>
    `Ảnh nặng ${inMegabytes(bytes)} MB, quá mức ${inMegabytes(limit)} MB. Hãy thu nhỏ ảnh rồi tải lên lại.`,
  tooLarge: ({ width, height }: Metadata, limit: number) =>
    `Ảnh có kích thước ${width} × ${height} điểm ảnh (${inMillions(width * height)} triệu), quá mức ${inMillions(limit)} triệu điểm ảnh. Hãy thu nhỏ ảnh rồi tải lên lại.`,
  svg: "Cổng không nhận ảnh SVG vì tệp loại này có thể chứa mã chạy. Hãy xuất ảnh thành PNG rồi tải lên lại.",
  heic: "Cổng chưa đọc được ảnh HEIC của điện thoại. Hãy lưu ảnh thành JPEG (trên iPhone: Cài đặt > Camera > Định dạng > Tương thích nhất) rồi tải lên lại.",
  otherFormat:
    "Cổng nhận ảnh JPEG, PNG, WebP, AVIF và GIF. Ảnh này ở dạng khác; hãy lưu lại thành JPEG hoặc PNG rồi tải lên lại.",
  noPicture:
    "Tệp này không phải là ảnh, dù tên tệp có thể ghi như vậy. Hãy chọn một ảnh JPEG, PNG, WebP, AVIF hoặc GIF.",
  broken:
    "Không đọc được ảnh này vì tệp bị hỏng hoặc chưa được chép đủ. Hãy mở ảnh trên máy để kiểm tra, lưu lại rồi tải lên lần nữa.",
  tooSlow: "Ảnh này quá phức tạp nên không xử lý kịp. Hãy lưu lại ảnh thành JPEG rồi tải lên lần nữa.",
} as const;
