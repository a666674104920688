/** A picture ready to be shown: addresses of its sizes, and the words that go with it (REQ-036). */
export interface PictureView {
  /** The address every browser can read. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** Empty for a decorative picture. */
  readonly alt: string;
  /** Better formats or sizes, best first: `{ type: "image/avif", srcset: "/anh/…-640.avif 640w, …" }`. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[] | undefined;
  readonly srcset?: string | undefined;
  readonly caption?: string | undefined;
  readonly author?: string | undefined;
  readonly source?: string | undefined;
}

export interface PictureProps {
  readonly picture: PictureView;
  /** How wide it is shown, for the browser's choice among the sizes. */
  readonly sizes?: string | undefined;
  /** In the first screen: loaded at once, not when scrolled to. */
  readonly early?: boolean | undefined;
}

/** A picture with its size known beforehand, so that the page does not jump. */
export function Picture({ picture, sizes = "100vw", early }: PictureProps) {
  const { src, width, height, alt, sources, srcset } = picture;
  return (
    <picture>
      {sources?.map((source) => (
        <source key={source.type} type={source.type} srcset={source.srcset} sizes={sizes} />
      ))}
      <img
        src={src}
        {...(srcset ? { srcset, sizes } : {})}
        width={width}
        height={height}
        alt={alt}
        loading={early ? "eager" : "lazy"}
        decoding="async"
        {...(early ? { fetchpriority: "high" as const } : {})}
      />
    </picture>
  );
}

/** "Ảnh: Trần Minh · Nguồn: Phòng Đào tạo" */
export function creditLine({ author, source }: Pick<PictureView, "author" | "source">): string {
  return [author && `Ảnh: ${author}`, source && `Nguồn: ${source}`].filter(Boolean).join(" · ");
}

/** "Học viên lớp 12A1 … Ảnh: Trần Minh · Nguồn: Phòng Đào tạo" */
export function PictureCredit({ picture }: { readonly picture: PictureView }) {
  const { caption } = picture;
  const credit = creditLine(picture);
  if (!caption && !credit) return null;
  return (
    <figcaption>
      {caption}
      {caption && credit && " "}
      {credit && <span class="credit">{credit}</span>}
    </figcaption>
  );
}
