import { BY_SYSTEM } from "../../src/act.ts";
import { fillDemo } from "../../src/cli/demo.ts";
import { dayOf } from "../../src/kernel/clock.ts";
import type { Portal } from "../../src/portal.ts";
import { sampleClock } from "../../src/sample/clock.ts";
import { changeSettings } from "../../src/settings/change-settings.ts";
import { DOOR_SOURCES } from "../../src/site/door-sources.ts";
import { type Door, doorGroups, doorPaths } from "../../src/site/doors.ts";
import { fixedClock, openEmptyPortal, TEST_NOW } from "./portals.ts";

/** The portal of the demonstration, whole, as it stands on the day of the tests. */
export async function openWholePortal(): Promise<{ portal: Portal; close(): Promise<void> }> {
  const clock = sampleClock(fixedClock(TEST_NOW));
  const { portal, close } = await openEmptyPortal("sqlite", { clock });
  // A few articles of the year are enough where every public page is opened.
  await fillDemo(portal, clock, 12);
  await portal.act(BY_SYSTEM, changeSettings, { "site.canonicalHost": "127.0.0.1", "site.aliases": [] });
  return { portal, close };
}

/** The doors that people look for by name, and every public address the rooms tell of. */
export async function everyDoor({ db, clock }: Portal): Promise<{ key: string[]; all: readonly string[] }> {
  const today = dayOf(clock.now());
  const flat = ({ href, below = [] }: Door): string[] => [href, ...below.flatMap(flat)];
  const key = (await doorGroups(DOOR_SOURCES, db, today)).flatMap(({ doors }) => doors.flatMap(flat));
  return { key, all: await doorPaths(DOOR_SOURCES, db, today) };
}

/** A route as it is declared, matched against addresses without their query. */
export function matches(route: string, address: string): boolean {
  const pattern = route
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/:\w+/g, "[^/]+")
    .replace(/\*/g, ".*");
  return new RegExp(`^${pattern}/?$`).test(address.split(/[?#]/, 1)[0]!);
}

/** Links of a page that stay on the portal and lead to pages. */
export const linksOf = (body: string): string[] =>
  [...body.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => !/^\/(ban-bien-tap|assets|tep|anh|video|thiet-lap)(\/|$)/.test(href));
