import type { DoorSource } from "../site/doors.ts";
import { ADMISSIONS, admissionHref, FIXED_PAGES } from "./fields.ts";
import { livePages } from "./pages.queries.ts";
import { STRUCTURE, unitHref } from "./paths.ts";

/** Đ14.k1, k4, k7: the fixed pages that have a text, the units of the day, and admissions. */
export const ABOUT_DOORS: DoorSource = {
  tags: ["about", "board"],
  async groups(db, day) {
    const live = new Set((await livePages(db, "text")).map(({ slug }) => slug));
    const pages = FIXED_PAGES.filter(({ slug }) => slug === "gioi-thieu" || live.has(slug)).map(({ path, name }) => ({
      href: path,
      label: name,
    }));
    const units = await db
      .selectFrom("unit")
      .select(["code", "name"])
      .where("active_from", "<=", day)
      .where((is) => is.or([is("active_to", "is", null), is("active_to", ">=", day)]))
      .orderBy("position")
      .execute();
    const admissions = (await livePages(db, "admission")).map(({ slug, content }) => ({
      href: admissionHref(slug),
      label: content.title ?? "",
    }));
    return [
      {
        title: "Giới thiệu",
        doors: [
          ...pages,
          {
            href: STRUCTURE,
            label: "Cơ cấu tổ chức",
            below: units.map(({ code, name }) => ({ href: unitHref(code), label: name })),
          },
          { href: "/lien-he", label: "Liên hệ" },
        ],
      },
      { title: "Tuyển sinh", doors: [{ href: ADMISSIONS, label: "Tuyển sinh", below: admissions }] },
    ];
  },
};
