import type { Command } from "../../act.ts";
import { newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { readProposal } from "../arrangement.queries.ts";
import { maySpeak } from "../rules.ts";

export interface Spoken {
  readonly version: number;
  readonly text: string;
}

/** Opinion of a deputy, the head or the secretary about a change of the interface (Đ10.p1, REQ-057). */
export const speakOfArrangement: Command<Spoken, { known: number | null }, Spoken & { id: string }> = {
  name: "arrangement.speak",
  load: async ({ tx }, { version }) => ({ known: (await readProposal(tx, version))?.version ?? null }),
  decide({ known }, input, by) {
    const text = normalizeText(input.text).trim();
    const refusals = maySpeak(by, known, text);
    return refusals.length > 0 ? refused(refusals) : done({ id: newId(), version: input.version, text });
  },
  evidence: ({ version, text }) => ({
    act: "arrangement.speak",
    subject: `arrangement:${version}`,
    clause: "Đ10.p1",
    content: { version, text },
  }),
  async write({ tx, by, at }, { id, version, text }, _, seq) {
    await tx
      .insertInto("arrangement_opinion")
      .values({ id, version, person_id: by.person, hat: by.hat, text, at, seq })
      .execute();
    return [];
  },
};
