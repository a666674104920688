import type { Sentence } from "../newsroom/move-words.ts";

export type BulkCode = "bulkNothing" | "bulkReason" | "bulkAction" | "bulkChoice";

export const bulkSentences: Readonly<Record<BulkCode, Sentence>> = {
  bulkNothing: { text: "Chưa chọn mục nào.", remedy: "Hãy quay lại danh sách và đánh dấu các mục." },
  bulkReason: {
    text: "Chưa ghi lý do.",
    remedy: "Hãy ghi lý do chung, ít nhất 10 ký tự; lý do được lưu trong nhật ký.",
  },
  bulkAction: { text: "Chưa chọn việc cần làm.", remedy: "Hãy chọn một việc." },
  bulkChoice: { text: "Việc này cần thêm một lựa chọn.", remedy: "Hãy chọn giá trị ở ngay dưới việc ấy." },
};
