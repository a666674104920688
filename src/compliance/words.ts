import type { Sentence } from "../newsroom/move-words.ts";
import type { AcknowledgeCode } from "./commands/acknowledge.ts";

export const complianceSentences: Readonly<Record<AcknowledgeCode, Sentence>> = {
  acknowledgeByHead: {
    text: "Chỉ trưởng đơn vị đang giữ chức tự xác nhận đã đọc Quy chế; không ai xác nhận thay.",
    remedy: "Nếu bạn đứng đầu một đơn vị, hãy chọn vai trò Ủy viên ở đầu trang rồi bấm lại.",
  },
  acknowledgedAlready: {
    text: "Bạn đã xác nhận Quy chế này rồi.",
    remedy: "Không cần làm gì thêm; ngày xác nhận có trong danh sách bên dưới.",
  },
};
