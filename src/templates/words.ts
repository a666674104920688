import type { Sentence } from "../newsroom/move-words.ts";
import type { TemplateCode } from "./template.ts";

/** Why a template may not be kept so. A code without a sentence does not compile. */
export const templateSentences: Readonly<Record<TemplateCode, Sentence>> = {
  templateNotYours: {
    text: "Mẫu bài, mẫu trang do Thư ký Ban biên tập quản lý.",
    remedy: "Hãy đề nghị Thư ký thêm hoặc sửa mẫu.",
  },
  templateUnknown: { text: "Không tìm thấy mẫu này.", remedy: "Hãy mở lại danh sách mẫu." },
  templateNameMissing: { text: "Mẫu chưa có tên.", remedy: "Hãy đặt tên để người viết chọn, ví dụ: Tin sự kiện." },
  templateNameTaken: { text: "Đã có mẫu tên “{template}”.", remedy: "Hãy sửa mẫu ấy hoặc đặt tên khác." },
  templateBodyMissing: { text: "Mẫu chưa có nội dung.", remedy: "Hãy viết các đề mục và câu gợi ý." },
  templateTooLong: { text: "Mục này dài quá {most} ký tự.", remedy: "Hãy rút ngắn." },
};
