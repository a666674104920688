import { BY_SYSTEM, type Command } from "../act.ts";
import { NotFound } from "../http/errors.ts";
import type { Id } from "../kernel/ids.ts";
import type { Portal } from "../portal.ts";
import type { FileHash } from "../storage/files.ts";
import { forgetIntakeFiles, forgetMails } from "./files.ts";
import { judgeSlip, type SlipStep } from "./moves.ts";
import { type LoadedSlip, loadSlip } from "./slips.queries.ts";
import { keepStep } from "./slips.store.ts";
import { retentionOver, type SlipRoom } from "./slips.ts";
import type { SlipTable } from "./tables.ts";

interface Erased {
  readonly step: SlipStep<string, string>;
  /** Filled by writing: files whose bytes may go. */
  readonly files: FileHash[];
}

/**
 * Erases who sent a slip and what he wrote, when the time to keep it is over (law.md §7): name, contact, words, answer,
 * files, mails. What is public stays public; the log and the row keep dates, steps and hashes.
 */
export const eraseSlip = (room: SlipRoom): Command<{ slip: Id }, LoadedSlip<SlipTable, string>, Erased> => ({
  name: `${room.subject}.erase`,
  async load({ tx }, { slip }) {
    const loaded = await loadSlip<SlipTable, string>(tx, room, slip);
    if (!loaded) throw new NotFound(`No ${room.subject} ${slip}`);
    return loaded;
  },
  decide({ facts }, _, by, at) {
    const step = judgeSlip(room.moves, facts, "erase", by, { retentionOver: () => retentionOver(facts, at) });
    return step.ok ? { ok: true, value: { step: step.value, files: [] } } : step;
  },
  evidence: ({ step }, { row }) => ({
    act: `${room.subject}.erase`,
    subject: `${room.subject}:${row.id}`,
    clause: step.clause,
    content: { rule: step.rule, content: row.content_hash },
  }),
  async write(moment, { step, files }, { row }, seq) {
    const { tx, at } = moment;
    const stepped = await keepStep(moment, row.id, step, null, seq);
    const gone = { sender_name: "", sender_email: "", sender_phone: "", content: "", answer: "", ...room.personal };
    await tx
      .updateTable(room.table)
      .set({ ...stepped, ...gone, erased_at: at })
      .where("id", "=", row.id)
      .execute();
    const mine = await tx.deleteFrom("slip_file").where("slip_id", "=", row.id).returning("hash").execute();
    const hashes = mine.map(({ hash }) => hash);
    files.push(...(await forgetIntakeFiles(tx, hashes)));
    await forgetMails(tx, row.code, at);
    return [];
  },
});

/** Months in no month are shorter than so many days: a coarse bound, the rule itself decides. */
const SHORTEST_MONTH = 28;

/** Erases every slip of a room whose time is over; answers how many. Found by query, so a stopped server forgets none. */
export async function eraseSlipsDue(portal: Portal, room: SlipRoom): Promise<number> {
  const months = (await portal.settings())["enquiries.keepMonths"];
  const bound = new Date(Date.parse(portal.clock.now()) - months * SHORTEST_MONTH * 24 * 3600 * 1000).toISOString();
  const rows = await portal.db
    .selectFrom(room.table)
    .select("id")
    .where("state", "not in", [...room.open])
    .where("erased_at", "is", null)
    .where("state_since", "<=", bound)
    .execute();
  let erased = 0;
  for (const { id } of rows) {
    const answer = await portal.act(BY_SYSTEM, eraseSlip(room), { slip: id });
    if (!answer.ok) continue;
    erased += 1;
    // After the commit: a file without a record is harmless, a record without its file is not.
    for (const hash of answer.value.files) await portal.files.erase(hash);
  }
  return erased;
}
