import type { Paper } from "../paper.ts";

/** A monthly report with every kind of block, long enough for three pages. */
export const monthly: Paper = {
  superiorBody: "SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI PHÒNG",
  issuer: "TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN HẢI PHÒNG",
  number: 5,
  symbol: "BC-GDTXHP",
  place: "Hải Phòng",
  day: "2026-03-05",
  kind: "BÁO CÁO",
  abstract: "Tình hình hoạt động Cổng thông tin điện tử tháng 02 năm 2026",
  addressees: ["Trưởng Ban biên tập Cổng thông tin điện tử"],
  bases: [
    "Căn cứ Quyết định số 27/QĐ-GDTXHP ngày 09 tháng 5 năm 2023 của Giám đốc Trung tâm Giáo dục thường xuyên Hải Phòng ban hành Quy chế hoạt động của Cổng thông tin điện tử",
    "Căn cứ Điều 11 và khoản 1 Điều 18 của Quy chế",
  ],
  body: [
    {
      kind: "paragraph",
      text: "Thư ký Ban biên tập báo cáo tình hình hoạt động của Cổng từ ngày 26 tháng 01 năm 2026 đến ngày 25 tháng 02 năm 2026 như sau:",
    },
    { kind: "heading", level: 1, text: "1. Số lượng, chất lượng tin, bài" },
    {
      kind: "table",
      caption: "Bảng 1. Tin, bài của các phòng, tổ chức",
      heads: [
        { label: "STT", align: "center" },
        { label: "Phòng, tổ chức" },
        { label: "Đã đăng", align: "right" },
        { label: "Đạt chất lượng", align: "right" },
        { label: "Kết quả chỉ tiêu", align: "center" },
      ],
      rows: Array.from({ length: 30 }, (_, index) => [
        String(index + 1),
        index % 3 === 0
          ? "Phòng Đào tạo"
          : index % 3 === 1
            ? "Phòng Tổ chức - Hành chính - Tổng hợp"
            : "Tổ bộ môn Khoa học tự nhiên, khoa học xã hội và ngoại ngữ",
        String(1041 + index * 7),
        String(index),
        index % 2 === 0 ? "Đạt" : "Chưa đạt",
      ]),
    },
    { kind: "heading", level: 1, text: "2. Thực hiện Quy chế của Ban biên tập và các đơn vị" },
    { kind: "heading", level: 2, text: "a) Kiểm tra hai lần mỗi ngày" },
    ...Array.from({ length: 14 }, (_, index) => ({
      kind: "paragraph" as const,
      text: `Trong kỳ, quản trị Cổng đã kiểm tra ${38 + index} lượt đầu giờ sáng và cuối giờ chiều, ghi nhận ${index} vấn đề và báo cáo kịp thời với Trưởng Ban biên tập; không có lượt nào bị bỏ qua.`,
    })),
    { kind: "item", text: "Bài của sự kiện đăng đúng hạn một ngày: 11 trong 12 bài, đạt 92%" },
    { kind: "item", text: "Câu hỏi của công dân đã trả lời đúng hạn: 8 trong 8" },
    { kind: "heading", level: 1, text: "3. Đề xuất, kiến nghị" },
    {
      kind: "paragraph",
      text: "Đề nghị các phòng, tổ chức gửi bài trong ngày diễn ra sự kiện, ghi rõ tác giả và nguồn của ảnh.",
    },
  ],
  signatures: [{ authority: "TM. BAN BIÊN TẬP", position: "THƯ KÝ", name: "Trần Thị Thu Hà" }],
  recipients: ["Trưởng Ban biên tập (để báo cáo)", "Các thành viên Ban biên tập", "Lưu: VT, TKBBT"],
};

/** Minutes: without place and day in the head, signed by two. */
export const minutes: Paper = {
  ...monthly,
  number: null,
  symbol: "BB-GDTXHP",
  place: "",
  day: null,
  kind: "BIÊN BẢN",
  abstract:
    "Kiểm tra việc tổ chức hoạt động, sử dụng Cổng thông tin điện tử của Phòng Đào tạo năm 2026, theo kế hoạch kiểm tra hằng năm",
  addressees: [],
  bases: [],
  body: [
    {
      kind: "paragraph",
      text: "Hôm nay, hồi 08 giờ 30 phút ngày 15 tháng 12 năm 2026, tại phòng họp tầng 2, đoàn kiểm tra gồm:",
    },
    { kind: "item", text: "Ông Phạm Văn Minh, Trưởng đoàn" },
    { kind: "item", text: "Bà Trần Thị Thu Hà, thư ký" },
    {
      kind: "table",
      caption: "",
      heads: [
        { label: "Tiêu chí" },
        { label: "Trọng số", align: "right" },
        { label: "Điểm máy tính", align: "right" },
        { label: "Điểm chấm", align: "right" },
        { label: "Căn cứ" },
        { label: "Ghi chú" },
      ],
      rows: [
        [
          "Đủ 02 tin, bài có chất lượng mỗi tháng",
          "30",
          "27,5",
          "27,5",
          "Khoản 3 Điều 16",
          "Tháng 7 được miễn theo quyết định số 12/QĐ-GDTXHP",
        ],
        ["Bài của sự kiện trong một ngày", "20", "18", "18", "Khoản 4 Điều 16", ""],
      ],
    },
    {
      kind: "paragraph",
      text: "Biên bản kết thúc vào hồi 10 giờ cùng ngày, đã đọc cho mọi người cùng nghe và thống nhất ký tên.",
    },
  ],
  signatures: [
    { authority: "", position: "ĐẠI DIỆN ĐƠN VỊ", name: "Nguyễn Thị Hoa" },
    { authority: "", position: "TRƯỞNG ĐOÀN", name: "Phạm Văn Minh" },
  ],
  recipients: ["Phòng Đào tạo", "Lưu: VT"],
};
