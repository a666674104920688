/** A link of a menu. `current` marks the section in which the reader stands. */
export interface MenuItem {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
}

/** What stands at the foot of every public page, from settings (Đ14.k4, REQ-014, REQ-083). */
export interface SiteFooter {
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** "Ông Nguyễn Văn Thiện, Giám đốc Trung tâm" */
  readonly responsible: string;
  /** Permission or legal basis on which the portal operates; left out when empty. */
  readonly permission: string;
}

/** Addresses of the built style sheets and scripts (see `ui/assets.ts`). */
export interface SiteAssets {
  readonly css: string;
  readonly fonts?: readonly string[] | undefined;
  /** Scripts before the first paint, and after it. */
  readonly early?: readonly string[] | undefined;
  readonly js?: readonly string[] | undefined;
}

/** Values that every public page shares; from settings, never from the request (REQ-013). */
export interface SiteFrame {
  /** "Trung tâm Giáo dục thường xuyên Hải Phòng" */
  readonly siteName: string;
  /** "Sở Giáo dục và Đào tạo thành phố Hải Phòng" */
  readonly superiorBody: string;
  /** "Trung tâm GDTX Hải Phòng", for sentences. */
  readonly shortName: string;
  /** The one official host of Điều 2, without scheme. */
  readonly canonicalHost: string;
  /** https unless a demo says otherwise. */
  readonly scheme?: "http" | "https" | undefined;
  readonly menu: readonly MenuItem[];
  readonly footer: SiteFooter;
  readonly assets: SiteAssets;
}

/** The absolute official address of a path. */
export function officialAddress({ scheme = "https", canonicalHost }: SiteFrame, path = ""): string {
  return `${scheme}://${canonicalHost}${path}`;
}

/** The same frame with the item of `section` marked as current. */
export function standingIn(frame: SiteFrame, section: string): SiteFrame {
  return { ...frame, menu: frame.menu.map((item) => ({ ...item, current: item.href === section })) };
}
