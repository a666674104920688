/** What is public now, as far as the checklist asks. */
export interface PublicState {
  readonly livePages: ReadonlySet<string>;
  readonly units: number;
  readonly unitsWithoutDuties: readonly string[];
  readonly leaders: number;
  /** Leaders without position, phone or e-mail that is shown. */
  readonly leadersWithoutContact: readonly string[];
  readonly hasAddress: boolean;
  readonly hasPhone: boolean;
  readonly email: string;
  readonly isPersonalMail: boolean;
  readonly articles: number;
  readonly documents: number;
  readonly disclosures: number;
  readonly admissions: number;
  /** Matters on which the public was ever asked. */
  readonly consultations: number;
  readonly procedures: number;
  readonly services: number;
}

export interface ChecklistItem {
  readonly id: string;
  /** Where it comes from: the circular's point as law.md §2 lists it, or a clause of the regulation. */
  readonly source: string;
  readonly name: string;
  readonly isRequired: boolean;
  /** Where the public finds it. */
  readonly href: string | null;
  /** Why it is not there yet, in a sentence; null when it is. */
  readonly missing: (state: PublicState) => string | null;
}

const when = (isThere: boolean, sentence: string) => (isThere ? null : sentence);

/** TT 37/2020/TT-BGDĐT, Điều 9, and what Điều 14 of the regulation adds (REQ-080, REQ-099). */
export const CHECKLIST: readonly ChecklistItem[] = [
  {
    id: "duties",
    source: "Thông tư 37, mục 1; khoản 1 Điều 14",
    name: "Chức năng, nhiệm vụ, quyền hạn của Trung tâm",
    isRequired: true,
    href: "/chuc-nang-nhiem-vu",
    missing: ({ livePages }) => when(livePages.has("chuc-nang-nhiem-vu"), "Trang chưa có nội dung được phê duyệt."),
  },
  {
    id: "structure",
    source: "Thông tư 37, mục 1; khoản 1 Điều 14",
    name: "Cơ cấu tổ chức và chức năng, nhiệm vụ từng đơn vị",
    isRequired: true,
    href: "/co-cau-to-chuc",
    missing: ({ units, unitsWithoutDuties }) =>
      units === 0
        ? "Chưa có đơn vị nào."
        : when(unitsWithoutDuties.length === 0, `Chưa ghi chức năng, nhiệm vụ: ${unitsWithoutDuties.join("; ")}.`),
  },
  {
    id: "history",
    source: "Thông tư 37, mục 1; khoản 1 Điều 14",
    name: "Tóm lược quá trình hình thành và phát triển",
    isRequired: true,
    href: "/lich-su",
    missing: ({ livePages }) => when(livePages.has("lich-su"), "Trang chưa có nội dung được phê duyệt."),
  },
  {
    id: "leaders",
    source: "Thông tư 37, mục 1",
    name: "Lãnh đạo: họ tên, chức vụ, điện thoại, thư điện tử, nhiệm vụ được phân công",
    isRequired: true,
    href: "/co-cau-to-chuc",
    missing: ({ leaders, leadersWithoutContact }) =>
      leaders === 0
        ? "Chưa có lãnh đạo nào được phân công."
        : when(leadersWithoutContact.length === 0, `Chưa đủ liên hệ: ${leadersWithoutContact.join("; ")}.`),
  },
  {
    id: "contact",
    source: "khoản 1, khoản 4 Điều 14",
    name: "Địa chỉ, điện thoại, thư điện tử chính thức",
    isRequired: true,
    href: "/lien-he",
    missing: ({ hasAddress, hasPhone, email, isPersonalMail }) =>
      isPersonalMail
        ? "Thư điện tử chính thức đang dùng dịch vụ thư cá nhân."
        : when(hasAddress && hasPhone && email !== "", "Chưa đủ địa chỉ, điện thoại, thư điện tử trong Cài đặt."),
  },
  {
    id: "news",
    source: "Thông tư 37, mục 2; khoản 2 Điều 14",
    name: "Tin tức, sự kiện",
    isRequired: true,
    href: "/tin-tuc",
    missing: ({ articles }) => when(articles > 0, "Chưa đăng tin, bài nào."),
  },
  {
    id: "documents",
    source: "Thông tư 37, mục 3; khoản 3 Điều 14",
    name: "Văn bản quy phạm pháp luật, văn bản quản lý liên quan",
    isRequired: true,
    href: "/van-ban",
    missing: ({ documents }) => when(documents > 0, "Chưa công bố văn bản nào."),
  },
  {
    id: "disclosure",
    source: "Thông tư 37, mục 7; khoản 6 Điều 14",
    name: "Thông tin công khai",
    isRequired: true,
    href: "/cong-khai",
    missing: ({ disclosures }) => when(disclosures > 0, "Chưa công bố nội dung công khai nào."),
  },
  {
    id: "admissions",
    source: "Thông tư 37, mục 8",
    name: "Tuyển sinh: kế hoạch, chỉ tiêu, hồ sơ, thời gian, kết quả",
    isRequired: true,
    href: "/tuyen-sinh",
    missing: ({ admissions }) => when(admissions > 0, "Chưa có đợt tuyển sinh nào được phê duyệt."),
  },
  {
    id: "questions",
    source: "Thông tư 37, mục 1",
    name: "Liên hệ, giải đáp câu hỏi của người dân",
    isRequired: true,
    href: "/hoi-dap",
    // The form is always there.
    missing: () => null,
  },
  {
    id: "opinions",
    source: "Thông tư 37, mục 5",
    name: "Lấy ý kiến góp ý: nội dung, nơi nhận, thời hạn",
    isRequired: true,
    href: "/lay-y-kien",
    missing: ({ consultations }) => when(consultations > 0, "Chưa công bố đợt lấy ý kiến nào."),
  },
  {
    id: "metadata",
    source: "Thông tư 37, mục 6",
    name: "Dữ liệu đặc tả để tìm kiếm, trao đổi, tích hợp",
    isRequired: true,
    href: "/sitemap.xml",
    missing: () => null,
  },
  {
    id: "procedures",
    source: "khoản 5 Điều 14",
    name: "Thủ tục hành chính",
    isRequired: true,
    href: "/thu-tuc-hanh-chinh",
    missing: ({ procedures }) => when(procedures > 0, "Chưa công bố thủ tục nào."),
  },
  {
    id: "services",
    source: "khoản 5 Điều 14",
    name: "Dịch vụ công và mức độ cung cấp",
    isRequired: true,
    href: "/dich-vu-cong",
    missing: ({ services }) => when(services > 0, "Chưa công bố dịch vụ nào."),
  },
  {
    id: "english",
    source: "Nghị định về thông tin trên mạng (khuyến nghị)",
    name: "Trang tiếng Anh về tổ chức và liên hệ",
    isRequired: false,
    href: "/en/about",
    missing: ({ livePages }) =>
      when(livePages.has("en-about") && livePages.has("en-contact"), "Chưa có bản tiếng Anh được phê duyệt."),
  },
];

export interface Checked {
  readonly item: ChecklistItem;
  readonly missing: string | null;
}

/** Every item with what is missing, and whether the portal is complete: it is not while a required item is empty. */
export function checkItems(state: PublicState): { readonly items: readonly Checked[]; readonly isComplete: boolean } {
  const items = CHECKLIST.map((item) => ({ item, missing: item.missing(state) }));
  return { items, isComplete: items.every(({ item, missing }) => !item.isRequired || missing === null) };
}
