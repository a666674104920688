import type { Command } from "../../act.ts";
import type { Actor } from "../../board/actor.ts";
import { readWorkCalendar } from "../../calendar/calendar.queries.ts";
import { contentFrom } from "../../desk/record-fields.ts";
import { NotFound } from "../../http/errors.ts";
import { type Day, dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import type { WorkCalendar } from "../../kernel/working-days.ts";
import { MATTER_KINDS } from "../../regulation/matter-kinds.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import { actorsOfDay, directoryOf } from "../directory.queries.ts";
import { fieldsOfKind, type MatterContent } from "../fields.ts";
import { factsOf, type WholeMatter } from "../matter.ts";
import { loadMatter } from "../matters.queries.ts";
import {
  addresseeRefusals,
  dueOn,
  formRefusals,
  isUrgent,
  judgeStep,
  type MatterStep,
  moveOf,
  saidRefusals,
} from "../rules.ts";
import { staleRefusals } from "../stale.ts";
import { contentHash, keepMove, keepVersion, saidHash } from "../store.ts";
import { tellOfMatter } from "../tell.ts";

export interface ChangeInput {
  readonly code: string;
  /** How often it had moved when the form was opened. */
  readonly seen: number;
  readonly content: Readonly<Partial<Record<string, string>>>;
  readonly people: readonly Id[];
  readonly units: readonly Id[];
  /** Why. */
  readonly words: string;
}

interface State {
  readonly matter: WholeMatter;
  readonly actors: readonly Actor[];
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly lastBy: string;
}

export interface ChangedMatter {
  readonly step: MatterStep;
  readonly content: MatterContent;
  readonly people: readonly Id[];
  readonly units: readonly Id[];
  readonly due: Day | null;
  readonly words: string;
}

/** Says again what a matter is about, with the reason: a new version, the ones before stay. What another did meanwhile is never undone. */
export const changeMatter: Command<ChangeInput, State, ChangedMatter> = {
  name: "matter.change",
  async load({ tx, at }, { code }) {
    const matter = await loadMatter(tx, code);
    if (!matter) throw new NotFound(`No matter ${code}`);
    const last = matter.history.at(-1)!;
    const person = await tx.selectFrom("person").select("full_name").where("id", "=", last.person).executeTakeFirst();
    return {
      matter,
      actors: await actorsOfDay(tx, dayOf(at)),
      settings: await readSettings(tx),
      calendar: await readWorkCalendar(tx),
      lastBy: person?.full_name ?? "",
    };
  },
  decide({ matter, actors, settings, calendar, lastBy }, input, by, at) {
    const { kind } = matter;
    const stale = staleRefusals(matter, input.seen, lastBy);
    if (stale.length > 0) return refused(stale);
    const step = judgeStep(factsOf(matter), "change", by);
    if (!step.ok) return step;
    const { clause } = step.value;
    const today = dayOf(at);
    const content = contentFrom(fieldsOfKind(kind), ({ key }) => input.content[key] ?? "");
    const words = normalizeText(input.words).trim();
    const { to } = MATTER_KINDS[kind];
    const named = {
      people: to === null ? [] : [...new Set(input.people)],
      units: to === "people-and-units" ? [...new Set(input.units)] : [],
    };
    const keptDay = content.due !== undefined && content.due === matter.due;
    // A day that was set before stays as it is, also when it has passed.
    const isOld = ({ code, detail }: Refusal) => keptDay && code === "matterDayPast" && detail?.name === "han";
    const refusals: Refusal[] = [
      ...formRefusals(kind, content, clause, today).filter((refusal) => !isOld(refusal)),
      ...addresseeRefusals(kind, named, directoryOf(actors), by),
      ...(content.year === matter.content.year ? [] : [{ code: "matterYearInvalid", clause, detail: { name: "nam" } }]),
      ...saidRefusals(moveOf(kind, "change", matter.state)!, words, {}, today),
    ];
    if (refusals.length > 0) return refused(refusals);
    const due = dueOn(kind, content, dayOf(matter.raisedAt), settings, calendar);
    return done({ step: step.value, content, ...named, due, words });
  },
  evidence: ({ step, content, people, units, due, words }, { matter }) => ({
    act: "matter.change",
    subject: `matter:${matter.id}`,
    clause: step.clause,
    delegation: step.delegation,
    content: {
      from: step.from,
      to: step.to,
      version: matter.version + 1,
      content: contentHash(content, { people, units }),
      said: saidHash(words, {}),
      due,
      files: [],
    },
  }),
  async write(moment, { step, content, people, units, due, words }, { matter, actors }, seq) {
    const [number, version] = [matter.moves + 1, matter.version + 1];
    const moved = await keepMove(moment, { matter: matter.id, number, step, words, said: {}, due, files: [] }, seq);
    await keepVersion(moment, matter.id, version, content, { people, units }, seq);
    await moment.tx
      .updateTable("matter")
      .set({ ...moved, version, title: content.title, is_urgent: isUrgent(content) ? 1 : 0 })
      .where("id", "=", matter.id)
      .execute();
    return tellOfMatter(moment, { ...matter, title: content.title, people, units }, step, words, actors);
  },
};
