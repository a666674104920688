import type { FastifyRequest } from "fastify";
import { isPageAct, PAGE_ACTS, PAGE_STATES, type PageState, pageOffers } from "../about/page-moves.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import type { Id } from "../kernel/ids.ts";
import { hatName } from "../regulation/hats.ts";
import type { SummaryItem } from "../ui/feedback.tsx";
import { formatDateTime } from "../ui/format.ts";
import { phaseOf } from "./call.ts";
import {
  type Consultation,
  consultationById,
  movesOf,
  type Part,
  publicConsultation,
} from "./consultations.queries.ts";
import type { ConsultationDeskView, RoadView } from "./desk-page.view.tsx";
import { opinionNumbers } from "./opinions.queries.ts";
import { CONSULTATION_PATHS } from "./paths.ts";
import { readsOpinions } from "./permissions.ts";
import { windowWords } from "./window-words.ts";

const DONE: Readonly<Record<string, string>> = {
  luu: "Đã lưu bản nháp.",
  submit: "Đã gửi duyệt.",
  headApprove: "Đã duyệt tại đơn vị; chờ Trưởng Ban phê duyệt.",
  approve: "Đã phê duyệt; trang công khai dùng bản này.",
  return: "Đã trả lại cho người soạn.",
  "xem-xet": "Đã ghi việc xem xét ý kiến.",
};

type Tab = "call" | "opinions" | "report";

/** What stands above every page of one consultation. */
export async function commonView(
  { portal, frame }: DeskRoom,
  request: FastifyRequest,
  item: Consultation | null,
  tab: Tab,
  items: readonly SummaryItem[],
): Promise<ConsultationDeskView> {
  const live = item && (await publicConsultation(portal.db, { id: item.id }));
  const phase = live && phaseOf(live, portal.clock.now());
  const { actor } = visitorOf(request);
  return {
    desk: await frame(request, CONSULTATION_PATHS.desk),
    nonce: request.nonce,
    done: DONE[one(request.query, "xong")],
    title: item?.call.content.title ?? "Tạo đợt lấy ý kiến",
    items,
    one: item && {
      id: item.id,
      publicHref: live && CONSULTATION_PATHS.one(item.slug),
      phase,
      window: live && phase ? windowWords(live, phase) : "",
      received: (await opinionNumbers(portal.db)).get(item.id)?.received ?? 0,
      tab,
      readsOpinions: readsOpinions(actor, item.unit),
    },
  };
}

/** The consultation of an address of the desk. */
export async function itemOf({ portal }: DeskRoom, id: Id): Promise<Consultation> {
  const item = await consultationById(portal.db, id);
  if (!item) throw new NotFound(`No consultation ${id}`);
  return item;
}

/** Where one of its texts stands, and what this person may do with it; null before its first version. */
export function roadOf(
  request: FastifyRequest,
  item: Consultation,
  part: Part,
  tried: { readonly reason: string; readonly error: string | undefined },
): RoadView | null {
  const text = item[part];
  if (!text) return null;
  const { state, version, author } = text;
  const { actor } = visitorOf(request);
  const offers = pageOffers({ state, unit: item.unit, author }, actor);
  return { id: item.id, part, csrf: request.csrf, version, state, offers, ...tried };
}

/** Every step of one text, as the desk shows it. */
export async function pastOf({ portal }: DeskRoom, item: Consultation, part: Part) {
  return (await movesOf(portal.db, item.id, part)).map((move) => ({
    id: String(move.number),
    title: `${isPageAct(move.act) ? PAGE_ACTS[move.act] : "Lưu bản nháp"} (bản ${move.version})`,
    when: `${formatDateTime(move.at)}, ${move.person}, ${hatName(move.hat)}`,
    at: move.at,
    detail: move.reason ?? `→ ${PAGE_STATES[move.to as PageState]}`,
  }));
}
