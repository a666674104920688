import type { Sentence } from "../newsroom/move-words.ts";
import { MOST_SUBSCRIBERS, type WebhookCode } from "./rules.ts";

/** Why an act about receivers is refused. A code without a sentence does not compile. */
export const webhookSentences: Readonly<Record<WebhookCode, Sentence>> = {
  webhookNameMissing: {
    text: "Chưa ghi tên hệ thống nhận.",
    remedy: "Hãy ghi tên để người khác hiểu, ví dụ: Cổng thông tin của Sở.",
  },
  webhookAddressInvalid: {
    text: "Địa chỉ nhận chưa đúng.",
    remedy: "Hãy chép cả địa chỉ, bắt đầu bằng https://, không kèm tên và mật khẩu.",
  },
  webhookAddressPrivate: {
    text: "Địa chỉ nhận nằm trong mạng nội bộ hoặc là chính máy chủ này.",
    remedy: "Cổng chỉ gửi ra địa chỉ công khai trên Internet. Hãy hỏi đơn vị quản lý hệ thống nhận địa chỉ bên ngoài.",
  },
  webhookAddressTaken: {
    text: "Địa chỉ nhận này đã có trong danh sách.",
    remedy: "Hãy mở hệ thống nhận ấy để sửa.",
  },
  webhookEventsMissing: { text: "Chưa chọn sự kiện nào.", remedy: "Hãy chọn ít nhất một sự kiện cần báo." },
  webhookTooMany: {
    text: `Đã có ${MOST_SUBSCRIBERS} hệ thống nhận, là số nhiều nhất.`,
    remedy: "Hãy bỏ bớt hệ thống không còn dùng.",
  },
  webhookUnknown: { text: "Không tìm thấy hệ thống nhận này.", remedy: "Hãy mở lại danh sách." },
  webhookRemoved: {
    text: "Hệ thống nhận này đã được bỏ và khóa ký đã hủy.",
    remedy: "Nếu cần dùng lại, hãy thêm mới để có khóa ký mới.",
  },
  webhookPausedNow: { text: "Hệ thống nhận này đang tạm dừng.", remedy: "Hãy cho nhận lại trước khi gửi." },
  webhookDeliveryUnknown: { text: "Không tìm thấy lần gửi này.", remedy: "Hãy mở lại danh sách." },
  webhookDeliveryWaits: { text: "Lần gửi này đang chờ và sẽ tự gửi.", remedy: "Không cần gửi lại." },
  webhookNoLongerPublic: {
    text: "Bài trong lần gửi này đã được gỡ khỏi Cổng nên không gửi lại được.",
    remedy: "Hệ thống nhận đã được báo việc gỡ bỏ bằng một lần gửi khác.",
  },
};
