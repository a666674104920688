import type { Command } from "../../act.ts";
import { isDay } from "../../board/rules.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import { disclosureAddress } from "../address-task.ts";
import { dropDisclosure } from "../notify.ts";
import { no } from "../rules.ts";

export interface NoticeInput {
  readonly sentOn: string;
  readonly documentNumber: string;
  readonly note: string;
}

interface Recorded extends NoticeInput {
  readonly id: Id;
  readonly address: string;
}

const MAY_RECORD: readonly string[] = ["MEMBER", "STANDING_DEPUTY", "CHIEF", "SECRETARY"];

/** Records that Sở was given the present address (REQ-075): with day and document number, or not at all. */
export const recordNotice: Command<NoticeInput, { address: string }, Recorded> = {
  name: "disclosure.notice",
  load: async ({ tx }) => ({ address: disclosureAddress(await readSettings(tx)) }),
  decide({ address }, input, by, at) {
    const clause = "Đ13.k1.c.g4";
    const documentNumber = normalizeLine(input.documentNumber);
    const refusals: Refusal[] = [];
    if (!MAY_RECORD.includes(by.hat)) refusals.push(no("notThisHat", clause));
    if (!isDay(input.sentOn) || input.sentOn > dayOf(at)) refusals.push(no("disclosureDayInvalid", clause));
    if (!documentNumber) refusals.push(no("disclosureNumberMissing", clause));
    if (refusals.length > 0) return refused(refusals);
    return done({ ...input, id: newId(), address, documentNumber, note: normalizeLine(input.note) });
  },
  evidence: ({ id, address, sentOn, documentNumber }) => ({
    act: "disclosure.notice",
    subject: `disclosureNotice:${id}`,
    clause: "Đ13.k1.c.g4",
    content: { link: address, on: sentOn, document: documentNumber },
  }),
  async write({ tx, by, at }, change) {
    await tx
      .insertInto("disclosure_notice")
      .values({
        id: change.id,
        address: change.address,
        sent_on: change.sentOn,
        document_number: change.documentNumber,
        note: change.note,
        recorded_by: by.person,
        recorded_at: at,
      })
      .execute();
    return [dropDisclosure];
  },
};
