import sharp from "sharp";
import type { PictureName } from "../story.ts";
import { LIFE } from "./life.ts";
import { SCHOOL } from "./school.ts";
import type { Drawing } from "./shapes.ts";
import { WORK } from "./work.ts";

/** Pictures of the sample articles, drawn here: no photograph of real people, nobody's rights. */
export const DRAWINGS: Readonly<Record<PictureName, Drawing>> = { ...SCHOOL, ...WORK, ...LIFE };

/** A drawing as the photograph a member of staff would upload. */
export function drawnAsJpeg(svg: string): Promise<Uint8Array> {
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000" viewBox="0 0 1600 1000">${svg}</svg>`;
  return sharp(Buffer.from(whole)).jpeg({ quality: 92 }).toBuffer();
}
