import type { Command } from "../../act.ts";
import { isDay } from "../../board/rules.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { tell } from "../../newsroom/notices.ts";
import {
  type CriteriaSet,
  criteriaOn,
  inspectableUnits,
  inspectorsOn,
  readBelongings,
  readCriteria,
} from "../inspections.queries.ts";
import { INSPECTION_TYPES, type InspectionType, inspectionMove } from "../moves.ts";
import { INSPECTION_PATHS } from "../paths.ts";
import { type PlanFacts, type PlanInput, planRefusals } from "../rules.ts";
import { saveStep } from "../store.ts";

interface State extends PlanFacts {
  readonly set: CriteriaSet | undefined;
}

interface Planned extends PlanInput {
  readonly id: Id;
  readonly set: Id;
  readonly seed: string;
}

/**
 * Orders an inspection (Đ22): period, units, team. The seed of the sample is written down with the order, before
 * anything is drawn; nobody chooses it.
 */
export const planInspection: Command<PlanInput, State, Planned> = {
  name: "inspection.plan",
  async load({ tx, at }, { from, to }) {
    const [first, last] = isDay(from) && isDay(to) ? [from, to] : [dayOf(at), dayOf(at)];
    const set = criteriaOn(await readCriteria(tx), last);
    return {
      set,
      hasCriteria: set !== undefined,
      units: await inspectableUnits(tx, first, last),
      inspectors: (await inspectorsOn(tx, dayOf(at))).map(({ id }) => id),
      belongings: await readBelongings(tx),
    };
  },
  decide(state, typed, by) {
    const input = {
      ...typed,
      title: normalizeLine(typed.title).trim(),
      decision: normalizeLine(typed.decision).trim(),
      units: [...new Set(typed.units)],
      team: [...new Set(typed.team)],
      sampleSize: Math.min(50, Math.max(0, Math.trunc(typed.sampleSize) || 0)),
    };
    const refusals = planRefusals(input, state, by);
    if (refusals.length > 0 || !state.set) return refused(refusals);
    return done({ ...input, id: newId(), set: state.set.id, seed: newId() });
  },
  evidence: ({ id, type, title, decision, from, to, units, team, sampleSize, set, seed }) => ({
    act: "inspection.plan",
    subject: `inspection:${id}`,
    clause: INSPECTION_TYPES[type as InspectionType].clause,
    content: { type, title, decision, from, to, units, team, sampleSize, set, seed },
  }),
  async write(moment, planned, _, seq) {
    const { tx, by, at } = moment;
    const { id, units, team } = planned;
    await tx
      .insertInto("inspection_unit")
      .values(units.map((unit_id) => ({ inspection_id: id, unit_id })))
      .execute();
    await tx
      .insertInto("inspection_member")
      .values(team.map((person_id, place) => ({ inspection_id: id, person_id, is_lead: place === 0 ? 1 : 0 })))
      .execute();
    await tx
      .insertInto("inspection")
      .values({
        id,
        type: planned.type,
        title: planned.title,
        from_day: planned.from,
        to_day: planned.to,
        decision: planned.decision,
        set_id: planned.set,
        seed: planned.seed,
        sample_size: planned.sampleSize,
        person_id: by.person,
        hat: by.hat,
        at,
        evidence_seq: seq,
      })
      .execute();
    await saveStep(moment, { inspection: id, act: "plan", from: "", to: inspectionMove("plan").to }, seq);
    return tell(moment, team, null, {
      kind: "waiting",
      text: `Được cử kiểm tra: ${planned.title}.`,
      path: INSPECTION_PATHS.one(id),
    });
  },
};
