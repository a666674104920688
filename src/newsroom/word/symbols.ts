/** Signs of the symbol fonts that texts commonly use, by font and code; the rest has no Unicode name to rely on. */
const SYMBOLS: Readonly<Record<string, string>> = {
  wingdings: "28☎ 2A✉ 4A☺ 6C● 6E■ 6F□ 71❑ 76❖ 9F• A7▪ A8◻ D8➢ E0→ E8➔ F0⇨ FB✗ FC✓ FD☒ FE☑",
  symbol:
    "2B+ 2D− 3D= 44Δ 53Σ 57Ω 61α 62β 64δ 67γ 6Cλ 6Dμ 70π 71θ 73σ 77ω A3≤ A5∞ AE→ B0° B1± B3≥ B4× B7• B8÷ B9≠ C7∩ C8∪ CC⊂ CE∈ D6√ DE⇒",
};

const byFont = new Map(
  Object.entries(SYMBOLS).map(([font, list]) => [
    font,
    new Map(list.split(" ").map((pair) => [Number.parseInt(pair.slice(0, 2), 16), pair.slice(2)])),
  ]),
);

/** The Unicode sign for a code of a symbol font (`F0FC` or `FC`), or null when it is not a common one. */
export function symbolOf(font: string, code: number): string | null {
  return byFont.get(font.toLowerCase())?.get(code >= 0xf000 ? code - 0xf000 : code) ?? null;
}

const SUPERSCRIPTS = new Map(
  Object.entries({
    0: "⁰",
    1: "¹",
    2: "²",
    3: "³",
    4: "⁴",
    5: "⁵",
    6: "⁶",
    7: "⁷",
    8: "⁸",
    9: "⁹",
    "+": "⁺",
    "-": "⁻",
    n: "ⁿ",
  }),
);
const SUBSCRIPTS = new Map(
  Object.entries({
    0: "₀",
    1: "₁",
    2: "₂",
    3: "₃",
    4: "₄",
    5: "₅",
    6: "₆",
    7: "₇",
    8: "₈",
    9: "₉",
    "+": "₊",
    "-": "₋",
  }),
);

/** "2" raised as "²" (m²), lowered as "₂" (CO₂); null when some character has no such form. */
export function raisedOrLowered(text: string, where: "superscript" | "subscript"): string | null {
  const signs = [...text].map((char) => (where === "superscript" ? SUPERSCRIPTS : SUBSCRIPTS).get(char));
  return signs.includes(undefined) ? null : signs.join("");
}
