import type { FastifyInstance, FastifyRequest } from "fastify";
import { hatsThatMay } from "../access/permissions.ts";
import { PLACES } from "../desk/places.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { isUnfinished } from "../duties/owed.ts";
import { periodWords } from "../duties/words.ts";
import { namesInLog, peopleInReach, titlesOf } from "../evidence/reading.queries.ts";
import type { EvidenceTable } from "../evidence/tables.ts";
import { actName, subjectName } from "../evidence/words.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import type { Refusal } from "../kernel/result.ts";
import { listDownloads } from "../lists/download.ts";
import { explain } from "../words/refusals.ts";
import { headsNow } from "./acknowledgements.queries.ts";
import { type ClauseNow, complianceNow, seenBy } from "./board.queries.ts";
import { TEXT_OF } from "./carried.ts";
import { acknowledge } from "./commands/acknowledge.ts";
import { BoardPage } from "./desk-board.view.tsx";
import { ClausePage, type EvidenceLine, type ItemLine } from "./desk-clause.view.tsx";
import { evidenceOf, newestByClause } from "./evidence.queries.ts";
import { filtered, filterOf } from "./filter.ts";
import { HeadsPage } from "./heads.view.tsx";
import { heldClauses } from "./held-clauses.ts";
import { COMPLIANCE_PATHS } from "./paths.ts";
import { countStates, PUBLIC_PLACES } from "./public-clauses.ts";
import { boardSheet, headsSheet } from "./sheet.ts";

const EVIDENCE_ROWS = 20;
const ITEM_ROWS = 20;
const READ = { config: { may: "compliance.read" } };

/** How the regulation is kept, clause by clause, for everybody on the board; and who acknowledged it (QĐ-Đ3). */
export function complianceDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const { db, clock } = portal;

  const shownTo = async (request: FastifyRequest) => {
    const { actor, hat } = visitorOf(request);
    return seenBy(await complianceNow(db, clock.now()), { ...actor, hat: hat.hat });
  };

  app.get(COMPLIANCE_PATHS.board, READ, async (request, reply) => {
    const filter = filterOf(request.query);
    const clauses = await shownTo(request);
    const newest = await newestByClause(db, visitorOf(request).hat.hat);
    const view = {
      desk: await frame(request, COMPLIANCE_PATHS.board),
      filter,
      counts: countStates(clauses.map(({ how, does, state }) => ({ state, does: how === "words" ? "" : does }))),
      lines: filtered(clauses, filter).map(({ clause, how, does, who, state, findings }) => ({
        ...{ clause, how, does, who, state, findings },
        lastEvidence: newest.get(clause) ?? null,
        tests: testCount(clause),
      })),
    };
    return reply.page(<BoardPage view={view} />);
  });
  listDownloads(app, COMPLIANCE_PATHS.board, READ.config.may, async (request) =>
    boardSheet(
      filtered(await shownTo(request), filterOf(request.query)),
      await newestByClause(db, visitorOf(request).hat.hat),
      testCount,
    ),
  );

  app.get(COMPLIANCE_PATHS.clause(":clause").replace("%3A", ":"), READ, async (request, reply) => {
    const { clause } = request.params as { clause: string };
    const now = (await shownTo(request)).find((one) => one.clause === clause);
    const text = TEXT_OF.get(clause);
    if (!now || !text) throw new NotFound();
    const { actor } = visitorOf(request);
    const reach = await peopleInReach(db, actor);
    const { rows, total } = await evidenceOf(db, clause, { reach, hat: visitorOf(request).hat.hat }, EVIDENCE_ROWS);
    const known = new Map([...(await namesInLog(db)), ...(await titlesOf(db, rows))]);
    const view = {
      desk: await frame(request, COMPLIANCE_PATHS.board),
      carried: now,
      article: text.article,
      text: text.text,
      state: now.state,
      findings: now.findings,
      places: placesFor(now.at, actor.hat),
      items: telling(now.items).map(itemLine),
      itemsTotal: now.items.length,
      evidence: rows.map((row) => evidenceLine(row, known)),
      evidenceTotal: total,
      tests: testsOf(clause),
    };
    return reply.page(<ClausePage view={view} />);
  });

  app.get(COMPLIANCE_PATHS.heads, READ, async (request, reply) => reply.page(await headsPage(request, [])));
  app.post(COMPLIANCE_PATHS.heads, { config: { may: "compliance.acknowledge" } }, async (request, reply) => {
    const answer = await portal.act(visitorOf(request).by, acknowledge, {});
    if (answer.ok) return reply.redirectAfterPost(`${COMPLIANCE_PATHS.heads}?xong=1`);
    return reply.page(await headsPage(request, answer.error), { status: 422 });
  });
  listDownloads(app, COMPLIANCE_PATHS.heads, READ.config.may, async () => headsSheet(await headsNow(db, clock.now())));

  async function headsPage(request: FastifyRequest, refusals: readonly Refusal[]) {
    const { by } = visitorOf(request);
    const now = clock.now();
    const heads = await headsNow(db, now);
    const decision = (await complianceNow(db, now)).find(({ clause }) => clause === "QĐ-Đ3");
    const late = new Set(decision?.items.flatMap(({ subject, standing }) => (standing === "late" ? [subject] : [])));
    const view = {
      desk: await frame(request, COMPLIANCE_PATHS.board),
      lines: heads.map((head) => ({ ...head, isLate: late.has(head.appointment) })),
      isAsked: by.hat === "MEMBER" && heads.some(({ person, at }) => person === by.person && at === null),
      done: one(request.query, "xong") === "1",
      refusals: refusals.map(explain),
    };
    return <HeadsPage view={view} />;
  }
}

/** Names of the tests that hold a clause; null when this copy knows of none. */
const testsOf = (clause: string) => heldClauses()?.get(clause) ?? (heldClauses() === null ? null : []);
const testCount = (clause: string) => testsOf(clause)?.length ?? null;

/** Where a clause is seen at work, as far as this hat may open it. */
function placesFor(at: readonly string[], hat: string) {
  const offered = PLACES.flatMap(({ places }) => places).filter(({ may }) =>
    hatsThatMay(may).some((allowed) => allowed === hat),
  );
  return at.flatMap((href) => {
    const label = PUBLIC_PLACES[href] ?? offered.find((place) => place.href === href)?.label;
    return label === undefined ? [] : [{ href, label }];
  });
}

/** Those still to be done, then the last that were. */
function telling(items: ClauseNow["items"]): ClauseNow["items"] {
  const open = items.filter(({ standing }) => isUnfinished(standing));
  const over = items.filter(({ standing }) => !isUnfinished(standing)).reverse();
  return [...open, ...over].slice(0, ITEM_ROWS);
}

const itemLine = ({ rule, about, term, subject, standing, href, unit }: ClauseNow["items"][number]): ItemLine => ({
  key: [rule.key, term.period, subject, unit].join(" "),
  name: rule.name,
  about: [about, periodWords(term.period)].filter(Boolean).join(", "),
  due: term.due,
  standing,
  href,
});

const evidenceLine = (row: EvidenceTable, known: ReadonlyMap<string, string>): EvidenceLine => ({
  seq: row.seq,
  at: row.at,
  who: known.get(row.person) ?? "Hệ thống",
  act: actName(row.act),
  subject: subjectName(row.subject, known),
  href: `/ban-bien-tap/nhat-ky?doi-tuong=${encodeURIComponent(row.subject)}`,
});
