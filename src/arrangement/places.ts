/** A link of the main menu that every portal has, whatever its centre arranges. */
export interface FixedPlace {
  readonly href: string;
  readonly label: string;
}

/** REQ-072: stands in the main menu and on the home page whatever the settings, sections and arrangements are. */
export const DISCLOSURE = { href: "/cong-khai", label: "Công khai" } as const;

/** Rooms of the portal that may stand in the menu, in the order of a portal that nobody has arranged yet. */
export const MENU_PLACES: readonly FixedPlace[] = [
  { href: "/", label: "Trang chủ" },
  { href: "/gioi-thieu", label: "Giới thiệu" },
  { href: "/tin-tuc", label: "Tin tức" },
  DISCLOSURE,
  { href: "/van-ban", label: "Văn bản" },
  { href: "/thu-tuc-hanh-chinh", label: "Thủ tục" },
  { href: "/tuyen-sinh", label: "Tuyển sinh" },
  { href: "/hoi-dap", label: "Hỏi đáp" },
  { href: "/lien-he", label: "Liên hệ" },
];

/** Parts of the home page, by key, in their first order. */
export const HOME_BLOCKS = {
  lead: "Tin nổi bật",
  notices: "Thông báo",
  admissions: "Tuyển sinh",
  quick: "Tra cứu, dịch vụ",
  latest: "Tin mới",
  events: "Sự kiện sắp tới",
  disclosure: "Công khai",
  documents: "Văn bản mới",
  sections: "Các chuyên mục",
  superior: "Tin của Sở",
  albums: "Thư viện ảnh, video",
} as const;

export type HomeBlock = keyof typeof HOME_BLOCKS;
export const HOME_BLOCK_KEYS = Object.keys(HOME_BLOCKS) as readonly HomeBlock[];
