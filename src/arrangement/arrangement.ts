import { DISCLOSURE, type FixedPlace, HOME_BLOCK_KEYS, HOME_BLOCKS, type HomeBlock, MENU_PLACES } from "./places.ts";

/** `MENU`: links, each known by its address. `HOME`: parts of the home page, each known by its key. */
export type Part = "MENU" | "HOME";

export interface Item {
  readonly key: string;
  /** Only for an address the centre added itself; rooms and sections bring their own names. */
  readonly label: string | null;
  readonly shown: boolean;
}

export interface Arrangement {
  readonly menu: readonly Item[];
  readonly home: readonly Item[];
}

/** A section of news, as far as the menu needs it. */
export type SectionPlace = FixedPlace;

/** What a portal shows that nobody has arranged: its rooms, its first two sections, every part of the home page. */
export function firstArrangement(sections: readonly SectionPlace[]): Arrangement {
  const link = (shown: boolean) => (place: FixedPlace) => ({ key: place.href, label: null, shown });
  return {
    menu: [
      ...MENU_PLACES.slice(0, 3).map(link(true)),
      ...sections.slice(0, 2).map(link(true)),
      ...MENU_PLACES.slice(3).map(link(true)),
      ...sections.slice(2).map(link(false)),
    ],
    home: HOME_BLOCK_KEYS.map((key) => ({ key, label: null, shown: true })),
  };
}

/**
 * The arrangement with everything that came to the portal since: a new section stands hidden at the end, a new part of
 * the home page shown at the end. "Công khai" is always there and always shown (REQ-072), whatever was stored.
 */
export function completed({ menu, home }: Arrangement, sections: readonly SectionPlace[]): Arrangement {
  const known = new Set(menu.map(({ key }) => key));
  const newcomers = [...MENU_PLACES, ...sections].filter(({ href }) => !known.has(href));
  const blocks = new Set(home.map(({ key }) => key));
  return {
    menu: [...menu, ...newcomers.map(({ href }) => ({ key: href, label: null, shown: false }))].map(alwaysShown),
    home: [
      ...home.filter(({ key }) => Object.hasOwn(HOME_BLOCKS, key)),
      ...HOME_BLOCK_KEYS.filter((key) => !blocks.has(key)).map((key) => ({ key, label: null, shown: true })),
    ].map(alwaysShown),
  };
}

/** Whether this item may never be hidden. */
export const isLasting = (key: string): boolean => key === DISCLOSURE.href || key === "disclosure";

const alwaysShown = (item: Item): Item => (isLasting(item.key) ? { ...item, shown: true } : item);

/** What an item is called on screen; null for a link whose section is no more. */
export function nameOf({ key, label }: Item, sections: readonly SectionPlace[]): string | null {
  if (Object.hasOwn(HOME_BLOCKS, key)) return HOME_BLOCKS[key as HomeBlock];
  return label ?? [...MENU_PLACES, ...sections].find(({ href }) => href === key)?.label ?? null;
}

/** The links of the main menu, in order. */
export function menuLinks(arranged: Arrangement, sections: readonly SectionPlace[]): FixedPlace[] {
  return completed(arranged, sections).menu.flatMap((item) => {
    const label = nameOf(item, sections);
    return item.shown && label !== null ? [{ href: item.key, label }] : [];
  });
}

/** The parts of the home page, in order. */
export const homeBlocks = (arranged: Arrangement): HomeBlock[] =>
  completed(arranged, []).home.flatMap(({ key, shown }) => (shown ? [key as HomeBlock] : []));

/** The list with one item a place up or down; as it was where there is no such place. */
export function moved(items: readonly Item[], key: string, by: 1 | -1): Item[] {
  const list = [...items];
  const from = list.findIndex((item) => item.key === key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return list;
  [list[from], list[to]] = [list[to]!, list[from]!];
  return list;
}
