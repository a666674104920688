import type { Command } from "../../act.ts";
import type { Day } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { type Report, readReport, readSnapshot } from "../reports.queries.ts";
import { sendRefusals } from "../rules.ts";
import { keepStep } from "../store.ts";

interface Input {
  readonly report: Id;
  /** Number it was given among the papers that leave the centre. */
  readonly number: number;
  readonly day: Day;
}

interface State {
  readonly report: Report | null;
  readonly hash: string;
}

/** Records that a signed report went to Sở, under which number and on which day (Đ20.k3, REQ-147). */
export const sendReport: Command<Input, State, Input & { readonly hash: string }> = {
  name: "report.send",
  async load({ tx }, { report: id }) {
    const report = await readReport(tx, id);
    return { report, hash: (report && (await readSnapshot(tx, id, report.round)))?.hash ?? "" };
  },
  decide({ report, hash }, { number, day }, by, at) {
    if (!report) return refused([{ code: "reportUnknown", clause: "Đ20.k3" }]);
    const refusals = sendRefusals(report, { number, day }, by.hat, at);
    return refusals.length > 0 ? refused(refusals) : done({ report: report.id, number, day, hash });
  },
  evidence: ({ report, number, day, hash }) => ({
    act: "report.send",
    subject: `report:${report}`,
    clause: "Đ20.k3",
    content: { number, day, hash },
  }),
  async write(moment, { report, number, day, hash }, _, seq) {
    const step = { act: "send", from: "ACCEPTED", to: "ACCEPTED", note: "", bothHats: false, hash } as const;
    await keepStep(moment, report, step, seq);
    await moment.tx
      .updateTable("report")
      .set({ sent_number: number, sent_on: day, last_seq: seq })
      .where("id", "=", report)
      .execute();
    return [];
  },
};
