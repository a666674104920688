import { one } from "../http/form-state.ts";
import { HAT_NAMES, type Hat } from "../regulation/hats.ts";
import type { ClauseNow } from "./board.queries.ts";
import { chapterOf, REGULATION_CHAPTERS } from "./carried.ts";
import { HOWS, type How } from "./carrying.ts";
import { type ClauseState, STATE_SLUGS, stateOfSlug } from "./standing.ts";

/** What of the board is asked for; null for no condition. */
export interface BoardFilter {
  readonly state: ClauseState | null;
  readonly chapter: string | null;
  readonly who: Hat | null;
  readonly how: How | null;
}

export function filterOf(query: unknown): BoardFilter {
  const among = <T extends string>(name: string, values: readonly T[]) =>
    values.find((value) => value === one(query, name)) ?? null;
  return {
    state: stateOfSlug(one(query, "tinh-trang")),
    chapter: among(
      "chuong",
      REGULATION_CHAPTERS.map(({ key }) => key),
    ),
    who: among("ai", HAT_NAMES),
    how: among("cach", Object.keys(HOWS) as How[]),
  };
}

/** The filter in an address: `?tinh-trang=tre&ai=MEMBER`. */
export function filterQuery({ state, chapter, who, how }: BoardFilter): string {
  const query = new URLSearchParams();
  if (state !== null) query.set("tinh-trang", STATE_SLUGS[state]);
  if (chapter !== null) query.set("chuong", chapter);
  if (who !== null) query.set("ai", who);
  if (how !== null) query.set("cach", how);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

export const isFiltered = (filter: BoardFilter): boolean => filterQuery(filter) !== "";

/** The clauses the filter leaves. Headings and definitions are listed only when they are asked for. */
export const filtered = (clauses: readonly ClauseNow[], filter: BoardFilter): readonly ClauseNow[] =>
  clauses.filter(
    ({ clause, how, who, state }) =>
      (filter.how === null ? how !== "words" : how === filter.how) &&
      (filter.state === null || state === filter.state) &&
      (filter.chapter === null || chapterOf(clause).key === filter.chapter) &&
      (filter.who === null || who.includes(filter.who)),
  );
