import { done, type Invalid, type Result, refused } from "../kernel/result.ts";
import type { FileHash, FileStore } from "../storage/files.ts";
import { findSecrecyMark } from "./secrecy-mark.ts";
import { inspectVideo, sniffVideo, type VideoFacts, type VideoFault } from "./video-file.ts";

export interface ReceivedVideo extends VideoFacts {
  readonly hash: FileHash;
  readonly size: number;
}

/** So much is enough to know what a file is. */
const HEAD = 64;
const ENDINGS: Readonly<Record<string, VideoFacts["mime"]>> = {
  mp4: "video/mp4",
  m4v: "video/mp4",
  webm: "video/webm",
};

/**
 * Receives a video while it arrives: MP4 or WebM by content, with a name that says the same, of at most `maxBytes`.
 *
 * A file of another type is refused after its first bytes and one that is too large at the first byte beyond the limit, so that
 * nobody waits for gigabytes to hear no. When it is whole its structure is judged (`inspectVideo`). Whatever is refused, or
 * breaks off, leaves nothing in the store.
 */
export async function receiveVideo(
  files: FileStore,
  stream: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes: number,
): Promise<Result<ReceivedVideo, Invalid>> {
  const mark = findSecrecyMark(name);
  if (mark) return no(why.secret(mark));
  const ending = /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
  if (ending === "mov") return no(why.quickTime);
  if (!Object.hasOwn(ENDINGS, ending)) return no(why.otherName(ending));

  const draft = await files.begin();
  try {
    let isKnown = false;
    const judgeHead = async () => {
      const kind = sniffVideo(await draft.read(0, HEAD));
      isKnown = true;
      if (kind === "quickTime") return why.quickTime;
      if (kind === null) return why.noVideo;
      return kind === ENDINGS[ending] ? null : why.misnamed(ending, kind);
    };
    for await (const chunk of stream) {
      if (draft.size + chunk.length > maxBytes) return no(tooHeavyVideo(maxBytes));
      await draft.write(chunk);
      if (isKnown || draft.size < HEAD) continue;
      const fault = await judgeHead();
      if (fault) return no(fault);
    }
    if (draft.size === 0) return no(why.empty);
    const fault = isKnown ? null : await judgeHead();
    if (fault) return no(fault);
    const facts = await inspectVideo(draft.read, draft.size);
    if (typeof facts === "string") return no(why[facts]);
    return done({ ...facts, size: draft.size, hash: await draft.keep() });
  } finally {
    await draft.discard();
  }
}

/** Also said before anything is read, when the sender announces how much will come. */
export const tooHeavyVideo = (maxBytes: number): string =>
  `Video nặng quá mức ${Math.floor(maxBytes / (1024 * 1024))} MB. Hãy giảm độ nét hoặc cắt ngắn video rồi tải lên lại.`;

function no(message: string): { ok: false; error: Invalid } {
  return refused({ field: "video", message });
}

const KINDS: Readonly<Record<VideoFacts["mime"], string>> = { "video/mp4": "MP4", "video/webm": "WebM" };

const why = {
  secret: (mark: string) =>
    `Tên tệp mang dấu độ mật “${mark}”. Tài liệu chứa bí mật nhà nước không được đưa lên Cổng. Nếu video không mật, hãy đổi tên tệp rồi tải lên lại.`,
  empty: "Tệp video trống. Hãy chọn lại video rồi tải lên.",
  otherName: (ending: string) =>
    `Cổng nhận video MP4 và WebM, không nhận tệp ${ending === "" ? "không có phần mở rộng" : `“.${ending}”`}. Hãy xuất video thành MP4 (H.264) rồi tải lên lại.`,
  misnamed: (ending: string, kind: VideoFacts["mime"]) =>
    `Tên tệp ghi “.${ending}” nhưng nội dung là ${KINDS[kind]}. Hãy đổi tên tệp cho đúng rồi tải lên lại.`,
  noVideo: "Nội dung tệp không phải là video MP4 hoặc WebM như tên tệp ghi. Hãy chọn đúng tệp video rồi tải lên lại.",
  quickTime:
    "Cổng không nhận video QuickTime (.mov) vì nhiều máy không xem được. Hãy xuất video thành MP4 (H.264) rồi tải lên lại.",
  broken:
    "Không đọc được video này vì tệp bị hỏng hoặc chưa được chép đủ. Hãy mở video trên máy để kiểm tra, xuất lại thành MP4 rồi tải lên lần nữa.",
  otherCoding:
    "Video dùng kiểu nén mà nhiều máy không xem được (ví dụ HEVC của điện thoại). Hãy xuất lại thành MP4 kiểu H.264, hoặc trên iPhone chọn Cài đặt > Camera > Định dạng > Tương thích nhất.",
  noPicture: "Tệp này không có phần hình. Hãy chọn một video có hình rồi tải lên lại.",
  more: "Tệp video có phần lạ gắn thêm ở ngoài video nên Cổng không nhận. Hãy xuất lại video thành MP4 rồi tải lên.",
} as const satisfies Readonly<Record<VideoFault | string, unknown>>;
