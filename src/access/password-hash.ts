import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB and two passes; the algorithm is the package's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same letters typed on another machine are the same password. */
const same = (password: string) => password.normalize("NFC");

export function hashPassword(password: string): Promise<string> {
  return hash(same(password), COST);
}

export async function isPassword(hashed: string, password: string): Promise<boolean> {
  try {
    return await verify(hashed, same(password));
  } catch {
    return false;
  }
}

/** No letter that is mistaken for another when read from paper. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz";
const KINDS = [LETTERS, LETTERS.toUpperCase(), "23456789"] as const;
const ALL = KINDS.join("");

/** A password to be handed over once: four groups of four with hyphens, 90 bits and more. */
export function newOneTimePassword(): string {
  const groups = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => ALL[randomInt(ALL.length)]).join(""));
  const password = groups.join("-");
  return KINDS.every((kind) => [...password].some((letter) => kind.includes(letter))) ? password : newOneTimePassword();
}
