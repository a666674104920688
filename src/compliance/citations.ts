import { CLAUSES } from "../regulation/quy-che-27.ts";

const IDS: readonly string[] = CLAUSES.map(({ id }) => id);
const KNOWN: ReadonlySet<string> = new Set(IDS);

export interface Citations {
  /** Clauses named, each once, in the order of the regulation. */
  readonly clauses: readonly string[];
  /** What is written like a clause and is none: a slip of whoever named the test. */
  readonly unknown: readonly string[];
}

/** `Đ15.k2.b3`, whole: never the beginning of a longer mark. */
const MARK = /(?<![\p{L}\p{N}.–-])(?:QĐ-)?Đ\d+(?:\.[\p{L}\p{N}]+)*/gu;
/** What may follow a mark: a range's other end, or the next of a list, in full or from where they differ. */
const RANGE = /^\s?[–-]\s?((?:QĐ-)?Đ\d+(?:\.[\p{L}\p{N}]+)*|[kbgp]\d+(?:\.[\p{L}\p{N}]+)*|[a-zđ](?![\p{L}\p{N}]))/u;
const NEXT = /^(?:,|;| và| and) ?([kbgp]\d+(?:\.[\p{L}\p{N}]+)*)(?![\p{L}\p{N}])/u;

/**
 * The clauses a text names, exactly: `Đ1` is not `Đ15`, and a heading is not what stands under it. Understands lists
 * (`Đ10.p1, Đ15.k2.b3, b4`) and ranges (`Đ9.k1–k2`, `Đ17.k1.a–h`). `Đ12.k2.s1`, a sentence, counts for its clause.
 */
export function citationsIn(text: string): Citations {
  const found = new Set<string>();
  const unknown = new Set<string>();
  const take = (mark: string) => {
    const id = mark.replace(/\.s\d+$/, "");
    (KNOWN.has(id) ? found : unknown).add(KNOWN.has(id) ? id : mark);
  };
  for (const match of text.matchAll(MARK)) {
    let last = match[0];
    let rest = text.slice(match.index + last.length);
    take(last);
    for (;;) {
      const range = RANGE.exec(rest);
      const next = range ?? NEXT.exec(rest);
      if (!next) break;
      const mark = whole(next[1]!, last);
      if (range) between(last, mark).forEach(take);
      else take(mark);
      last = mark;
      rest = rest.slice(next[0].length);
    }
  }
  return { clauses: IDS.filter((id) => found.has(id)), unknown: [...unknown] };
}

const parentOf = (id: string) => id.slice(0, Math.max(0, id.lastIndexOf(".")));

/** A mark in full: `b4` after `Đ15.k2.b3` is `Đ15.k2.b4`. */
function whole(mark: string, after: string): string {
  if (/^(QĐ-)?Đ/.test(mark)) return mark;
  const kind = /^[kbgp](?=\d)/.exec(mark)?.[0];
  const parts = after.split(".");
  const at = kind ? parts.findLastIndex((part) => new RegExp(`^${kind}\\d`).test(part)) : parts.length - 1;
  return [...parts.slice(0, at === -1 ? parts.length : at), mark].join(".");
}

/** Every clause from one to another beside it, both included; both as written when they do not stand side by side. */
function between(from: string, to: string): string[] {
  const beside = IDS.filter((id) => parentOf(id) === parentOf(from) && id.startsWith("QĐ") === from.startsWith("QĐ"));
  const [first, last] = [beside.indexOf(from), beside.indexOf(to)];
  return first === -1 || last < first ? [from, to] : beside.slice(first, last + 1);
}
