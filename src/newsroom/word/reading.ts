import type { Result } from "../../kernel/result.ts";
import type { BodyDoc } from "../content.ts";
import type { DroppedItem, Tally } from "./dropped.ts";
import type { LegacyLog, LegacyPreview } from "./legacy.ts";
import type { ListMark, Numbering } from "./numbering.ts";
import type { WordRefusal } from "./refusal.ts";
import type { Relationships } from "./relationships.ts";
import type { Role, Styles } from "./styles.ts";

/** A picture taken out of the file. The caller stores it and puts the stored name in place of `key`. */
export interface ImportedPicture {
  /** `import:1`, `import:2` …: the `file` attribute of its figure in the body, until it is stored. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly alt: string;
  readonly caption: string;
}

export interface WordImport {
  readonly title: string;
  /** Empty when the document has none that is plainly marked as such. */
  readonly lead: string;
  readonly body: BodyDoc;
  readonly pictures: readonly ImportedPicture[];
  readonly dropped: readonly DroppedItem[];
  /** Set when some text is in a legacy encoding and was left as it is: to be shown before it is converted. */
  readonly legacy: LegacyPreview | null;
}

export type WordReading = Result<WordImport, WordRefusal>;

/** A picture as it stands in the text; its caption is found later, in the paragraph beside it. */
export interface PlacedPicture {
  readonly key: string;
  readonly part: string;
  readonly alt: string;
  readonly decorative: boolean;
  caption: string;
}

/** A picture's part, unpacked; or why there is nothing to show. */
export type Media = { bytes: Uint8Array; contentType: string } | "picture" | "largePicture" | "brokenPicture";

/** What is known of the file while its text is read, and what is noted on the way. */
export interface Reading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly links: Relationships;
  readonly media: ReadonlyMap<string, Media>;
  /** Words of comments and notes by id, for the report only. */
  readonly notes: Readonly<Record<"comment" | "footnote" | "endnote", ReadonlyMap<string, string>>>;
  readonly tally: Tally;
  readonly legacy: LegacyLog;
  readonly pictures: PlacedPicture[];
  /** Word fields (links, page numbers …) that have begun and not ended; they may run over paragraphs. */
  readonly fields: Field[];
}

export interface Field {
  instruction: string;
  /** Before the separator comes the instruction, after it the text to show. */
  showing: boolean;
  link: Link | null;
}

/** A link in the file; its address is null when it is not carried over. */
export interface Link {
  readonly href: string | null;
}

/** Text that looks the same throughout, final: converted and normalised. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly href: string | null;
}

export type Inline = Span | "break";

export interface TextBlock {
  readonly kind: "text";
  readonly role: Role | undefined;
  readonly level: number;
  readonly inlines: readonly Inline[];
  readonly align: string | undefined;
  readonly mark: ListMark | null;
}

export interface FigureBlock {
  readonly kind: "figure";
  readonly picture: PlacedPicture;
}

export interface TableBlock {
  readonly kind: "table";
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly column: number;
  readonly colspan: number;
  rowspan: number;
  readonly header: boolean;
  readonly blocks: readonly Block[];
}

export type Block = TextBlock | FigureBlock | TableBlock;

/** The words of a text block on one line. */
export function plain(block: TextBlock): string {
  return block.inlines
    .map((inline) => (inline === "break" ? " " : inline.text))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether all its words, blanks aside, have the look. */
export function wholly(block: TextBlock, look: "bold" | "italic"): boolean {
  const spans = block.inlines.filter((inline): inline is Span => inline !== "break" && inline.text.trim() !== "");
  return spans.length > 0 && spans.every((span) => span[look]);
}
