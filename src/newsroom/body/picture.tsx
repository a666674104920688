import type { VNode } from "preact";
import { PictureCredit, type PictureView, Picture as ShownPicture } from "../../ui/picture.tsx";
import type { Picture } from "../content.ts";

/** Where a stored picture is read from: one address for everyone, more sizes and types for browsers that can. */
export interface PictureSource {
  readonly src: string;
  /** `/anh/….jpg 640w, …`, of the same type as `src`. */
  readonly srcset?: string;
  readonly webpSrcset?: string;
  /** The largest form there is, to be looked at alone. */
  readonly large?: string;
  /** How wide the picture stands in the page; as wide as the text when not given. */
  readonly sizes?: string;
}

/** Gives a picture's addresses. Injected: the body does not know how files are stored. */
export type PictureSrc = (picture: Pick<Picture, "file" | "width" | "height">) => PictureSource;

interface PictureProps {
  readonly picture: Picture;
  readonly pictureSrc: PictureSrc;
  /** At the top of a page: loaded at once. */
  readonly early?: boolean;
}

/** The text column is 44rem wide at most. */
const TEXT_WIDTH = "(min-width: 48rem) 44rem, 100vw";

/** A picture with its caption and credit line (REQ-036). */
export function PictureFigure(props: PictureProps & { readonly id?: string | undefined }): VNode {
  return (
    <figure class="figure" id={props.id}>
      <PictureImage {...props} />
      <PictureCredit picture={viewOf(props)} />
    </figure>
  );
}

/** The picture alone, in the sizes and types there are; read over by screen readers when decorative. */
export function PictureImage(props: PictureProps): VNode {
  const { sizes = TEXT_WIDTH } = props.pictureSrc(props.picture);
  return <ShownPicture picture={viewOf(props)} sizes={sizes} early={props.early} />;
}

function viewOf({ picture, pictureSrc }: PictureProps): PictureView {
  const { src, srcset, webpSrcset } = pictureSrc(picture);
  return {
    src,
    srcset,
    sources: webpSrcset ? [{ type: "image/webp", srcset: webpSrcset }] : [],
    width: picture.width,
    height: picture.height,
    alt: picture.decorative ? "" : picture.alt,
    caption: picture.caption,
    author: picture.author,
    source: picture.source,
  };
}
