import type { DoorSource } from "../site/doors.ts";
import { disclosedAddresses } from "./addresses.queries.ts";
import { publishedYears } from "./disclosure.queries.ts";
import { yearWords } from "./due.ts";
import { PUBLIC_PATHS } from "./paths.ts";
import { DISCLOSURE_TAG } from "./tags.ts";

/** Đ14.k6: the register, its years, the proof, and every version ever disclosed. */
export const DISCLOSURE_DOORS: DoorSource = {
  tags: [DISCLOSURE_TAG],
  async groups(db) {
    const below = (await publishedYears(db)).map((year) => ({
      href: PUBLIC_PATHS.year(year),
      label: `Công khai ${yearWords(year)}`,
    }));
    return [
      {
        title: "Công khai",
        doors: [
          { href: PUBLIC_PATHS.home, label: "Công khai", below },
          { href: PUBLIC_PATHS.proof, label: "Công khai có luôn hiển thị không?" },
        ],
      },
    ];
  },
  more: async (db) => (await disclosedAddresses(db)).map(({ path }) => path),
};
