import type { DoorSource } from "../site/doors.ts";
import { publicConsultations } from "./consultations.queries.ts";
import { CONSULTATION_PATHS, CONSULTATION_TAG } from "./paths.ts";

/** Đ14.k7: everything the public was ever asked. */
export const CONSULTATION_DOORS: DoorSource = {
  tags: [CONSULTATION_TAG],
  groups: async (db) => [
    {
      title: "Hỏi đáp, góp ý",
      doors: [
        {
          href: CONSULTATION_PATHS.site,
          label: "Lấy ý kiến",
          below: (await publicConsultations(db)).map(({ slug, call }) => ({
            href: CONSULTATION_PATHS.one(slug),
            label: call.content.title,
          })),
        },
      ],
    },
  ],
};
