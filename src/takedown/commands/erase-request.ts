import type { Command } from "../../act.ts";
import { NotFound } from "../../http/errors.ts";
import { forgetIntakeFiles, forgetMails } from "../../intake/files.ts";
import type { SlipStep } from "../../intake/moves.ts";
import type { Id } from "../../kernel/ids.ts";
import type { TakedownAct, TakedownState } from "../../regulation/takedown-moves.ts";
import type { FileHash } from "../../storage/files.ts";
import { filesOfRequest, type LoadedRequest, loadRequest } from "../requests.queries.ts";
import { decideTakedown } from "../rules.ts";
import { saveTakedownMove } from "../store.ts";

export interface ErasedRequest {
  readonly step: SlipStep<TakedownState, TakedownAct>;
  /** Filled by writing: files whose bytes may go. */
  readonly files: FileHash[];
}

/** Erases who asked and what he wrote when the time to keep it is over (law.md §7); request, steps and hashes stay. */
export const eraseRequest: Command<{ request: Id }, LoadedRequest, ErasedRequest> = {
  name: "takedown.erase",
  async load({ tx }, { request }) {
    const loaded = await loadRequest(tx, request);
    if (!loaded) throw new NotFound(`No request ${request}`);
    return loaded;
  },
  decide({ facts }, _, by, at) {
    const answer = decideTakedown(facts, { act: "erase" }, by, at, []);
    return answer.ok ? { ok: true, value: { step: answer.value, files: [] } } : answer;
  },
  evidence: ({ step }, { row }) => ({
    act: "takedown.erase",
    subject: `takedown:${row.id}`,
    clause: step.clause,
    content: { rule: step.rule, content: row.content_hash },
  }),
  async write(moment, { step, files }, { row }, seq) {
    const { tx, at } = moment;
    const move = await saveTakedownMove(moment, row.id, step, null, seq);
    await tx
      .updateTable("takedown_request")
      .set({
        requester_name: "",
        requester_email: "",
        requester_phone: "",
        content: "",
        answer: "",
        erased_at: at,
        last_move_id: move,
      })
      .where("id", "=", row.id)
      .execute();
    const hashes = (await filesOfRequest(tx, row.id)).map(({ hash }) => hash);
    await tx.deleteFrom("takedown_file").where("request_id", "=", row.id).execute();
    files.push(...(await forgetIntakeFiles(tx, hashes)));
    await forgetMails(tx, row.code, at);
    return [];
  },
};
