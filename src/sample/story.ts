import type { Act } from "../regulation/article-moves.ts";
import type { ActingHat } from "../regulation/hats.ts";
import type { Days } from "./days.ts";

export type PictureName =
  | "lop-hoc"
  | "cong-truong"
  | "sach-vo"
  | "may-tinh"
  | "bai-thi"
  | "hoi-thao"
  | "ben-song"
  | "la-co"
  | "nghe-nghiep"
  | "cay-xanh"
  | "doc-sach";

export type AttachmentName = "phieu-dang-ky" | "lich-thi" | "ke-hoach";

export interface StoryText {
  readonly title: string;
  readonly lead: string;
  /** In the notation of `markup.ts`. */
  readonly body: string;
}

/** A slip of the pen that the text begins with; each `edit` of the road puts the next one right. */
export interface Slip {
  readonly wrote: string;
  readonly should: string;
}

/** One act of one person on the road of an article. */
export interface Step {
  /** Working days before today, and the time of that day. */
  readonly back: number;
  readonly time: string;
  readonly who: string;
  readonly hat: ActingHat;
  readonly does: Deed;
}

export type Deed =
  | { readonly kind: "create" }
  | { readonly kind: "edit"; readonly note: string }
  | {
      readonly kind: "move";
      readonly act: Act;
      readonly reason?: string;
      readonly note?: string;
      /** `SECRETARY`, `MEMBER` or a user name. */
      readonly addressee?: string;
      readonly point?: string;
      /** `schedule`: the hour, on the working day `back` or, when that is null, tomorrow. */
      readonly hour?: { readonly back: number | null; readonly time: string };
    }
  | { readonly kind: "comment"; readonly block: number | null; readonly text: string; readonly answers?: boolean }
  | { readonly kind: "resolve" };

/** An article of the sample centre and everything that happened to it. */
export interface Story {
  readonly category: string;
  readonly unit: string;
  readonly write: (on: Days) => StoryText;
  readonly cover?: PictureName;
  readonly attachments?: readonly AttachmentName[];
  readonly slips?: readonly Slip[];
  /** Taken over from elsewhere (REQ-036). */
  readonly republished?: {
    readonly author: string;
    readonly source: string;
    readonly url: string;
    /** Working days before today. */
    readonly back: number;
  };
  readonly road: readonly Step[];
}
