import type { Sentence } from "../newsroom/move-words.ts";
import type { AboutCode } from "./rules.ts";

/** Why an act about pages, admissions and contacts is refused. A code without a sentence does not compile. */
export const aboutSentences: Readonly<Record<AboutCode, Sentence>> = {
  pageUnknown: { text: "Không tìm thấy trang này.", remedy: "Hãy mở lại danh sách." },
  pageNotYours: {
    text: "Việc này không thuộc vai trò bạn đang chọn.",
    remedy: "Trang do Thư ký hoặc trưởng đơn vị phụ trách soạn; Trưởng Ban hoặc Phó Trưởng ban thường trực phê duyệt.",
  },
  pageNotThere: { text: "Trang không ở bước này nữa.", remedy: "Hãy mở lại trang để xem tình trạng mới nhất." },
  pageOwnText: {
    text: "Người soạn không tự phê duyệt bản của mình.",
    remedy: "Hãy để Trưởng Ban hoặc Phó Trưởng ban thường trực khác phê duyệt.",
  },
  pageReasonMissing: { text: "Lý do còn quá ngắn.", remedy: "Hãy ghi lý do trả lại, ít nhất 10 ký tự." },
  pageWaiting: {
    text: "Trang đang chờ duyệt nên không sửa được.",
    remedy: "Nếu cần sửa, hãy đề nghị người duyệt trả lại.",
  },
  pageUnitUnknown: { text: "Chưa chọn đơn vị phụ trách.", remedy: "Hãy chọn đơn vị trong danh sách." },
  pageFieldMissing: { text: "Chưa có nội dung mục “{label}”.", remedy: "Hãy nhập trước khi gửi duyệt." },
  pageTooLong: { text: "Mục “{label}” quá dài.", remedy: "Hãy rút gọn hoặc để phần chi tiết trong tệp đính kèm." },
  pageFileUnknown: { text: "Có tệp không tìm thấy.", remedy: "Hãy tải tệp lên lại." },
  pageDayInvalid: { text: "Mục “{label}” chưa đúng ngày.", remedy: "Hãy nhập đủ ngày, tháng, năm." },
  pagePeriodInverted: { text: "Ngày kết thúc nhận hồ sơ trước ngày bắt đầu.", remedy: "Hãy xem lại hai ngày." },
  contactNotYours: {
    text: "Thông tin liên hệ này do đơn vị khác phụ trách.",
    remedy: "Thư ký, Quản trị hoặc trưởng đơn vị ấy làm được việc này.",
  },
  contactUnknown: { text: "Không tìm thấy đơn vị hoặc người này.", remedy: "Hãy mở lại danh bạ." },
  contactPhoneInvalid: { text: "Số điện thoại chưa đúng.", remedy: "Chỉ ghi chữ số, ví dụ: 0225 000 0000." },
  contactEmailInvalid: { text: "Địa chỉ thư điện tử chưa đúng.", remedy: "Ví dụ: daotao@truong.edu.vn." },
};
