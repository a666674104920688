import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { keepPicture, type UploadDesk } from "../../media/upload.ts";
import { checkBody } from "../body/schema.ts";
import { type BodyDoc, type BodyNode, EMPTY_BODY, type FileHash } from "../content.ts";
import { type DroppedItem, importWord, type LegacyPreview } from "../word/import.ts";

/** What a Word file gives, its pictures kept and named by their hashes. */
export interface TakenWord {
  readonly title: string;
  readonly lead: string;
  readonly body: BodyDoc;
  readonly dropped: readonly DroppedItem[];
  /** Text in an old encoding, to be shown before it is converted; nothing was kept yet then. */
  readonly legacy: LegacyPreview | null;
}

export const ENCODING_NAMES: Readonly<Record<LegacyPreview["encoding"], string>> = {
  tcvn3: "TCVN3 (ABC)",
  vni: "VNI",
  both: "TCVN3 (ABC) và VNI",
};

interface Stored {
  readonly file: FileHash;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads a Word file, keeps its pictures as any uploaded picture is kept, and puts their hashes into the text. A picture
 * that is refused is left out and said so. Refuses with the sentence of `importWord`.
 */
export async function takeWord(
  desk: UploadDesk,
  bytes: Uint8Array,
  { convertLegacy, by }: { readonly convertLegacy: boolean; readonly by: Id },
): Promise<Result<TakenWord, string>> {
  const read = await importWord(bytes, { convertLegacy });
  if (!read.ok) return refused(read.error.message);
  const { title, lead, pictures, legacy } = read.value;
  const dropped = [...read.value.dropped];
  if (legacy) return done({ title, lead, body: read.value.body, dropped, legacy });

  const stored = new Map<string, Stored>();
  for (const picture of pictures) {
    const kept = await keepPicture(desk, { bytes: picture.bytes, name: picture.caption || picture.key, by });
    if (kept.ok) stored.set(picture.key, kept.value);
    else dropped.push({ what: `Một ảnh trong tệp: ${kept.error.message}`, count: 1, sample: picture.caption });
  }
  const content = withPictures(read.value.body.content, stored);
  const body = checkBody(content.length > 0 ? { type: "doc", content } : EMPTY_BODY, newId);
  if (!body.ok) return refused(body.error.message);
  return done({ title, lead, body: body.value, dropped, legacy: null });
}

/** The same nodes with every picture by its hash; those that were not kept are gone, and so are frames left empty. */
function withPictures(nodes: readonly BodyNode[], stored: ReadonlyMap<string, Stored>): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (node.type === "figure") {
      const kept = stored.get(String(node.attrs?.file));
      return kept ? [{ ...node, attrs: { ...node.attrs, ...kept } }] : [];
    }
    if (!node.content) return [node];
    const content = withPictures(node.content, stored);
    if (content.length === node.content.length || content.length > 0) return [{ ...node, content }];
    return HOLDERS.includes(node.type) ? [{ ...node, content: [{ type: "paragraph" }] }] : [];
  });
}

/** Nodes that may not be empty. */
const HOLDERS: readonly string[] = ["tableCell", "tableHeader", "blockquote", "listItem"];
