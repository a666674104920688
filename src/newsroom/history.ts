import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type Act, OPENS_EDITION } from "../regulation/article-moves.ts";
import type { State } from "../regulation/states.ts";
import type { EditionFacts, MoveInput, Origin, ReturnTarget } from "./facts.ts";

/** What never changes of an edition: who it belongs to. */
export interface EditionIdentity {
  readonly edition: Id;
  readonly article: Id;
  readonly number: number;
  readonly origin: Origin;
  readonly unit: Id;
  readonly author: Id;
  readonly articleAuthor: Id;
}

/** A recorded step. `seq` is its row in the evidence: the order in which things happened. */
export interface MoveEntry {
  readonly kind: "move";
  readonly seq: number;
  readonly act: Act;
  readonly from: State | null;
  readonly to: State;
  readonly person: Id;
  readonly hash: string;
  readonly at: Instant;
  readonly input: MoveInput;
}

/** A recorded version: the text as somebody saved it. */
export interface VersionEntry {
  readonly kind: "version";
  readonly seq: number;
  readonly version: number;
  readonly hash: string;
  readonly person: Id;
  readonly inState: State;
  readonly field: Id | null;
}

export type HistoryEntry = MoveEntry | VersionEntry;

/**
 * The facts of an edition after `entries`, and nothing else: what a page shows, what a rule judges, and what
 * `verify` judges again years later are folded by this one function. Entries come in order of `seq`; within one
 * act the version is saved before the move that follows from it.
 */
export function foldHistory(identity: EditionIdentity, entries: readonly HistoryEntry[]): EditionFacts {
  const empty: EditionFacts = {
    ...identity,
    state: "DRAFT",
    field: null,
    version: 0,
    hash: "",
    claimedBy: null,
    submittedTo: null,
    returnedTo: null,
    writers: [],
    editors: [],
    unitApprover: null,
    appraisers: [],
    fieldApprovedHash: null,
    approval: null,
    schedule: null,
    takedownDecided: false,
  };
  return entries.reduce(
    (facts, entry) => (entry.kind === "version" ? saved(facts, entry) : moved(facts, entry)),
    empty,
  );
}

function saved(facts: EditionFacts, entry: VersionEntry): EditionFacts {
  // The first version of a correction or of a wish to post again is the live text, copied: nobody has edited yet.
  const isCopy = entry.version === 1 && entry.inState === "PUBLISHED";
  const add = (people: readonly Id[]) => (people.includes(entry.person) ? people : [...people, entry.person]);
  return {
    ...facts,
    version: entry.version,
    hash: entry.hash,
    field: entry.field,
    approval: null,
    schedule: null,
    editors: isCopy ? facts.editors : add(facts.editors),
    writers: isCopy || isStepTwo(facts, entry) ? facts.writers : add(facts.writers),
  };
}

/** Editing by whoever appraises, or by the secretary after a refusal, is part of the board's own work (Đ15.k2.b2, b4). */
function isStepTwo(facts: EditionFacts, { inState }: VersionEntry): boolean {
  if (inState === "UNDER_REVIEW" || inState === "APPROVED") return true;
  return inState === "RETURNED" && facts.returnedTo === "SECRETARY";
}

function moved(facts: EditionFacts, { act, to, person, hash, at, input }: MoveEntry): EditionFacts {
  const next: EditionFacts = { ...facts, state: to, claimedBy: to === "UNDER_REVIEW" ? facts.claimedBy : null };
  switch (act) {
    case "proposeCorrection":
      return to === "UNDER_REVIEW" ? { ...next, claimedBy: person } : next;
    case "restore":
      return { ...next, appraisers: [person] };
    case "returnToAuthor":
      return { ...next, unitApprover: null };
    case "approveInUnit":
      return { ...next, unitApprover: person, submittedTo: deputyOf(input), returnedTo: null };
    case "submitAsBoard":
      return { ...next, submittedTo: deputyOf(input), returnedTo: null };
    case "rework":
      return { ...next, returnedTo: null };
    case "claim":
      return { ...next, claimedBy: person };
    case "approveField":
      return { ...next, fieldApprovedHash: hash };
    case "sendBack":
      return { ...next, returnedTo: "MEMBER" };
    case "returnUnapproved":
      return { ...next, returnedTo: input.addressee as ReturnTarget };
    case "forward":
    case "resubmit":
      return { ...next, returnedTo: null, appraisers: [...new Set([...facts.appraisers, person])] };
    case "approve":
      return { ...next, approval: { by: person, hash, at }, writers: [], editors: [] };
    case "schedule":
      return { ...next, schedule: { by: person, at: input.publishAt! } };
    case "unschedule":
    case "missSchedule":
    case "publish":
    case "publishScheduled":
      return { ...next, schedule: null };
    case "decideTakedown":
      return { ...next, takedownDecided: true };
    default:
      return next;
  }
}

const deputyOf = ({ addressee }: MoveInput): Id | null => (addressee && addressee !== "SECRETARY" ? addressee : null);

/** Whether a move begins the edition it is recorded for, from another edition's state. */
export function opensEdition(act: Act): boolean {
  return act === "create" || OPENS_EDITION.includes(act);
}
