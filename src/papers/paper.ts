import type { Day } from "../kernel/clock.ts";

/**
 * An administrative paper by its parts, as Nghị định 30/2020 names them (law.md §9). What it looks like is told once,
 * in `paper-docx.ts` and `paper.view.tsx`; whoever makes a paper says only what stands in it.
 */
export interface Paper {
  /** Cơ quan chủ quản; "" when there is none. */
  readonly superiorBody: string;
  /** Cơ quan ban hành. */
  readonly issuer: string;
  /** Number given after signing; null leaves room for it. */
  readonly number: number | null;
  /** Ký hiệu: `BC-GDTXHP`. */
  readonly symbol: string;
  /** "" leaves the whole line of place and day out, as a minutes does: its body says when and where. */
  readonly place: string;
  /** Null leaves room for day and month. */
  readonly day: Day | null;
  /** Tên loại: `BÁO CÁO`, `BIÊN BẢN`. */
  readonly kind: string;
  /** Trích yếu. */
  readonly abstract: string;
  /** Kính gửi; empty for none. */
  readonly addressees: readonly string[];
  /** Căn cứ, each without its ending. */
  readonly bases: readonly string[];
  readonly body: readonly PaperBlock[];
  readonly signatures: readonly PaperSignature[];
  /** Nơi nhận, without dashes and endings; never empty (REQ-006). */
  readonly recipients: readonly [string, ...string[]];
  /** Says "BẢN THẢO" under the number, for whatever nobody has submitted yet. */
  readonly draft?: boolean;
}

export type PaperBlock =
  /** `level` 1 is "I. …" or "1. …" as the writer numbers it. */
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "item"; readonly text: string }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly heads: readonly PaperHead[];
      readonly rows: readonly (readonly string[])[];
    };

export interface PaperHead {
  readonly label: string;
  readonly align?: "left" | "center" | "right";
}

/** Who signs: the right column, or side by side when a minutes has two. */
export interface PaperSignature {
  /** `KT. GIÁM ĐỐC`, `TM. BAN BIÊN TẬP`, `TL. …`; "" when the head signs himself. */
  readonly authority: string;
  /** `PHÓ GIÁM ĐỐC`, `THƯ KÝ`. */
  readonly position: string;
  /** Without academic title. */
  readonly name: string;
}
