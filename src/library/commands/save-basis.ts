import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { parseNumberSymbol } from "../number-symbol.ts";
import { LIBRARY_TAG } from "../paths.ts";
import { type BasisInput, basisRefusals } from "../rules.ts";

interface SavedBasis extends BasisInput {
  readonly id: Id;
  readonly isNew: boolean;
}

/** Enters or corrects one legal basis, known by its number (REQ-002). */
export const saveBasis: Command<BasisInput, ReadonlyMap<string, Id>, SavedBasis> = {
  name: "basis.save",
  async load({ tx }) {
    const rows = await tx.selectFrom("legal_basis").select(["number_symbol", "id"]).execute();
    return new Map(rows.map(({ number_symbol, id }) => [number_symbol, id]));
  },
  decide(known, input, by) {
    const refusals = basisRefusals(input, by);
    if (refusals.length > 0) return refused(refusals);
    const number = parseNumberSymbol(input.number) ?? normalizeLine(input.number);
    const lines = Object.fromEntries(
      Object.entries({ ...input, number }).map(([name, text]) => [name, normalizeLine(text)]),
    ) as unknown as BasisInput;
    return done({ ...lines, id: known.get(number) ?? newId(), isNew: !known.has(number) });
  },
  evidence: ({ id, isNew: _, ...content }) => ({
    act: "basis.save",
    subject: `basis:${id}`,
    clause: "REQ-002",
    content,
  }),
  async write({ tx }, basis) {
    const row = {
      title: basis.title,
      issuer: basis.issuer,
      topic: basis.topic,
      issued_on: basis.issuedOn || null,
      in_force_from: basis.from || null,
      in_force_to: basis.to || null,
      replaced_by: basis.replacedBy,
      note: basis.note,
      checked_on: basis.checkedOn || null,
    };
    if (basis.isNew) {
      await tx
        .insertInto("legal_basis")
        .values({ id: basis.id, number_symbol: basis.number, ...row })
        .execute();
    } else {
      await tx.updateTable("legal_basis").set(row).where("id", "=", basis.id).execute();
    }
    return [{ kind: "pages", tags: [LIBRARY_TAG] }];
  },
};
