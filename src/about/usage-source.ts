import type { UsageSource } from "../usage/usage.ts";
import { ABOUT_PATHS } from "./paths.ts";

/** Pages and admissions that offer a file, name an address, or belong to a unit. */
export const ABOUT_USES: UsageSource = {
  async uses(db, thing) {
    if (thing.kind === "section") return [];
    const pages = db
      .selectFrom("page")
      .innerJoin("page_version", (join) =>
        join.onRef("page_version.page_id", "=", "page.id").onRef("page_version.version", "=", "page.version"),
      )
      .select(["page.id", "kind", "slug", "content", "live_version"])
      .orderBy("page.id");
    const rows =
      thing.kind === "unit"
        ? await pages.where("unit_id", "=", thing.id).execute()
        : thing.kind === "file"
          ? await pages.where("files", "like", `%"${thing.hash}"%`).execute()
          : await pages.where("content", "like", `%${thing.href}%`).execute();
    return rows.map(({ id, kind, slug, content, live_version }) => ({
      what: kind === "admission" ? "Tuyển sinh" : "Trang",
      label: (JSON.parse(content) as { title?: string }).title || slug,
      href: ABOUT_PATHS.page(id),
      note: live_version === null ? "bản nháp" : "đang công khai",
    }));
  },
};
