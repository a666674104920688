import { createHash, randomBytes } from "node:crypto";

export type Id = string;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new random id: 26 characters, 130 bits, not guessable, safe in addresses. */
export function newId(): Id {
  return Array.from(randomBytes(26), (byte) => ALPHABET[byte & 31]).join("");
}

/** SHA-256 of bytes or UTF-8 text, lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/**
 * JSON with object keys sorted and `undefined` left out: the same value always gives the same text,
 * so that its hash can stand for it (evidence, approval).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
    return `{${fields.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}
