import { daysFrom } from "../days.ts";
import type { Story } from "../story.ts";
import { type Dice, diceFrom } from "./dice.ts";
import { handsOf, slipsOf, wayOf } from "./roads.ts";
import { storyText } from "./text.ts";
import { THEMES, type Theme } from "./themes.ts";

export interface LifeOf {
  /** The same seed tells the same life, day by day. */
  readonly seed: number;
  readonly articles: number;
  /** Working days before today when the first article is begun, and the last one. */
  readonly from: number;
  readonly until: number;
  readonly today: string;
}

const COVERS = [
  "lop-hoc",
  "cong-truong",
  "sach-vo",
  "may-tinh",
  "bai-thi",
  "hoi-thao",
  "cay-xanh",
  "doc-sach",
] as const;

/**
 * A believable life of the sample centre: articles on what its units do in each month of the year, in even steps from
 * one working day to another, each on its own road through the board. No two have the same title.
 */
export function lifeStories({ seed, articles, from, until, today }: LifeOf): Story[] {
  const days = daysFrom(today);
  const told = new Set<string>();
  return Array.from({ length: articles }, (_, place) => {
    const dice = diceFrom(seed + place);
    const back = from - Math.floor((place * (from - until)) / articles);
    const date = days.day(back);
    const theme = dice.one(THEMES.filter(({ months }) => months.includes(Number(date.slice(5, 7)))));
    const named = untold(theme, dice, told, date);
    const way = wayOf(theme.unit, back, dice);
    const text = storyText(named.title, named.lead, dice);
    return {
      category: theme.category,
      unit: theme.unit,
      ...(dice.below(3) === 0 && { cover: dice.one(COVERS) }),
      slips: slipsOf(way, named.title),
      road: way.walk(back, handsOf(theme.unit), dice),
      write: () => text,
    };
  });
}

/**
 * Title and lead of a theme that nobody has read yet, its month that of the day; in a long life the year tells them
 * apart, then a number.
 */
function untold(theme: Theme, dice: Dice, told: Set<string>, date: string): Pick<Theme, "title" | "lead"> {
  const [year, month] = [date.slice(0, 4), String(Number(date.slice(5, 7)))];
  for (let tries = 0; ; tries += 1) {
    const rolled = Object.entries(theme.choices).map(([name, of]) => [name, dice.one(of)] as const);
    const chosen = rolled.map(([name, word]) => [name, name === "thang" ? month : word] as const);
    const filled = (text: string) => chosen.reduce((so, [name, word]) => so.replaceAll(`{${name}}`, word), text);
    const ending = tries < 20 ? "" : tries < 40 ? ` năm ${year}` : ` (kỳ ${tries - 38} năm ${year})`;
    const title = `${filled(theme.title)}${ending}`;
    if (told.has(title)) continue;
    told.add(title);
    return { title, lead: filled(theme.lead) };
  }
}
