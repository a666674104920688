import { isInForce } from "../board/actor.ts";
import { readBoard } from "../board/board.queries.ts";
import type { UnitKind } from "../board/board.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Db } from "../storage/database.ts";

/** How somebody is reached at work; every value may be empty. */
export interface Contact {
  readonly phone: string;
  readonly email: string;
  readonly place: string;
  readonly task: string;
  readonly isShown: boolean;
}

export interface PersonInOffice {
  readonly id: Id;
  readonly name: string;
  /** Chức danh as printed. */
  readonly position: string;
  /** Only what the person agreed to have shown. */
  readonly contact: Contact;
  readonly isActing: boolean;
}

export interface UnitInOffice {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly duties: string;
  readonly contact: Contact;
  readonly heads: readonly PersonInOffice[];
}

export interface Structure {
  readonly leaders: readonly PersonInOffice[];
  readonly units: readonly UnitInOffice[];
}

export const NO_CONTACT: Contact = { phone: "", email: "", place: "", task: "", isShown: false };

/** The hats whose holders lead the centre, in the order of the list of leaders. */
const LEADING: readonly Hat[] = ["DIRECTOR", "STANDING_DEPUTY", "DEPUTY"];

/** Every contact as entered, by `unit <id>` or `person <id>`, shown or not: for the desk. */
export async function contactsOf(db: Db): Promise<ReadonlyMap<string, Contact>> {
  const rows = await db.selectFrom("contact").selectAll().execute();
  return new Map(
    rows.map(({ subject, subject_id, is_shown, ...values }) => [
      `${subject} ${subject_id}`,
      { ...values, isShown: is_shown === 1 },
    ]),
  );
}

/** Units, their heads and the leaders of a day, with the contacts that may be shown (Đ14.k1, law.md §2.1). */
export async function structureOn(db: Db, day: Day): Promise<Structure> {
  const board = await readBoard(db);
  const contacts = await contactsOf(db);
  const held = board.appointments.filter((one) => isInForce(one, day));
  const inOffice = (id: Id, isActing: boolean): PersonInOffice[] => {
    const person = board.people.find((one) => one.id === id);
    if (!person || person.isExternal || (person.leftOn !== null && person.leftOn < day)) return [];
    const contact = contacts.get(`person ${id}`);
    const shown = contact?.isShown ? contact : NO_CONTACT;
    return [{ id, name: person.fullName, position: person.position, contact: shown, isActing }];
  };
  const leading = LEADING.flatMap((hat) => held.filter((one) => one.hat === hat).map(({ person }) => person));
  return {
    leaders: [...new Set(leading)].flatMap((id) => inOffice(id, false)),
    units: board.units
      .filter((unit) => isInForce(unit, day))
      .map(({ id, code, name, kind, duties }) => ({
        id,
        code,
        name,
        kind,
        duties,
        contact: contacts.get(`unit ${id}`) ?? NO_CONTACT,
        heads: held
          .filter((one) => one.hat === "MEMBER" && one.unit === id)
          .flatMap(({ person, acting }) => inOffice(person, acting)),
      })),
  };
}
