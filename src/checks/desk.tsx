import type { FastifyInstance, FastifyRequest } from "fastify";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import type { Term } from "../duties/rhythm.ts";
import { type Standing, standingOf } from "../duties/standing.ts";
import { namesInLog, titlesOf } from "../evidence/reading.queries.ts";
import type { EvidenceTable } from "../evidence/tables.ts";
import { actName, subjectName } from "../evidence/words.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import { addDays, dayOf, toLocalInput } from "../kernel/clock.ts";
import { linkHealth } from "../links/links.queries.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { formatDay } from "../ui/format.ts";
import { type ChangeGroup, type ChangeLine, CheckPage, type SlotLine } from "./check.view.tsx";
import {
  beganAt,
  changesAfter,
  checksBetween,
  fileHealth,
  lastSeen,
  newestSeq,
  publicPlaces,
  type RecordedCheck,
} from "./checks.queries.ts";
import { recordCheck } from "./commands/record-check.ts";
import { CHECK_PATH } from "./paths.ts";
import { SLOTS, slotNamed, slotsBetween } from "./slots.ts";

const DAYS = 30;

/** The twice-daily check of the administrator, and how it was kept (Đ12.k2, REQ-066). */
export function checkDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const { db } = portal;

  app.get(CHECK_PATH, { config: { may: "check.read" } }, async (request, reply) =>
    reply.page(await page(request, EMPTY_FORM)),
  );

  app.post(CHECK_PATH, { config: { may: "check.record" } }, async (request, reply) => {
    const { body } = request;
    const outcome = one(body, "ket-qua") === "problem" ? "problem" : "ok";
    const note = outcome === "problem" ? one(body, "van-de") : "";
    const seen = Number(/^\d{1,12}$/.exec(one(body, "da-xem"))?.[0] ?? "0");
    const answer = await portal.act(visitorOf(request).by, recordCheck, {
      slot: one(body, "lan"),
      outcome,
      note,
      seen,
    });
    if (answer.ok) return reply.redirectAfterPost(`${CHECK_PATH}?xong=${outcome}`);
    const form = refusedForm(body, ["van-de"], [], answer.error, { checkNoteMissing: "van-de" });
    return reply.page(await page(request, form), { status: 422 });
  });

  async function page(request: FastifyRequest, form: FormState) {
    const now = portal.clock.now();
    const today = dayOf(now);
    const began = dayOf((await beganAt(db)) ?? now);
    const from = [addDays(today, -DAYS), began, QUY_CHE_27.effectiveOn].sort().at(-1)!;
    const [settings, calendar] = [await portal.settings(), await readWorkCalendar(db)];
    const recorded = await checksBetween(db, from, today);
    const lines = slotsBetween(from, today, settings, calendar).map((term) =>
      lineOf(term, recorded.get(term.period), now),
    );
    const ahead = slotsBetween(today, addDays(today, 30), settings, calendar);
    const next = ahead.find(({ opens }) => opens > now);
    const seq = await lastSeen(db);
    const changes = await changesAfter(db, seq);
    const rows = [...changes.shown, ...changes.unusual];
    const places = await publicPlaces(db, rows);
    const titles = [...places].map(([id, { title }]) => [id, title] as const);
    const known = new Map([...(await namesInLog(db)), ...(await titlesOf(db, rows)), ...titles]);
    const grouped = (of: readonly EvidenceTable[]) => groupsOf(of.map((row) => changeOf(row, known, places)));
    const counts = Object.fromEntries(
      (["ahead", "open", "done", "done-late", "late", "missed"] as const).map((standing) => [
        standing,
        lines.filter((line) => line.standing === standing).length,
      ]),
    ) as Record<Standing, number>;
    const { actor } = visitorOf(request);
    return (
      <CheckPage
        desk={await frame(request, CHECK_PATH)}
        current={lines.find(({ standing }) => standing === "open" || standing === "late") ?? null}
        next={next ? `Lần kiểm tra kế tiếp: ${wordsOf(next)}.` : ""}
        mayRecord={actor.hat === "ADMIN"}
        shown={grouped(changes.shown)}
        unusual={grouped(changes.unusual)}
        seen={await newestSeq(db)}
        files={await fileHealth(db)}
        links={await linkHealth(db, now)}
        past={lines.filter(({ standing }) => standing !== "ahead").reverse()}
        counts={counts}
        form={form}
        done={DONE[one(request.query, "xong")]}
      />
    );
  }
}

const DONE: Readonly<Record<string, string>> = {
  ok: "Đã ghi lần kiểm tra.",
  problem: "Đã ghi và báo ngay Trưởng Ban biên tập.",
};

const wallTime = (at: string) => toLocalInput(at).slice(11);
const hoursOf = ({ opens, due }: Term) => `${wallTime(opens)}–${wallTime(due)}`;

function wordsOf(term: Term): string {
  const named = slotNamed(term.period)!;
  return `${SLOTS[named.part].toLowerCase()} ${formatDay(named.day)}, ${hoursOf(term)}`;
}

function lineOf(term: Term, check: RecordedCheck | undefined, now: string): SlotLine {
  const named = slotNamed(term.period)!;
  return {
    slot: term.period,
    part: SLOTS[named.part],
    day: named.day,
    hours: hoursOf(term),
    // By the hours that were in force when it was recorded.
    standing: standingOf(check ? { ...term, due: check.due_at } : term, check?.at ?? null, now),
    at: check?.at ?? null,
    name: check?.name ?? "",
    note: check?.note ?? "",
  };
}

function changeOf(
  row: EvidenceTable,
  known: ReadonlyMap<string, string>,
  places: Awaited<ReturnType<typeof publicPlaces>>,
): ChangeLine {
  const [kind, id = ""] = row.subject.split(":", 2);
  return {
    seq: row.seq,
    at: row.at,
    act: actName(row.act),
    what: subjectName(row.subject, known),
    href:
      kind === "edition"
        ? `/ban-bien-tap/bai/${id}`
        : (places.get(id)?.path ?? `/ban-bien-tap/nhat-ky?doi-tuong=${encodeURIComponent(row.subject)}`),
    who: known.get(row.person) ?? "Hệ thống",
  };
}

/** By kind of act, in the order in which each came first; the newest of a kind on top. */
function groupsOf(lines: readonly ChangeLine[]): ChangeGroup[] {
  const acts = [...new Set(lines.map(({ act }) => act))];
  return acts.map((act) => ({ act, lines: lines.filter((line) => line.act === act).reverse() }));
}
