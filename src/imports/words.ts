import type { Refusal } from "../kernel/result.ts";
import type { Sentence } from "../newsroom/move-words.ts";

export type ImportCode = "importUnknown" | "importStarted";

export const importSentences: Readonly<Record<ImportCode, Sentence>> = {
  importUnknown: { text: "Không tìm thấy bảng này.", remedy: "Hãy chọn lại tệp." },
  importStarted: { text: "Bảng này đã được nhập rồi.", remedy: "Kết quả từng dòng ở trang của bảng." },
};

export const no = (code: ImportCode): Refusal<ImportCode> => ({ code, clause: "Đ7.k3" });
