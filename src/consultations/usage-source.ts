import type { UsageSource, Use } from "../usage/usage.ts";
import { allConsultations, publicConsultation } from "./consultations.queries.ts";
import { CONSULTATION_PATHS } from "./paths.ts";

/** Consultations that offer a file, lead to a document of the library, or belong to a unit. */
export const CONSULTATION_USES: UsageSource = {
  async uses(db, thing) {
    if (thing.kind === "section") return [];
    const uses: Use[] = [];
    for (const one of await allConsultations(db)) {
      const shown = await publicConsultation(db, { id: one.id });
      const calls = [one.call, ...(shown ? [shown.call] : [])];
      const isUser =
        thing.kind === "unit"
          ? one.unit === thing.id
          : thing.kind === "file"
            ? calls.some(({ files }) => files.some(({ hash }) => hash === thing.hash))
            : calls.some(({ content }) => content.documents.includes(thing.href) || content.body.includes(thing.href));
      if (!isUser) continue;
      uses.push({
        what: "Lấy ý kiến",
        label: one.call.content.title,
        href: CONSULTATION_PATHS.call(one.id),
        note: shown ? "đang công khai" : "bản nháp",
      });
    }
    return uses;
  },
};
