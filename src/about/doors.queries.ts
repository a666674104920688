import type { Day } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";
import { ADMISSIONS, admissionHref, FIXED_PAGES } from "./fields.ts";
import { livePages } from "./pages.queries.ts";
import { STRUCTURE, unitHref } from "./paths.ts";

export interface DoorLink {
  readonly href: string;
  readonly label: string;
}

/** Every public address of this room that answers on a day: for the map of the portal and for search engines. */
export async function aboutDoors(
  db: Db,
  day: Day,
): Promise<{ about: DoorLink[]; units: DoorLink[]; admissions: DoorLink[] }> {
  const live = new Set((await livePages(db, "text")).map(({ slug }) => slug));
  const units = await db
    .selectFrom("unit")
    .select(["code", "name"])
    .where("active_from", "<=", day)
    .where((is) => is.or([is("active_to", "is", null), is("active_to", ">=", day)]))
    .orderBy("position")
    .execute();
  return {
    about: FIXED_PAGES.filter(({ slug }) => slug === "gioi-thieu" || live.has(slug)).map(({ path, name }) => ({
      href: path,
      label: name,
    })),
    units: [
      { href: STRUCTURE, label: "Cơ cấu tổ chức" },
      ...units.map(({ code, name }) => ({ href: unitHref(code), label: name })),
    ],
    admissions: [
      { href: ADMISSIONS, label: "Tuyển sinh" },
      ...(await livePages(db, "admission")).map(({ slug, content }) => ({
        href: admissionHref(slug),
        label: content.title ?? "",
      })),
    ],
  };
}
