import type { Sentence } from "../newsroom/move-words.ts";
import type { ArrangementCode } from "./rules.ts";

/** Why the menu or the home page may not be arranged so. A code without a sentence does not compile. */
export const arrangementSentences: Readonly<Record<ArrangementCode, Sentence>> = {
  arrangementNotYours: {
    text: "Sắp xếp giao diện là việc của đầu mối kỹ thuật (Quản trị Cổng).",
    remedy: "Ban biên tập cho ý kiến về từng đề nghị; Quản trị Cổng áp dụng.",
  },
  arrangementOpinionNotYours: {
    text: "Vai trò này không cho ý kiến về giao diện.",
    remedy: "Phó Trưởng ban, Phó Trưởng ban thường trực, Trưởng Ban và Thư ký cho ý kiến.",
  },
  arrangementDisclosureHidden: {
    text: "“Công khai” không được bỏ hoặc ẩn khỏi danh mục chính và trang chủ.",
    remedy: "Hãy để “Công khai” hiện; có thể chuyển lên hoặc xuống.",
  },
  arrangementReasonMissing: { text: "Chưa có lý do thay đổi.", remedy: "Hãy ghi ngắn gọn vì sao sắp xếp lại." },
  arrangementLabelMissing: { text: "Mục “{address}” chưa có tên.", remedy: "Hãy ghi tên hiện trong danh mục." },
  arrangementLabelTaken: {
    text: "Tên “{label}” là tên của một mục khác trên Cổng.",
    remedy: "Hãy chọn tên khác để người đọc không nhầm.",
  },
  arrangementLabelLong: { text: "Tên mục dài quá {most} ký tự.", remedy: "Hãy rút ngắn tên." },
  arrangementAddressUnknown: {
    text: "Địa chỉ “{address}” không phải một trang công khai của Cổng.",
    remedy: "Hãy chép địa chỉ từ Sơ đồ cổng, ví dụ: /gioi-thieu/lich-su.",
  },
  arrangementAddressTwice: { text: "“{address}” đã có trong danh sách.", remedy: "Hãy bỏ một trong hai." },
  arrangementBlockUnknown: { text: "Trang chủ không có khối vừa chọn.", remedy: "Hãy mở lại trang sắp xếp." },
  arrangementTooMany: {
    text: "Danh mục chính có quá {most} mục đang hiện.",
    remedy: "Hãy ẩn bớt: người đọc trên điện thoại không tìm được trong danh sách dài.",
  },
  arrangementUnknown: { text: "Không tìm thấy đề nghị này.", remedy: "Hãy mở lại trang sắp xếp." },
  arrangementOver: { text: "Đề nghị này đang được áp dụng.", remedy: "Không cần áp dụng lần nữa." },
  arrangementOpinionMissing: { text: "Chưa có ý kiến.", remedy: "Hãy viết ý kiến rồi gửi." },
};
