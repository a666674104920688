import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db } from "../storage/database.ts";
import type { ReportContent } from "./content.ts";
import { liveContent } from "./live.ts";
import type { PaperFacts } from "./report-paper.ts";
import {
  type Report,
  type ReportMove,
  readReport,
  readSnapshot,
  reportMoves,
  submittedContent,
} from "./reports.queries.ts";
import { suggested } from "./suggest.ts";

/** A report as whoever opens it now sees it: as submitted, or, while it is written, as it would be submitted. */
export interface OpenReport {
  readonly report: Report;
  readonly content: ReportContent;
  /** Figures of this instant: nothing is kept yet. */
  readonly isLive: boolean;
  /** Hash of what was submitted; "" while it is written. */
  readonly hash: string;
  readonly moves: readonly ReportMove[];
}

export async function openReport(db: Db, id: Id, now: Instant): Promise<OpenReport | null> {
  const report = await readReport(db, id);
  if (!report) return null;
  const isLive = report.state === "DRAFT" || report.state === "RETURNED";
  const content = isLive ? await liveContent(db, report, now) : await submittedContent(db, report);
  if (!content) return null;
  const hash = isLive ? "" : ((await readSnapshot(db, id, report.round))?.hash ?? "");
  // Fields nobody has written in begin with what the figures say.
  const texts = isLive ? suggested(content) : content.texts;
  return { report, content: { ...content, texts }, isLive, hash, moves: await reportMoves(db, id) };
}

/** What the paper of a report needs besides what it says: names of the centre and of whoever signs. */
export async function paperFacts(db: Db, { report, content, isLive, moves, hash }: OpenReport): Promise<PaperFacts> {
  const settings = await readSettings(db);
  const accepted = moves.findLast(({ to_state, from_state }) => to_state === "ACCEPTED" && from_state !== "ACCEPTED");
  const submitted = moves.findLast(({ act }) => act === "submit");
  return {
    ...{ report, content, hash, isLive },
    ...{ settings, submitter: content.author?.name ?? "" },
    receiver: accepted?.name ?? "",
    submittedAt: isLive ? null : (submitted?.at ?? null),
    acceptedAt: accepted?.at ?? null,
    bothHats: accepted?.both_hats === 1,
    remark: accepted?.note ?? "",
  };
}
