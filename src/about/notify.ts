import type { Moment } from "../act.ts";
import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import type { Follow } from "../evidence/outbox.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { tell } from "../newsroom/notices.ts";
import { PAGE_ACTS, type PageAct, type PageState, pageOffers } from "./page-moves.ts";
import type { Page } from "./pages.queries.ts";
import { ABOUT_PATHS } from "./paths.ts";

/** A text on the road of pages, as its people are told of it. */
export interface RoadText {
  /** "Trang “Lịch sử”" */
  readonly title: string;
  /** Where it is looked at on the desk. */
  readonly path: string;
  readonly unit: Id;
  readonly author: Id;
}

/**
 * After a step of a text: whoever can carry it on now is told that it waits for him, and its author how it ended or
 * why it came back.
 */
export async function tellOfText(
  moment: Moment,
  { title, path, unit, author }: RoadText,
  act: PageAct,
  to: PageState,
  reason: string | null,
): Promise<Follow[]> {
  if (act === "return" || to === "LIVE") {
    if (author === moment.by.person) return [];
    const text = act === "return" ? `${title} được trả lại: ${reason ?? ""}` : `${title} đã được phê duyệt và công bố.`;
    return tell(moment, [author], null, { kind: "outcome", path, text });
  }
  const day = dayOf(moment.at);
  const next = actorsOn(await readRoster(moment.tx, day), day).filter((actor) =>
    pageOffers({ state: to, unit, author }, actor).some((offer) => offer.act !== "return"),
  );
  const able = [...new Set(next.map(({ person }) => person))].filter((person) => person !== moment.by.person);
  return tell(moment, able, null, { kind: "waiting", path, text: `${title}: ${PAGE_ACTS[act]}. Nay chờ bạn xem xét.` });
}

/** The same of a page. */
export const tellOfPage = (moment: Moment, page: Page, act: PageAct, to: PageState, reason: string | null) =>
  tellOfText(
    moment,
    { ...page, title: `Trang “${page.content.title ?? ""}”`, path: ABOUT_PATHS.page(page.id) },
    act,
    to,
    reason,
  );
