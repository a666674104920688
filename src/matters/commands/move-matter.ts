import type { Command } from "../../act.ts";
import type { Actor } from "../../board/actor.ts";
import { readWorkCalendar } from "../../calendar/calendar.queries.ts";
import { contentFrom } from "../../desk/record-fields.ts";
import { NotFound } from "../../http/errors.ts";
import { type Day, dayOf } from "../../kernel/clock.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import type { WorkCalendar } from "../../kernel/working-days.ts";
import { type NamedFile, namedFiles } from "../../media/named-files.ts";
import type { MatterAct } from "../../regulation/matter-kinds.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import { actorsOfDay } from "../directory.queries.ts";
import { fieldsOfMove } from "../fields.ts";
import { factsOf, type WholeMatter } from "../matter.ts";
import { loadMatter } from "../matters.queries.ts";
import { dueOn, judgeStep, type MatterStep, moveOf, saidRefusals } from "../rules.ts";
import { staleRefusals } from "../stale.ts";
import { keepMove, saidHash } from "../store.ts";
import { tellOfMatter } from "../tell.ts";

export interface MoveInput {
  readonly code: string;
  readonly act: Exclude<MatterAct, "raise" | "change">;
  /** How often it had moved when the page was opened; not asked of a mere word. */
  readonly seen: number;
  readonly words: string;
  /** By field. */
  readonly said: Readonly<Partial<Record<string, string>>>;
  readonly files: readonly string[];
}

interface State {
  readonly matter: WholeMatter;
  readonly actors: readonly Actor[];
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly files: readonly NamedFile[];
  readonly lastBy: string;
}

export interface MovedMatter {
  readonly step: MatterStep;
  readonly words: string;
  readonly said: Readonly<Record<string, string>>;
  readonly due: Day | null;
  readonly files: readonly NamedFile[];
}

/** Every step between raising and the end, and every word in between. Nothing that asks for an answer ends without one. */
export const moveMatter: Command<MoveInput, State, MovedMatter> = {
  name: "matter.move",
  async load({ tx, by, at }, { code, files }) {
    const matter = await loadMatter(tx, code);
    if (!matter) throw new NotFound(`No matter ${code}`);
    const last = matter.history.at(-1)!;
    const person = await tx.selectFrom("person").select("full_name").where("id", "=", last.person).executeTakeFirst();
    return {
      matter,
      actors: await actorsOfDay(tx, dayOf(at)),
      settings: await readSettings(tx),
      calendar: await readWorkCalendar(tx),
      files: await namedFiles(tx, files, [], by.person),
      lastBy: person?.full_name ?? "",
    };
  },
  decide({ matter, settings, calendar, files, lastBy }, input, by, at) {
    const { kind, state } = matter;
    const today = dayOf(at);
    const stale = input.act === "comment" ? [] : staleRefusals(matter, input.seen, lastBy);
    if (stale.length > 0) return refused(stale);
    const step = judgeStep(factsOf(matter), input.act, by);
    if (!step.ok) return step;
    const move = moveOf(kind, input.act, state)!;
    const words = move.words === null ? "" : normalizeText(input.words).trim();
    const said = contentFrom(fieldsOfMove(move), ({ key }) => input.said[key] ?? "") as Record<string, string>;
    const { clause } = move;
    const refusals: Refusal[] = [
      ...saidRefusals(move, words, said, today),
      ...(files.length < new Set(input.files).size
        ? [{ code: "matterFileUnknown", clause, detail: { name: "tep" } }]
        : []),
    ];
    if (refusals.length > 0) return refused(refusals);
    return done({
      step: step.value,
      words,
      said,
      due: dueAfter(matter, input.act, said, today, settings, calendar),
      files,
    });
  },
  evidence: ({ step, words, said, due, files }, { matter }) => ({
    act: `matter.${step.act}`,
    subject: `matter:${matter.id}`,
    clause: step.clause,
    delegation: step.delegation,
    content: {
      from: step.from,
      to: step.to,
      said: saidHash(words, said),
      due,
      files: files.map(({ hash }) => hash),
    },
  }),
  async write(moment, { step, words, said, due, files }, { matter, actors }, seq) {
    const kept = { matter: matter.id, number: matter.moves + 1, step, words, said, due, files };
    const moved = await keepMove(moment, kept, seq);
    await moment.tx.updateTable("matter").set(moved).where("id", "=", matter.id).execute();
    return tellOfMatter(moment, matter, step, words, actors);
  },
};

/** The day this step names; what was opened again is owed anew from today; else the day stays. */
function dueAfter(
  matter: WholeMatter,
  act: MatterAct,
  said: Readonly<Record<string, string>>,
  today: Day,
  settings: Settings,
  calendar: WorkCalendar,
): Day | null {
  const named = said.plannedOn ?? said.due;
  if (named !== undefined) return named;
  return act === "reopen" ? dueOn(matter.kind, matter.content, today, settings, calendar) : matter.due;
}
