import type { Id } from "../kernel/ids.ts";

/** SHA-256 of a stored file's bytes, lower-case hex: the file's name in the store and in its address. */
export type FileHash = string;

/** A picture as it stands in an article. REQ-036: author and source are part of it. */
export interface Picture {
  readonly file: FileHash;
  readonly width: number;
  readonly height: number;
  /** What a reader who cannot see it is told; empty only when `decorative`. */
  readonly alt: string;
  /** "Ảnh trang trí": read over by screen readers. */
  readonly decorative: boolean;
  readonly caption: string;
  readonly author: string;
  readonly source: string;
}

/** The file and measures of a picture that has no words of its own. */
export type PictureFile = Pick<Picture, "file" | "width" | "height">;

/** A video of the portal's own, as it stands in an article. REQ-036: author and source are part of it. */
export interface Video {
  readonly file: FileHash;
  readonly mime: "video/mp4" | "video/webm";
  /** Bytes. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly author: string;
  readonly source: string;
  /** Shown until the reader starts it; the cover in lists. */
  readonly poster: PictureFile | null;
  /** The WebVTT file for who cannot hear it. */
  readonly captions: FileHash | null;
  /** Why there are no captions: "không có lời". Empty when there are. */
  readonly uncaptioned: string;
}

/** A video that stays with another provider and is only fetched when a reader asks for it. */
export interface Embed {
  /** The provider's own page about it (`readEmbed`): where readers without a frame are led. */
  readonly url: string;
  readonly title: string;
  readonly author: string;
  readonly source: string;
}

export interface Attachment {
  readonly file: FileHash;
  /** The safe file name under which it is downloaded. */
  readonly name: string;
  readonly title: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
}

/** A mark on text. Links carry `href`; nothing else is kept. */
export interface BodyMark {
  readonly type: "bold" | "italic" | "underline" | "link";
  readonly attrs?: { readonly href?: string };
}

/** A ProseMirror node as JSON, already checked against the schema of `body/extensions.ts`. */
export interface BodyNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BodyNode[];
  readonly marks?: readonly BodyMark[];
  readonly text?: string;
}

export interface BodyDoc {
  readonly type: "doc";
  readonly content: readonly BodyNode[];
}

/**
 * Everything an approval covers (Đ15.k2.b3, REQ-104, REQ-108): change any of it and the approval is void.
 * Stored as one JSON value per version; its hash is `contentHash` in `content-hash.ts`.
 */
export interface ArticleContent {
  readonly title: string;
  readonly lead: string;
  readonly body: BodyDoc;
  readonly cover: Picture | null;
  readonly attachments: readonly Attachment[];
  /** As printed. Differs from the account holder's name only with `onBehalf` (REQ-135). */
  readonly author: string;
  /** "Bút danh / viết thay": why the printed author is not the account holder; empty when he is. */
  readonly onBehalf: string;
  readonly source: string;
  /** Republished items only (REQ-036): original address and original date. */
  readonly sourceUrl: string;
  readonly sourceDate: string;
  readonly category: Id;
  readonly unit: Id;
}

export const EMPTY_BODY: BodyDoc = { type: "doc", content: [{ type: "paragraph" }] };
