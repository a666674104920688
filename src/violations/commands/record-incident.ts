import type { Command } from "../../act.ts";
import { NotFound } from "../../http/errors.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId, sha256 } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { type Exhibit, findExhibit, readIncidents } from "../incidents.queries.ts";
import { type IncidentInput, incidentNoteRefusals, incidentRefusals } from "../rules.ts";

const MOST_EXHIBITS = 50;

interface State {
  readonly found: readonly Exhibit[];
  readonly unknown: readonly string[];
  readonly knowsUnit: boolean;
}

interface Recorded extends IncidentInput {
  readonly id: Id;
  readonly kept: readonly Exhibit[];
}

/**
 * Records a prohibited act (Đ17, Đ19.k3): the letter of the clause, what happened, and the hashes of the versions and
 * rows of the log that prove it. The log, which more people read, is told the clause and no word of what happened.
 */
export const recordIncident: Command<IncidentInput, State, Recorded> = {
  name: "incident.record",
  async load({ tx }, { exhibits, unit }) {
    const found: Exhibit[] = [];
    const unknown: string[] = [];
    for (const [place, line] of [...new Set(exhibits)].entries()) {
      // What is not kept is told, never passed over.
      const exhibit = place < MOST_EXHIBITS ? await findExhibit(tx, line) : null;
      if (exhibit) found.push(exhibit);
      else unknown.push(line.slice(0, 200));
    }
    const known = unit && (await tx.selectFrom("unit").select("id").where("id", "=", unit).executeTakeFirst());
    return { found, unknown, knowsUnit: Boolean(known) };
  },
  decide(state, typed, by, at) {
    const input = { ...typed, what: normalizeText(typed.what).trim().slice(0, 10_000) };
    const facts = { found: state.found.length, unknown: state.unknown, knowsUnit: state.knowsUnit };
    const refusals = incidentRefusals(input, facts, by, dayOf(at));
    return refusals.length > 0 ? refused(refusals) : done({ ...input, id: newId(), kept: state.found });
  },
  evidence: ({ id, clause, what, kept }) => ({
    act: "incident.record",
    subject: `incident:${id}`,
    clause,
    content: { what: sha256(what), exhibits: sha256(kept.map(({ hash }) => hash).join(" ")) },
  }),
  async write({ tx, by, at }, { id, clause, what, day, unit, kept }, _, seq) {
    await tx
      .insertInto("incident_exhibit")
      .values(kept.map((exhibit, position) => ({ ...exhibit, incident_id: id, position })))
      .execute();
    await tx
      .insertInto("incident")
      .values({
        ...{ id, clause, what, occurred_on: day, unit_id: unit },
        ...{ person_id: by.person, hat: by.hat, at, evidence_seq: seq },
      })
      .execute();
    return [];
  },
};

export interface IncidentNote {
  readonly incident: Id;
  readonly text: string;
  /** It is closed with this. */
  readonly isFinal: boolean;
}

/** What was done about an incident. */
export const noteIncident: Command<IncidentNote, { readonly isClosed: boolean }, IncidentNote> = {
  name: "incident.note",
  async load({ tx }, { incident: id }) {
    const [incident] = await readIncidents(tx, id);
    if (!incident) throw new NotFound(`No incident ${id}`);
    return incident;
  },
  decide(state, typed, by) {
    const input = { ...typed, text: normalizeText(typed.text).trim().slice(0, 10_000) };
    const refusals = incidentNoteRefusals(state, input.text, by);
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ incident, text, isFinal }) => ({
    act: "incident.note",
    subject: `incident:${incident}`,
    clause: "Đ19.k3",
    content: { text: sha256(text), isFinal },
  }),
  async write({ tx, by, at }, { incident, text, isFinal }, _, seq) {
    await tx
      .insertInto("incident_note")
      .values({
        ...{ evidence_seq: seq, incident_id: incident, text, is_final: isFinal ? 1 : 0 },
        ...{ person_id: by.person, hat: by.hat, at },
      })
      .execute();
    return [];
  },
};
