import type { Actor } from "../board/actor.ts";
import type { Day } from "../kernel/clock.ts";
import { compareNameVi } from "../kernel/vietnamese.ts";
import { hatName } from "../regulation/hats.ts";
import { MATTER_KINDS, type MatterKindName } from "../regulation/matter-kinds.ts";
import type { Db } from "../storage/database.ts";
import { actorsOfDay, directoryOf } from "./directory.queries.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface MatterChoices {
  readonly people: readonly Choice[];
  readonly units: readonly Choice[];
  /** Units in whose name it may be raised; empty where that is plain. */
  readonly own: readonly Choice[];
}

/** Whom a form of this kind may name, each with the hat for which he is named; a deputy only units in charge (Đ10). */
export async function choicesFor(db: Db, kind: MatterKindName, by: Actor, day: Day): Promise<MatterChoices> {
  const actors = await actorsOfDay(db, day);
  const { board, writers, headed } = directoryOf(actors);
  const { to } = MATTER_KINDS[kind];
  const isLimited = by.hat === "DEPUTY";
  const people = await db.selectFrom("person").select(["id", "full_name"]).execute();
  const units = await db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
  const named = (id: string) => board.has(id) || (to === "people-and-units" && writers.has(id));
  const hatsOf = (id: string) => actors.filter(({ person }) => person === id).map(({ hat }) => shortName(hat));
  return {
    people:
      to === null || (to === "people-and-units" && isLimited)
        ? []
        : people
            .filter(({ id }) => named(id))
            .sort((a, b) => compareNameVi(a.full_name, b.full_name))
            .map(({ id, full_name }) => ({
              value: id,
              label: `${full_name} (${[...new Set(hatsOf(id))].join(", ")})`,
            })),
    units:
      to !== "people-and-units"
        ? []
        : units
            .filter(({ id }) => headed.has(id) && (!isLimited || by.units.includes(id)))
            .map(({ id, name }) => ({ value: id, label: name })),
    own:
      (by.hat === "MEMBER" || by.hat === "CONTRIBUTOR") && by.units.length > 1
        ? units.filter(({ id }) => by.units.includes(id)).map(({ id, name }) => ({ value: id, label: name }))
        : [],
  };
}

/** "Ủy viên Ban biên tập, trưởng đơn vị" is "Ủy viên" in a list of names. */
const shortName = (hat: string): string => hatName(hat).replace(/(?<=Ủy viên|Thư ký) Ban biên tập|, .*$| Cổng$/g, "");
