import type { Sentence } from "../newsroom/move-words.ts";
import type { TakedownCode } from "./rules.ts";

/** Why a request, or a step of one, is refused. Reasons and retention have their sentences with articles and questions. */
export const takedownSentences: Readonly<Record<TakedownCode, Sentence>> = {
  takedownNoteGiven: {
    text: "Chưa ghi ý kiến khi trình.",
    remedy: "Hãy ghi việc đã kiểm tra và đề xuất, ít nhất 10 ký tự.",
  },
  takedownAnswerGiven: {
    text: "Câu trả lời còn quá ngắn hoặc quá dài.",
    remedy: "Hãy viết từ 10 đến 5.000 ký tự.",
  },
  classGiven: { text: "Chưa chọn loại lý do.", remedy: "Loại lý do sẽ hiện tại địa chỉ bài đã gỡ." },
  targetMissing: {
    text: "Chưa có địa chỉ của nội dung cần gỡ.",
    remedy: "Xin mở bài trên Cổng, sao chép địa chỉ trên thanh trình duyệt rồi dán vào đây.",
  },
  targetElsewhere: {
    text: "Địa chỉ này không thuộc Cổng của Trung tâm.",
    remedy: "Trung tâm chỉ xem xét nội dung trên Cổng này. Xin gửi yêu cầu đến trang đang đăng nội dung đó.",
  },
  targetIsDisclosure: {
    text: "Nội dung trong mục Công khai phải hiển thị liên tục, không được gỡ bỏ hoặc để ở chế độ ẩn.",
    remedy:
      "Nếu số liệu sai, xin gửi Góp ý để Trung tâm công bố bản thay thế. Nếu có dữ liệu cá nhân phải che theo pháp luật, xin nêu văn bản yêu cầu của cơ quan có thẩm quyền trong mục Hỏi đáp, góp ý.",
  },
  targetOtherPage: {
    text: "Trang này không phải bài viết hoặc câu trả lời.",
    remedy: "Biểu mẫu này dành cho bài viết và câu trả lời. Với trang khác, xin gửi Góp ý.",
  },
  targetUnknown: {
    text: "Không có nội dung nào tại địa chỉ này.",
    remedy: "Xin kiểm tra lại địa chỉ, hoặc tìm bài bằng ô tìm kiếm rồi sao chép địa chỉ.",
  },
  targetGone: { text: "Nội dung tại địa chỉ này đã được gỡ.", remedy: "Không cần gửi yêu cầu nữa." },
  reasonClassMissing: { text: "Chưa chọn lý do.", remedy: "Xin chọn lý do gần đúng nhất." },
};
