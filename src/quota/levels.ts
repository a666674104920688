/** Đ11.g2, A-20: what the secretary says of an article's quality. */
export const LEVELS = {
  good: "Đạt chất lượng",
  improve: "Cần cải thiện",
  poor: "Không đạt",
} as const;

export type Level = keyof typeof LEVELS;

export const isLevel = (text: string): text is Level => Object.hasOwn(LEVELS, text);
