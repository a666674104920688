import type { RecordContent, RecordField } from "../desk/record-fields.ts";
import { STRUCTURE } from "./paths.ts";

export type PageKind = "text" | "admission";

export const TEXT_FIELDS = [
  { key: "title", name: "tieu-de", label: "Tiêu đề", kind: "line" },
  { key: "lead", name: "tom-tat", label: "Câu mở đầu", kind: "line", optional: true },
  {
    key: "body",
    name: "noi-dung-trang",
    label: "Nội dung",
    kind: "text",
    hint: "Để trống một dòng giữa hai đoạn. Dòng bắt đầu bằng ## là đề mục, bắt đầu bằng - là một mục của danh sách.",
  },
] as const satisfies readonly RecordField[];

/** TT 37/2020, Điều 9: plan, subjects, quota, form, conditions, dossier, time, place (law.md §2.8). */
export const ADMISSION_FIELDS = [
  { key: "title", name: "tieu-de", label: "Tên thông báo", kind: "line", hint: "Ví dụ: Tuyển sinh lớp 10 GDTX" },
  { key: "schoolYear", name: "nam-hoc", label: "Năm học", kind: "line", hint: "Ví dụ: 2026–2027" },
  { key: "programme", name: "chuong-trinh", label: "Chương trình", kind: "line" },
  { key: "subjects", name: "doi-tuong", label: "Đối tượng", kind: "lines" },
  { key: "quota", name: "chi-tieu", label: "Chỉ tiêu", kind: "line", hint: "Ví dụ: 180 học viên, 4 lớp" },
  { key: "form", name: "hinh-thuc", label: "Hình thức tuyển sinh", kind: "line" },
  { key: "conditions", name: "dieu-kien", label: "Điều kiện", kind: "lines" },
  { key: "dossier", name: "ho-so", label: "Hồ sơ", kind: "lines", hint: "Mỗi dòng một giấy tờ." },
  { key: "opensOn", name: "tu-ngay", label: "Nhận hồ sơ từ ngày", kind: "date" },
  { key: "closesOn", name: "den-ngay", label: "Đến hết ngày", kind: "date" },
  { key: "place", name: "noi-nop", label: "Nơi nộp hồ sơ", kind: "line" },
  { key: "fee", name: "le-phi", label: "Lệ phí, học phí", kind: "line", optional: true },
  {
    key: "contact",
    name: "lien-he",
    label: "Liên hệ",
    kind: "line",
    hint: "Điện thoại, thư điện tử của bộ phận tuyển sinh",
  },
  { key: "note", name: "ghi-chu", label: "Thông tin thêm", kind: "text", optional: true },
] as const satisfies readonly RecordField[];

export const pageFields = (kind: PageKind): readonly RecordField[] =>
  kind === "text" ? TEXT_FIELDS : ADMISSION_FIELDS;

export type PageContent = RecordContent;

/** `result`: the list of those admitted; shown apart. */
export type FileRole = "file" | "result";

export interface PageFile {
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly size: number;
  readonly role: FileRole;
}

/** Pages that every portal has, at addresses of their own. */
export interface FixedPage {
  readonly slug: string;
  readonly path: string;
  /** What it is called before it has a text. */
  readonly name: string;
  readonly lang: "vi" | "en";
  /** The same page in the other language. */
  readonly translation?: string;
  /** Address of the same in Vietnamese where that is made from records and always there. */
  readonly counterpart?: string;
}

export const FIXED_PAGES: readonly FixedPage[] = [
  { slug: "gioi-thieu", path: "/gioi-thieu", name: "Giới thiệu", lang: "vi", translation: "en-about" },
  {
    slug: "chuc-nang-nhiem-vu",
    path: "/chuc-nang-nhiem-vu",
    name: "Chức năng, nhiệm vụ, quyền hạn",
    lang: "vi",
  },
  { slug: "lich-su", path: "/lich-su", name: "Quá trình hình thành và phát triển", lang: "vi" },
  { slug: "en-about", path: "/en/about", name: "About (tiếng Anh)", lang: "en", translation: "gioi-thieu" },
  {
    slug: "en-structure",
    path: "/en/structure",
    name: "Structure (tiếng Anh)",
    lang: "en",
    counterpart: STRUCTURE,
  },
  { slug: "en-contact", path: "/en/contact", name: "Contact (tiếng Anh)", lang: "en", counterpart: "/lien-he" },
];

export const fixedPage = (slug: string): FixedPage | undefined => FIXED_PAGES.find((page) => page.slug === slug);

export const ADMISSIONS = "/tuyen-sinh";
export const admissionHref = (slug: string): string => `${ADMISSIONS}/${slug}`;
