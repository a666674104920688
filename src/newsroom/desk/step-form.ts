import { fromLocalInput } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { type Act, ARTICLE_MOVES } from "../../regulation/article-moves.ts";
import type { MoveRequest } from "../commands/move-edition.ts";
import type { TypedStep } from "./actions.ts";
import { textOf, textsOf } from "./desk.ts";

/** Acts that are not sent by this form: writing has its own, and some happen by themselves. */
const ELSEWHERE: readonly Act[] = ["create", "edit", "supersede", "publishScheduled", "missSchedule"];
const ACTS = new Set(ARTICLE_MOVES.map(({ act }) => act).filter((act) => !ELSEWHERE.includes(act)));

/** The form of a step as it was typed. */
export function typedStep(form: unknown): TypedStep {
  const text = (name: string) => textOf(form, name);
  return {
    act: text("act"),
    hash: text("hash"),
    reason: text("reason"),
    note: text("note"),
    addressee: text("addressee"),
    checked: textsOf(form, "checked"),
    point: text("point"),
    publishAt: text("publishAt"),
    exception: text("exception"),
  };
}

/** What the form asks for, or null when it names no step of an article. An hour that is none is left out. */
export function moveRequest(edition: Id, typed: TypedStep): MoveRequest | null {
  if (!ACTS.has(typed.act as Act)) return null;
  const publishAt = fromLocalInput(typed.publishAt);
  const given = {
    hash: typed.hash,
    reason: typed.reason.trim(),
    note: typed.note.trim(),
    addressee: typed.addressee,
    point: typed.point,
    exception: typed.exception.trim(),
  };
  return {
    edition,
    act: typed.act as Act,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
    ...(typed.checked.length > 0 ? { checked: typed.checked } : {}),
    ...(publishAt ? { publishAt } : {}),
  };
}
