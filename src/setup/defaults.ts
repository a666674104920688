import type { Typed } from "./form.ts";

/** Lĩnh vực of the deputies as a centre usually divides them (Đ10); to be changed in the form. */
const FIELDS = ["Chuyên môn, đào tạo", "Tuyển sinh", "Tổ chức, hành chính", "Truyền thông, chuyển đổi số"];

/** Chuyên mục every portal begins with (Đ3.k2, Đ14.k2); others are added in the desk. */
export const DEFAULT_CATEGORIES = [
  { slug: "tin-tuc-su-kien", name: "Tin tức – sự kiện", description: "Hoạt động, sự kiện của đơn vị và của ngành." },
  {
    slug: "thong-bao",
    name: "Thông báo",
    description: "Thông báo gửi học viên, cha mẹ học sinh và cán bộ, giáo viên.",
  },
  {
    slug: "tuyen-truyen-chinh-sach",
    name: "Tuyên truyền – chính sách",
    description: "Chủ trương của Đảng, chính sách, pháp luật của Nhà nước, quy định và hướng dẫn của ngành.",
  },
  {
    slug: "guong-nguoi-tot-viec-tot",
    name: "Gương người tốt, việc tốt",
    description: "Những tấm gương và điển hình tiên tiến trong dạy và học.",
  },
  { slug: "tuyen-sinh", name: "Tuyển sinh", description: "Kế hoạch, chỉ tiêu, hồ sơ và kết quả tuyển sinh." },
  { slug: "hoat-dong-chuyen-mon", name: "Hoạt động chuyên môn", description: "Dạy học, bồi dưỡng, thi và đánh giá." },
  {
    slug: "thong-tin-phan-hoi-dinh-chinh",
    name: "Thông tin phản hồi – đính chính",
    description: "Trả lời phản ánh và đính chính thông tin đã đăng.",
  },
] as const;

/** What the form shows when it is opened: the usual answers, all of them to be changed. */
export const FIRST_ANSWERS: Typed = {
  "dv-so": ["8"],
  "dv-ten-1": ["Ban Giám đốc"],
  "dv-loai-1": ["leadership"],
  "linh-vuc": [FIELDS.join("\n")],
  "gd-chuc-danh": ["Giám đốc"],
  "gd-truong-ban": ["on"],
  "tt-chuc-danh": ["Phó Giám đốc"],
  "pb1-chuc-danh": ["Phó Giám đốc"],
  "pb2-chuc-danh": ["Phó Giám đốc"],
  "pb3-chuc-danh": ["Phó Giám đốc"],
  "qt-la": ["thu-ky"],
};
