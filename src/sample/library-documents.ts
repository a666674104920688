import type { DocumentKind, RelationKind } from "../library/document.ts";
import { CLAUSES, QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import type { Days } from "./days.ts";

export interface SampleDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedOn: string;
  readonly issuer?: string;
  readonly signer?: string;
  readonly abstract: string;
  readonly effectiveOn?: string;
  readonly effectiveTo?: string;
  readonly field?: string;
  readonly unit: string;
  /** Working days before today when its review is due; ahead of today when negative. */
  readonly reviewBack?: number;
  readonly text?: string;
  /** Left as a draft without a file. */
  readonly isDraft?: true;
  readonly relations?: readonly (readonly [RelationKind, number: string, on?: string])[];
}

const MINISTRY = { issuer: "Bộ Giáo dục và Đào tạo", signer: "KT. Bộ trưởng, Thứ trưởng" };
const GOVERNMENT = { issuer: "Chính phủ", signer: "TM. Chính phủ, Thủ tướng" };
const OFFICE = "to-chuc-hanh-chinh";
const TRAINING = "dao-tao";
const SCHOOL = "giao-duc-thuong-xuyen";
const STANDING = "cong-nghe-thong-tin";

/** Documents a centre like this one keeps: its own, and those it works by. Older ones first. */
export function sampleDocuments(days: Days): readonly SampleDocument[] {
  const first = Number(days.schoolYear.slice(0, 4));
  return [
    {
      kind: "CIRCULAR",
      number: "36/2017/TT-BGDĐT",
      issuedOn: "2017-12-28",
      effectiveOn: "2018-02-12",
      abstract:
        "Ban hành Quy chế thực hiện công khai đối với cơ sở giáo dục và đào tạo thuộc hệ thống giáo dục quốc dân",
      field: "hanh-chinh",
      unit: OFFICE,
      ...MINISTRY,
    },
    {
      kind: "DECREE",
      number: "30/2020/NĐ-CP",
      issuedOn: "2020-03-05",
      abstract: "Về công tác văn thư",
      field: "hanh-chinh",
      unit: OFFICE,
      ...GOVERNMENT,
    },
    {
      kind: "CIRCULAR",
      number: "37/2020/TT-BGDĐT",
      issuedOn: "2020-10-05",
      effectiveOn: "2020-11-20",
      abstract:
        "Quy định về hoạt động của cổng thông tin điện tử, trang thông tin điện tử tại cơ sở giáo dục đại học, sở, phòng giáo dục và đào tạo và cơ sở giáo dục",
      field: "truyen-thong",
      unit: STANDING,
      reviewBack: 4,
      ...MINISTRY,
    },
    {
      kind: "DECISION",
      number: "41/QĐ-GDTXHP",
      issuedOn: "2021-09-15",
      abstract: "Ban hành Quy chế thực hiện công khai của Trung tâm Giáo dục thường xuyên Hải Phòng",
      field: "hanh-chinh",
      unit: OFFICE,
      relations: [["BASED_ON", "36/2017/TT-BGDĐT"]],
    },
    {
      kind: "DECREE",
      number: "42/2022/NĐ-CP",
      issuedOn: "2022-06-24",
      effectiveOn: "2022-08-15",
      abstract:
        "Quy định về việc cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng",
      field: "truyen-thong",
      unit: STANDING,
      ...GOVERNMENT,
    },
    {
      kind: "LETTER",
      number: "3020/SGDĐT-VP",
      issuedOn: "2022-09-30",
      issuer: "Sở Giáo dục và Đào tạo Hải Phòng",
      signer: "KT. Giám đốc, Phó Giám đốc",
      abstract: "Về việc tổ chức hoạt động cổng thông tin điện tử của các đơn vị trực thuộc",
      field: "truyen-thong",
      unit: STANDING,
    },
    {
      kind: "DECISION",
      number: "386/QĐ-UBND",
      issuedOn: "2023-02-10",
      issuer: "Ủy ban nhân dân thành phố Hải Phòng",
      signer: "KT. Chủ tịch, Phó Chủ tịch",
      abstract: "Quy định chức năng, nhiệm vụ, quyền hạn của Trung tâm Giáo dục thường xuyên Hải Phòng",
      field: "hanh-chinh",
      unit: OFFICE,
    },
    {
      kind: "DECISION",
      number: QUY_CHE_27.number,
      issuedOn: QUY_CHE_27.issuedOn,
      effectiveOn: QUY_CHE_27.effectiveOn,
      issuer: QUY_CHE_27.issuer,
      signer: QUY_CHE_27.signer,
      abstract: `Ban hành ${QUY_CHE_27.title}`,
      field: "truyen-thong",
      unit: STANDING,
      text: regulationText(),
      relations: [
        ["BASED_ON", "37/2020/TT-BGDĐT"],
        ["BASED_ON", "386/QĐ-UBND"],
        ["BASED_ON", "3020/SGDĐT-VP"],
      ],
    },
    {
      kind: "DECISION",
      number: "28/QĐ-GDTXHP",
      issuedOn: "2023-05-09",
      effectiveOn: "2023-05-10",
      abstract: "Thành lập Ban biên tập Cổng thông tin điện tử Trung tâm Giáo dục thường xuyên Hải Phòng",
      field: "truyen-thong",
      unit: STANDING,
      relations: [["BASED_ON", QUY_CHE_27.number]],
    },
    {
      kind: "GUIDANCE",
      number: "12/HD-GDTXHP",
      issuedOn: "2023-06-12",
      abstract: "Hướng dẫn viết, gửi tin, bài và ảnh cho Cổng thông tin điện tử",
      field: "truyen-thong",
      unit: STANDING,
      relations: [["GUIDES", QUY_CHE_27.number]],
    },
    {
      kind: "DECISION",
      number: "15/QĐ-GDTXHP",
      issuedOn: "2024-01-15",
      abstract: "Ban hành Quy chế chi tiêu nội bộ năm 2024",
      field: "hanh-chinh",
      unit: OFFICE,
    },
    {
      kind: "DECISION",
      number: "33/QĐ-GDTXHP",
      issuedOn: "2024-03-04",
      abstract: "Ban hành Quy chế công tác văn thư, lưu trữ của Trung tâm",
      field: "hanh-chinh",
      unit: OFFICE,
      reviewBack: 12,
      relations: [["BASED_ON", "30/2020/NĐ-CP"]],
    },
    {
      kind: "CIRCULAR",
      number: "09/2024/TT-BGDĐT",
      issuedOn: "2024-06-03",
      effectiveOn: "2024-07-19",
      abstract: "Quy định về công khai trong hoạt động của các cơ sở giáo dục thuộc hệ thống giáo dục quốc dân",
      field: "hanh-chinh",
      unit: OFFICE,
      relations: [["REPLACES", "36/2017/TT-BGDĐT"]],
      ...MINISTRY,
    },
    {
      kind: "DECISION",
      number: "60/QĐ-GDTXHP",
      issuedOn: "2024-09-20",
      abstract: "Ban hành Quy chế thực hiện dân chủ trong hoạt động của Trung tâm",
      field: "hanh-chinh",
      unit: OFFICE,
    },
    {
      kind: "DECISION",
      number: "08/QĐ-GDTXHP",
      issuedOn: "2025-01-14",
      effectiveOn: "2025-01-01",
      abstract: "Ban hành Quy chế chi tiêu nội bộ năm 2025",
      field: "hanh-chinh",
      unit: OFFICE,
      relations: [["REPLACES", "15/QĐ-GDTXHP", "2025-01-14"]],
    },
    {
      kind: "DECISION",
      number: "21/QĐ-GDTXHP",
      issuedOn: "2025-03-18",
      abstract: "Sửa đổi, bổ sung một số điều của Quy chế thực hiện dân chủ trong hoạt động của Trung tâm",
      field: "hanh-chinh",
      unit: OFFICE,
      relations: [["AMENDS", "60/QĐ-GDTXHP"]],
    },
    {
      kind: "LETTER",
      number: "102/GDTXHP-ĐT",
      issuedOn: "2025-04-02",
      abstract: "Hướng dẫn tạm thời việc nhận hồ sơ nhập học trực tiếp",
      field: "tuyen-sinh",
      unit: TRAINING,
    },
    {
      kind: "PLAN",
      number: "40/KH-GDTXHP",
      issuedOn: `${first - 1}-08-22`,
      effectiveTo: `${first}-05-31`,
      abstract: `Kế hoạch thực hiện nhiệm vụ năm học ${first - 1}–${first}`,
      field: "chuyen-mon",
      unit: SCHOOL,
    },
    {
      kind: "REGULATION",
      number: "55/QĐ-GDTXHP",
      issuedOn: "2025-09-05",
      abstract: "Nội quy học viên Trung tâm Giáo dục thường xuyên Hải Phòng",
      field: "chuyen-mon",
      unit: SCHOOL,
      reviewBack: -6,
    },
    {
      kind: "DECISION",
      number: "64/QĐ-GDTXHP",
      issuedOn: days.day(190),
      abstract: "Bãi bỏ văn bản hướng dẫn tạm thời việc nhận hồ sơ nhập học trực tiếp",
      field: "tuyen-sinh",
      unit: TRAINING,
      relations: [["ABOLISHES", "102/GDTXHP-ĐT"]],
    },
    {
      kind: "NOTICE",
      number: "52/TB-GDTXHP",
      issuedOn: days.day(140),
      abstract: `Tuyển sinh lớp 10 chương trình giáo dục thường xuyên cấp trung học phổ thông năm học ${days.schoolYear}`,
      field: "tuyen-sinh",
      unit: TRAINING,
    },
    {
      kind: "DECREE",
      number: "224/2026/NĐ-CP",
      issuedOn: "2026-06-24",
      effectiveOn: "2026-07-01",
      abstract: "Quy định chi tiết một số điều của Luật Chuyển đổi số",
      field: "truyen-thong",
      unit: STANDING,
      relations: [["REPLACES", "42/2022/NĐ-CP"]],
      ...GOVERNMENT,
    },
    {
      kind: "PLAN",
      number: "63/KH-GDTXHP",
      issuedOn: days.day(110),
      abstract: `Kế hoạch chuyển đổi số của Trung tâm năm ${days.year}`,
      field: "truyen-thong",
      unit: STANDING,
    },
    {
      kind: "PLAN",
      number: "71/KH-GDTXHP",
      issuedOn: days.day(62),
      effectiveTo: `${first + 1}-05-31`,
      abstract: `Kế hoạch thực hiện nhiệm vụ năm học ${days.schoolYear}`,
      field: "chuyen-mon",
      unit: SCHOOL,
    },
    {
      kind: "DECISION",
      number: "88/QĐ-GDTXHP",
      issuedOn: days.day(52),
      effectiveOn: days.day(-30),
      abstract: "Ban hành Quy chế thực hiện công khai theo Thông tư số 09/2024/TT-BGDĐT",
      field: "hanh-chinh",
      unit: OFFICE,
      relations: [
        ["BASED_ON", "09/2024/TT-BGDĐT"],
        ["REPLACES", "41/QĐ-GDTXHP"],
      ],
    },
    {
      kind: "DECISION",
      number: "93/QĐ-GDTXHP",
      issuedOn: days.day(50),
      abstract: "Công nhận kết quả tốt nghiệp khóa bồi dưỡng tin học ứng dụng",
      field: "chuyen-mon",
      unit: "ngoai-ngu-tin-hoc",
      isDraft: true,
    },
  ];
}

/** The regulation in full, a paragraph for each clause. */
function regulationText(): string {
  return CLAUSES.map(({ id, text }) => {
    const part = id.split(".").at(-1) ?? "";
    if (/^(QĐ-)?Đ\d+$/.test(id))
      return `${id.startsWith("QĐ") ? "Quyết định, " : ""}Điều ${/\d+$/.exec(id)![0]}. ${text}`;
    if (/^k\d/.test(part)) return `${part.slice(1)}. ${text}`;
    if (/^b\d/.test(part)) return `Bước ${part.slice(1)}: ${text}`;
    if (/^g\d/.test(part)) return `– ${text}`;
    return /^[a-zđ]$/.test(part) ? `${part}) ${text}` : text;
  }).join("\n");
}
