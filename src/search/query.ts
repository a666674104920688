import { fold, normalizeLine } from "../kernel/vietnamese.ts";
import { indexWords, type Token, tokensOf } from "./tokens.ts";

/** One thing looked for: a word, a symbol, or the words of a phrase in quotes. */
export interface Term {
  readonly kind: "word" | "symbol" | "phrase";
  /** One word, or the words of a phrase in their order, without accents. */
  readonly folded: readonly string[];
  readonly exact: readonly string[];
  /** The parts of a symbol: a text that writes them apart is found too. */
  readonly parts: readonly string[];
}

export interface Query {
  /** As it is shown again: one line, cut to what is really looked for. */
  readonly typed: string;
  readonly terms: readonly Term[];
  /** Something was left out because it was too long. */
  readonly cut: boolean;
}

const LONGEST = 200;
const MOST_TERMS = 12;

/** What people ask around a matter, not words of it. Without accents, because they are one thing either way. */
const QUESTIONS =
  /(?<![\p{L}\p{N}])(?:la )?(?:(?:lam |nhu )?the nao|lam sao|o dau|khi nao|bao gio|bao nhieu|bao lau|la gi|gi vay|(?:can )?nhung gi|ra sao)(?![\p{L}\p{N}])/gu;
const FILLERS = new Set(
  "là và của các những cho với về ở tại thì mà để như có được bị một này kia ấy đó từ theo trong trên do bởi xin hỏi tôi em mình nào gì à ạ nhé".split(
    " ",
  ),
);
/** Those of them that stand for hardly anything else when typed without accents. */
const BARE_FILLERS = new Set(["va", "cac", "cua", "cho", "nhung", "duoc"]);

/**
 * Reads what was typed. Quotes make a phrase; nothing else is an operator, whatever was meant by it. Long input is
 * cut between words; words that only ask ("ở đâu", "như thế nào") are left out while others remain.
 */
export function readQuery(text: string): Query {
  const line = normalizeLine(text.slice(0, 4 * LONGEST));
  const short = cutBetweenWords(line);
  let cut = short.length < line.length || text.length > 4 * LONGEST;
  const terms: Term[] = [];
  for (const [index, piece] of short
    .replace(/[“”«»„]/g, '"')
    .split('"')
    .entries()) {
    // Between the first and second quote, the third and fourth …; a quote that is never closed quotes nothing.
    const isQuoted = index % 2 === 1 && short.replace(/[“”«»„]/g, '"').split('"').length > index + 1;
    terms.push(...(isQuoted ? phraseOf(piece) : wordsOf(piece)));
  }
  const kept = unique(withoutFillers(terms));
  if (kept.length > MOST_TERMS) cut = true;
  return { typed: short, terms: kept.slice(0, MOST_TERMS), cut };
}

function cutBetweenWords(line: string): string {
  if (line.length <= LONGEST) return line;
  const end = line.lastIndexOf(" ", LONGEST);
  return line.slice(0, end > LONGEST / 2 ? end : LONGEST).toWellFormed();
}

function phraseOf(piece: string): Term[] {
  const { folded, exact } = indexWords(piece);
  if (folded.length === 0) return [];
  return folded.length === 1 ? wordsOf(piece) : [{ kind: "phrase", folded, exact, parts: [] }];
}

function wordsOf(piece: string): Term[] {
  return tokensOf(piece).map(termOf);
}

function termOf({ folded, exact, parts }: Token): Term {
  return { kind: parts ? "symbol" : "word", folded: [folded], exact: [exact], parts: parts ?? [] };
}

function withoutFillers(terms: readonly Term[]): readonly Term[] {
  const asked = askedIn(terms);
  const bare = !terms.some(hasAccents);
  const kept = terms.filter((term, at) => {
    if (term.kind !== "word") return true;
    return !asked.has(at) && !(bare ? BARE_FILLERS.has(term.folded[0]!) : FILLERS.has(term.exact[0]!));
  });
  return kept.length > 0 ? kept : terms;
}

/** Which terms stand in words that only ask. */
function askedIn(terms: readonly Term[]): ReadonlySet<number> {
  const owner: number[] = [];
  let line = "";
  for (const [at, { folded }] of terms.entries()) {
    const text = `${folded.join(" ")} `;
    for (let letter = 0; letter < text.length; letter += 1) owner.push(at);
    line += text;
  }
  return new Set(
    [...line.matchAll(QUESTIONS)].flatMap(({ 0: words, index }) => owner.slice(index, index + words.length)),
  );
}

function unique(terms: readonly Term[]): Term[] {
  const seen = new Map(terms.map((term) => [`${term.kind} ${term.exact.join(" ")}`, term]));
  return [...seen.values()];
}

/** Whether a word was typed with any accent: then texts with the same accents come first. */
export const hasAccents = ({ folded, exact }: Term): boolean => exact.some((word, at) => word !== folded[at]);

/** What a search is counted as: without case and blanks, accents as typed. */
export const countedAs = (query: Query): string => query.typed.toLowerCase().slice(0, 80).trim();

/** Numbers of phones, papers and persons, and mail addresses, are nobody's business to keep. */
export const isPersonal = (text: string): boolean =>
  text.includes("@") ||
  fold(text)
    .replace(/[\s.-]/g, "")
    .search(/\d{8}/) >= 0;
