import type { DoorSource } from "../site/doors.ts";
import { PROCEDURES, procedureHref, SERVICES } from "./paths.ts";
import { publicEntries } from "./services.queries.ts";

/** Đ14.k5: procedures, each with its page, and the list of services. */
export const CATALOGUE_DOORS: DoorSource = {
  tags: ["services"],
  async groups(db) {
    const below = (await publicEntries(db, "procedure")).map(({ slug, content }) => ({
      href: procedureHref(slug),
      label: content.name ?? "",
    }));
    return [
      {
        title: "Thủ tục, dịch vụ công",
        doors: [
          { href: PROCEDURES, label: "Thủ tục hành chính", below },
          { href: SERVICES, label: "Dịch vụ công" },
        ],
      },
    ];
  },
};
