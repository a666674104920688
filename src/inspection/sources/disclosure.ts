import { readEntries, readItems } from "../../disclosure/disclosure.queries.ts";
import { schoolYearOf } from "../../disclosure/due.ts";
import { DESK_PATHS } from "../../disclosure/paths.ts";
import { register, STANDING_WORDS } from "../../disclosure/register.ts";
import { addDays, startOfDay } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import type { CriterionSource, ScoreLine } from "../scores.ts";

/** Đ13.k1.c: every item of the unit stands in Công khai, in time. */
export const DISCLOSURE: CriterionSource = {
  key: "disclosure",
  name: "Công khai đầy đủ",
  clause: "Đ13.k1.c",
  how: "Mỗi nội dung công khai của đơn vị đến hạn trong kỳ là một dòng; đạt khi đã đăng đủ và đúng hạn tính đến hết kỳ.",
  async lines({ db, calendar, from, to, units }) {
    const lines = new Map<Id, ScoreLine[]>(units.map((unit) => [unit, []]));
    const items = await readItems(db);
    const until = startOfDay(addDays(to, 1));
    const entries = (await readEntries(db, { onlyPublic: true })).filter(({ publishedAt }) => publishedAt! < until);
    const years = [...new Set([schoolYearOf(from), schoolYearOf(to), ...entries.map(({ year }) => year)])].sort();
    for (const year of years) {
      for (const { item, due, standing } of register(items, entries, year, calendar, to)) {
        if (item.unit === null || due < from || due > to || standing === "ahead") continue;
        lines.get(item.unit)?.push({
          what: `${item.title} (năm học ${year})`,
          day: due,
          isMet: standing === "full",
          note: STANDING_WORDS[standing],
          href: DESK_PATHS.year(year),
        });
      }
    }
    return lines;
  },
};
