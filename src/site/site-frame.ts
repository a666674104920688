import { isLoopback } from "../settings/origin.ts";
import type { Settings } from "../settings/settings.ts";
import type { Assets } from "../ui/assets.ts";
import type { SiteFrame } from "./frame.ts";
import type { Section } from "./site.queries.ts";

/** REQ-072: "Công khai" stands in the main menu whatever the settings and sections are. */
export const DISCLOSURE = { href: "/cong-khai", label: "Công khai" } as const;

export const sectionHref = (slug: string) => `/tin-tuc/${slug}`;
export const articleHref = (slug: string) => `/bai-viet/${slug}`;

/** What every public page shares, from settings and sections. */
export function siteFrame(settings: Settings, sections: readonly Section[], assets: Assets): SiteFrame {
  const inMenu = sections.slice(0, 2).map(({ slug, name }) => ({ href: sectionHref(slug), label: name }));
  return {
    siteName: settings["site.name"],
    superiorBody: settings["site.superiorBody"],
    shortName: settings["site.shortName"],
    canonicalHost: settings["site.canonicalHost"],
    scheme: isLoopback(settings["site.canonicalHost"]) ? "http" : "https",
    menu: [
      { href: "/", label: "Trang chủ" },
      { href: "/gioi-thieu", label: "Giới thiệu" },
      { href: "/tin-tuc", label: "Tin tức" },
      ...inMenu,
      DISCLOSURE,
      { href: "/van-ban", label: "Văn bản" },
      { href: "/thu-tuc-hanh-chinh", label: "Thủ tục" },
      { href: "/tuyen-sinh", label: "Tuyển sinh" },
      { href: "/hoi-dap", label: "Hỏi đáp" },
      { href: "/lien-he", label: "Liên hệ" },
    ],
    footer: {
      address: settings["site.address"],
      phone: settings["site.phone"],
      email: settings["site.email"],
      responsible: settings["site.responsible"],
      permission: settings["site.permission"],
    },
    assets: { css: assets.siteCss, fonts: assets.fonts },
  };
}
