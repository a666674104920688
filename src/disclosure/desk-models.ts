import type { Actor } from "../board/actor.ts";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import type { Visitor } from "../desk/visitor.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { fileTexts } from "../media/store.ts";
import { checkFile } from "../media/text/file-checks.ts";
import type { Portal } from "../portal.ts";
import { hatName } from "../regulation/hats.ts";
import { addressChangedAt, formerHosts, readNotices } from "./address.queries.ts";
import { type AddressTask, disclosureAddress, openAddressTask, type SentNotice } from "./address-task.ts";
import { redactionFacts } from "./commands/redact.ts";
import { readEntries, readEntry, readItems } from "./disclosure.queries.ts";
import { type Entry, factsOf, isAsked, isPublic } from "./disclosure.ts";
import type { SchoolYear } from "./due.ts";
import { readMoves } from "./moves.queries.ts";
import { readNames } from "./names.queries.ts";
import { type Names, type VersionView, versionView } from "./public-models.ts";
import { confirmRefusals, executeRefusals } from "./redaction-rules.ts";
import { type Redaction, readRedactions } from "./redactions.queries.ts";
import { type RegisterLine, register } from "./register.ts";
import { type EntryAct, offeredActs, prepareRefusals, STEPS } from "./rules.ts";

/** The register of a year as the desk sees it: with what is being prepared. */
export async function deskLines({ db, clock }: Portal, year: SchoolYear): Promise<RegisterLine[]> {
  const entries = await readEntries(db, { year });
  const today = dayOf(clock.now());
  return register(await readItems(db), entries, year, await readWorkCalendar(db), today);
}

/** Whether this person may begin a version of the item now, by the rule the command asks. */
export function mayPrepare({ item, year, open }: RegisterLine, actor: Actor): boolean {
  return !open && item.unit !== null && isAsked(item, year) && prepareRefusals(actor, item.unit).length === 0;
}

export interface AddressState {
  readonly address: string;
  readonly task: AddressTask | null;
  readonly notices: readonly SentNotice[];
  /** Former hosts; readers are led on from each. */
  readonly former: readonly string[];
}

/** What Sở knows of the address, and whether it has to be told (REQ-075). */
export async function addressState(portal: Portal): Promise<AddressState> {
  const settings = await portal.settings();
  const address = disclosureAddress(settings);
  const notices = await readNotices(portal.db);
  const changedAt = await addressChangedAt(portal.db);
  const facts = { address, changedAt: changedAt ?? portal.clock.now(), days: settings["disclosure.noticeDays"] };
  return {
    address,
    notices,
    task: openAddressTask(facts, notices, dayOf(portal.clock.now())),
    former: (await formerHosts(portal.db)).filter((host) => host !== settings["site.canonicalHost"]),
  };
}

export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly what: string;
  readonly who: string;
  readonly reason: string | null;
}

export interface OrderView {
  readonly order: Redaction;
  readonly confirmedBy: readonly string[];
  readonly mayConfirm: boolean;
  readonly mayExecute: boolean;
}

export interface EntryView {
  readonly entry: Entry;
  readonly line: RegisterLine;
  readonly preview: VersionView;
  readonly acts: readonly EntryAct[];
  readonly history: readonly HistoryLine[];
  readonly orders: readonly OrderView[];
  readonly mayPropose: boolean;
  readonly findings: readonly { readonly file: string; readonly message: string; readonly must: boolean }[];
  readonly unit: string;
}

/** One version at the desk: what it says, where it is, what this person may do with it. */
export async function entryView(portal: Portal, visitor: Visitor, id: Id): Promise<EntryView | null> {
  const { db, clock } = portal;
  const entry = await readEntry(db, id);
  if (!entry) return null;
  const line = (await deskLines(portal, entry.year)).find(({ item }) => item.id === entry.item);
  if (!line) return null;
  const names = await readNames(db);
  const redactions = await readRedactions(db, { entry: id });
  const at = clock.now();
  const orders = await Promise.all(redactions.map((order) => orderView(portal, visitor.actor, order, names, at)));
  const hasOpenOrder = redactions.some(({ executedAt }) => executedAt === null);
  return {
    entry,
    line,
    preview: versionView(entry, line, redactions, names, true),
    acts: offeredActs(factsOf(entry), visitor.actor),
    history: await historyOf(portal, id, names),
    orders,
    mayPropose: isPublic(entry) && !hasOpenOrder && ["SECRETARY", "CHIEF"].includes(visitor.actor.hat),
    findings: await findingsOf(portal, entry),
    unit: names.get(entry.unit) ?? "",
  };
}

async function orderView(portal: Portal, actor: Actor, order: Redaction, names: Names, at: string): Promise<OrderView> {
  const facts = await redactionFacts(portal.db, order, at);
  return {
    order,
    confirmedBy: order.confirmations.map(({ person, hat }) => `${names.get(person) ?? ""} (${hatName(hat)})`),
    mayConfirm: confirmRefusals(actor, facts).length === 0,
    mayExecute: executeRefusals(actor, facts).length === 0,
  };
}

async function historyOf({ db }: Portal, id: Id, names: Names): Promise<HistoryLine[]> {
  return (await readMoves(db, id)).map(({ seq, act, person, hat, at, reason }) => ({
    seq,
    at,
    reason,
    what: act === "prepare" ? "Bắt đầu soạn" : STEPS[act as EntryAct].label,
    who: `${names.get(person) ?? ""} (${hatName(hat)})`,
  }));
}

/** What the checks of REQ-073 say of each file: text layer, Unicode, title, language. */
async function findingsOf({ db }: Portal, { content }: Entry) {
  const texts = await fileTexts(
    db,
    content.files.map(({ file }) => file),
  );
  return content.files.flatMap(({ file, name }) => {
    const read = texts.get(file);
    if (!read) return [];
    return checkFile(name, read).map(({ level, message }) => ({ file: name, message, must: level === "must" }));
  });
}
