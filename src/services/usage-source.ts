import type { UsageSource } from "../usage/usage.ts";
import type { EntryKind } from "./fields.ts";
import { deskPaths } from "./paths.ts";

/** Procedures and services that offer a form, or that a unit is in charge of. */
export const CATALOGUE_USES: UsageSource = {
  async uses(db, thing) {
    if (thing.kind !== "file" && thing.kind !== "unit") return [];
    const entries = db
      .selectFrom("catalogue_entry")
      .innerJoin("catalogue_version", (join) =>
        join
          .onRef("catalogue_version.entry_id", "=", "catalogue_entry.id")
          .onRef("catalogue_version.version", "=", "catalogue_entry.version"),
      )
      .select(["catalogue_entry.id", "kind", "code", "status", "content"])
      .orderBy("code");
    const rows =
      thing.kind === "unit"
        ? await entries.where("unit_id", "=", thing.id).execute()
        : await entries.where("files", "like", `%"${thing.hash}"%`).execute();
    return rows.map(({ id, kind, code, status, content }) => ({
      what: kind === "procedure" ? "Thủ tục" : "Dịch vụ",
      label: `${code} ${(JSON.parse(content) as { name?: string }).name ?? ""}`.trim(),
      href: deskPaths(kind as EntryKind).edit(id),
      note: status === "PUBLIC" ? "đang công khai" : "bản nháp",
    }));
  },
};
