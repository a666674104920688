import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import type { ReportTexts } from "../content.ts";
import { type Report, readReport } from "../reports.queries.ts";
import { saveRefusals } from "../rules.ts";
import { cleanTexts, isOverwriting } from "../texts.ts";

interface Input {
  readonly report: Id;
  readonly texts: ReportTexts;
  /** Mark of the texts he had before him (`textsMark`). */
  readonly seen?: string | undefined;
}

/** Keeps what was written in a report that is still a draft or was returned. */
export const saveTexts: Command<Input, Report | null, Input & { readonly isSame: boolean }> = {
  name: "report.save",
  load: ({ tx }, { report }) => readReport(tx, report),
  decide(report, input, by) {
    if (!report) return refused([{ code: "reportUnknown", clause: "Đ18.k1" }]);
    const refusals = saveRefusals(report, by.hat);
    if (refusals.length > 0) return refused(refusals);
    const texts = cleanTexts(input.texts);
    if (isOverwriting(report.texts, texts, input.seen)) {
      return refused([{ code: "reportMoved", clause: report.clause }]);
    }
    const isSame = Object.entries(texts).every(([key, text]) => report.texts[key as keyof ReportTexts] === text);
    return done({ report: report.id, texts, isSame });
  },
  evidence: ({ report, texts, isSame }, state) =>
    isSame
      ? null
      : { act: "report.save", subject: `report:${report}`, clause: state?.clause ?? null, content: { ...texts } },
  async write({ tx }, { report, texts }) {
    await tx
      .updateTable("report")
      .set({ ...texts })
      .where("id", "=", report)
      .execute();
    return [];
  },
};
