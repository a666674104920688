import type { Command } from "../../act.ts";
import { newCode } from "../../intake/code.ts";
import { type IntakeFile, keepIntakeFiles } from "../../intake/files.ts";
import { type Earlier, earlierSending, type Marks, paceRefusals, rememberSending } from "../../intake/intake.ts";
import { cleanSender, cleanWords } from "../../intake/sender.ts";
import { canonicalJson, type Id, newId, sha256 } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import { type PublicConsultation, publicConsultation } from "../consultations.queries.ts";
import { opinionReceipt } from "../mails.ts";
import { type Opinion, opinionRefusals } from "../opinion.ts";
import { no } from "../rules.ts";

export interface NewOpinion extends Opinion {
  readonly consultation: Id;
  readonly marks: Marks;
  readonly files: readonly IntakeFile[];
}

export interface ReceivedOpinion extends NewOpinion {
  readonly id: Id;
  readonly code: string;
  readonly hash: string;
  /** Sent a second time from the same place: the first receipt stands and nothing is written. */
  readonly again: boolean;
}

interface State {
  readonly one: PublicConsultation | null;
  readonly settings: Settings;
  readonly pace: readonly Refusal[];
  readonly earlier: Earlier | null;
}

/** Takes in an opinion while the consultation is open, which the clock alone says (REQ-099). */
export const receiveOpinion: Command<NewOpinion, State, ReceivedOpinion> = {
  name: "opinion.receive",
  load: async ({ tx, at }, { consultation, marks }) => ({
    one: await publicConsultation(tx, { id: consultation }),
    settings: await readSettings(tx),
    pace: await paceRefusals(tx, marks, at),
    earlier: await earlierSending(tx, marks, at),
  }),
  decide({ one, pace, earlier }, typed, by, at) {
    if (by.hat !== "SYSTEM") return refused([{ code: "notThisHat", clause: "Đ14.k7" }]);
    if (!one) return refused([no("consultationUnknown")]);
    const input = cleanOpinion(typed);
    const again = earlier?.isSamePlace === true;
    const refusals = [
      ...opinionRefusals(input, one.call.content.questions, one, at),
      ...(earlier && !again ? [{ code: "sentBefore", clause: "Đ17.k3" }] : []),
      ...(again ? [] : pace),
    ];
    if (refusals.length > 0) return refused(refusals);
    const { content, answers, choices } = input;
    const hash = sha256(canonicalJson({ content, answers, choices }));
    return done({ ...input, id: newId(), code: again ? earlier.code : newCode(), hash, again });
  },
  evidence: ({ again, id, consultation, code, hash, files }) =>
    again
      ? null
      : {
          act: "opinion.receive",
          subject: `opinion:${id}`,
          clause: "Đ14.k7",
          content: { consultation, code: sha256(code), hash, files: files.map((file) => file.hash) },
        },
  async write({ tx, at }, opinion, { settings, one }, seq) {
    const { id, code, consultation, name, email, content, answers, choices, hash, files } = opinion;
    await tx
      .insertInto("opinion")
      .values({
        id,
        code,
        consultation_id: consultation,
        sender_name: name,
        sender_email: email,
        content,
        answers: JSON.stringify(answers),
        choices: JSON.stringify(choices),
        hash,
        consent_at: name !== "" || email !== "" ? at : null,
        received_at: at,
        erased_at: null,
        seq,
      })
      .execute();
    await keepIntakeFiles(tx, files, at);
    if (files.length > 0) {
      await tx
        .insertInto("slip_file")
        .values(files.map((file) => ({ slip_id: id, hash: file.hash, name: file.name, size: file.size })))
        .execute();
    }
    await rememberSending(tx, opinion.marks, code, at);
    return opinionReceipt(settings, { email, code, title: one!.call.content.title });
  },
};

/** Words in composed Unicode; nothing is cut. */
export function cleanOpinion<T extends Opinion>(typed: T): T {
  const { name, email } = cleanSender({ name: typed.name, email: typed.email, phone: "" });
  return { ...typed, name, email, content: cleanWords(typed.content), answers: typed.answers.map(cleanWords) };
}
