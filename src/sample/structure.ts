import type { UnitKind } from "../board/board.ts";

export interface SampleUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly duties: string;
  readonly isStanding?: boolean;
}

/** Units of the sample centre, in the order in which they are listed. */
export const SAMPLE_UNITS: readonly SampleUnit[] = [
  {
    code: "ban-giam-doc",
    name: "Ban Giám đốc",
    kind: "leadership",
    duties: "Lãnh đạo, quản lý toàn diện các hoạt động của Trung tâm.",
  },
  {
    code: "cong-nghe-thong-tin",
    name: "Phòng Công nghệ thông tin",
    kind: "department",
    duties:
      "Vận hành hạ tầng kỹ thuật, bảo đảm an toàn thông tin; bộ phận thường trực của Ban biên tập Cổng thông tin điện tử.",
    isStanding: true,
  },
  {
    code: "dao-tao",
    name: "Phòng Đào tạo",
    kind: "department",
    duties: "Tổ chức tuyển sinh, quản lý các lớp đào tạo, bồi dưỡng và liên kết đào tạo.",
  },
  {
    code: "to-chuc-hanh-chinh",
    name: "Phòng Tổ chức – Hành chính",
    kind: "department",
    duties: "Tham mưu công tác tổ chức cán bộ, hành chính, văn thư, cơ sở vật chất và thi đua khen thưởng.",
  },
  {
    code: "giao-duc-thuong-xuyen",
    name: "Phòng Giáo dục thường xuyên",
    kind: "department",
    duties: "Tổ chức dạy học chương trình giáo dục thường xuyên cấp trung học cơ sở và trung học phổ thông.",
  },
  {
    code: "ngoai-ngu-tin-hoc",
    name: "Trung tâm Ngoại ngữ – Tin học",
    kind: "affiliate",
    duties: "Bồi dưỡng, tổ chức thi và cấp chứng chỉ ngoại ngữ, tin học theo quy định.",
  },
];

/** Lĩnh vực phụ trách (Đ10). */
export const SAMPLE_FIELDS = [
  { code: "chuyen-mon", name: "Chuyên môn, đào tạo" },
  { code: "tuyen-sinh", name: "Tuyển sinh" },
  { code: "hanh-chinh", name: "Tổ chức, hành chính" },
  { code: "truyen-thong", name: "Truyền thông, chuyển đổi số" },
] as const;

export interface SampleCategory {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly field: string | null;
}

/** Chuyên mục, in the order of the menu. */
export const SAMPLE_CATEGORIES: readonly SampleCategory[] = [
  {
    slug: "tin-tuc-su-kien",
    name: "Tin tức – sự kiện",
    description: "Hoạt động, sự kiện của Trung tâm và của ngành.",
    field: "truyen-thong",
  },
  {
    slug: "thong-bao",
    name: "Thông báo",
    description: "Thông báo của Trung tâm gửi học viên, cha mẹ học sinh và cán bộ, giáo viên.",
    field: "hanh-chinh",
  },
  {
    slug: "tuyen-truyen-chinh-sach",
    name: "Tuyên truyền – chính sách",
    description: "Chủ trương của Đảng, chính sách, pháp luật của Nhà nước, quy định và hướng dẫn của ngành.",
    field: "truyen-thong",
  },
  {
    slug: "guong-nguoi-tot-viec-tot",
    name: "Gương người tốt, việc tốt",
    description: "Những tấm gương và điển hình tiên tiến trong dạy và học.",
    field: "truyen-thong",
  },
  {
    slug: "tuyen-sinh",
    name: "Tuyển sinh",
    description: "Kế hoạch, chỉ tiêu, hồ sơ và kết quả tuyển sinh.",
    field: "tuyen-sinh",
  },
  {
    slug: "hoat-dong-chuyen-mon",
    name: "Hoạt động chuyên môn",
    description: "Dạy học, bồi dưỡng, thi và đánh giá.",
    field: "chuyen-mon",
  },
  {
    slug: "thong-tin-phan-hoi-dinh-chinh",
    name: "Thông tin phản hồi – đính chính",
    description: "Trả lời phản ánh và đính chính thông tin đã đăng.",
    field: "truyen-thong",
  },
];
