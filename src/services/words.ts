import type { Sentence } from "../newsroom/move-words.ts";
import type { ServicesCode } from "./rules.ts";

/** Why an act about procedures and services is refused. A code without a sentence does not compile. */
export const servicesSentences: Readonly<Record<ServicesCode, Sentence>> = {
  entryNotYours: {
    text: "Mục này do đơn vị khác phụ trách.",
    remedy: "Trưởng đơn vị phụ trách, Thư ký, Phó Trưởng ban thường trực hoặc Trưởng Ban biên tập làm được việc này.",
  },
  entryChanged: {
    text: "Mục vừa được người khác sửa (bản {version}).",
    remedy: "Hãy mở bản mới để xem, rồi làm lại.",
  },
  entryUnknown: { text: "Không tìm thấy mục này.", remedy: "Hãy mở lại danh sách." },
  entryCodeMissing: { text: "Chưa có mã.", remedy: "Hãy nhập mã, ví dụ: TTHC-01." },
  entryCodeTaken: {
    text: "Mã “{code}” đã có trong danh mục.",
    remedy: "Hãy mở mục có mã ấy để sửa, hoặc chọn mã khác.",
  },
  entryUnitUnknown: { text: "Chưa chọn đơn vị phụ trách.", remedy: "Hãy chọn đơn vị trong danh sách." },
  entryReviewInvalid: {
    text: "Chưa có ngày xem lại, hoặc ngày ấy đã qua.",
    remedy: "Hãy chọn một ngày sau hôm nay để đơn vị xem lại mục này.",
  },
  entryTooLong: { text: "Mục “{label}” quá dài.", remedy: "Hãy rút gọn; phần chi tiết có thể để trong biểu mẫu." },
  entryFieldMissing: { text: "Chưa có nội dung mục “{label}”.", remedy: "Hãy nhập trước khi công bố." },
  entryNumberInvalid: { text: "Mục “{label}” phải là một số từ 1.", remedy: "Hãy chỉ ghi chữ số, ví dụ: 5." },
  procedureWithoutLimit: {
    text: "Thủ tục chưa có thời hạn giải quyết.",
    remedy: "Hãy ghi số ngày làm việc; thủ tục không có thời hạn thì không công bố được.",
  },
  procedureWithoutDossier: {
    text: "Thủ tục chưa có thành phần hồ sơ.",
    remedy: "Hãy ghi mỗi giấy tờ một dòng, kể cả khi chỉ cần một tờ đơn.",
  },
  serviceWithoutLevel: {
    text: "Dịch vụ chưa có mức độ cung cấp.",
    remedy: "Hãy chọn: toàn trình, một phần, hoặc chỉ cung cấp thông tin.",
  },
  serviceProcedureUnknown: { text: "Không tìm thấy thủ tục đã chọn.", remedy: "Hãy chọn lại trong danh sách." },
  serviceLinkInvalid: {
    text: "Địa chỉ trên cổng dịch vụ công chưa đúng.",
    remedy: "Hãy chép cả địa chỉ, bắt đầu bằng https://.",
  },
  serviceLinkOutside: {
    text: "Tên miền {host} không thuộc danh sách tên miền cơ quan nhà nước, giáo dục.",
    remedy: "Hãy kiểm tra địa chỉ; nếu đúng, hãy ghi lý do dẫn tới tên miền này (ít nhất 10 ký tự).",
  },
  entryFileUnknown: { text: "Có biểu mẫu không tìm thấy.", remedy: "Hãy tải biểu mẫu lên lại." },
  entryExpired: {
    text: "Mục này đã hết hiệu lực và được giữ nguyên.",
    remedy: "Nếu có quy định mới, hãy lập mục mới với mã khác.",
  },
  entryDraft: { text: "Mục này chưa công bố.", remedy: "Bản nháp không cần đánh dấu hết hiệu lực." },
  entryReasonMissing: { text: "Lý do còn quá ngắn.", remedy: "Hãy ghi lý do để người đọc hiểu, ít nhất 10 ký tự." },
  entryDayInvalid: { text: "Ngày hết hiệu lực chưa đúng.", remedy: "Hãy nhập đủ ngày, tháng, năm." },
};
