import type { OutsideProblem } from "./fetch-outside.ts";

/** What went wrong with somebody else's machine, and what to do, for the pages of the desk. */
export const OUTSIDE_WORDS: Readonly<Record<OutsideProblem, string>> = {
  addressInvalid: "Địa chỉ chưa đúng: phải bắt đầu bằng https:// (hoặc http://) và không kèm tên, mật khẩu.",
  addressUnknown: "Không tìm thấy máy chủ của địa chỉ này. Hãy kiểm tra lại tên miền.",
  addressNotPublic:
    "Địa chỉ dẫn tới mạng nội bộ hoặc chính máy chủ này nên Cổng không gửi. Hãy dùng một địa chỉ công khai trên Internet.",
  unreachable: "Máy chủ bên kia không nhận kết nối. Cổng sẽ tự thử lại.",
  certificate: "Chứng thư bảo mật của máy chủ bên kia không hợp lệ. Hãy báo đơn vị quản lý máy chủ ấy.",
  tooSlow: "Máy chủ bên kia trả lời quá chậm. Cổng sẽ tự thử lại.",
  tooLarge: "Câu trả lời của máy chủ bên kia lớn hơn mức Cổng nhận.",
  unreadable: "Câu trả lời của máy chủ bên kia bị hỏng, không đọc được.",
  redirected:
    "Máy chủ bên kia chuyển hướng quá nhiều lần hoặc sang kết nối kém an toàn hơn. Hãy ghi địa chỉ cuối cùng.",
};
