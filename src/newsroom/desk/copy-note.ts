import type { Id } from "../../kernel/ids.ts";

/** How the first version of a copied article says where it comes from (REQ-106). */
export const copyNote = (edition: Id): string => `sao-chep:${edition}`;

export function copiedEdition(note: string): Id | null {
  return /^sao-chep:([0-9a-z]{26})$/.exec(note)?.[1] ?? null;
}
