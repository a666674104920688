/** A picture of the sample: what is drawn on a field of 1600 × 1000, and what it says to who cannot see it. */
export interface Drawing {
  readonly svg: string;
  readonly alt: string;
  readonly caption: string;
}

/** The palette of the portal, in the tones of a poster. */
export const c = {
  indigo: "#17395c",
  night: "#0f2943",
  blue: "#4f7aa3",
  mist: "#cddbe9",
  sky: "#e5eef6",
  paper: "#f8f5ef",
  sunk: "#efe9df",
  sand: "#ddd0b8",
  wood: "#a9825a",
  red: "#a62b1f",
  brick: "#c4674f",
  gold: "#e3b455",
  green: "#56805f",
  leaf: "#8fae8c",
  white: "#ffffff",
} as const;

export const box = (x: number, y: number, width: number, height: number, fill: string, rx = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" rx="${rx}"/>`;
export const dot = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
export const shape = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => draw(at)).join("");
export const tree = (x: number, y: number, size: number) =>
  box(x - size * 0.07, y, size * 0.14, size * 0.9, c.wood) +
  dot(x, y - size * 0.2, size * 0.5, c.green) +
  dot(x - size * 0.36, y + size * 0.1, size * 0.34, c.leaf) +
  dot(x + size * 0.36, y + size * 0.08, size * 0.36, c.leaf);
/** Head and shoulders, seen from behind or afar. */
export const person = (x: number, y: number, size: number, fill: string) =>
  dot(x, y, size * 0.3, c.night) +
  shape(
    `M${x - size * 0.5} ${y + size}q0-${size * 0.62} ${size * 0.5}-${size * 0.62}t${size * 0.5} ${size * 0.62}z`,
    fill,
  );

/** A five-pointed star. */
export function star(x: number, y: number, r: number): string {
  const points = Array.from({ length: 10 }, (_, n) => {
    const far = n % 2 === 0 ? r : r * 0.382;
    const angle = (Math.PI / 5) * n - Math.PI / 2;
    return `${(x + far * Math.cos(angle)).toFixed(1)} ${(y + far * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}z`;
}
