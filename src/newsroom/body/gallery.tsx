import type { VNode } from "preact";
import { creditLine, PictureCredit } from "../../ui/picture.tsx";
import type { Picture } from "../content.ts";
import { PictureImage, type PictureSrc } from "./picture.tsx";

/** On a phone two stand side by side, on a wide screen three in the text column. */
const GRID_WIDTH = "(min-width: 48rem) 14rem, 45vw";

/**
 * Several pictures as a list. Each leads to its large form, which needs no script; `islands/gallery.ts` shows it in
 * the page instead, where it runs.
 */
export function Gallery(props: {
  readonly pictures: readonly Picture[];
  readonly pictureSrc: PictureSrc;
  readonly id?: string | undefined;
  /** Its number in the body: regions need names of their own. */
  readonly number: number;
}): VNode {
  const { pictures, pictureSrc, number } = props;
  const [first] = pictures;
  // One credit for all is said once, below them.
  const isShared = pictures.every(({ author, source }) => author === first?.author && source === first.source);
  return (
    <section class="gallery" id={props.id} aria-label={`Bộ ảnh ${number}, ${pictures.length} ảnh`}>
      <ul class="gallery-grid" data-gallery="">
        {pictures.map((picture, index) => (
          <li key={index}>
            <figure class="gallery-item">
              <a class="gallery-link" href={largeOf(picture, pictureSrc)} aria-label={nameOf(picture, index + 1)}>
                <PictureImage picture={picture} pictureSrc={(asked) => ({ ...pictureSrc(asked), sizes: GRID_WIDTH })} />
              </a>
              <PictureCredit picture={{ ...picture, src: "", ...(isShared ? { author: "", source: "" } : {}) }} />
            </figure>
          </li>
        ))}
      </ul>
      {isShared && first && <p class="credit gallery-credit">{creditLine(first)}</p>}
    </section>
  );
}

function largeOf(picture: Picture, pictureSrc: PictureSrc): string {
  const { large, src } = pictureSrc(picture);
  return large ?? src;
}

function nameOf({ alt, caption }: Picture, number: number): string {
  return `Xem ảnh lớn ${number}: ${alt || caption || "ảnh trang trí"}`;
}
