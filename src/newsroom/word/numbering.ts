import { child, elements, val, type XmlElement } from "./xml.ts";

/** One item of a list as Word would draw its number. */
export interface ListMark {
  readonly ordered: boolean;
  readonly level: number;
  /** The item's own number, from 1. */
  readonly number: number;
  /** How an HTML list names the numbering: a, A, i, I; null for 1, 2, 3. */
  readonly type: "a" | "A" | "i" | "I" | null;
  /** The number as drawn, "II." or "1.2."; empty for bullets. */
  readonly label: string;
}

/** Tells, paragraph after paragraph in document order, what stands in front of it; null when nothing does. */
export type Numbering = (numId: string, level: number) => ListMark | null;

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

const TYPES: Readonly<Record<string, ListMark["type"]>> = {
  lowerLetter: "a",
  upperLetter: "A",
  lowerRoman: "i",
  upperRoman: "I",
};

/** Counting goes on across paragraphs between the items, as it does in Word. */
export function readNumbering(root: XmlElement | null): Numbering {
  const parts = elements(root ?? undefined);
  const lists = new Map(
    parts
      .filter((node) => node.name === "w:abstractNum")
      .map((node) => [node.attrs["w:abstractNumId"], levelsOf(node)]),
  );
  const nums = new Map(parts.filter((node) => node.name === "w:num").map((node) => [node.attrs["w:numId"], node]));
  const counters = new Map<string, number[]>();
  const started = new Set<string>();

  return (numId, level) => {
    const num = nums.get(numId);
    if (!num) return null;
    const listId = val(num, "w:abstractNumId") ?? "";
    const levels = lists.get(listId);
    const own = levels?.get(level) ?? { format: "bullet", text: "", start: 1 };
    if (own.format === "none") return null;

    const counts = counters.get(listId) ?? [];
    counters.set(listId, counts);
    if (!started.has(numId)) {
      started.add(numId);
      for (const [overridden, start] of startOverrides(num)) counts[overridden] = start - 1;
    }
    counts.length = Math.min(counts.length, level + 1);
    const number = (counts[level] ?? own.start - 1) + 1;
    counts[level] = number;

    if (own.format === "bullet") return { ordered: false, level, number, type: null, label: "" };
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = levels?.get(at);
      return drawn(counts[at] ?? other?.start ?? 1, other?.format ?? "decimal");
    });
    return { ordered: true, level, number, type: TYPES[own.format] ?? null, label: label.trim() };
  };
}

function levelsOf(list: XmlElement): Map<number, Level> {
  return new Map(
    elements(list)
      .filter((node) => node.name === "w:lvl")
      .map((node) => [
        Number(node.attrs["w:ilvl"]),
        {
          format: val(node, "w:numFmt") ?? "decimal",
          text: val(node, "w:lvlText") ?? "",
          start: bounded(val(node, "w:start")),
        },
      ]),
  );
}

function startOverrides(num: XmlElement): [number, number][] {
  return elements(num)
    .filter((node) => node.name === "w:lvlOverride" && child(node, "w:startOverride"))
    .map((node) => [Math.min(8, Number(node.attrs["w:ilvl"]) || 0), bounded(val(node, "w:startOverride"))]);
}

function bounded(value: string | undefined): number {
  const number = Math.trunc(Number(value ?? 1));
  return number >= 0 && number <= 9_000 ? number : 1;
}

function drawn(number: number, format: string): string {
  if (format === "lowerLetter" || format === "upperLetter") {
    // Word goes on after z with aa, bb, cc.
    const letter = String.fromCharCode(97 + ((number + 25) % 26)).repeat(Math.min(9, Math.ceil(number / 26)));
    return format === "lowerLetter" ? letter : letter.toUpperCase();
  }
  if (format === "lowerRoman") return roman(number).toLowerCase();
  return format === "upperRoman" ? roman(number) : String(number);
}

function roman(number: number): string {
  const signs: [number, string][] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = number;
  return signs
    .map(([value, sign]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return sign.repeat(times);
    })
    .join("");
}
