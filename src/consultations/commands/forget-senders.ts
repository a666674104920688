import type { Command } from "../../act.ts";
import { forgetIntakeFiles, forgetMails } from "../../intake/files.ts";
import { keptUntil } from "../../intake/slips.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { FileHash } from "../../storage/files.ts";
import { type PublicConsultation, publicConsultation } from "../consultations.queries.ts";
import { no } from "../rules.ts";

export interface Forgotten {
  readonly consultation: Id;
  readonly opinions: readonly { readonly id: Id; readonly code: string }[];
  /** Filled by writing: files whose bytes may go. */
  readonly files: FileHash[];
}

interface State {
  readonly one: PublicConsultation | null;
  readonly months: number;
  readonly opinions: Forgotten["opinions"];
}

/**
 * Forgets who sent the opinions of a consultation and what they wrote, when the time to keep it is over (law.md §7):
 * name, e-mail, words, files, mails. Choices, judgements and the report stay; they name nobody.
 */
export const forgetSenders: Command<{ readonly consultation: Id }, State, Forgotten> = {
  name: "opinion.forget",
  load: async ({ tx }, { consultation }) => ({
    one: await publicConsultation(tx, { id: consultation }),
    months: (await readSettings(tx))["enquiries.keepMonths"],
    opinions: await tx
      .selectFrom("opinion")
      .select(["id", "code"])
      .where("consultation_id", "=", consultation)
      .where("erased_at", "is", null)
      .execute(),
  }),
  decide({ one, months, opinions }, { consultation }, by, at) {
    if (by.hat !== "SYSTEM") return refused([{ code: "notThisHat", clause: "Đ17.k3" }]);
    if (!one) return refused([no("consultationUnknown")]);
    if (at < keptUntil(one.closesAt, months)) return refused([no("keptStill", undefined, "Đ17.k3")]);
    return done({ consultation, opinions, files: [] });
  },
  evidence: ({ consultation, opinions }) =>
    opinions.length === 0
      ? null
      : {
          act: "opinion.forget",
          subject: `consultation:${consultation}`,
          clause: "Đ17.k3",
          content: { opinions: opinions.map(({ id }) => id) },
        },
  async write({ tx, at }, { opinions, files }) {
    for (const { id, code } of opinions) {
      const gone = { sender_name: "", sender_email: "", content: "", answers: "[]", erased_at: at };
      await tx.updateTable("opinion").set(gone).where("id", "=", id).execute();
      const own = await tx.deleteFrom("slip_file").where("slip_id", "=", id).returning("hash").execute();
      const hashes = own.map(({ hash }) => hash);
      files.push(...(await forgetIntakeFiles(tx, hashes)));
      await forgetMails(tx, code, at);
    }
    return [];
  },
};
