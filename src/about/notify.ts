import type { Moment } from "../act.ts";
import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import type { Follow } from "../evidence/outbox.ts";
import { dayOf } from "../kernel/clock.ts";
import { tell } from "../newsroom/notices.ts";
import { PAGE_ACTS, type PageAct, type PageState, pageOffers } from "./page-moves.ts";
import type { Page } from "./pages.queries.ts";
import { ABOUT_PATHS } from "./paths.ts";

/**
 * After a step of a page: whoever can carry it on now is told that it waits for him, and its author how it ended or
 * why it came back.
 */
export async function tellOfPage(
  moment: Moment,
  page: Page,
  act: PageAct,
  to: PageState,
  reason: string | null,
): Promise<Follow[]> {
  const path = ABOUT_PATHS.page(page.id);
  const title = `Trang “${page.content.title ?? ""}”`;
  if (act === "return" || to === "LIVE") {
    if (page.author === moment.by.person) return [];
    const text = act === "return" ? `${title} được trả lại: ${reason ?? ""}` : `${title} đã được phê duyệt và công bố.`;
    return tell(moment, [page.author], null, { kind: "outcome", path, text });
  }
  const day = dayOf(moment.at);
  const next = actorsOn(await readRoster(moment.tx, day), day).filter((actor) =>
    pageOffers({ ...page, state: to }, actor).some((offer) => offer.act !== "return"),
  );
  const able = [...new Set(next.map(({ person }) => person))].filter((person) => person !== moment.by.person);
  return tell(moment, able, null, { kind: "waiting", path, text: `${title}: ${PAGE_ACTS[act]}. Nay chờ bạn xem xét.` });
}
