import type { Period } from "./due.ts";

/**
 * Where the list of disclosure begins; the centre corrects and adds to it. What rests on secondary sources says so in
 * `note` until somebody has compared it with the text itself (law.md §6).
 */
export interface SeedRegime {
  readonly id: string;
  readonly name: string;
  readonly citation: string;
  readonly fromYear: number;
  readonly toYear: number | null;
  readonly items: readonly SeedItem[];
}

export interface SeedItem {
  readonly code: string;
  readonly group: readonly [code: string, title: string];
  readonly title: string;
  readonly citation: string;
  readonly period: Period;
  readonly forms?: string;
  readonly note?: string;
}

const COMPARE = "Cần đối chiếu với văn bản gốc.";

const I = ["I", "Thông tin chung"] as const;
const II = ["II", "Thu, chi tài chính"] as const;
const III = ["III", "Đội ngũ"] as const;
const IV = ["IV", "Cơ sở vật chất"] as const;
const V = ["V", "Đánh giá, kiểm định chất lượng"] as const;
const VI = ["VI", "Kế hoạch"] as const;
const VII = ["VII", "Kết quả"] as const;
const VIII = ["VIII", "Báo cáo thường niên"] as const;

const item = (
  group: SeedItem["group"],
  code: string,
  title: string,
  citation: string,
  period: Period,
  more: Pick<SeedItem, "forms" | "note"> = {},
): SeedItem => ({ group, code, title, citation, period, ...more });

export const SEED_REGIMES: readonly SeedRegime[] = [
  {
    id: "tt-36-2017",
    name: "Quy chế công khai theo Thông tư 36/2017/TT-BGDĐT",
    citation: "Thông tư số 36/2017/TT-BGDĐT ngày 28/12/2017 của Bộ trưởng Bộ Giáo dục và Đào tạo",
    fromYear: 2017,
    toYear: 2023,
    items: [
      item(
        ["1", "Cam kết và chất lượng giáo dục thực tế"],
        "cam-ket-chat-luong",
        "Cam kết chất lượng giáo dục",
        "Thông tư 36/2017/TT-BGDĐT",
        "school_year",
        { forms: "Biểu mẫu 13", note: COMPARE },
      ),
      item(
        ["1", "Cam kết và chất lượng giáo dục thực tế"],
        "chat-luong-thuc-te",
        "Chất lượng giáo dục thực tế",
        "Thông tư 36/2017/TT-BGDĐT",
        "school_year",
        { forms: "Biểu mẫu 14", note: COMPARE },
      ),
      item(
        ["2", "Điều kiện bảo đảm chất lượng"],
        "co-so-vat-chat",
        "Cơ sở vật chất",
        "Thông tư 36/2017/TT-BGDĐT",
        "school_year",
        { forms: "Biểu mẫu 15", note: COMPARE },
      ),
      item(
        ["2", "Điều kiện bảo đảm chất lượng"],
        "doi-ngu",
        "Đội ngũ giáo viên, cán bộ quản lý và nhân viên",
        "Thông tư 36/2017/TT-BGDĐT",
        "school_year",
        { forms: "Biểu mẫu 16", note: COMPARE },
      ),
      item(["3", "Thu, chi tài chính"], "thu-chi", "Thu, chi tài chính", "Thông tư 36/2017/TT-BGDĐT", "fiscal_year", {
        note: COMPARE,
      }),
    ],
  },
  {
    id: "tt-09-2024",
    name: "Công khai theo Thông tư 09/2024/TT-BGDĐT",
    citation: "Thông tư số 09/2024/TT-BGDĐT ngày 03/6/2024 của Bộ trưởng Bộ Giáo dục và Đào tạo",
    fromYear: 2024,
    toYear: null,
    items: [
      item(
        I,
        "thong-tin-chung",
        "Tên, địa chỉ, loại hình, sứ mạng, lịch sử, người đại diện",
        "Điều 4, khoản 1–6",
        "on_change",
      ),
      item(I, "to-chuc-bo-may", "Tổ chức bộ máy, quyết định thành lập, bổ nhiệm", "Điều 4, khoản 7", "on_change"),
      item(
        I,
        "quy-che-noi-bo",
        "Chiến lược phát triển, quy chế dân chủ và các quy định nội bộ",
        "Điều 4",
        "on_change",
        {
          note: COMPARE,
        },
      ),
      item(II, "thu-chi-tai-chinh", "Các khoản thu và chi của năm tài chính trước", "Điều 5", "fiscal_year"),
      item(
        II,
        "hoc-phi-cac-khoan-thu",
        "Học phí, lệ phí và mức thu của năm học, dự kiến các năm sau",
        "Điều 5",
        "school_year",
      ),
      item(II, "mien-giam-hoc-bong", "Chính sách và kết quả miễn, giảm học phí, học bổng", "Điều 5", "school_year"),
      item(II, "so-du-cac-quy", "Số dư các quỹ theo quy định", "Điều 5", "fiscal_year"),
      item(III, "doi-ngu", "Giáo viên, cán bộ quản lý và nhân viên", "Điều 10, khoản 1", "school_year"),
      item(IV, "co-so-vat-chat", "Phòng học, thiết bị và cơ sở vật chất dùng chung", "Điều 10, khoản 1", "school_year"),
      item(
        V,
        "kiem-dinh-chat-luong",
        "Tự đánh giá, đánh giá ngoài và cải tiến chất lượng",
        "Điều 10, khoản 2",
        "on_change",
      ),
      item(VI, "ke-hoach-tuyen-sinh", "Kế hoạch tuyển sinh", "Điều 10", "school_year", { note: COMPARE }),
      item(VI, "ke-hoach-giao-duc", "Kế hoạch giáo dục của năm học", "Điều 10", "school_year", { note: COMPARE }),
      item(
        VII,
        "ket-qua-giao-duc",
        "Kết quả học tập, rèn luyện, tốt nghiệp và cấp chứng chỉ",
        "Điều 10",
        "school_year",
        {
          note: COMPARE,
        },
      ),
      item(VIII, "bao-cao-thuong-nien", "Báo cáo thường niên của năm trước", "Điều 14, Điều 15", "fiscal_year", {
        forms: "Phụ lục I",
      }),
    ],
  },
  {
    id: "dia-phuong",
    name: "Công khai theo hướng dẫn của địa phương",
    citation: "Hướng dẫn của Sở Giáo dục và Đào tạo về công khai",
    fromYear: 2017,
    toYear: null,
    items: [
      item(
        ["ĐP", "Bổ sung của địa phương"],
        "du-toan-ngan-sach",
        "Dự toán và thực hiện dự toán ngân sách",
        "Thông tư 61/2017/TT-BTC, Thông tư 90/2018/TT-BTC",
        "fiscal_year",
        { note: COMPARE },
      ),
    ],
  },
];
