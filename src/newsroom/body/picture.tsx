import type { VNode } from "preact";
import type { Picture } from "../content.ts";

/** Where a stored picture is read from: one address for everyone, more sizes and types for browsers that can. */
export interface PictureSource {
  readonly src: string;
  /** `/anh/….jpg 640w, …`, of the same type as `src`. */
  readonly srcset?: string;
  /** Better types, best first. */
  readonly alternatives?: readonly { readonly type: string; readonly srcset: string }[];
}

/** Gives a picture's addresses. Injected: the body does not know how files are stored. */
export type PictureSrc = (picture: Pick<Picture, "file" | "width" | "height">) => PictureSource;

/** The text column is 44rem wide at most. */
const SIZES = "(min-width: 48rem) 44rem, 100vw";

/** A picture with its caption and credit line (REQ-036). `eager` for the one at the top of a page. */
export function PictureFigure(props: {
  readonly picture: Picture;
  readonly pictureSrc: PictureSrc;
  readonly eager?: boolean;
  readonly id?: string | undefined;
}): VNode {
  const { picture } = props;
  const credit = creditOf(picture);
  return (
    <figure class="figure" id={props.id}>
      <PictureImage {...props} />
      {(picture.caption || credit) && (
        <figcaption>
          {picture.caption && <span class="figure-caption">{picture.caption}</span>}
          {picture.caption && credit && " "}
          {credit && <span class="figure-credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

/** The picture alone, in the sizes and types there are; read over by screen readers when decorative. */
export function PictureImage(props: {
  readonly picture: Picture;
  readonly pictureSrc: PictureSrc;
  readonly eager?: boolean;
}): VNode {
  const { picture, eager = false } = props;
  const source = props.pictureSrc(picture);
  return (
    <picture>
      {source.alternatives?.map(({ type, srcset }) => (
        <source key={type} type={type} srcset={srcset} sizes={SIZES} />
      ))}
      <img
        src={source.src}
        srcset={source.srcset}
        sizes={source.srcset && SIZES}
        alt={picture.decorative ? "" : picture.alt}
        width={picture.width}
        height={picture.height}
        loading={eager ? "eager" : "lazy"}
        fetchpriority={eager ? "high" : undefined}
        decoding="async"
      />
    </picture>
  );
}

/** "Ảnh: Lan — Nguồn: Phòng Đào tạo", or what of it is known. */
export function creditOf({ author, source }: Pick<Picture, "author" | "source">): string {
  return [author && `Ảnh: ${author}`, source && `Nguồn: ${source}`].filter(Boolean).join(" — ");
}
