import type { MatterKindName, MatterState } from "../regulation/matter-kinds.ts";
import { MATTER_KINDS } from "../regulation/matter-kinds.ts";
import type { UsageSource } from "../usage/usage.ts";
import { loadMatter } from "./matters.queries.ts";
import { MATTER_PATHS } from "./paths.ts";

/** Matters to which a file was attached; one leads to its page only for whoever may see it. */
export const MATTER_USES: UsageSource = {
  async uses(db, thing, by) {
    if (thing.kind !== "file") return [];
    const rows = await db
      .selectFrom("matter_file")
      .innerJoin("matter", "matter.id", "matter_file.matter_id")
      .select(["matter.code", "matter.kind", "matter.title", "matter.state"])
      .distinct()
      .where("matter_file.hash", "=", thing.hash)
      .orderBy("matter.code")
      .execute();
    return Promise.all(
      rows.map(async ({ code, kind, title, state }) => {
        const { name, states } = MATTER_KINDS[kind as MatterKindName];
        const mayOpen = (await loadMatter(db, code, by)) !== null;
        return {
          what: name,
          label: mayOpen ? `${code} ${title}` : code,
          href: mayOpen ? MATTER_PATHS.one(code) : null,
          note: states[state as MatterState]?.toLowerCase() ?? "",
        };
      }),
    );
  },
};
