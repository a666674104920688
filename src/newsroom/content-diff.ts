import { align } from "./align.ts";
import { type BlockDiff, diffBlocks } from "./block-diff.ts";
import type { ArticleContent, Attachment } from "./content.ts";
import { contentHash, normalizeContent } from "./content-hash.ts";
import { type Change, diffPicture, type PictureDiff } from "./picture-diff.ts";
import { added, diffText, removed, type Stretch } from "./word-diff.ts";

export type DiffField =
  | "title"
  | "lead"
  | "author"
  | "onBehalf"
  | "source"
  | "sourceUrl"
  | "sourceDate"
  | "category"
  | "unit";

/** A field that changed. Of `category` and `unit` the stretches hold ids, whole. */
export interface FieldDiff {
  readonly field: DiffField;
  readonly stretches: readonly Stretch[];
}

export interface AttachmentDiff {
  readonly change: Change;
  readonly before: Attachment | null;
  readonly after: Attachment | null;
  readonly name: readonly Stretch[];
  readonly title: readonly Stretch[];
}

/** What changed between two contents, in reading order. */
export interface ContentDiff {
  /** True exactly when the two hash differently: what voids an approval is what is shown here. */
  readonly hasChanges: boolean;
  /** Only those that changed. */
  readonly fields: readonly FieldDiff[];
  /** Null when neither has a cover. */
  readonly cover: PictureDiff | null;
  /** All blocks, also those that stayed. */
  readonly blocks: readonly BlockDiff[];
  /** All attachments, also those that stayed. */
  readonly attachments: readonly AttachmentDiff[];
}

const TEXTS = ["title", "lead", "author", "onBehalf", "source", "sourceUrl", "sourceDate"] as const;
const KEYS = ["category", "unit"] as const;

/** Compares two contents as readers would see them; differences that cannot be seen are none (`normalizeContent`). */
export function diffContent(before: ArticleContent, after: ArticleContent): ContentDiff {
  const [one, other] = [normalizeContent(before), normalizeContent(after)];
  const texts = TEXTS.filter((field) => one[field] !== other[field]).map((field) => ({
    field,
    stretches: diffText(one[field], other[field]),
  }));
  const keys = KEYS.filter((field) => one[field] !== other[field]).map((field) => ({
    field,
    stretches: [removed(one[field]), added(other[field])].filter(({ text }) => text !== ""),
  }));
  return {
    hasChanges: contentHash(one) !== contentHash(other),
    fields: [...texts, ...keys],
    cover: diffPicture(one.cover, other.cover),
    blocks: diffBlocks(one.body, other.body),
    attachments: diffAttachments(one.attachments, other.attachments),
  };
}

function diffAttachments(before: readonly Attachment[], after: readonly Attachment[]): readonly AttachmentDiff[] {
  // Only the same file is the same attachment: another one under an old name is one that went and one that came.
  const pairs = align(before, after, { key: ({ file, mime, size }) => `${file} ${mime} ${size}`, words: () => "" });
  return pairs.map(([one, other]) => {
    const name = diffText(one?.name ?? "", other?.name ?? "");
    const title = diffText(one?.title ?? "", other?.title ?? "");
    const quiet = [...name, ...title].every((stretch) => stretch.change === "kept");
    const change = one === null ? "added" : other === null ? "removed" : quiet ? "same" : "changed";
    return { change, before: one, after: other, name, title };
  });
}
