import { type Day, dayOf } from "../kernel/clock.ts";
import type { WorkCalendar } from "../kernel/working-days.ts";
import type { Entry, Item } from "./disclosure.ts";
import { isAsked, isPublic, titleIn } from "./disclosure.ts";
import { changeDue, ruleOfDay, ruleOfYear, type SchoolYear, type Standing, standingOn, yearlyDue } from "./due.ts";

/** One line of the register: an item, where it stands in a year, and its versions. */
export interface RegisterLine {
  readonly item: Item;
  readonly year: SchoolYear;
  readonly due: Day;
  readonly standing: Standing;
  /** Published versions, the newest last. */
  readonly published: readonly Entry[];
  /** The version that is being prepared. */
  readonly open: Entry | undefined;
}

/** The register of a year (REQ-073): every item asked for, and every item with something in it, whatever changed since. */
export function register(
  items: readonly Item[],
  entries: readonly Entry[],
  year: SchoolYear,
  calendar: WorkCalendar,
  today: Day,
): RegisterLine[] {
  return items.flatMap((item) => {
    const versions = entries.filter((entry) => entry.item === item.id && entry.year === year);
    const published = versions.filter(isPublic);
    if (!isAsked(item, year) && versions.length === 0) return [];
    const yearly = yearlyDue(ruleOfYear(item.rules, year), year);
    const afterChange = (on: Day) => changeDue(ruleOfDay(item.rules, on), on, calendar);
    const facts = {
      due: yearly,
      published: published.map(({ publishedAt, content }, index) => ({
        on: dayOf(publishedAt!),
        due: content.changedOn ? afterChange(content.changedOn) : index === 0 ? yearly : "9999-12-31",
      })),
    };
    const open = versions.find((entry) => !isPublic(entry));
    const asked = open?.content.changedOn;
    return [
      {
        item: { ...item, title: titleIn(item, year) },
        year,
        due: asked ? afterChange(asked) : yearly,
        standing: standingOn(facts, today),
        published,
        open,
      },
    ];
  });
}

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  full: "Đủ",
  late: "Đăng trễ",
  missing: "Còn thiếu",
  ahead: "Chưa đến hạn",
};

export type Counts = Readonly<Record<Standing, number>>;

export function countStandings(lines: readonly RegisterLine[]): Counts {
  const of = (standing: Standing) => lines.filter((line) => line.standing === standing).length;
  return { full: of("full"), late: of("late"), missing: of("missing"), ahead: of("ahead") };
}
