import { type Command, SAME_FORM_SECONDS } from "../../act.ts";
import { actorsOn } from "../../board/actor.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { readWorkCalendar } from "../../calendar/calendar.queries.ts";
import { addSeconds, dayOf, endOfDay, type Instant } from "../../kernel/clock.ts";
import { type Id, newId, sha256 } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { addWorkingDays } from "../../kernel/working-days.ts";
import { tell } from "../../newsroom/notices.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import { VIOLATION_PATHS } from "../paths.ts";
import { type ViolationInput, violationRefusals } from "../rules.ts";

interface State {
  /** What this person recorded of the unit a moment ago. */
  readonly justNow: readonly {
    readonly id: Id;
    readonly type: string;
    readonly what: string;
    readonly happened_on: string;
    readonly evidence_href: string;
  }[];
  readonly knowsUnit: boolean;
  readonly isRecorded: boolean;
  readonly explainDue: Instant;
  readonly heads: readonly Id[];
}

interface Recorded extends ViolationInput {
  readonly id: Id;
  readonly explainDue: Instant;
  readonly isAgain?: true;
}

/** Records that a unit was late, supplied nothing or supplied something wrong (Đ19.k2), and asks it to explain. */
export const recordViolation: Command<ViolationInput, State, Recorded> = {
  name: "violation.record",
  async load({ tx, by, at }, { unit, source }) {
    const today = dayOf(at);
    const known = await tx.selectFrom("unit").select("id").where("id", "=", unit).executeTakeFirst();
    const same =
      source === ""
        ? undefined
        : await tx.selectFrom("violation").select("id").where("source_key", "=", source).executeTakeFirst();
    const days = (await readSettings(tx))["inspection.explainDays"];
    const last = addWorkingDays(today, days, await readWorkCalendar(tx));
    return {
      justNow: await tx
        .selectFrom("violation")
        .select(["id", "type", "what", "happened_on", "evidence_href"])
        .where("unit_id", "=", unit)
        .where("person_id", "=", by.person)
        .where("at", ">=", addSeconds(at, -SAME_FORM_SECONDS))
        .execute(),
      knowsUnit: known !== undefined,
      isRecorded: same !== undefined,
      explainDue: endOfDay(last),
      heads: actorsOn(await readRoster(tx, today), today)
        .filter(({ hat, units }) => hat === "MEMBER" && units.includes(unit))
        .map(({ person }) => person),
    };
  },
  decide(state, typed, by, at) {
    const input = { ...typed, what: normalizeText(typed.what).trim().slice(0, 5000), evidence: typed.evidence.trim() };
    const twin = state.justNow.find(
      (one) =>
        one.type === input.type &&
        one.what === input.what &&
        one.happened_on === input.day &&
        one.evidence_href === input.evidence,
    );
    if (twin) return done({ ...input, id: twin.id, explainDue: state.explainDue, isAgain: true });
    const refusals = violationRefusals(input, state, by, dayOf(at));
    return refusals.length > 0 ? refused(refusals) : done({ ...input, id: newId(), explainDue: state.explainDue });
  },
  evidence: ({ id, unit, type, what, day, evidence, source, isAgain }) =>
    isAgain
      ? null
      : {
          act: "violation.record",
          subject: `violation:${id}`,
          clause: "Đ19.k2",
          content: { unit, type, what: sha256(what), day, evidence, source },
        },
  async write({ tx, by, at }, recorded, { heads }, seq) {
    const { id, unit, type, what, day, evidence, source, explainDue } = recorded;
    await tx
      .insertInto("violation")
      .values({
        ...{ id, unit_id: unit, type, what, happened_on: day, evidence_href: evidence, source_key: source || id },
        ...{ explain_due: explainDue, person_id: by.person, hat: by.hat, at, evidence_seq: seq },
      })
      .execute();
    return tell({ tx, at }, heads, null, {
      kind: "waiting",
      text: "Đơn vị được đề nghị giải trình một vi phạm quy chế.",
      path: VIOLATION_PATHS.violation(id),
    });
  },
};
