import { sql } from "kysely";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { compareNameVi } from "../kernel/vietnamese.ts";
import type { Db, Tx } from "../storage/database.ts";

/** An account with the person it belongs to. */
export interface Account {
  readonly person: Id;
  readonly fullName: string;
  readonly username: string;
  readonly isDemo: boolean;
  readonly mustChange: boolean;
  readonly disabledAt: Instant | null;
  readonly leftOn: string | null;
}

const accounts = (db: Db | Tx) =>
  db
    .selectFrom("account")
    .innerJoin("auth_user", "auth_user.id", "account.person_id")
    .innerJoin("person", "person.id", "account.person_id")
    .select([
      "account.person_id as person",
      "person.full_name as fullName",
      sql<string>`auth_user.username`.as("username"),
      "account.is_demo",
      "account.must_change",
      "account.disabled_at as disabledAt",
      "person.left_on as leftOn",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof accounts>["execute"]>>[number];

const toAccount = ({ is_demo, must_change, ...row }: Row): Account => ({
  ...row,
  isDemo: is_demo === 1,
  mustChange: must_change === 1,
});

export async function accountOf(db: Db | Tx, person: Id): Promise<Account | null> {
  const row = await accounts(db).where("account.person_id", "=", person).executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** By the folded user name. */
export async function accountNamed(db: Db | Tx, username: string): Promise<Account | null> {
  const row = await accounts(db).where("auth_user.username", "=", username).executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** The hash of a person's password, to check the present one before it is changed. */
export async function passwordHashOf(db: Db, person: Id): Promise<string | null> {
  const row = await db
    .selectFrom("auth_account")
    .select("password")
    .where("userId", "=", person)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  return row?.password ?? null;
}

export interface ListedAccount {
  readonly person: Id;
  readonly fullName: string;
  readonly position: string;
  readonly unit: string | null;
  readonly isExternal: boolean;
  readonly leftOn: string | null;
  /** Null for a person who has no account yet. */
  readonly account: Account | null;
}

/** Everybody the portal knows, with or without an account, in the order of a class list. */
export async function listAccounts(db: Db): Promise<ListedAccount[]> {
  const people = await db
    .selectFrom("person")
    .leftJoin("unit", "unit.id", "person.unit_id")
    .select(["person.id", "full_name", "person.position", "unit.name as unit", "is_external", "left_on"])
    .execute();
  const known = new Map((await accounts(db).execute()).map((row) => [row.person, toAccount(row)]));
  return people
    .map((row) => ({
      person: row.id,
      fullName: row.full_name,
      position: row.position,
      unit: row.unit,
      isExternal: row.is_external === 1,
      leftOn: row.left_on,
      account: known.get(row.id) ?? null,
    }))
    .sort((a, b) => compareNameVi(a.fullName, b.fullName));
}
