import type { FastifyRequest } from "fastify";
import { hatsThatMay } from "../access/permissions.ts";
import { boardWarnings } from "../board/warnings.queries.ts";
import { DUTY_PATH } from "../duties/paths.ts";
import { recentToDo, toDoInHat } from "../duties/to-do.queries.ts";
import { dayOf } from "../kernel/clock.ts";
import { countDueReviews } from "../library/documents.queries.ts";
import { LIBRARY_PATHS } from "../library/paths.ts";
import { countMatters, WAITING_FOR_ME } from "../matters/matters.queries.ts";
import { MATTER_PATHS } from "../matters/paths.ts";
import { countNotifications } from "../newsroom/notifications.queries.ts";
import type { Portal } from "../portal.ts";
import { waitingForMark } from "../quota/marks.queries.ts";
import { QUOTA_PATHS } from "../quota/paths.ts";
import type { Hat } from "../regulation/hats.ts";
import { REPORT_PATHS } from "../reports/paths.ts";
import { countWaitingReports } from "../reports/reports.queries.ts";
import type { DeskFrame, DeskNavGroup } from "./layout.view.tsx";
import { PLACES, placeOf } from "./places.ts";
import type { Visitor } from "./visitor.ts";

/** Who hears on every page that the board leaves a step without anybody (REQ-040). */
const TOLD_OF_GAPS: readonly Hat[] = ["CHIEF", "STANDING_DEPUTY", "SECRETARY", "ADMIN", "DIRECTOR"];

/** What every page of the desk shows around its own part. `current` is the address of the menu's item it belongs to. */
export async function deskFrame(portal: Portal, request: FastifyRequest, current?: string): Promise<DeskFrame> {
  const { visitor } = request;
  if (!visitor) throw new Error("A page of the desk was asked for by nobody");
  const settings = await portal.settings();
  const isDemo = settings["portal.isDemo"];
  const { deskCss, fonts } = request.server.deskAssets;
  return {
    siteName: settings["site.name"],
    shortName: settings["site.shortName"],
    personName: visitor.person.fullName,
    hats: visitor.hats.map(({ appointment, label }) => ({
      value: appointment,
      label,
      current: appointment === visitor.hat.appointment,
    })),
    onBehalf: onBehalf(visitor),
    csrf: request.csrf,
    nav: navigation(visitor.hat.hat, isDemo, current, await waiting(portal, visitor)),
    notifications: {
      href: "/ban-bien-tap/thong-bao",
      count: (await countNotifications(portal.db, visitor.person.id)).unread,
    },
    assets: { css: deskCss, fonts },
    banner: await banner(portal, visitor.hat.hat, isDemo),
  };
}

/** Places that say in another way what waits there. */
const COUNTED_ELSEWHERE: readonly string[] = ["/ban-bien-tap", "/ban-bien-tap/bai"];

/** How many wait for this person, by the address of the menu's item. */
async function waiting({ db, clock }: Portal, { actor }: Visitor): Promise<Readonly<Record<string, number>>> {
  const now = clock.now();
  const due = toDoInHat(await recentToDo(db, now), actor);
  const counts: Record<string, number> = {};
  for (const { href } of due) {
    const place = placeOf(href)?.href ?? "";
    if (!COUNTED_ELSEWHERE.includes(place)) counts[place] = (counts[place] ?? 0) + 1;
  }
  return {
    ...counts,
    // Whoever keeps the library sees every review of it, also of units he does not head.
    [LIBRARY_PATHS.desk]: await countDueReviews(db, actor, dayOf(now)),
    // Also what has no day of its own: a proposal to answer, an upgrade to agree to.
    [MATTER_PATHS.desk]:
      (await countMatters(db, actor, WAITING_FOR_ME, dayOf(now))) +
      due.filter(({ href }) => href.startsWith(MATTER_PATHS.create)).length,
    // Every article, also of this month: its duty tells only of the month before.
    [QUOTA_PATHS.queue]: (await waitingForMark(db, actor, now)).length,
    // Also those to be accepted: nothing says by when.
    [REPORT_PATHS.list]: await countWaitingReports(db, actor.hat),
    [DUTY_PATH]: due.length,
  };
}

/** The menu of a hat: its daily work open, the rest one line each. */
export function navigation(
  hat: Hat,
  isDemo: boolean,
  current: string | undefined,
  counts: Readonly<Record<string, number>>,
): DeskNavGroup[] {
  return PLACES.map(({ label, dailyFor, places }) => {
    const items = places
      .filter(({ may, onlyDemo }) => hatsThatMay(may).includes(hat) && (!onlyDemo || isDemo))
      .map(({ href, label, icon }) => ({ href, label, icon, count: counts[href], current: href === current }));
    // What waits, and where one is, is never behind a line to open.
    const folded = !dailyFor.includes(hat) && !items.some(({ count, current }) => current || (count ?? 0) > 0);
    return { label, folded, items };
  }).filter(({ items }) => items.length > 0);
}

function onBehalf({ actor }: Visitor): string | undefined {
  if (actor.delegations.length === 0) return undefined;
  const documents = [...new Set(actor.delegations.map(({ document }) => document))];
  return `có ủy quyền theo ${documents.join(", ")}`;
}

async function banner(portal: Portal, hat: Hat, isDemo: boolean): Promise<string | undefined> {
  const demo = isDemo ? "Dữ liệu mẫu để dùng thử: mọi tên người và bài đều là giả." : "";
  if (!TOLD_OF_GAPS.includes(hat)) return demo || undefined;
  const warnings = await boardWarnings(portal.db, dayOf(portal.clock.now()));
  const blocking = warnings.filter(({ blocks }) => blocks).map(({ text }) => text);
  return [demo, ...blocking].filter(Boolean).join(" ") || undefined;
}
