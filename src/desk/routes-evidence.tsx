import type { FastifyInstance } from "fastify";
import type { Access } from "../access/visitors.ts";
import type { Actor } from "../board/actor.ts";
import { isDay } from "../board/rules.ts";
import { detailsOf } from "../evidence/details.ts";
import {
  actsInLog,
  countLog,
  type LogFilter,
  logInParts,
  namesInLog,
  peopleInReach,
  readLog,
  titlesOf,
} from "../evidence/reading.queries.ts";
import type { EvidenceTable } from "../evidence/tables.ts";
import { actName, subjectName } from "../evidence/words.ts";
import { one } from "../http/form-state.ts";
import { compareNameVi } from "../kernel/vietnamese.ts";
import { longDownloads } from "../lists/long-download.ts";
import { rowOf, type SheetColumn } from "../lists/sheet.ts";
import { hatName } from "../regulation/hats.ts";
import { formatDateTime } from "../ui/format.ts";
import { type LogLine, LogPage } from "./evidence.view.tsx";
import { deskFrame } from "./frame.ts";

const HREF = "/ban-bien-tap/nhat-ky";
const PAGE = 50;

/** The log, as far as the hat that is worn reaches (law.md §11). Filters and page stand in the address. */
export function evidenceRoutes(app: FastifyInstance, { portal }: Access): void {
  app.get(HREF, { config: { may: "evidence.read" } }, async (request, reply) => {
    const { db } = portal;
    const { actor } = request.visitor!;
    const reach = await peopleInReach(db, actor);
    const filter = filterOf(request.query);
    const total = await countLog(db, filter, reach);
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(pages, Math.max(1, Number.parseInt(one(request.query, "trang"), 10) || 1));
    const rows = await readLog(db, filter, reach, { limit: PAGE, offset: (page - 1) * PAGE });
    const people = await db.selectFrom("person").select(["id", "full_name"]).execute();
    const known = new Map([...(await namesInLog(db)), ...(await titlesOf(db, rows))]);
    const href = (n: number) => hrefOf(filter, n);
    const view = {
      desk: await deskFrame(portal, request, HREF),
      nonce: request.nonce,
      path: href(page),
      reach: reachWords(actor, reach),
      lines: rows.map((row) => lineOf(row, known)),
      total,
      page,
      pages,
      typed: filter,
      acts: (await actsInLog(db, reach)).map((act) => ({ value: act, label: actName(act) })),
      people: people
        .filter(({ id }) => reach === null || reach.includes(id))
        .sort((a, b) => compareNameVi(a.full_name, b.full_name))
        .map(({ id, full_name }) => ({ value: id, label: full_name })),
      href,
      csvHref: hrefOf(filter, 1).replace(HREF, `${HREF}.csv`),
    };
    return reply.page(<LogPage view={view} />);
  });

  longDownloads(app, HREF, "evidence.read", async (request) => {
    const { db } = portal;
    const filter = filterOf(request.query);
    const reach = await peopleInReach(db, request.visitor!.actor);
    return {
      name: "nhat-ky",
      title: "Nhật ký",
      heads: SHEET.map(({ label, kind = "text" }) => ({ label, kind })),
      total: await countLog(db, filter, reach),
      async *parts() {
        const names = await namesInLog(db);
        for await (const rows of logInParts(db, filter, reach)) {
          const known = new Map([...names, ...(await titlesOf(db, rows))]);
          yield rows.map((row) => rowOf(SHEET, lineOf(row, known)));
        }
      },
    };
  });
}

const SHEET: readonly SheetColumn<LogLine>[] = [
  { label: "Số", kind: "number", value: ({ seq }) => seq },
  { label: "Lúc", kind: "time", value: ({ at }) => at },
  { label: "Ai", value: ({ who }) => who },
  { label: "Vai trò", value: ({ hat }) => hat },
  { label: "Việc", value: ({ act }) => act },
  { label: "Đối tượng", value: ({ subject }) => subject },
  { label: "Căn cứ", value: ({ clause }) => clause },
  { label: "Lý do", value: ({ reason }) => reason },
  { label: "Nội dung", value: ({ details }) => details.map(({ name, value }) => `${name}: ${value}`).join("\n") },
  { label: "Mã băm", value: ({ hash }) => hash },
];

function filterOf(query: unknown): LogFilter {
  const day = (name: string) => (isDay(one(query, name)) ? one(query, name) : "");
  return {
    act: one(query, "viec"),
    person: one(query, "nguoi"),
    subject: one(query, "doi-tuong"),
    from: day("tu"),
    to: day("den"),
  };
}

function hrefOf(filter: Partial<LogFilter>, page: number): string {
  const { act = "", person = "", subject = "", from = "", to = "" } = filter;
  const said = {
    viec: act,
    nguoi: person,
    "doi-tuong": subject,
    tu: from,
    den: to,
    trang: page > 1 ? String(page) : "",
  };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== "")).toString();
  return query === "" ? HREF : `${HREF}?${query}`;
}

function reachWords(by: Actor, reach: readonly string[] | null): string {
  if (reach === null) return "Toàn bộ việc đã làm trên Cổng.";
  if (by.hat === "CONTRIBUTOR" || reach.length === 1) return "Những việc do chính bạn làm.";
  return "Những việc do bạn và người của các đơn vị bạn phụ trách làm.";
}

function lineOf(row: EvidenceTable, known: ReadonlyMap<string, string>): LogLine {
  return {
    seq: row.seq,
    at: row.at,
    when: formatDateTime(row.at),
    who: known.get(row.person) ?? (row.person === "system" ? "Hệ thống" : row.person),
    hat: hatName(row.hat),
    act: actName(row.act),
    subject: subjectName(row.subject, known),
    subjectHref: hrefOf({ subject: row.subject }, 1),
    clause: row.clause,
    reason: row.reason,
    details: detailsOf(row.content, known),
    hash: row.hash,
  };
}
