import type { VNode } from "preact";
import { arrangementNow } from "../arrangement/arrangement.queries.ts";
import type { Arrangement } from "../arrangement/arrangement.ts";
import type { PublicPage } from "../http/kept-page.ts";
import type { Portal } from "../portal.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Settings } from "../settings/settings.ts";
import type { Assets } from "../ui/assets.ts";
import { renderDocument } from "../ui/document.tsx";
import type { SiteFrame } from "./frame.ts";
import { type Section, sections } from "./site.queries.ts";
import { siteFrame } from "./site-frame.ts";

/** What every public page is made with. */
export interface Common {
  readonly settings: Settings;
  readonly list: readonly Section[];
  readonly frame: SiteFrame;
  /** How the centre arranged menu and home page; null while it has not. */
  readonly arranged: Arrangement | null;
  /** Scheme and official host. */
  readonly origin: string;
}

/** Reads what every public page shares: anew for each rendering, since a page is kept until its tags drop. */
export async function common(portal: Portal, assets: Assets): Promise<Common> {
  const settings = await portal.settings();
  const list = await sections(portal.db);
  const arranged = await arrangementNow(portal.db);
  const frame = siteFrame(settings, list, assets, arranged);
  return { settings, list, frame, arranged, origin: siteOrigin(settings) };
}

/** The frame alone, for rooms that need nothing else. */
export const readFrame = async (portal: Portal, assets: Assets): Promise<SiteFrame> =>
  (await common(portal, assets)).frame;

/** A page of HTML that drops with its tags, and with everything. */
export function page(body: VNode, tags: readonly string[], rest: Partial<PublicPage> = {}): PublicPage {
  return { body: renderDocument(body), tags: ["all", ...tags], ...rest };
}
