/** What a reminder may begin with; whoever sends it says the rest. */
export const REMINDER_TEXTS: readonly { readonly label: string; readonly title: string; readonly text: string }[] = [
  {
    label: "Tin, bài của tháng",
    title: "Cung cấp tin, bài trong tháng",
    text: "Đề nghị đơn vị khẩn trương gửi tin, bài để bảo đảm ít nhất 02 tin, bài có chất lượng trong tháng (khoản 3 Điều 16 Quy chế).",
  },
  {
    label: "Tin sau sự kiện",
    title: "Gửi tin, bài về sự kiện vừa kết thúc",
    text: "Đề nghị đơn vị gửi ngay tin, bài, ảnh về sự kiện vừa tổ chức: Ban biên tập phải đăng chậm nhất 01 ngày sau khi kết thúc (khoản 4 Điều 16 Quy chế).",
  },
  {
    label: "Duyệt bài đang chờ",
    title: "Duyệt tin, bài đang chờ tại đơn vị",
    text: "Tại đơn vị còn tin, bài chờ trưởng đơn vị duyệt. Đề nghị xem xét, duyệt gửi Ban biên tập hoặc trả lại người viết.",
  },
  {
    label: "Nội dung công khai",
    title: "Cập nhật nội dung công khai",
    text: "Đề nghị đơn vị cập nhật đầy đủ, kịp thời nội dung công khai được phân công (điểm c khoản 1 Điều 13 Quy chế).",
  },
  {
    label: "Rà soát văn bản, biểu mẫu",
    title: "Rà soát văn bản, thủ tục, biểu mẫu",
    text: "Đề nghị đơn vị rà soát, cập nhật văn bản, thủ tục hành chính, biểu mẫu, số liệu thuộc lĩnh vực phụ trách (điểm b khoản 1 Điều 13 Quy chế).",
  },
];
