import { pictureMarkup } from "../../media/addresses.ts";
import type { PictureSrc } from "../body/picture.tsx";

/** Pictures at the desk come from the same addresses as in public; the media room knows who may see them early. */
export const deskPicture: PictureSrc = (picture) => {
  const { src, srcset, webpSrcset } = pictureMarkup(picture, "");
  return { src, srcset, webpSrcset };
};
