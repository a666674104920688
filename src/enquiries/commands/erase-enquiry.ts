import type { Command } from "../../act.ts";
import { NotFound } from "../../http/errors.ts";
import { forgetIntakeFiles, forgetMails } from "../../intake/files.ts";
import type { Id } from "../../kernel/ids.ts";
import type { FileHash } from "../../storage/files.ts";
import { filesOfEnquiry, type LoadedEnquiry, loadEnquiry } from "../enquiries.queries.ts";
import { decideEnquiry } from "../rules.ts";
import { saveEnquiryMove } from "../store.ts";

export interface Erased {
  readonly rule: string;
  readonly clause: string;
  /** Filled by writing: files whose bytes may go. */
  readonly files: FileHash[];
}

/**
 * Erases who asked and what he wrote, when the time to keep it is over (law.md §7): name, contact, words, answer, files,
 * mails. What is public stays public; the log and the row keep dates, steps and hashes.
 */
export const eraseEnquiry: Command<{ enquiry: Id }, LoadedEnquiry, Erased> = {
  name: "enquiry.erase",
  async load({ tx }, { enquiry }) {
    const loaded = await loadEnquiry(tx, enquiry);
    if (!loaded) throw new NotFound(`No enquiry ${enquiry}`);
    return loaded;
  },
  decide({ facts }, _, by, at) {
    const answer = decideEnquiry(facts, { act: "erase" }, by, at, false);
    return answer.ok
      ? { ok: true, value: { rule: answer.value.rule, clause: answer.value.clause, files: [] } }
      : answer;
  },
  evidence: ({ clause, rule }, { row }) => ({
    act: "enquiry.erase",
    subject: `enquiry:${row.id}`,
    clause,
    content: { rule, content: row.content_hash },
  }),
  async write(moment, change, { row, facts }, seq) {
    const { tx, at } = moment;
    const step = { ...change, act: "erase", from: facts.state, to: facts.state, reason: null };
    const move = await saveEnquiryMove(moment, row.id, step, seq);
    const gone = { sender_name: "", sender_email: "", sender_phone: "", content: "", topic: "" };
    await tx
      .updateTable("enquiry")
      .set({ ...gone, public_question: "", answer: "", erased_at: at, last_move_id: move })
      .where("id", "=", row.id)
      .execute();
    const hashes = (await filesOfEnquiry(tx, row.id)).map(({ hash }) => hash);
    await tx.deleteFrom("enquiry_file").where("enquiry_id", "=", row.id).execute();
    change.files.push(...(await forgetIntakeFiles(tx, hashes)));
    await forgetMails(tx, row.code, at);
    return [];
  },
};
