import { prepareAccount } from "../access/accounts.ts";
import { createAccountCommand } from "../access/commands/create-account.ts";
import { actWithin, BY_SYSTEM, type Command } from "../act.ts";
import { addField } from "../board/commands/add-field.ts";
import { addPerson } from "../board/commands/add-person.ts";
import { addUnit } from "../board/commands/add-unit.ts";
import { appoint } from "../board/commands/appoint.ts";
import { adoptSeed } from "../disclosure/commands/adopt-seed.ts";
import { record } from "../evidence/log.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Invalid, type Refusal, type Result, refused } from "../kernel/result.ts";
import { addCategory } from "../newsroom/commands/add-category.ts";
import type { Portal } from "../portal.ts";
import { changeSettings } from "../settings/change-settings.ts";
import type { Settings } from "../settings/settings.ts";
import type { Tx } from "../storage/database.ts";
import { explain } from "../words/refusals.ts";
import { DEFAULT_CATEGORIES } from "./defaults.ts";
import type { PlannedPerson, SetupPlan } from "./plan.ts";
import { linkState, voidLink } from "./setup.ts";

export interface HandedAccount {
  readonly fullName: string;
  readonly username: string;
  /** Null for the Director, who chose his own. */
  readonly oneTimePassword: string | null;
}

export type SetupFailure = { readonly why: "refused"; readonly errors: readonly Invalid[] } | { readonly why: "void" };

/** Thrown inside the transaction, so that a refused set-up leaves nothing at all. */
class SetupRefused extends Error {
  override readonly name = "SetupRefused";
  readonly failure: SetupFailure;

  constructor(failure: SetupFailure) {
    super("The set-up was refused");
    this.failure = failure;
  }
}

/**
 * Writes the whole set-up in one transaction by the same commands the desk uses: settings, units, fields, people, the
 * board by its decision, categories, accounts. Refused or killed half-way it leaves nothing, and the link stays good.
 */
export async function carryOut(
  portal: Portal,
  token: string,
  settings: Partial<Settings>,
  plan: SetupPlan,
): Promise<Result<readonly HandedAccount[], SetupFailure>> {
  const accounts = await hashAll(plan.people);
  try {
    const handed = await portal.database.transact((tx) =>
      write(tx, portal.clock.now(), token, settings, plan, accounts),
    );
    portal.door.follow?.();
    return done(handed);
  } catch (error) {
    if (error instanceof SetupRefused) return refused(error.failure);
    throw error;
  }
}

type Prepared = Extract<Awaited<ReturnType<typeof prepareAccount>>, { ok: true }>["value"];

/** Before the transaction: inside it nobody waits for a hash. */
async function hashAll(people: readonly PlannedPerson[]): Promise<ReadonlyMap<string, Prepared>> {
  const entries: [string, Prepared][] = [];
  for (const { key, fullName, username, password } of people) {
    const prepared = await prepareAccount({ person: key, username, password }, fullName);
    // The plan was read with the same rules.
    if (!prepared.ok) throw new Error(prepared.error.map(({ code }) => code).join());
    entries.push([key, prepared.value]);
  }
  return new Map(entries);
}

async function write(
  tx: Tx,
  at: Instant,
  token: string,
  settings: Partial<Settings>,
  plan: SetupPlan,
  accounts: ReadonlyMap<string, Prepared>,
): Promise<HandedAccount[]> {
  if ((await linkState(tx, token, at)) !== "open") throw new SetupRefused({ why: "void" });
  const enter = async <I, S, C>(command: Command<I, S, C>, input: I, field: string, about: string): Promise<C> => {
    const answer = await actWithin(tx, at, BY_SYSTEM, command, input);
    if (answer.ok) return answer.value;
    throw new SetupRefused({ why: "refused", errors: answer.error.map((refusal) => invalid(refusal, field, about)) });
  };
  await enter(changeSettings, settings, "ten-cong", "Thông tin đơn vị");
  const units = new Map<number, Id>();
  const { from } = plan.decision;
  for (const { row, name, code, kind, isStanding } of plan.units) {
    const input = { name, code, kind, isStanding, duties: "", from };
    units.set(row, (await enter(addUnit, input, `dv-ten-${row}`, name)).id);
  }
  const fields = new Map<string, Id>();
  for (const field of plan.fields) fields.set(field.code, (await enter(addField, field, "linh-vuc", field.name)).id);
  for (const category of DEFAULT_CATEGORIES) {
    await enter(addCategory, { ...category, field: null, allowsBoard: true }, "ten-cong", category.name);
  }
  await enter(adoptSeed, {}, "ten-cong", "Danh mục công khai");
  const handed: HandedAccount[] = [];
  for (const person of plan.people) {
    const { key, fullName, position, email } = person;
    const about = { fullName, position, email, unit: units.get(person.unit) ?? null, isExternal: false };
    const { id } = await enter(addPerson, about, `${key}-ten`, fullName);
    for (const worn of person.hats) {
      const appointment = {
        person: id,
        hat: worn.hat,
        unit: worn.unit === undefined ? null : (units.get(worn.unit) ?? null),
        acting: worn.acting ?? false,
        from,
        to: null,
        decisionNumber: plan.decision.number,
        decisionDay: plan.decision.day,
        units: (worn.units ?? []).flatMap((row) => units.get(row) ?? []),
        fields: (worn.fields ?? []).flatMap((code) => fields.get(code) ?? []),
      };
      await enter(appoint, appointment, `${key}-ten`, fullName);
    }
    const { oneTimePassword, ...account } = accounts.get(key)!;
    await enter(createAccountCommand, { ...account, person: id }, `${key}-dang-nhap`, fullName);
    handed.push({ fullName, username: account.username, oneTimePassword });
  }
  await voidLink(tx);
  await record(tx, BY_SYSTEM, at, {
    act: "setup.done",
    subject: "portal",
    clause: "Đ7.k1",
    content: { decision: plan.decision.number, people: plan.people.length, units: plan.units.length },
  });
  return handed;
}

function invalid(refusal: Refusal, field: string, about: string): Invalid {
  const { text, remedy } = explain(refusal);
  return { field, message: `${about}: ${text}${remedy ? ` ${remedy}` : ""}` };
}
