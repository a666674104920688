import { type Arrangement, firstArrangement, menuLinks } from "../arrangement/arrangement.ts";
import { isLoopback } from "../settings/origin.ts";
import type { Settings } from "../settings/settings.ts";
import type { Assets } from "../ui/assets.ts";
import type { SiteFrame } from "./frame.ts";
import type { Section } from "./site.queries.ts";

export const sectionHref = (slug: string) => `/tin-tuc/${slug}`;
export const articleHref = (slug: string) => `/bai-viet/${slug}`;

/** What every public page shares, from settings, sections and how the centre arranged its menu (null: not yet). */
export function siteFrame(
  settings: Settings,
  sections: readonly Section[],
  assets: Assets,
  arranged: Arrangement | null = null,
): SiteFrame {
  const places = sections.map(({ slug, name }) => ({ href: sectionHref(slug), label: name }));
  return {
    siteName: settings["site.name"],
    superiorBody: settings["site.superiorBody"],
    shortName: settings["site.shortName"],
    canonicalHost: settings["site.canonicalHost"],
    scheme: isLoopback(settings["site.canonicalHost"]) ? "http" : "https",
    menu: menuLinks(arranged ?? firstArrangement(places), places),
    footer: {
      address: settings["site.address"],
      phone: settings["site.phone"],
      email: settings["site.email"],
      responsible: settings["site.responsible"],
      permission: settings["site.permission"],
    },
    assets: {
      css: assets.siteCss,
      fonts: assets.fonts,
      early: assets.islands.reader ? [assets.islands.reader] : [],
    },
  };
}
