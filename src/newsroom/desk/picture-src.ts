import { pictureMarkup, VIDEO_SRC } from "../../media/addresses.ts";
import type { PictureSrc } from "../body/picture.tsx";

/** Pictures at the desk come from the same addresses as in public; the media room knows who may see them early. */
export const deskPicture: PictureSrc = (picture) => {
  const { src, srcset, webpSrcset, large } = pictureMarkup(picture, "");
  return { src, srcset, webpSrcset, large };
};

/** How the desk shows a body. Videos of other providers are links here: nothing is asked of them. */
export const deskMedia = { pictureSrc: deskPicture, videoSrc: VIDEO_SRC } as const;
