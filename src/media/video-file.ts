/** A part of a file, at most `length` bytes from `at`; shorter at its end. */
export type ReadPart = (at: number, length: number) => Promise<Uint8Array>;

/** What is wrong with a video file. */
export type VideoFault = "noVideo" | "quickTime" | "broken" | "otherCoding" | "noPicture" | "more";

export interface VideoFacts {
  readonly mime: "video/mp4" | "video/webm";
  readonly width: number;
  readonly height: number;
}

/** Codings that every present browser plays; a phone's HEVC is not among them. */
const MP4_PICTURES = new Set(["avc1", "avc3", "av01", "vp09"]);
const WEBM_PICTURES = new Set(["V_VP8", "V_VP9", "V_AV1"]);
const TOP_BOXES = new Set(
  "ftyp moov mdat free skip wide moof mfra sidx ssix styp emsg pdin prft uuid meta udta".split(" "),
);
/** The table of contents of a video of hours is far below this. */
const MOST_INDEX = 64 * 1024 * 1024;
const SIDE = 8192;

/** What the first bytes say a file is, before the rest of it is received; null when they say something else. */
export function sniffVideo(head: Uint8Array): VideoFacts["mime"] | "quickTime" | null {
  const text = (from: number, to: number) => Buffer.from(head.subarray(from, to)).toString("latin1");
  if (text(4, 8) === "ftyp") {
    const size = new DataView(head.buffer, head.byteOffset).getUint32(0);
    if (size < 16 || size > 512) return null;
    return text(8, 12) === "qt  " ? "quickTime" : "video/mp4";
  }
  // EBML, whose document type must be WebM: Matroska is the same frame with other codings.
  const isEbml = head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3;
  return isEbml && text(0, 64).includes("webm") ? "video/webm" : null;
}

/**
 * Judges a whole video file by its structure: the parts must fill it from the first byte to the last (nothing is hung
 * on before or behind), and its pictures must be in a coding that browsers play. Nothing is decoded.
 */
export async function inspectVideo(read: ReadPart, size: number): Promise<VideoFacts | VideoFault> {
  const kind = sniffVideo(await read(0, 4096));
  if (kind === null) return "noVideo";
  if (kind === "quickTime") return "quickTime";
  try {
    return kind === "video/mp4" ? await inspectMp4(read, size) : await inspectWebm(read, size);
  } catch (error) {
    if (error instanceof RangeError) return "broken";
    throw error;
  }
}

async function inspectMp4(read: ReadPart, size: number): Promise<VideoFacts | VideoFault> {
  let index: Uint8Array | null = null;
  let hasData = false;
  for (let at = 0; at < size; ) {
    const box = boxAt(await read(at, 16), 0, size - at);
    if (!TOP_BOXES.has(box.type)) return at === 0 ? "broken" : "more";
    if (at + box.size > size) return "broken";
    if (box.type === "moov") {
      if (index !== null || box.size > MOST_INDEX) return "broken";
      index = await read(at + box.head, box.size - box.head);
    }
    hasData ||= box.type === "mdat";
    at += box.size;
  }
  if (index === null || !hasData) return "broken";
  const tracks = boxesIn(index).filter(({ type }) => type === "trak");
  for (const { body } of tracks) {
    const media = inside(body, "mdia");
    if (handlerOf(media) !== "vide") continue;
    const entries = inside(inside(inside(media, "minf"), "stbl"), "stsd");
    const coding = latin(entries, 12, 16);
    if (!MP4_PICTURES.has(coding)) return "otherCoding";
    const shape = inside(body, "tkhd");
    // The last two fields: width and height, 16.16 fixed point.
    const view = new DataView(shape.buffer, shape.byteOffset, shape.byteLength);
    const width = view.getUint16(shape.byteLength - 8);
    const height = view.getUint16(shape.byteLength - 4);
    if (width < 1 || height < 1 || width > SIDE || height > SIDE) return "noPicture";
    return { mime: "video/mp4", width, height };
  }
  return "noPicture";
}

interface Box {
  readonly type: string;
  readonly size: number;
  /** Bytes before its content. */
  readonly head: number;
}

function boxAt(bytes: Uint8Array, at: number, left: number): Box {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const short = view.getUint32(at);
  const type = latin(bytes, at + 4, at + 8);
  const head = short === 1 ? 16 : 8;
  const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? left : short;
  if (size < head || !Number.isSafeInteger(size)) throw new RangeError("A box smaller than its head");
  return { type, size, head };
}

function boxesIn(bytes: Uint8Array): readonly { readonly type: string; readonly body: Uint8Array }[] {
  const found: { type: string; body: Uint8Array }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { type, size, head } = boxAt(bytes, at, bytes.length - at);
    if (at + size > bytes.length) throw new RangeError("A box larger than what holds it");
    found.push({ type, body: bytes.subarray(at + head, at + size) });
    at += size;
  }
  return found;
}

function inside(bytes: Uint8Array, type: string): Uint8Array {
  const found = boxesIn(bytes).find((box) => box.type === type);
  if (!found) throw new RangeError(`No ${type}`);
  return found.body;
}

const handlerOf = (media: Uint8Array): string => latin(inside(media, "hdlr"), 8, 12);
const latin = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");

const EBML = { header: 0x1a45dfa3, segment: 0x18538067, tracks: 0x1654ae6b, cluster: 0x1f43b675 } as const;
const TRACK = { entry: 0xae, type: 0x83, codec: 0x86, video: 0xe0, width: 0xb0, height: 0xba } as const;

async function inspectWebm(read: ReadPart, size: number): Promise<VideoFacts | VideoFault> {
  const header = elementAt(await read(0, 12), 0);
  if (header.id !== EBML.header || header.size === null) return "broken";
  const start = header.head + header.size;
  const segment = elementAt(await read(start, 12), 0);
  if (segment.id !== EBML.segment) return "broken";
  const end = segment.size === null ? size : start + segment.head + segment.size;
  if (end > size) return "broken";
  if (end < size) return "more";
  for (let at = start + segment.head; at < end; ) {
    const element = elementAt(await read(at, 12), 0);
    if (element.id === EBML.cluster) return "noPicture";
    if (element.size === null || element.size > MOST_INDEX) return "broken";
    if (element.id === EBML.tracks) return pictureOf(await read(at + element.head, element.size));
    at += element.head + element.size;
  }
  return "broken";
}

function pictureOf(tracks: Uint8Array): VideoFacts | VideoFault {
  for (const { id, body } of elementsIn(tracks)) {
    if (id !== TRACK.entry) continue;
    const parts = elementsIn(body);
    const part = (wanted: number) => parts.find((one) => one.id === wanted)?.body ?? new Uint8Array();
    if (number(part(TRACK.type)) !== 1) continue;
    if (!WEBM_PICTURES.has(latin(part(TRACK.codec), 0, 32).replace(/\0+$/, ""))) return "otherCoding";
    const video = elementsIn(part(TRACK.video));
    const [width, height] = [TRACK.width, TRACK.height].map((wanted) =>
      number(video.find((one) => one.id === wanted)?.body ?? new Uint8Array()),
    );
    if (!width || !height || width > SIDE || height > SIDE) return "noPicture";
    return { mime: "video/webm", width, height };
  }
  return "noPicture";
}

interface Element {
  readonly id: number;
  /** Bytes of its content; null when it only ends with what holds it. */
  readonly size: number | null;
  readonly head: number;
}

function elementAt(bytes: Uint8Array, at: number): Element {
  const idLength = Math.clz32(bytes[at] ?? 0) - 23;
  const sizeAt = at + idLength;
  const sizeLength = Math.clz32(bytes[sizeAt] ?? 0) - 23;
  if (idLength > 4 || sizeLength > 8 || sizeAt + sizeLength > bytes.length) throw new RangeError("No element");
  const id = number(bytes.subarray(at, sizeAt));
  const digits = bytes.slice(sizeAt, sizeAt + sizeLength);
  digits[0]! &= 0xff >> sizeLength;
  const isUnknown = digits.every((digit, index) => digit === (index === 0 ? 0xff >> sizeLength : 0xff));
  const size = number(digits);
  if (!isUnknown && !Number.isSafeInteger(size)) throw new RangeError("An element beyond all files");
  return { id, size: isUnknown ? null : size, head: idLength + sizeLength };
}

function elementsIn(bytes: Uint8Array): readonly { readonly id: number; readonly body: Uint8Array }[] {
  const found: { id: number; body: Uint8Array }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { id, size, head } = elementAt(bytes, at);
    if (size === null || at + head + size > bytes.length) throw new RangeError("An element larger than what holds it");
    found.push({ id, body: bytes.subarray(at + head, at + head + size) });
    at += head + size;
  }
  return found;
}

function number(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
