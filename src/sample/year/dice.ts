/** Numbers that look random and are the same at every run: below a number, or one of a list. */
export interface Dice {
  below(count: number): number;
  one<T>(of: readonly T[]): T;
}

/** Mulberry32: neighbouring seeds tell unlike stories. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  const below = (count: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
  return { below, one: (of) => of[below(of.length)]! };
}
