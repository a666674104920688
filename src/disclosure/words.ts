import type { Sentence } from "../newsroom/move-words.ts";
import type { DisclosureCode } from "./rules.ts";

/** Why an act about disclosure is refused; `notThisHat` has its sentence with the moves. */
export const disclosureSentences: Readonly<Record<Exclude<DisclosureCode, "notThisHat">, Sentence>> = {
  disclosureNotNow: {
    text: "Nội dung công khai không ở bước này.",
    remedy: "Nội dung đã đăng chỉ được thay bằng một bản mới; hãy mở lại trang để xem việc gì làm được.",
  },
  disclosureNotYourUnit: {
    text: "Nội dung công khai này thuộc đơn vị khác.",
    remedy: "Việc này thuộc đơn vị phụ trách, Phó Trưởng ban phụ trách đơn vị hoặc Thư ký.",
  },
  disclosureOwnApproval: {
    text: "Người soạn không tự phê duyệt nội dung của mình.",
    remedy: "Hãy để người khác có thẩm quyền phê duyệt.",
  },
  disclosureReasonShort: { text: "Lý do còn quá ngắn.", remedy: "Hãy ghi ít nhất 10 ký tự." },
  disclosureEmpty: {
    text: "Nội dung công khai còn trống.",
    remedy: "Hãy nhập lời, bảng số liệu hoặc tệp. Không được đăng một mục trống.",
  },
  disclosureTitleMissing: { text: "Chưa có tiêu đề.", remedy: "Hãy ghi tiêu đề của nội dung công khai." },
  disclosureChangeNoteMissing: {
    text: "Chưa ghi bản này khác bản trước ở điểm nào.",
    remedy: "Hãy ghi vào ô “Điểm thay đổi”; người đọc thấy lời này cạnh hai bản.",
  },
  disclosureTextChanged: {
    text: "Nội dung đã được sửa sau khi bạn mở trang.",
    remedy: "Hãy mở lại trang, đọc nội dung mới rồi làm tiếp.",
  },
  disclosureNotApproved: {
    text: "Bản này chưa được phê duyệt.",
    remedy: "Trưởng Ban, Phó Trưởng ban thường trực hoặc Phó Trưởng ban phụ trách phê duyệt trước khi đăng.",
  },
  disclosureOpenAlready: {
    text: "Mục này đang có một bản chưa đăng.",
    remedy: "Hãy làm tiếp bản đang có.",
  },
  disclosureItemUnknown: { text: "Không tìm thấy nội dung công khai này.", remedy: "Hãy chọn trong danh mục." },
  disclosureYearWrong: {
    text: "Năm học không đúng hoặc không thuộc quy định của mục này.",
    remedy: "Hãy chọn năm học trong danh sách.",
  },
  disclosureUnitMissing: {
    text: "Mục này chưa có đơn vị phụ trách.",
    remedy: "Thư ký hoặc Quản trị giao đơn vị phụ trách trong danh mục công khai.",
  },
  disclosureFileUnknown: { text: "Có tệp không còn trên Cổng.", remedy: "Hãy tải tệp lên lại." },
  disclosureDayInvalid: {
    text: "Ngày nhập vào chưa đúng.",
    remedy: "Hãy nhập đủ ngày, tháng, năm; không ghi ngày sau hôm nay.",
  },
  disclosureNotPublic: {
    text: "Chỉ che dữ liệu trong nội dung đã đăng.",
    remedy: "Bản chưa đăng thì sửa trực tiếp.",
  },
  disclosureOrderMissing: {
    text: "Chưa đủ số văn bản và cơ quan yêu cầu.",
    remedy: "Chỉ che dữ liệu khi có văn bản của cơ quan có thẩm quyền.",
  },
  disclosureUnredacted: {
    text: "Bản che dữ liệu giống hệt bản đang đăng.",
    remedy: "Hãy thay dữ liệu cần che bằng lời “[đã che theo quy định]”.",
  },
  disclosureRedactionOpen: {
    text: "Bản này đang có một yêu cầu che dữ liệu chưa xong.",
    remedy: "Hãy làm tiếp yêu cầu ấy.",
  },
  disclosureRedactionDone: { text: "Yêu cầu này đã thực hiện xong.", remedy: "" },
  disclosureConfirmedAlready: { text: "Vai trò này đã xác nhận.", remedy: "Chờ người thứ hai xác nhận." },
  disclosureSecondPerson: {
    text: "Giám đốc đồng thời là Trưởng Ban nên cần một người thứ hai.",
    remedy: "Phó Trưởng ban thường trực xác nhận lần thứ hai.",
  },
  disclosureTwoNeeded: {
    text: "Chưa đủ hai người xác nhận.",
    remedy: "Trưởng Ban và Giám đốc (hoặc Phó Trưởng ban thường trực khi một người giữ cả hai) xác nhận trước.",
  },
  disclosureNumberMissing: {
    text: "Chưa ghi số văn bản báo Sở.",
    remedy: "Việc báo địa chỉ chỉ xong khi có ngày và số văn bản.",
  },
  disclosureDueInvalid: {
    text: "Hạn công khai chưa đúng.",
    remedy: "Hãy nhập ngày, tháng có thật và số ngày làm việc từ 1 đến 60.",
  },
  disclosureDueBackdated: {
    text: "Hạn mới không được áp dụng từ một ngày đã qua.",
    remedy: "Hãy chọn ngày áp dụng từ hôm nay trở đi. Việc đến hạn trước ngày ấy vẫn tính theo hạn cũ.",
  },
  disclosurePastChanged: {
    text: "Thay đổi này làm khác đi những gì phải công khai ở các năm học đã qua.",
    remedy: "Năm học cuối chỉ đặt được từ năm học này hoặc năm học vừa qua trở đi.",
  },
  disclosureCodeInvalid: {
    text: "Đường dẫn của mục chưa đúng.",
    remedy: "Chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ: thu-chi-xa-hoi-hoa.",
  },
  disclosureCodeTaken: {
    text: "Đường dẫn này đã thuộc một mục khác.",
    remedy: "Hãy chọn đường dẫn khác: mỗi mục giữ địa chỉ của mình mãi mãi.",
  },
  disclosureRegimeUnknown: {
    text: "Không tìm thấy quy định công khai này.",
    remedy: "Hãy chọn quy định trong danh sách.",
  },
  disclosureRegimeOver: {
    text: "Quy định này không còn áp dụng cho năm học được chọn.",
    remedy: "Hãy chọn quy định đang áp dụng, hoặc năm học khác.",
  },
  disclosureYearPast: {
    text: "Mục mới không được tính cho năm học đã qua.",
    remedy: "Hãy chọn từ năm học hiện tại trở đi.",
  },
  disclosureNotDelegated: {
    text: "Phó Trưởng ban thường trực chưa được ủy quyền xác nhận việc che dữ liệu.",
    remedy:
      "Trưởng Ban hoặc Giám đốc lập ủy quyền ghi rõ việc “Xác nhận che dữ liệu công khai”, có số văn bản và thời hạn.",
  },
};
