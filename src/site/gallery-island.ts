import { pictures } from "../newsroom/body/text.ts";
import type { BodyDoc } from "../newsroom/content.ts";
import type { Assets } from "../ui/assets.ts";
import type { SiteFrame } from "./frame.ts";

/** The frame with the script that shows large pictures in the page, where the text has galleries; else as it was. */
export function withGalleries(frame: SiteFrame, assets: Assets, body: BodyDoc): SiteFrame {
  const island = assets.islands.gallery;
  if (!island || !body.content.some(({ type }) => type === "gallery") || pictures(body).length === 0) return frame;
  return { ...frame, assets: { ...frame.assets, js: [...(frame.assets.js ?? []), island] } };
}
