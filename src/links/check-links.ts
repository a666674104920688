import type { ReadAsStranger } from "../disclosure/watch.ts";
import { addSeconds, dayOf, type Instant } from "../kernel/clock.ts";
import { fetchOutside } from "../outbound/fetch-outside.ts";
import type { Reach } from "../outbound/public-address.ts";
import type { Portal } from "../portal.ts";
import { DOOR_SOURCES } from "../site/door-sources.ts";
import { doorPaths } from "../site/doors.ts";
import { faultOfAnswer, faultOfStatus, type LinkFault } from "./fault.ts";
import { linksOf, type PageLink } from "./links-of.ts";

/** Pages read and targets looked at in one round: a portal of some thousand pages is gone over within a day. */
const PAGES = 10;
const TARGETS = 20;
const DAY = 24 * 3600;
/** A target found wanting is looked at again this soon: one that only paused is not called broken. */
const AGAIN = 2 * 3600;
const PATIENCE_MS = 10_000;
const MOST_BYTES = 64 * 1024;

/** One round: some public pages are read for their links as a stranger would, and some targets are looked at (Đ12.k2). */
export async function checkLinks(portal: Portal, read: ReadAsStranger, reach: Reach): Promise<void> {
  await readPages(portal, read);
  await lookAtTargets(portal, read, reach);
}

/** Every public page, those never read first. A page that is gone takes its links along. */
async function readPages({ db, database, clock }: Portal, read: ReadAsStranger): Promise<void> {
  const now = clock.now();
  const articles = await db.selectFrom("published_article").select("slug").execute();
  const pages = [
    ...(await doorPaths(DOOR_SOURCES, db, dayOf(now))),
    ...articles.map(({ slug }) => `/bai-viet/${slug}`),
  ];
  const known = new Map(
    (await db.selectFrom("link_page").selectAll().execute()).map((row) => [row.page, row.read_at] as const),
  );
  const gone = [...known.keys()].filter((page) => !pages.includes(page));
  const since = addSeconds(now, -DAY);
  const due = pages
    .filter((page) => (known.get(page) ?? "") < since)
    .sort((a, b) => ((known.get(a) ?? "") < (known.get(b) ?? "") ? -1 : 1))
    .slice(0, PAGES);
  const found: { readonly page: string; readonly links: readonly PageLink[] }[] = [];
  for (const page of due) {
    const { status, headers, body } = await read(page);
    const isPage = status === 200 && String(headers["content-type"] ?? "").startsWith("text/html");
    found.push({ page, links: isPage ? linksOf(body) : [] });
  }
  if (found.length + gone.length === 0) return;
  await database.transact(async (tx) => {
    for (const page of [...gone, ...due]) await tx.deleteFrom("link_use").where("page", "=", page).execute();
    for (const page of gone) await tx.deleteFrom("link_page").where("page", "=", page).execute();
    for (const { page, links } of found) {
      await tx
        .insertInto("link_page")
        .values({ page, read_at: now })
        .onConflict((conflict) => conflict.column("page").doUpdateSet({ read_at: now }))
        .execute();
      for (const { href, words } of links) {
        await tx.insertInto("link_use").values({ page, href, words }).execute();
        await tx
          .insertInto("link_target")
          .values({ href, checked_at: null, good_at: null, fault: "", failures: 0 })
          .onConflict((conflict) => conflict.column("href").doNothing())
          .execute();
      }
    }
    await tx
      .deleteFrom("link_target")
      .where("href", "not in", (of) => of.selectFrom("link_use").select("href"))
      .execute();
  });
}

async function lookAtTargets({ db, database, clock }: Portal, read: ReadAsStranger, reach: Reach): Promise<void> {
  const now = clock.now();
  const due = await db
    .selectFrom("link_target")
    .selectAll()
    .where((is) =>
      is.or([
        is("checked_at", "is", null),
        is("checked_at", "<", addSeconds(now, -DAY)),
        is.and([is("failures", "=", 1), is("checked_at", "<", addSeconds(now, -AGAIN))]),
      ]),
    )
    .orderBy("checked_at")
    .orderBy("href")
    .limit(TARGETS * 5)
    .execute();
  const hosts = new Set<string>();
  let looked = 0;
  for (const target of due) {
    // One question a round to a machine of others.
    const host = target.href.startsWith("/") ? null : (URL.parse(target.href)?.host ?? "");
    if (looked === TARGETS) break;
    if (host !== null && hosts.has(host)) continue;
    if (host !== null) hosts.add(host);
    looked += 1;
    const fault = host === null ? faultOfStatus((await read(target.href)).status) : await outside(target.href, reach);
    const row = found(target, fault, now);
    await database.transact((tx) => tx.updateTable("link_target").set(row).where("href", "=", target.href).execute());
  }
}

async function outside(url: string, reach: Reach): Promise<LinkFault> {
  return faultOfAnswer(await fetchOutside({ url, reach, maxBytes: MOST_BYTES, timeoutMs: PATIENCE_MS, redirects: 5 }));
}

const found = ({ good_at, failures }: { good_at: Instant | null; failures: number }, fault: LinkFault, now: Instant) =>
  fault === ""
    ? { checked_at: now, good_at: now, fault, failures: 0 }
    : { checked_at: now, good_at, fault, failures: failures + 1 };
