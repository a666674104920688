import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { retireRefusals } from "../rules.ts";

export interface RetireAsset {
  readonly id: Id;
  readonly reason: string;
}

interface Known {
  readonly isKnown: boolean;
  readonly isRetired: boolean;
  readonly name: string;
}

/** Says that something is no longer used; its record stays. */
export const retireAsset: Command<RetireAsset, Known, RetireAsset & { readonly name: string }> = {
  name: "asset.retire",
  async load({ tx }, { id }) {
    const row = await tx
      .selectFrom("asset")
      .innerJoin("asset_version as said", (on) =>
        on.onRef("said.asset_id", "=", "asset.id").onRef("said.version", "=", "asset.version"),
      )
      .select(["asset.retired_at", "said.content"])
      .where("asset.id", "=", id)
      .executeTakeFirst();
    return {
      isKnown: row !== undefined,
      isRetired: row !== undefined && row.retired_at !== null,
      name: row ? (JSON.parse(row.content) as { name: string }).name : "",
    };
  },
  decide(known, { id, reason: typed }, by) {
    const reason = normalizeLine(typed).slice(0, 500);
    const refusals = retireRefusals(known, reason, by.hat);
    return refusals.length > 0 ? refused(refusals) : done({ id, reason, name: known.name });
  },
  evidence: ({ id, reason, name }) => ({
    act: "asset.retire",
    subject: `asset:${id}`,
    clause: "Đ12.k4",
    reason,
    content: { name },
  }),
  async write({ tx, at }, { id, reason }) {
    await tx.updateTable("asset").set({ retired_at: at, retired_reason: reason }).where("id", "=", id).execute();
    return [];
  },
};
