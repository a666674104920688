import type { Sentence } from "./move-words.ts";

export type CommentCode = "commentEmpty" | "commentTooLong" | "commentUnknown" | "commentResolved" | "blockUnknown";

/** Why a remark on an article cannot be kept or closed. */
export const commentSentences: Readonly<Record<CommentCode, Sentence>> = {
  commentEmpty: { text: "Nhận xét chưa có chữ nào.", remedy: "Hãy viết nhận xét rồi gửi." },
  commentTooLong: { text: "Nhận xét dài quá 3.000 ký tự.", remedy: "Hãy viết gọn hơn hoặc tách thành nhiều nhận xét." },
  commentUnknown: { text: "Không còn tìm thấy nhận xét này trong bài.", remedy: "Hãy mở lại trang bài." },
  commentResolved: { text: "Nhận xét này đã được đánh dấu là xong.", remedy: "Nếu còn ý kiến, hãy viết nhận xét mới." },
  blockUnknown: {
    text: "Đoạn bạn nhận xét không còn trong bài.",
    remedy: "Hãy mở lại trang bài và chọn đoạn khác, hoặc nhận xét chung cho cả bài.",
  },
};
