import type { Instant } from "../kernel/clock.ts";
import type { MatterKindName } from "../regulation/matter-kinds.ts";
import type { Db } from "../storage/database.ts";
import { lineOf } from "./lines.ts";
import { contentsOf, lastWords, raisedBetween, yearlyRecords } from "./matters.queries.ts";
import { readNames } from "./names.queries.ts";
import { MATTER_PATHS } from "./paths.ts";

/** A difficulty or a proposal as a report tells it. */
export interface ToldMatter {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly raiser: string;
  /** "" for the board's own. */
  readonly unitName: string;
  /** "Chờ trả lời", "Chấp nhận" */
  readonly stateName: string;
  /** What it was answered with; "" while it waits. */
  readonly answer: string;
  readonly href: string;
}

/** What was raised from `since` up to, and without, `until`, in order of time, with its answer as it stands now (Đ18, REQ-140, REQ-141). */
export async function mattersTold(
  db: Db,
  kind: Extract<MatterKindName, "difficulty" | "proposal">,
  since: Instant,
  until: Instant,
): Promise<ToldMatter[]> {
  const found = (await raisedBetween(db, [kind], since, until)).filter(({ state }) => state !== "WITHDRAWN");
  const ids = found.map(({ id }) => id);
  const [names, answers, contents] = [await readNames(db), await lastWords(db, ids), await contentsOf(db, ids)];
  return found.map((matter) => {
    const { raiser, unitName, stateName, isOpen } = lineOf(matter, names);
    return {
      code: matter.code,
      title: matter.title,
      text: contents.get(matter.id)?.text ?? "",
      raiser,
      unitName,
      stateName,
      answer: isOpen ? "" : (answers.get(matter.id) ?? ""),
      href: MATTER_PATHS.one(matter.code),
    };
  });
}

/** The record of a yearly duty, for the yearly report to lead to (REQ-053, REQ-146); null while there is none. */
export async function yearlyRecordOf(db: Db, kind: "review" | "workplan", year: number) {
  const record = (await yearlyRecords(db, kind)).find((one) => one.year === year);
  return record
    ? { code: record.code, title: record.title, state: record.state, href: MATTER_PATHS.one(record.code) }
    : null;
}
