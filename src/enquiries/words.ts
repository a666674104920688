import type { Sentence } from "../newsroom/move-words.ts";
import type { EnquiryCode } from "./rules.ts";

/** Why a step of a question is refused; what all slips share has its sentence with them. */
export const enquirySentences: Readonly<
  Record<Exclude<EnquiryCode, "reasonGiven" | "retentionOver" | "articleLive">, Sentence>
> = {
  unitHasHead: {
    text: "Đơn vị này hiện chưa có trưởng đơn vị trong Ban biên tập.",
    remedy: "Hãy chọn đơn vị khác, hoặc đề nghị Quản trị nhập phân công.",
  },
  answerGiven: {
    text: "Câu trả lời còn quá ngắn, quá dài, hoặc thiếu phần câu hỏi để đăng.",
    remedy: "Hãy viết câu trả lời từ 10 đến 20.000 ký tự; nếu đăng công khai thì ghi cả câu hỏi đã lược bỏ tên người.",
  },
  sameDraft: {
    text: "Câu trả lời vừa được sửa sau khi bạn mở trang.",
    remedy: "Hãy đọc lại bản mới rồi duyệt.",
  },
  notDrafter: {
    text: "Người soạn câu trả lời không tự duyệt.",
    remedy: "Cần một thành viên khác của Ban biên tập: Thư ký, Phó Trưởng ban hoặc Trưởng ban.",
  },
  publicClean: {
    text: "Phần đăng công khai còn dữ liệu cá nhân: họ tên, điện thoại, thư điện tử của người gửi, hoặc dãy 12 chữ số.",
    remedy: "Hãy trả lại để lược bỏ, hoặc chỉ gửi riêng cho người hỏi.",
  },
  enquiryKindUnknown: { text: "Chưa chọn hỏi hay góp ý.", remedy: "Xin chọn một trong hai." },
  topicTooLong: { text: "Chủ đề dài quá 150 ký tự.", remedy: "Xin viết ngắn lại." },
  askedUnitUnknown: { text: "Không có đơn vị này.", remedy: "Xin chọn trong danh sách, hoặc để trống." },
};
