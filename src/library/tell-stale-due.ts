import { BY_SYSTEM } from "../act.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import { staleCitations, staleFact } from "./citations.ts";
import { citingTexts } from "./citing-texts.queries.ts";
import { tellStaleCitation } from "./commands/tell-stale-citation.ts";
import { readLibrary, shelfNames } from "./documents.queries.ts";
import { shelve } from "./shelf.ts";

/** The most owners told at one tick; the rest at the next one. */
const AT_ONCE = 50;

/** Tells owners of what of theirs cites an expired document; each fact once. Returns how many were told now. */
export async function tellStaleDue(portal: Portal): Promise<number> {
  const { db } = portal;
  const documents = shelve(await readLibrary(db, { isPublic: true }), await shelfNames(db), dayOf(portal.clock.now()));
  if (!documents.some(({ validity }) => validity.state === "EXPIRED")) return 0;
  const told = await db.selectFrom("evidence").select("subject").where("act", "=", "library.tellStale").execute();
  const known = new Set(told.map(({ subject }) => subject));
  const due = staleCitations(await citingTexts(db), documents).filter((citation) => !known.has(staleFact(citation)));
  for (const citation of due.slice(0, AT_ONCE)) await portal.act(BY_SYSTEM, tellStaleCitation, citation);
  return Math.min(due.length, AT_ONCE);
}
