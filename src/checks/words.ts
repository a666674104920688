import type { Sentence } from "../newsroom/move-words.ts";
import type { CheckCode } from "./rules.ts";

export const checkSentences: Readonly<Record<CheckCode, Sentence>> = {
  checkNotByMachine: {
    text: "Máy không được đánh dấu thay người rằng đã kiểm tra.",
    remedy: "Quản trị tự xem các thay đổi rồi bấm “Đã kiểm tra”.",
  },
  checkUnknown: {
    text: "Không có lần kiểm tra nào như vậy.",
    remedy: "Hãy mở trang Kiểm tra: lần đang đến lượt ở trên cùng.",
  },
  checkTooEarly: {
    text: "Chưa đến giờ kiểm tra: lần này bắt đầu lúc {time}.",
    remedy: "Hãy quay lại từ giờ đó. Giờ kiểm tra đổi được trong Cài đặt.",
  },
  checkDayOver: {
    text: "Ngày này đã qua, lần kiểm tra được ghi là bỏ lỡ và không ghi lùi ngày được.",
    remedy: "Hãy kiểm tra lần của hôm nay; mọi thay đổi từ lần trước vẫn nằm trong danh sách.",
  },
  checkRecorded: {
    text: "Lần kiểm tra này đã được ghi.",
    remedy: "Vấn đề phát hiện sau đó được ghi ở lần kiểm tra kế tiếp, hoặc báo thẳng Trưởng Ban.",
  },
  checkNoteMissing: {
    text: "Chưa ghi vấn đề gặp phải.",
    remedy: "Hãy ghi ngắn gọn: ở trang nào, sai thế nào. Trưởng Ban nhận được ngay.",
  },
};
