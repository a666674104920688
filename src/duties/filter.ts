import { one } from "../http/form-state.ts";
import { ITEM_STANDINGS, type ItemStanding, type OwedItem } from "./owed.ts";
import { DUTY_PATH } from "./paths.ts";

/** What the address of the list asks for. */
export interface DutyFilter {
  readonly view: "to-do" | "past";
  readonly scope: "mine" | "board";
  /** Key of a duty; "" for all. */
  readonly duty: string;
  readonly standing: ItemStanding | "";
  /** `2026-11`, of what is past. */
  readonly month: string;
}

const isStanding = (text: string): text is ItemStanding => Object.hasOwn(ITEM_STANDINGS, text);

/** Reads an address; what it does not say, or says wrongly, is as `usual`. */
export function readFilter(query: unknown, usual: Pick<DutyFilter, "scope" | "month">, mayBoard: boolean): DutyFilter {
  const standing = one(query, "tinh-trang");
  const month = one(query, "thang");
  const scope = one(query, "pham-vi");
  return {
    view: one(query, "xem") === "da-qua" ? "past" : "to-do",
    scope: !mayBoard ? "mine" : scope === "toi" ? "mine" : scope === "ban" ? "board" : usual.scope,
    duty: one(query, "nhiem-vu").slice(0, 60),
    standing: isStanding(standing) ? standing : "",
    month: /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : usual.month,
  };
}

/** The address of a filter, of a page of it, or of its spreadsheet. */
export function hrefOf(filter: DutyFilter, { path = DUTY_PATH, page = 1 } = {}): string {
  const query = new URLSearchParams();
  if (filter.view === "past") query.set("xem", "da-qua");
  query.set("pham-vi", filter.scope === "board" ? "ban" : "toi");
  if (filter.duty) query.set("nhiem-vu", filter.duty);
  if (filter.view === "past" && filter.month) query.set("thang", filter.month);
  if (filter.view === "past" && filter.standing) query.set("tinh-trang", filter.standing);
  if (page > 1) query.set("trang", String(page));
  return `${path}?${query}`;
}

/** Items that the filter leaves, whosever they are by its scope. */
export const matching = (items: readonly OwedItem[], { duty, standing, view }: DutyFilter): OwedItem[] =>
  items.filter(
    (item) =>
      (duty === "" || item.duty === duty) && (view === "to-do" || standing === "" || item.standing === standing),
  );
