import type { Command } from "../../act.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine, slug } from "../../kernel/vietnamese.ts";
import { readRegimes } from "../disclosure.queries.ts";
import { keepsThePast, type Regime } from "../disclosure.ts";
import { firstYearOf, schoolYearOf } from "../due.ts";
import { maintains } from "../item-rules.ts";
import { dropDisclosure } from "../notify.ts";
import { no } from "../rules.ts";

const CLAUSE = "Đ13.k1.c.g1";

export interface NewRegime {
  readonly name: string;
  readonly citation: string;
  readonly fromYear: number;
}

export interface RegimeChange {
  readonly regime: Id;
  readonly name: string;
  readonly citation: string;
  /** First calendar year of the last school year it holds for; null: until further notice. */
  readonly toYear: number | null;
}

const worded = ({ name, citation }: { readonly name: string; readonly citation: string }) =>
  normalizeLine(name) && normalizeLine(citation) ? [] : [no("disclosureTitleMissing", CLAUSE)];

const isYear = (year: number) => Number.isInteger(year) && year >= 2000 && year <= 2100;

/** Enters a new rule of disclosure, a circular or what the place asks for, from this school year on or a later one. */
export const addRegime: Command<NewRegime, readonly Regime[], Regime> = {
  name: "disclosure.addRegime",
  load: ({ tx }) => readRegimes(tx),
  decide(regimes, input, by, at) {
    const refusals: Refusal[] = maintains(by) ? worded(input) : [no("notThisHat", CLAUSE), ...worded(input)];
    if (!isYear(input.fromYear) || input.fromYear < firstYearOf(schoolYearOf(dayOf(at)))) {
      refusals.push(no("disclosureYearPast", CLAUSE));
    }
    if (refusals.length > 0) return refused(refusals);
    const wanted = slug(input.name).slice(0, 40);
    const id = regimes.some((regime) => regime.id === wanted) ? newId() : wanted;
    const { fromYear } = input;
    return done({
      id,
      name: normalizeLine(input.name),
      citation: normalizeLine(input.citation),
      fromYear,
      toYear: null,
    });
  },
  evidence: ({ id, ...content }) => ({
    act: "disclosure.addRegime",
    subject: `disclosureRegime:${id}`,
    clause: CLAUSE,
    content,
  }),
  async write({ tx }, regime, regimes) {
    await tx
      .insertInto("disclosure_regime")
      .values({
        id: regime.id,
        name: regime.name,
        citation: regime.citation,
        from_year: regime.fromYear,
        to_year: null,
        position: regimes.length + 1,
      })
      .execute();
    return [dropDisclosure];
  },
};

/** Corrects the words of a rule, or says with which school year it ends; what past years asked for stays. */
export const changeRegime: Command<RegimeChange, Regime | undefined, RegimeChange> = {
  name: "disclosure.changeRegime",
  load: async ({ tx }, { regime }) => (await readRegimes(tx)).find(({ id }) => id === regime),
  decide(regime, input, by, at) {
    const refusals: Refusal[] = maintains(by) ? worded(input) : [no("notThisHat", CLAUSE), ...worded(input)];
    if (!regime) return refused([...refusals, no("disclosureRegimeUnknown", CLAUSE)]);
    const { toYear } = input;
    const isLast = toYear === null || (isYear(toYear) && toYear >= regime.fromYear);
    const current = firstYearOf(schoolYearOf(dayOf(at)));
    if (!isLast || !keepsThePast(regime, { ...regime, toYear }, current)) {
      refusals.push(no("disclosurePastChanged", CLAUSE));
    }
    if (refusals.length > 0) return refused(refusals);
    return done({ ...input, name: normalizeLine(input.name), citation: normalizeLine(input.citation) });
  },
  evidence: ({ regime, ...content }) => ({
    act: "disclosure.changeRegime",
    subject: `disclosureRegime:${regime}`,
    clause: CLAUSE,
    content,
  }),
  async write({ tx }, change, _, seq) {
    await tx
      .insertInto("disclosure_regime_change")
      .values({
        evidence_seq: seq,
        regime_id: change.regime,
        name: change.name,
        citation: change.citation,
        to_year: change.toYear,
      })
      .execute();
    return [dropDisclosure];
  },
};
