import type { FastifyRequest } from "fastify";
import type { DeskRoom } from "../../desk/room.ts";
import { visitorOf } from "../../desk/visitor.ts";
import { NotFound } from "../../http/errors.ts";
import type { Id } from "../../kernel/ids.ts";
import type { Assets } from "../../ui/assets.ts";
import { type LoadedEdition, loadEdition } from "../editions.queries.ts";
import { canSee } from "../visibility.ts";
import type { Presence } from "./presence.ts";

/** What every page of the newsroom's desk is given. */
export interface Desk extends DeskRoom {
  readonly assets: Assets;
  readonly presence: Presence;
}

/** The edition, if it exists and this person may read it in his present hat; otherwise there is no such page. */
export async function visibleEdition({ portal }: Desk, request: FastifyRequest, id: Id): Promise<LoadedEdition> {
  const loaded = await loadEdition(portal.db, id);
  if (!loaded || !canSee(loaded.facts, visitorOf(request).actor))
    throw new NotFound(`No edition ${id} for this person`);
  return loaded;
}

/** One text of a form's field; of several the first. */
export function textOf(form: unknown, name: string): string {
  const value = (form as Record<string, unknown> | null | undefined)?.[name];
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first : "";
}

/** All texts of a field that may be sent several times. */
export function textsOf(form: unknown, name: string): string[] {
  const value = (form as Record<string, unknown> | null | undefined)?.[name];
  return [value].flat().filter((one): one is string => typeof one === "string");
}
