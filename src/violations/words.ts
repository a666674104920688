import type { Sentence } from "../newsroom/move-words.ts";
import type { ViolationCode } from "./rules.ts";

export const violationSentences: Readonly<Record<ViolationCode, Sentence>> = {
  violationNotYours: {
    text: "Vai trò này không làm được việc này với vi phạm.",
    remedy: "Ban biên tập, người kiểm tra ghi; trưởng đơn vị giải trình; Giám đốc kết luận.",
  },
  violationUnitUnknown: { text: "Chưa chọn đơn vị.", remedy: "Hãy chọn đơn vị trong danh sách." },
  violationTypeUnknown: { text: "Chưa chọn loại vi phạm.", remedy: "Hãy chọn một loại." },
  violationWhatMissing: { text: "Chưa ghi nội dung vi phạm, ít nhất 10 ký tự.", remedy: "Hãy ghi việc gì, lúc nào." },
  violationDayInvalid: { text: "Ngày xảy ra chưa đúng.", remedy: "Hãy chọn ngày, không sau hôm nay." },
  violationWithoutEvidence: {
    text: "Vi phạm phải có bằng chứng mở ra xem được.",
    remedy: "Hãy dán địa chỉ trang trên Cổng (bắt đầu bằng “/”) hoặc địa chỉ https://.",
  },
  violationRecorded: { text: "Mục trễ này đã được lập hồ sơ.", remedy: "Hãy mở hồ sơ đã có trong danh sách." },
  violationOver: {
    text: "Vi phạm này đã được kết luận.",
    remedy: "Kết luận không sửa được; hãy lập hồ sơ mới nếu có việc mới.",
  },
  violationOtherUnit: { text: "Vi phạm này của đơn vị khác.", remedy: "Trưởng đơn vị đó giải trình." },
  violationSayWhy: { text: "Chưa ghi nội dung, ít nhất 10 ký tự.", remedy: "Hãy ghi rõ, ngắn gọn." },
  violationOutcomeMissing: { text: "Chưa chọn kết luận.", remedy: "Hãy chọn có vi phạm hoặc không vi phạm." },
  violationExplanationOpen: {
    text: "Đơn vị chưa giải trình và chưa hết hạn giải trình.",
    remedy: "Kết luận khi đơn vị đã giải trình, hoặc khi hết hạn.",
  },
  incidentNotYours: {
    text: "Hồ sơ hành vi bị cấm chỉ dành cho Giám đốc, Trưởng Ban và Quản trị.",
    remedy: "Hãy báo cho một trong ba người này.",
  },
  incidentPointMissing: { text: "Chưa chọn điểm, khoản của Điều 17.", remedy: "Hãy chọn hành vi bị cấm." },
  incidentWhatMissing: { text: "Chưa ghi sự việc, ít nhất 10 ký tự.", remedy: "Hãy ghi việc gì, ở đâu, lúc nào." },
  incidentDayInvalid: { text: "Ngày xảy ra chưa đúng.", remedy: "Hãy chọn ngày, không sau hôm nay." },
  incidentExhibitMissing: {
    text: "Chưa có chứng cứ nào.",
    remedy: "Hãy dán địa chỉ bài (ở bàn biên tập hoặc ngoài Cổng), hoặc số dòng nhật ký, mỗi dòng một chứng cứ.",
  },
  incidentExhibitUnknown: {
    text: "Không tìm thấy chứng cứ “{line}”.",
    remedy: "Mỗi dòng là một địa chỉ bài hoặc một số dòng nhật ký.",
  },
  incidentClosed: { text: "Hồ sơ đã kết thúc.", remedy: "Việc mới được lập thành hồ sơ mới." },
  incidentNoteMissing: { text: "Chưa ghi việc đã làm, ít nhất 10 ký tự.", remedy: "Hãy ghi ai làm gì, kết quả." },
};
