import { actorOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import type { Visitor } from "../desk/visitor.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import { accountOf } from "./accounts.queries.ts";
import type { Auth } from "./auth.ts";
import { wornHats } from "./hats.ts";

/** Who sends these cookies, or why he counts as nobody although he signed in. */
export interface Found {
  readonly visitor: Visitor | null;
  /** `ended`: his account was closed, he left, or he holds no office today. */
  readonly why: "unknown" | "ended" | null;
  /** Nothing but a new password may be asked for. */
  readonly mustChange: boolean;
}

const NOBODY: Found = { visitor: null, why: "unknown", mustChange: false };
const ENDED: Found = { visitor: null, why: "ended", mustChange: false };

/**
 * Session, person, the appointments in force today, and of these the hat chosen for the session (REQ-024). The choice is
 * looked up each time, so a hat taken off in the meantime is worn no longer. Reads only.
 */
export async function findVisitor(portal: Portal, auth: Auth, cookies: string | undefined): Promise<Found> {
  const session = await auth.find(cookies);
  if (!session) return NOBODY;
  const { db } = portal;
  const account = await accountOf(db, session.person);
  const person = await db
    .selectFrom("person")
    .select(["id", "full_name", "position", "unit_id"])
    .where("id", "=", session.person)
    .executeTakeFirst();
  if (!account || !person || account.disabledAt !== null) return ENDED;
  const day = dayOf(portal.clock.now());
  const roster = await readRoster(db, day);
  const units = await db.selectFrom("unit").select(["id", "name"]).execute();
  const hats = wornHats(roster.appointments, new Map(units.map(({ id, name }) => [id, name])), person.id, day);
  const chosen = await db
    .selectFrom("session_hat")
    .select("appointment_id")
    .where("session_id", "=", session.id)
    .executeTakeFirst();
  const hat = hats.find(({ appointment }) => appointment === chosen?.appointment_id) ?? hats[0];
  const actor = hat && actorOn(roster, person.id, hat.hat, day);
  if (!hat || !actor) return ENDED;
  const visitor: Visitor = {
    person: { id: person.id, fullName: person.full_name, position: person.position, unit: person.unit_id },
    hats,
    hat,
    by: { person: person.id, hat: hat.hat },
    actor,
    sessionId: session.id,
  };
  return { visitor, why: null, mustChange: account.mustChange };
}
