import { type Command, SAME_FORM_SECONDS } from "../../act.ts";
import type { Actor } from "../../board/actor.ts";
import { readWorkCalendar } from "../../calendar/calendar.queries.ts";
import { contentFrom } from "../../desk/record-fields.ts";
import { addSeconds, type Day, dayOf, type Instant } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import type { WorkCalendar } from "../../kernel/working-days.ts";
import { type NamedFile, namedFiles } from "../../media/named-files.ts";
import { MATTER_KINDS, type MatterKindName } from "../../regulation/matter-kinds.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Tx } from "../../storage/database.ts";
import { actorsOfDay, directoryOf } from "../directory.queries.ts";
import { fieldsOfKind, type MatterContent } from "../fields.ts";
import type { Matter, WholeMatter } from "../matter.ts";
import { loadMatter, yearlyRecords } from "../matters.queries.ts";
import { addresseeRefusals, dueOn, formRefusals, isUrgent, judgeStep, type MatterStep, newFacts } from "../rules.ts";
import { contentHash, keepMove, keepVersion } from "../store.ts";
import { tellOfMatter } from "../tell.ts";

export interface RaiseInput {
  readonly kind: MatterKindName;
  readonly content: Readonly<Partial<Record<string, string>>>;
  readonly people: readonly Id[];
  readonly units: readonly Id[];
  /** In whose name: only for whoever heads several units. */
  readonly unit: Id | null;
  /** Hashes of files received. */
  readonly files: readonly string[];
}

interface State {
  readonly id: Id;
  readonly code: string;
  readonly actors: readonly Actor[];
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly files: readonly NamedFile[];
  readonly records: readonly Matter[];
  /** What this person raised of this kind a moment ago. */
  readonly justNow: readonly WholeMatter[];
}

export interface Raised {
  /** It was raised a moment ago, by this very form: nothing more is kept, nobody is told again. */
  readonly isAgain?: true;
  readonly id: Id;
  readonly code: string;
  readonly step: MatterStep;
  readonly kind: MatterKindName;
  readonly content: MatterContent;
  readonly people: readonly Id[];
  readonly units: readonly Id[];
  readonly unit: Id | null;
  readonly due: Day | null;
  readonly files: readonly NamedFile[];
}

/** Raises something of any kind, by the row of its kind: who may, what it must say, whom it names, until when. */
export const raiseMatter: Command<RaiseInput, State, Raised> = {
  name: "matter.raise",
  async load({ tx, by, at }, { kind, files }) {
    const { code, yearly } = MATTER_KINDS[kind];
    const prefix = `${code}-${dayOf(at).slice(0, 4)}-`;
    const { count } = await tx
      .selectFrom("matter")
      .select((is) => is.fn.countAll().as("count"))
      .where("code", "like", `${prefix}%`)
      .executeTakeFirstOrThrow();
    return {
      id: newId(),
      code: `${prefix}${String(Number(count) + 1).padStart(3, "0")}`,
      actors: await actorsOfDay(tx, dayOf(at)),
      settings: await readSettings(tx),
      calendar: await readWorkCalendar(tx),
      files: await namedFiles(tx, files, [], by.person),
      records: yearly ? await yearlyRecords(tx, kind) : [],
      justNow: yearly ? [] : await raisedSince(tx, by.person, kind, addSeconds(at, -SAME_FORM_SECONDS)),
    };
  },
  decide({ id, code, actors, settings, calendar, files, records, justNow }, input, by, at) {
    const { kind } = input;
    const today = dayOf(at);
    const step = judgeStep(newFacts(kind), "raise", by);
    if (!step.ok) return step;
    const { clause } = step.value;
    const content = contentFrom(fieldsOfKind(kind), ({ key }) => input.content[key] ?? "");
    const people = [...new Set(input.people)];
    const units = MATTER_KINDS[kind].to === "people-and-units" ? [...new Set(input.units)] : [];
    const named = MATTER_KINDS[kind].to === null ? { people: [], units: [] } : { people, units };
    const unit = unitOf(by, input.unit);
    const said = contentHash(content, named);
    const twin = justNow.find((one) => one.version === 1 && contentHash(one.content, one) === said);
    if (twin) {
      const { people, units, unit, due } = twin;
      const again = { kind, content, people, units, unit, due, files: [], isAgain: true } as const;
      return done({ id: twin.id, code: twin.code, step: step.value, ...again });
    }
    const refusals: Refusal[] = [
      ...formRefusals(kind, content, clause, today),
      ...addresseeRefusals(kind, named, directoryOf(actors), by),
      ...(unit === undefined ? [{ code: "matterUnitMissing", clause, detail: { name: "don-vi" } }] : []),
      ...(files.length < new Set(input.files).size
        ? [{ code: "matterFileUnknown", clause, detail: { name: "tep" } }]
        : []),
      ...takenRefusals(records, content.year, clause),
    ];
    if (refusals.length > 0) return refused(refusals);
    const due = dueOn(kind, content, today, settings, calendar);
    return done({ id, code, step: step.value, kind, content, ...named, unit: unit ?? null, due, files });
  },
  evidence: ({ id, code, step, kind, content, people, units, due, files, isAgain }) =>
    isAgain
      ? null
      : {
          act: "matter.raise",
          subject: `matter:${id}`,
          clause: step.clause,
          delegation: step.delegation,
          content: {
            kind,
            code,
            to: step.to,
            version: 1,
            content: contentHash(content, { people, units }),
            due,
            files: files.map(({ hash }) => hash),
          },
        },
  async write(moment, raised, { actors }, seq) {
    const { id, code, step, kind, content, people, units, unit, due, files } = raised;
    const { tx, by, at } = moment;
    const moved = await keepMove(moment, { matter: id, number: 1, step, words: "", said: {}, due, files }, seq);
    await keepVersion(moment, id, 1, content, { people, units }, seq);
    await tx
      .insertInto("matter")
      .values({
        id,
        kind,
        code,
        title: content.title,
        unit_id: unit,
        raised_by: by.person,
        raised_hat: by.hat,
        raised_at: at,
        year: content.year ? Number(content.year) : null,
        is_urgent: isUrgent(content) ? 1 : 0,
        version: 1,
        ...moved,
        state_since: at,
      })
      .execute();
    const told = { kind, code, title: content.title, raisedBy: by.person, people, units };
    return tellOfMatter(moment, told, step, content.text, actors);
  },
};

/** The unit in whose name a head or a contributor speaks; undefined while he has not said which of several. */
function unitOf({ hat, units }: Actor, chosen: Id | null): Id | null | undefined {
  if (hat !== "MEMBER" && hat !== "CONTRIBUTOR") return null;
  if (units.length <= 1) return units[0] ?? null;
  return chosen !== null && units.includes(chosen) ? chosen : undefined;
}

const takenRefusals = (records: readonly Matter[], year: string | undefined, clause: string): Refusal[] =>
  records
    .filter((one) => String(one.year) === year)
    .map(({ code }) => ({ code: "matterYearTaken", clause, detail: { name: "nam", year: year ?? "", code } }));

async function raisedSince(tx: Tx, person: Id, kind: MatterKindName, since: Instant): Promise<WholeMatter[]> {
  const rows = await tx
    .selectFrom("matter")
    .select("code")
    .where("raised_by", "=", person)
    .where("kind", "=", kind)
    .where("raised_at", ">=", since)
    .where("state", "not in", ["WITHDRAWN", "DECLINED"])
    .execute();
  const found: WholeMatter[] = [];
  for (const { code } of rows) found.push((await loadMatter(tx, code))!);
  return found;
}
