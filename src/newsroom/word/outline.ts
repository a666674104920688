import { type Block, plain, type TextBlock, wholly } from "./reading.ts";

/** The title and lead of the article, and the blocks that remain for the body. */
export interface Opening {
  readonly title: string;
  readonly lead: string;
  readonly rest: readonly Block[];
}

const LONGEST_TITLE = 200;
const LEAD_LENGTH = { least: 40, most: 600 };
/** How many paragraphs from the top a title may stand. */
const TITLE_WITHIN = 3;
const LONG_PARAGRAPH = 150;

const NATIONAL_NAME = /^cộng h(òa|oà) xã hội chủ nghĩa việt nam$/iu;
const MOTTO = /^độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc$/iu;

/**
 * Finds the title: what has the Title style; else the Heading 1 before any long paragraph; else the first short
 * paragraph near the top that is bold or centred. Then the lead: a paragraph of the Subtitle style, or one wholly in bold
 * or italics right below the title. What is not plainly so stays in the body, for a person to move.
 */
export function readOpening(blocks: readonly Block[]): Opening {
  const title = titleOf(blocks);
  const rest = blocks.filter((block) => !title.includes(block as TextBlock));
  const after = title[0] ? blocks.indexOf(title.at(-1)!) - title.length + 1 : 0;
  const lead = leadOf(rest, title.length > 0 ? rest[after] : undefined);
  return {
    title: title.map(plain).join(" "),
    lead: lead ? plain(lead) : "",
    rest: rest.filter((block) => block !== lead),
  };
}

function titleOf(blocks: readonly Block[]): readonly TextBlock[] {
  const styled = blocks.findIndex((block) => block.kind === "text" && block.role === "title");
  if (styled >= 0) return titleParagraphs(blocks.slice(styled));

  const texts = afterNationalName(blocks.filter((block) => block.kind === "text"));
  const firstLong = texts.findIndex((block) => block.role === undefined && plain(block).length > LONG_PARAGRAPH);
  const top = firstLong < 0 ? texts : texts.slice(0, firstLong);
  const heading = top.find((block) => block.role === "heading" && block.level === 1);
  if (heading) return [heading];

  const near = top.slice(0, TITLE_WITHIN);
  const start = near.findIndex((block) => isTitleLike(block));
  if (start < 0) return [];
  return titleLines(top.slice(start));
}

/** Papers begin with the name of the State and its motto; an article does not, and its title comes below. */
function afterNationalName(texts: readonly TextBlock[]): readonly TextBlock[] {
  const last = texts.slice(0, 6).findLastIndex((block) => NATIONAL_NAME.test(plain(block)) || MOTTO.test(plain(block)));
  return texts.slice(last + 1);
}

function isTitleLike(block: TextBlock): boolean {
  const text = plain(block);
  if (block.role !== undefined || block.mark || text.length > LONGEST_TITLE || text.length < 8) return false;
  return (wholly(block, "bold") || block.align === "center") && !/[.;:,]$/.test(text);
}

/** A title in capitals is often broken into centred lines. */
function titleLines(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const [first, second] = blocks;
  if (!first) return [];
  const oneTitle =
    second &&
    [first, second].every((block) => block.align === "center" && isTitleLike(block) && isCapitals(plain(block)));
  return oneTitle && `${plain(first)} ${plain(second)}`.length <= LONGEST_TITLE ? [first, second] : [first];
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

function leadOf(rest: readonly Block[], next: Block | undefined): TextBlock | null {
  const styled = rest.find((block) => block.kind === "text" && block.role === "lead");
  if (styled?.kind === "text") return plain(styled).length <= LEAD_LENGTH.most ? styled : null;
  if (next?.kind !== "text" || next.role !== undefined || next.mark) return null;
  const length = plain(next).length;
  if (length < LEAD_LENGTH.least || length > LEAD_LENGTH.most) return null;
  return (wholly(next, "bold") || wholly(next, "italic")) && /[.!?…”"]$/.test(plain(next)) ? next : null;
}

/** A title may be written as several paragraphs of its style, as long as it stays the length of a title. */
function titleParagraphs(blocks: readonly Block[]): TextBlock[] {
  const taken: TextBlock[] = [];
  let length = 0;
  for (const block of blocks) {
    if (block.kind !== "text" || block.role !== "title") break;
    length += plain(block).length + 1;
    if (taken.length > 0 && length > LONGEST_TITLE) break;
    taken.push(block);
  }
  return taken;
}
