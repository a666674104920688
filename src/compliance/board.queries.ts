import { publicState } from "../about/checklist.queries.ts";
import type { Actor } from "../board/actor.ts";
import { readBoard } from "../board/board.queries.ts";
import { warningOf } from "../board/gap-words.ts";
import { gaps } from "../board/gaps.ts";
import type { DutySource } from "../duties/duty.ts";
import { owedItems } from "../duties/items.queries.ts";
import { isOwedBy, isUnfinished, type OwedItem } from "../duties/owed.ts";
import { seesBoard } from "../duties/permissions.ts";
import { DUTY_SOURCES } from "../duties/sources.ts";
import { itemWords } from "../duties/words.ts";
import { addDays, dayOf, type Instant } from "../kernel/clock.ts";
import { addressOfNumber } from "../library/documents.queries.ts";
import type { Hat } from "../regulation/hats.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db } from "../storage/database.ts";
import { CARRIED } from "./carried.ts";
import type { Carried } from "./carrying.ts";
import { PROBES, type ProbeFacts } from "./probes.ts";
import { type ClauseState, clauseState, type Finding, itemState } from "./standing.ts";

/** Days before today whose items are looked at although they are done. */
const BACK = 35;

/** A clause with how it stands now. */
export interface ClauseNow extends Carried {
  readonly state: ClauseState;
  readonly findings: readonly Finding[];
  /** Items of its duties: those not done, and those of the last weeks. */
  readonly items: readonly OwedItem[];
}

/** Every clause as it stands at an instant, computed from the facts: the same for the public and the desk. */
export async function complianceNow(
  db: Db,
  now: Instant,
  sources: readonly DutySource[] = DUTY_SOURCES,
): Promise<readonly ClauseNow[]> {
  const today = dayOf(now);
  const facts = await probeFacts(db, now);
  const open = await owedItems(
    db,
    { from: QUY_CHE_27.effectiveOn, to: addDays(today, BACK), now, unfinished: true },
    sources,
  );
  const recent = await owedItems(db, { from: addDays(today, -BACK), to: today, now }, sources);
  const items = [...recent.filter(({ standing }) => !isUnfinished(standing)), ...open];
  const missing = gaps(await readBoard(db), today);
  return CARRIED.map((carried) => {
    const clauses = [carried.clause, ...(carried.withDutiesOf ?? [])];
    const owed = items.filter(({ rule, standing }) => clauses.includes(rule.clause) && standing !== "excused");
    const findings: Finding[] = [
      ...missing
        .filter(({ clause }) => clause === carried.clause)
        .map((gap) => ({ state: "late" as const, text: warningOf(gap).text, href: "/ban-bien-tap/ban-bien-tap" })),
      ...(carried.probes ?? []).flatMap((key) => {
        const text = PROBES[key](facts);
        return text === null ? [] : [{ state: "late" as const, text, href: "/ban-bien-tap/tt-37" }];
      }),
      ...owed.flatMap((item) => {
        const state = itemState(item, now);
        return state === null
          ? []
          : [{ state, text: itemWords(item.rule, item.about, item.term.period), href: item.href, item }];
      }),
    ];
    return { ...carried, items: owed, findings, state: clauseState(carried, findings, owed.length > 0) };
  });
}

/**
 * The same for one reader: how each clause stands is everybody's to know, whose work is late and what it is about only
 * theirs who owe it and theirs who see the whole board.
 */
export function seenBy(clauses: readonly ClauseNow[], by: Pick<Actor, "person" | "units"> & { readonly hat: Hat }) {
  if (seesBoard(by.hat)) return clauses;
  return clauses.map((clause) => ({
    ...clause,
    items: clause.items.filter((item) => isOwedBy(item, by)),
    findings: clause.findings.filter(({ item }) => item === undefined || isOwedBy(item, by)),
  }));
}

async function probeFacts(db: Db, now: Instant): Promise<ProbeFacts> {
  const settings = await readSettings(db);
  return {
    state: await publicState(db, settings, dayOf(now)),
    hostConfirmed: settings["site.hostConfirmed"],
    responsible: settings["site.responsible"],
    permission: settings["site.permission"],
    hasRegulation: (await addressOfNumber(db, QUY_CHE_27.number)) !== null,
  };
}
