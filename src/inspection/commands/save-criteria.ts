import type { Command, Moment } from "../../act.ts";
import type { Day } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { CRITERION_SOURCES } from "../criterion-sources.ts";
import { type CriterionInput, criteriaRefusals, inspectionRefusal as no } from "../rules.ts";

export interface CriteriaInput {
  readonly name: string;
  /** Counts for inspections whose period ends on this day or later. */
  readonly from: Day;
  readonly criteria: readonly CriterionInput[];
}

interface Kept extends CriteriaInput {
  readonly id: Id;
}

/** Writes a new set of criteria; the sets before it stay, and so do inspections held by them. */
export const saveCriteria: Command<CriteriaInput, null, Kept> = {
  name: "inspection.criteria",
  load: async () => null,
  decide(_, typed, by) {
    const input = {
      name: normalizeLine(typed.name).trim().slice(0, 200),
      from: typed.from,
      criteria: typed.criteria.map(({ name, weight, source, guide }) => ({
        name: normalizeLine(name).trim().slice(0, 200),
        weight,
        source,
        guide: normalizeLine(guide).trim().slice(0, 1000),
      })),
    };
    const refusals = criteriaRefusals(
      input,
      CRITERION_SOURCES.map(({ key }) => key),
    );
    if (by.hat !== "DIRECTOR" && by.hat !== "CHIEF")
      refusals.unshift(no("inspectionNotYours", "Đ22.k1", { act: "Sửa tiêu chí" }));
    return refusals.length > 0 ? refused(refusals) : done({ ...input, id: newId() });
  },
  evidence: ({ id, name, from, criteria }) => ({
    act: "inspection.criteria",
    subject: `criteria:${id}`,
    clause: "Đ22.k1",
    content: { name, from, criteria: criteria.map(({ name, weight, source }) => ({ name, weight, source })) },
  }),
  async write(moment, kept, _, seq) {
    await insertSet(moment, kept, seq);
    return [];
  },
};

/** The first set, as proposed in A-30: quota 40, timeliness 20, accuracy 20, disclosure 20. */
const FIRST: CriteriaInput = {
  name: "Bộ tiêu chí mặc định",
  from: "2023-05-09",
  criteria: CRITERION_SOURCES.map(({ key, name, how }) => ({
    name,
    weight: key === "quota" ? 40 : 20,
    source: key,
    guide: how,
  })),
};

/** Gives a portal without criteria the first set; what is there stays. */
export const adoptCriteria: Command<object, boolean, Kept | null> = {
  name: "inspection.criteria",
  load: async ({ tx }) => (await tx.selectFrom("criteria_set").select("id").limit(1).executeTakeFirst()) !== undefined,
  decide(hasSome, _, by) {
    if (by.hat !== "SYSTEM") return refused([no("inspectionNotYours", "Đ22.k1", { act: "Lập tiêu chí mặc định" })]);
    return done(hasSome ? null : { ...FIRST, id: newId() });
  },
  evidence: (kept) =>
    kept && {
      act: "inspection.criteria",
      subject: `criteria:${kept.id}`,
      clause: "Đ22.k1",
      content: {
        name: kept.name,
        from: kept.from,
        criteria: kept.criteria.map(({ name, weight }) => ({ name, weight })),
      },
    },
  async write(moment, kept, _, seq) {
    if (kept) await insertSet(moment, kept, seq);
    return [];
  },
};

async function insertSet({ tx, by, at }: Moment, { id, name, from, criteria }: Kept, seq: number): Promise<void> {
  await tx
    .insertInto("criterion")
    .values(
      criteria.map(({ name, weight, source, guide }, position) => ({
        set_id: id,
        key: source || `tieu-chi-${position + 1}`,
        name,
        weight,
        source,
        guide,
        position,
      })),
    )
    .execute();
  await tx
    .insertInto("criteria_set")
    .values({ id, name, from_day: from, person_id: by.person, at, evidence_seq: seq })
    .execute();
}
