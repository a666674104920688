import { type Actor, actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import type { Day } from "../kernel/clock.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { Directory } from "./rules.ts";

/** Đ8.k1: who sits on the board. */
const BOARD: readonly string[] = [
  "MEMBER",
  "DEPUTY",
  "STANDING_DEPUTY",
  "CHIEF",
  "SECRETARY",
  "ADMIN",
] satisfies readonly Hat[];

export const directoryOf = (actors: readonly Actor[]): Directory => ({
  board: new Set(actors.filter(({ hat }) => BOARD.includes(hat)).map(({ person }) => person)),
  writers: new Set(actors.map(({ person }) => person)),
  headed: new Set(actors.filter(({ hat }) => hat === "MEMBER").flatMap(({ units }) => units)),
});

/** Everybody who may act on a day. */
export async function actorsOfDay(db: Db | Tx, day: Day): Promise<Actor[]> {
  return actorsOn(await readRoster(db, day), day);
}
