import { newId } from "../kernel/ids.ts";

/** A new receipt code: 80 random bits, of letters and digits that cannot be taken for one another when read aloud. */
export function newCode(): string {
  return newId()
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, "$1-");
}

/** A code as it was typed, brought into its one form; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(signs) ? signs.replace(/(.{4})(?=.)/g, "$1-") : null;
}
