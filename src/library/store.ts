import type { Actor } from "../board/actor.ts";
import type { Instant } from "../kernel/clock.ts";
import { canonicalJson, type Id } from "../kernel/ids.ts";
import type { Tx } from "../storage/database.ts";
import { type DocumentContent, documentHash } from "./document.ts";
import type { DocumentTable } from "./tables.ts";

export interface SavedWording {
  readonly document: Id;
  readonly version: number;
  readonly content: DocumentContent;
  readonly by: Actor;
  readonly at: Instant;
  readonly note: string;
  readonly seq: number;
}

export async function saveWording(tx: Tx, wording: SavedWording): Promise<void> {
  const { document, version, content, by, at, note, seq } = wording;
  await tx
    .insertInto("document_version")
    .values({
      document_id: document,
      version,
      content: canonicalJson(content),
      hash: documentHash(content),
      saved_by: by.person,
      hat: by.hat,
      saved_at: at,
      note,
      evidence_seq: seq,
    })
    .execute();
}

type ContentColumns = Pick<
  DocumentTable,
  | "hash"
  | "kind"
  | "number_symbol"
  | "number_typed"
  | "issued_on"
  | "issuer"
  | "signer"
  | "abstract"
  | "effective_on"
  | "effective_to"
  | "field_id"
  | "unit_id"
  | "early_reason"
  | "body_text"
>;

export const columnsOf = (content: DocumentContent): ContentColumns => ({
  hash: documentHash(content),
  kind: content.kind,
  number_symbol: content.number,
  number_typed: content.typed,
  issued_on: content.issuedOn,
  issuer: content.issuer,
  signer: content.signer,
  abstract: content.abstract,
  effective_on: content.effectiveOn,
  effective_to: content.effectiveTo,
  field_id: content.field,
  unit_id: content.unit,
  early_reason: content.earlyReason,
  body_text: content.text,
});
