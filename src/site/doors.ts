import type { Day } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";

/** A public address, as the map of the portal shows it. */
export interface Door {
  readonly href: string;
  readonly label: string;
  readonly below?: readonly Door[] | undefined;
}

/** Doors under one heading of "Sơ đồ cổng". Rooms that give the same title stand together. */
export interface DoorGroup {
  readonly title: string;
  readonly doors: readonly Door[];
}

/** What a room tells of its public addresses: for "Sơ đồ cổng", for sitemap.xml and for the tests that walk all. */
export interface DoorSource {
  /** Tags of the page cache that drop when an address comes or goes. */
  readonly tags: readonly string[];
  /** Doors a reader looks for by name. All of them also stand in sitemap.xml. */
  groups(db: Db, day: Day): Promise<readonly DoorGroup[]>;
  /** Addresses too many for a page that people read; they stand in sitemap.xml only. */
  more?(db: Db, day: Day): Promise<readonly string[]>;
}

/** The groups of all rooms in the order of the list, those of one title made one. */
export async function doorGroups(sources: readonly DoorSource[], db: Db, day: Day): Promise<readonly DoorGroup[]> {
  const byTitle = new Map<string, Door[]>();
  for (const source of sources)
    for (const { title, doors } of await source.groups(db, day))
      byTitle.set(title, [...(byTitle.get(title) ?? []), ...doors]);
  return [...byTitle].map(([title, doors]) => ({ title, doors }));
}

/** Every public address but the articles', each once, the doors people know first. */
export async function doorPaths(sources: readonly DoorSource[], db: Db, day: Day): Promise<readonly string[]> {
  const paths = new Set<string>(["/"]);
  const add = ({ href, below }: Door) => {
    paths.add(href);
    below?.forEach(add);
  };
  for (const { doors } of await doorGroups(sources, db, day)) doors.forEach(add);
  for (const source of sources) for (const path of (await source.more?.(db, day)) ?? []) paths.add(path);
  return [...paths];
}

/** What a page made of all doors depends on. */
export const doorTags = (sources: readonly DoorSource[]) => [...new Set(sources.flatMap(({ tags }) => tags))];
