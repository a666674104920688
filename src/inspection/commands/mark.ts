import type { Command } from "../../act.ts";
import { NotFound } from "../../http/errors.ts";
import { type Id, sha256 } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { type Inspection, loadInspection, readBelongings } from "../inspections.queries.ts";
import { type Belonging, isInterested, type MarkInput, markRefusals, stepRefusals } from "../rules.ts";

export interface MarkRequest extends MarkInput {
  readonly inspection: Id;
}

/**
 * An inspector's word (Đ22.k2): a mark of a criterion that is not computed, a checked article of the sample, or a
 * finding. Never on his own unit; what was said before stays, the last word counts.
 */
export const giveMark: Command<
  MarkRequest,
  { readonly inspection: Inspection; readonly belongings: readonly Belonging[] },
  MarkRequest
> = {
  name: "inspection.mark",
  async load({ tx }, { inspection: id }) {
    const inspection = await loadInspection(tx, id);
    if (!inspection) throw new NotFound(`No inspection ${id}`);
    return { inspection, belongings: await readBelongings(tx) };
  },
  decide({ inspection, belongings }, typed, by) {
    const input = { ...typed, note: normalizeText(typed.note).trim().slice(0, 5000) };
    const { unit } = input;
    const refusals = [
      ...stepRefusals(
        { ...inspection, team: inspection.team.map(({ id }) => id), units: inspection.units.map(({ id }) => id) },
        "mark",
        by,
        { unit, interested: isInterested(belongings, by.person, unit, inspection.from) },
      ),
      ...markRefusals(input, {
        manual: inspection.set.criteria.filter(({ source }) => source === "").map(({ key }) => key),
        sample: inspection.sample,
      }),
    ];
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ inspection, unit, criterion, article, value, note }) => ({
    act: "inspection.mark",
    subject: `inspection:${inspection}`,
    clause: "Đ22.k2",
    content: { unit, criterion, article, value, note: sha256(note) },
  }),
  async write({ tx, by, at }, { inspection, unit, criterion, article, value, note }, _, seq) {
    await tx
      .insertInto("inspection_mark")
      .values({
        evidence_seq: seq,
        inspection_id: inspection,
        unit_id: unit,
        criterion,
        article_id: article,
        value,
        note,
        person_id: by.person,
        hat: by.hat,
        at,
      })
      .execute();
    return [];
  },
};
