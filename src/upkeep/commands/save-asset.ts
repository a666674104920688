import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { ASSET_KINDS } from "../kinds.ts";
import { type AssetContent, type AssetFacts, saveRefusals } from "../rules.ts";

export interface SaveAsset {
  /** Null for a new one. */
  readonly id: Id | null;
  /** The version the form was filled from; 0 for a new one. */
  readonly seen: number;
  readonly content: AssetContent;
}

interface SavedAsset {
  readonly id: Id;
  readonly isNew: boolean;
  readonly version: number;
  readonly content: AssetContent;
}

/** Enters or changes something the portal runs on (REQ-023, REQ-068). A later day of expiry is its renewal. */
export const saveAsset: Command<SaveAsset, AssetFacts, SavedAsset> = {
  name: "asset.save",
  async load({ tx }, { id, content }) {
    const row = id && (await tx.selectFrom("asset").selectAll().where("id", "=", id).executeTakeFirst());
    const owner = await tx.selectFrom("person").select("id").where("id", "=", content.owner).executeTakeFirst();
    return {
      isKnown: id === null || row !== undefined,
      isRetired: Boolean(row && row.retired_at !== null),
      version: row ? row.version : 0,
      hasOwner: owner !== undefined,
    };
  },
  decide(facts, { id, seen, content: typed }, by) {
    const content: AssetContent = {
      ...typed,
      name: normalizeLine(typed.name).slice(0, 300),
      detail: normalizeText(typed.detail).trim().slice(0, 2000),
      supplier: normalizeLine(typed.supplier).slice(0, 300),
      contact: normalizeLine(typed.contact).slice(0, 300),
    };
    const refusals = saveRefusals(content, facts, seen, by.hat);
    if (refusals.length > 0) return refused(refusals);
    return done({ id: id ?? newId(), isNew: id === null, version: facts.version + 1, content });
  },
  evidence: ({ id, version, content }) => ({
    act: "asset.save",
    subject: `asset:${id}`,
    clause: ASSET_KINDS[content.kind].clause,
    content: { version, ...content },
  }),
  async write({ tx, by, at }, { id, isNew, version, content }, _, seq) {
    const kept = { version, owner_id: content.owner, expires_on: content.expiresOn || null };
    await tx
      .insertInto("asset_version")
      .values({ asset_id: id, version, content: JSON.stringify(content), person_id: by.person, hat: by.hat, at, seq })
      .execute();
    if (isNew) {
      const fixed = { id, kind: content.kind, retired_at: null, retired_reason: null };
      await tx
        .insertInto("asset")
        .values({ ...fixed, ...kept })
        .execute();
    } else {
      await tx
        .updateTable("asset")
        .set({ ...kept, kind: content.kind })
        .where("id", "=", id)
        .execute();
    }
    return [];
  },
};
