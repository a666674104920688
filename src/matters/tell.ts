import type { Moment } from "../act.ts";
import type { Actor } from "../board/actor.ts";
import type { Follow } from "../evidence/outbox.ts";
import type { Id } from "../kernel/ids.ts";
import { tell } from "../newsroom/notices.ts";
import { MATTER_KINDS, type MatterKindName, type MatterState } from "../regulation/matter-kinds.ts";
import { MATTER_PATHS } from "./paths.ts";
import type { Addressed, MatterStep } from "./rules.ts";

export interface TellingMatter extends Addressed {
  readonly kind: MatterKindName;
  readonly code: string;
  readonly title: string;
  readonly raisedBy: Id;
}

/**
 * Tells whoever owes the next step, whoever is named and whoever raised it what was done; never the one who did it.
 * The mail of a reminder holds all its words.
 */
export function tellOfMatter(
  moment: Moment,
  matter: TellingMatter,
  step: MatterStep,
  words: string,
  actors: readonly Actor[],
): Promise<Follow[]> {
  const { kind, code, title, raisedBy } = matter;
  const { name, moves } = MATTER_KINDS[kind];
  const label = moves.find(({ act }) => act === step.act)!.label;
  const concerned = [...owersOf(matter, step.to, actors), ...addresseesOf(matter, actors), raisedBy];
  const others = [...new Set(concerned)].filter((person) => person !== moment.by.person);
  const text =
    kind === "reminder" && step.act === "raise" ? `Đôn đốc: ${title}` : `${name} ${code} “${title}”: ${label}.`;
  const path = MATTER_PATHS.one(code);
  const isWaiting = step.act === "raise" || step.act === "reopen" || step.from !== step.to;
  return tell(moment, others, null, {
    kind: isWaiting ? "waiting" : "outcome",
    text,
    path,
    details: words.split(/\n+/).filter(Boolean),
  });
}

function owersOf(matter: TellingMatter, state: MatterState, actors: readonly Actor[]): Id[] {
  const owers: readonly string[] = MATTER_KINDS[matter.kind].owes[state] ?? [];
  return actors.filter(({ hat }) => owers.includes(hat)).map(({ person }) => person);
}

/** Those named, and the heads of units named. */
function addresseesOf({ people, units }: Addressed, actors: readonly Actor[]): Id[] {
  const heads = actors.filter(
    ({ hat, units: headed }) => hat === "MEMBER" && headed.some((unit) => units.includes(unit)),
  );
  return [...people, ...heads.map(({ person }) => person)];
}
