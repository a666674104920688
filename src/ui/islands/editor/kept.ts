import type { Values } from "./form-values.ts";

/**
 * What was typed, kept in this browser until the server has it: a lost connection, an expired session or a
 * flat battery costs nobody their words. One place per edition; a full or forbidden storage is no error.
 */
interface Kept {
  /** UTC instant. */
  readonly at: string;
  readonly values: Values;
}

export interface Keeper {
  keep(values: Values): void;
  /** The server has it: nothing needs to stay on a shared computer. */
  forget(): void;
  /** What an earlier visit left behind, set aside so that new typing cannot overwrite it. */
  left(): Kept | null;
  forgetLeft(): void;
}

export function keeperOf(edition: string): Keeper {
  const now = `cong.ban-go.${edition}`;
  const before = `cong.ban-go-truoc.${edition}`;
  return {
    keep: (values) => tryTo(() => localStorage.setItem(now, JSON.stringify({ at: new Date().toISOString(), values }))),
    forget: () => tryTo(() => localStorage.removeItem(now)),
    forgetLeft: () => tryTo(() => localStorage.removeItem(before)),
    left() {
      const latest = tryTo(() => localStorage.getItem(now));
      if (latest) {
        tryTo(() => localStorage.setItem(before, latest));
        tryTo(() => localStorage.removeItem(now));
      }
      return read(latest ?? tryTo(() => localStorage.getItem(before)) ?? null);
    },
  };
}

function read(text: string | null): Kept | null {
  if (!text) return null;
  const value = tryTo(() => JSON.parse(text) as Partial<Kept>);
  return value?.values && typeof value.at === "string" ? { at: value.at, values: value.values } : null;
}

function tryTo<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
