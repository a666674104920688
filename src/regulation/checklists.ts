/** Points a reviewer and an approver tick by name before they forward or approve (Đ5.k1, Đ6, Đ17; REQ-030, REQ-034, REQ-130…137). */
export interface CheckPoint {
  readonly id: string;
  readonly text: string;
  readonly clause: string;
}

const PROHIBITED: readonly CheckPoint[] = [
  { id: "a", clause: "Đ17.k1.a", text: "Không chống Nhà nước, không gây hại an ninh, trật tự, đoàn kết dân tộc" },
  { id: "b", clause: "Đ17.k1.b", text: "Không kích động bạo lực, dâm ô, tệ nạn, mê tín dị đoan" },
  { id: "c", clause: "Đ17.k1.c", text: "Không tiết lộ bí mật nhà nước và các bí mật khác" },
  { id: "d", clause: "Đ17.k1.d", text: "Không xuyên tạc, vu khống, xúc phạm tổ chức, cá nhân" },
  { id: "đ", clause: "Đ17.k1.đ", text: "Không quảng cáo, mua bán hàng hóa, dịch vụ bị cấm" },
  { id: "e", clause: "Đ17.k1.e", text: "Không giả mạo, không thông tin sai sự thật" },
  { id: "g", clause: "Đ17.k1.g", text: "Không vi phạm sở hữu trí tuệ; ảnh, tài liệu có quyền sử dụng" },
];

export const APPRAISAL_POINTS: readonly CheckPoint[] = [
  { id: "policy", clause: "Đ6.k1", text: "Đúng quan điểm, chủ trương của Đảng, chính sách, pháp luật của Nhà nước" },
  {
    id: "accurate",
    clause: "Đ5.k4",
    text: "Chính thống, đầy đủ, chính xác, kịp thời: tên người, số liệu, ngày tháng đã soát",
  },
  { id: "source", clause: "Đ6.k3", text: "Ghi rõ tác giả, nguồn của bài và của từng ảnh" },
  {
    id: "learners",
    clause: "Đ5.k3",
    text: "An toàn thông tin cá nhân: ảnh và tên người học đã có sự đồng ý hoặc là hoạt động công khai",
  },
  ...PROHIBITED,
];

export const APPROVAL_POINTS: readonly CheckPoint[] = [
  {
    id: "law",
    clause: "Đ5.k1",
    text: "Tuân thủ pháp luật về công nghệ thông tin, sở hữu trí tuệ, báo chí, xuất bản, bí mật nhà nước, bản quyền",
  },
  { id: "policy", clause: "Đ6.k1", text: "Đúng quan điểm, chủ trương của Đảng, chính sách, pháp luật của Nhà nước" },
  { id: "prohibited", clause: "Đ17.k1", text: "Không có hành vi bị cấm tại Điều 17 (đã xem kết quả thẩm định)" },
];

/** Điểm of Đ17.k1 that a refusal may name. */
export const PROHIBITED_POINTS: readonly CheckPoint[] = [
  ...PROHIBITED,
  { id: "h", clause: "Đ17.k1.h", text: "Hành vi khác theo quy định của pháp luật" },
];
