import { getSchema } from "@tiptap/core";
import { done, refused } from "../../kernel/result.ts";
import { bodyExtensions } from "../body/extensions.ts";
import { BODY_LIMITS } from "../body/schema.ts";
import { type BodyDoc, type BodyNode, EMPTY_BODY } from "../content.ts";
import { readBlocks } from "./blocks.ts";
import { bodyNodes, hasSubstance } from "./body.ts";
import type { DroppedItem } from "./dropped.ts";
import { settleHeadings } from "./headings.ts";
import { previewOf, startLegacyLog } from "./legacy.ts";
import { MAX_INPUT_BYTES } from "./limits.ts";
import { readNumbering } from "./numbering.ts";
import { readOpening } from "./outline.ts";
import { openPackage } from "./package.ts";
import { readParts } from "./parts.ts";
import type { ImportedPicture, Reading, WordReading } from "./reading.ts";
import { type WordRefusal, wordRefusal } from "./refusal.ts";
import { refusalOfOtherFormat } from "./sniff.ts";
import { readStyles } from "./styles.ts";

export type { DroppedItem } from "./dropped.ts";
export type { LegacyPreview } from "./legacy.ts";
export type { ImportedPicture, WordImport, WordReading } from "./reading.ts";

const schema = getSchema(bodyExtensions);

/**
 * What a `.docx` gives for an article: title, lead, body, pictures; and a report in Vietnamese of everything
 * that was left out. Pictures stand in the body as figures whose `file` is the picture's temporary key.
 *
 * Text in TCVN3 or VNI fonts stays as it is, with a preview, unless `convertLegacy` is set; then the result has none.
 *
 * Refuses what is no Word file whatever its name, old `.doc` files, locked, empty, broken and oversized ones,
 * archives that blow up, and XML with a DOCTYPE. Fetches nothing, runs nothing, and unpacks only within `limits.ts`.
 */
export async function importWord(bytes: Uint8Array, options: { convertLegacy?: boolean } = {}): Promise<WordReading> {
  if (bytes.length > MAX_INPUT_BYTES) return refused(wordRefusal("tooLarge"));
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const other = refusalOfOtherFormat(buffer);
  if (other) return refused(other);
  const file = await openPackage(buffer);
  if (!file.ok) return refused(wordRefusal(file.error));
  const parts = await readParts(file.value);
  if (!parts.ok) return parts;

  const { styles, numbering, body, ...known } = parts.value;
  const reading: Reading = {
    ...known,
    styles: readStyles(styles),
    numbering: readNumbering(numbering),
    legacy: startLegacyLog(options.convertLegacy ?? false),
    pictures: [],
    fields: [],
  };
  const blocks = readBlocks(body, reading);
  const dropped = reading.tally.list();
  if (!hasSubstance(blocks)) return refused(emptyRefusal(dropped));

  const opening = readOpening(blocks);
  const content = bodyNodes(settleHeadings(opening.rest));
  const doc: BodyDoc = content.length > 0 ? { type: "doc", content } : EMPTY_BODY;
  if (isTooLong(doc)) return refused(wordRefusal("tooLarge", TOO_LONG));
  schema.nodeFromJSON(doc).check();
  return done({
    title: opening.title,
    lead: opening.lead,
    body: doc,
    pictures: picturesOf(reading),
    dropped,
    legacy: previewOf(reading.legacy),
  });
}

/** Tells what there is instead of text: a whole article in a text box looks full to its author. */
function emptyRefusal(dropped: readonly DroppedItem[]): WordRefusal {
  const [first] = dropped;
  if (!first) return wordRefusal("empty");
  const message = `Tệp không có chữ hay ảnh nào đưa vào bài được. Trong tệp chỉ có phần phải bỏ lại: ${first.what}. Hãy chép nội dung ra phần văn bản chính của tệp rồi tải lên.`;
  return wordRefusal("empty", message);
}

const TOO_LONG =
  "Tài liệu dài quá mức của một bài viết; hãy tách thành nhiều bài hoặc đính kèm tài liệu dưới dạng tệp.";

function isTooLong(doc: BodyDoc): boolean {
  let [nodes, characters] = [0, 0];
  const count = (node: BodyNode): void => {
    nodes += 1;
    characters += node.text?.length ?? 0;
    for (const inner of node.content ?? []) count(inner);
  };
  for (const block of doc.content) count(block);
  return nodes > BODY_LIMITS.nodes || characters > BODY_LIMITS.characters;
}

function picturesOf(reading: Reading): ImportedPicture[] {
  return reading.pictures.flatMap(({ key, part, alt, caption }) => {
    const media = reading.media.get(part);
    if (media === undefined || typeof media === "string") return [];
    return [{ key, alt, caption, bytes: media.bytes, contentType: media.contentType }];
  });
}
