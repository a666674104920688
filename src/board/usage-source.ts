import type { UsageSource } from "../usage/usage.ts";

/** People who belong to a unit. */
export const BOARD_USES: UsageSource = {
  async uses(db, thing) {
    if (thing.kind !== "unit") return [];
    const rows = await db
      .selectFrom("person")
      .select(["id", "full_name", "position"])
      .where("unit_id", "=", thing.id)
      .orderBy("full_name")
      .execute();
    return rows.map(({ full_name, position }) => ({
      what: "Người",
      label: full_name,
      href: null,
      note: position,
    }));
  },
};
