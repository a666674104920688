import type { Command } from "../../act.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { dropDisclosure } from "../notify.ts";
import { no } from "../rules.ts";
import { SEED_REGIMES, type SeedRegime } from "../seed.ts";

/** 30 June, and ten working days after a change (TT 09/2024, Điều 14). */
const DUE = { due_month: 6, due_day: 30, change_days: 10 } as const;

/** Writes the lists of disclosure into a portal that has none of them yet; what is there stays as the centre made it. */
export const adoptSeed: Command<object, ReadonlySet<string>, readonly SeedRegime[]> = {
  name: "disclosure.adopt",
  async load({ tx }) {
    return new Set((await tx.selectFrom("disclosure_regime").select("id").execute()).map(({ id }) => id));
  },
  decide(known, _, by) {
    if (by.hat !== "SYSTEM" && by.hat !== "ADMIN") return refused<Refusal[]>([no("notThisHat", "Đ13.k1.c.g1")]);
    return done(SEED_REGIMES.filter(({ id }) => !known.has(id)));
  },
  evidence: (regimes) =>
    regimes.length === 0
      ? null
      : {
          act: "disclosure.adopt",
          subject: "disclosure",
          clause: "Đ13.k1.c.g1",
          content: { regimes: regimes.map(({ citation }) => citation) },
        },
  async write({ tx }, regimes) {
    for (const regime of regimes) {
      await tx
        .insertInto("disclosure_regime")
        .values({
          id: regime.id,
          name: regime.name,
          citation: regime.citation,
          from_year: regime.fromYear,
          to_year: regime.toYear,
          position: SEED_REGIMES.indexOf(regime) + 1,
        })
        .execute();
      await tx
        .insertInto("disclosure_item")
        .values(
          regime.items.map((item, index) => ({
            id: newId(),
            regime_id: regime.id,
            code: item.code,
            group_code: item.group[0],
            group_title: item.group[1],
            title: item.title,
            citation: item.citation,
            period: item.period,
            ...DUE,
            forms: item.forms ?? "",
            unit_id: null,
            note: item.note ?? "",
            position: index + 1,
          })),
        )
        .execute();
    }
    return [dropDisclosure];
  },
};
