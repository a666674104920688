import type { Day, Instant } from "../../src/kernel/clock.ts";
import type { Id } from "../../src/kernel/ids.ts";
import type { Act } from "../../src/regulation/article-moves.ts";
import type { ActingHat, Hat, Power } from "../../src/regulation/hats.ts";
import type { State } from "../../src/regulation/states.ts";
import { allowing, type Bar, type Condition, type Line, readTable, type Tie } from "../matrix/table.ts";

/** A small newsroom kept in plain variables: what should be so, worked out from the lawyer's table and the steps taken. */
export interface Edition {
  readonly id: Id;
  readonly article: Id;
  readonly origin: "unit" | "board";
  readonly unit: Id;
  readonly field: Id | null;
  readonly author: Id;
  readonly firstAuthor: Id;
  state: State;
  text: string;
  version: number;
  writers: Set<Id>;
  editors: Set<Id>;
  unitApprover: Id | null;
  appraisers: Set<Id>;
  claimant: Id | null;
  returnedTo: "SECRETARY" | "MEMBER" | null;
  approval: { text: string; by: Id } | null;
  schedule: { by: Id; at: Instant } | null;
  takedownDecided: boolean;
}

export interface Paper {
  readonly id: Id;
  readonly person: Id;
  readonly hat: Hat;
  readonly unit: Id | null;
  readonly units: readonly Id[];
  readonly fields: readonly Id[];
  readonly from: Day;
  to: Day | null;
}

export interface Delegated {
  readonly id: Id;
  readonly giver: Id;
  readonly to: Id;
  readonly powers: readonly Power[];
  readonly from: Day;
  readonly until: Day;
  revokedOn: Day | null;
}

export interface Model {
  readonly editions: Map<Id, Edition>;
  /** The edition of each article that the public reads. */
  readonly live: Map<Id, Id>;
  readonly papers: Map<Id, Paper>;
  readonly delegations: Map<Id, Delegated>;
  today: Day;
}

export interface Who {
  readonly person: Id;
  readonly hat: ActingHat;
}

/** What is filled into a form, good or not. */
export interface Form {
  readonly isStale: boolean;
  readonly hasReason: boolean;
  readonly isTicked: boolean;
  readonly addressee: string;
  readonly isFuture: boolean;
  readonly hasException: boolean;
}

const TABLE = readTable();
export const ACTS = [...new Set(TABLE.map(({ act }) => act))];

/** An article without a title cannot be sent on. */
export const isComplete = (text: string): boolean => text !== "";

const FINISHED: readonly State[] = ["PUBLISHED", "SUPERSEDED", "CANCELLED", "WITHDRAWN", "TAKEN_DOWN"];
export const isOpen = ({ state }: Edition): boolean => !FINISHED.includes(state);

const inForce = ({ from, to }: { from: Day; to: Day | null }, day: Day) => from <= day && (to === null || day <= to);

export function papersOf(model: Model, person: Id, hat: ActingHat): Paper[] {
  return [...model.papers.values()].filter(
    (paper) => paper.person === person && paper.hat === hat && inForce(paper, model.today),
  );
}

/** Everybody in each of his hats of today, and the clock. */
export function everybody(model: Model): Who[] {
  const keys = new Set(
    [...model.papers.values()]
      .filter((paper) => inForce(paper, model.today))
      .map(({ person, hat }) => `${hat} ${person}`),
  );
  return [...keys].sort().map((key) => ({ hat: key.split(" ")[0] as Hat, person: key.split(" ")[1]! }));
}

export function deputiesInCharge(model: Model, edition: Edition): Id[] {
  return everybody(model)
    .filter(({ hat }) => hat === "DEPUTY" || hat === "STANDING_DEPUTY")
    .filter((who) => tiesOf(model, edition, who).has("phụ trách"))
    .map(({ person }) => person);
}

function tiesOf(model: Model, edition: Edition, { person, hat }: Who): Set<Tie> {
  const ties = new Set<Tie>();
  const papers = papersOf(model, person, hat);
  if (edition.author === person) ties.add("người viết");
  if (hat === "MEMBER" && papers.some(({ unit }) => unit === edition.unit)) ties.add("trưởng đơn vị của bài");
  if (edition.claimant === person) ties.add("người giữ bài");
  const isInCharge = papers.some(
    ({ units, fields }) => units.includes(edition.unit) || (edition.field !== null && fields.includes(edition.field)),
  );
  if ((hat === "DEPUTY" || hat === "STANDING_DEPUTY") && isInCharge) ties.add("phụ trách");
  if (hat === "STANDING_DEPUTY") {
    const powers = [...model.delegations.values()]
      .filter(({ to, from, until, revokedOn, giver }) => {
        const counts = from <= model.today && model.today <= until && (revokedOn === null || model.today < revokedOn);
        return counts && to === person && papersOf(model, giver, "CHIEF").length > 0;
      })
      .flatMap((item) => item.powers);
    if (powers.includes("takedown.decide")) ties.add("ủy quyền gỡ bỏ");
    if (powers.includes("article.pull")) ties.add("ủy quyền rút bài");
  }
  return ties;
}

function barsOf(edition: Edition, person: Id): Set<Bar> {
  const bars: readonly (readonly [boolean, Bar])[] = [
    [person === edition.author || person === edition.firstAuthor, "người viết"],
    [edition.writers.has(person), "người sửa ở khâu viết"],
    [edition.editors.has(person), "người sửa"],
    [edition.unitApprover === person, "người duyệt của đơn vị"],
    [edition.appraisers.has(person), "người đã trình"],
    [edition.approval?.by === person, "người phê duyệt"],
  ];
  return new Set(bars.filter(([holds]) => holds).map(([, bar]) => bar));
}

function conditionsOf(edition: Edition): Set<Condition> {
  return new Set<Condition>([
    edition.origin === "unit" ? "bài của đơn vị" : "bài của Ban",
    ...(edition.returnedTo === "SECRETARY" ? ["trả cho Thư ký" as const] : []),
    ...(edition.returnedTo === "MEMBER" ? ["trả cho đơn vị" as const] : []),
    ...(edition.appraisers.size > 0 ? ["đã qua thẩm định" as const] : []),
    ...(edition.takedownDecided ? ["có quyết định gỡ bỏ" as const] : []),
  ]);
}

/** Lines of the table that let `who` do `act` now; with `despiteBars`, as if four eyes did not matter. */
export function linesFor(model: Model, edition: Edition, act: Act, who: Who, despiteBars = false): Line[] {
  const bars = despiteBars || who.hat === "SYSTEM" ? new Set<Bar>() : barsOf(edition, who.person);
  const ties = tiesOf(model, edition, who);
  return allowing(TABLE, act, { state: edition.state, hat: who.hat, ties, bars, conditions: conditionsOf(edition) });
}

export function mayBegin(model: Model, who: Who, unit: Id): Line[] {
  const papers = papersOf(model, who.person, who.hat);
  const ties = new Set<Tie>();
  const isOwn = papers.some((paper) => paper.unit === unit);
  if (who.hat === "MEMBER" && isOwn) ties.add("trưởng đơn vị của bài");
  if (who.hat === "CONTRIBUTOR" && isOwn) ties.add("viết cho đơn vị mình");
  const ofUnit = who.hat === "MEMBER" || who.hat === "CONTRIBUTOR";
  const conditions = new Set<Condition>([ofUnit ? "bài của đơn vị" : "bài của Ban"]);
  return allowing(TABLE, "create", { state: null, hat: who.hat, ties, bars: new Set(), conditions });
}

/** Đ15.k3: what the head has decided to take down is not replaced instead. */
export function isToBeTakenDown(model: Model, { article }: Edition): boolean {
  return model.editions.get(model.live.get(article) ?? "")?.takedownDecided === true;
}

/** What must hold of the article itself, whoever acts. */
function isPossible(model: Model, edition: Edition, act: Act, now: Instant): boolean {
  const isLive = model.live.get(edition.article) === edition.id;
  const hasOther = [...model.editions.values()].some(
    (other) => other.article === edition.article && other.id !== edition.id && isOpen(other),
  );
  switch (act) {
    case "proposeCorrection":
      return isLive && !hasOther;
    case "restore":
      return !hasOther && !model.live.has(edition.article);
    case "decideTakedown":
    case "executeTakedown":
      return isLive;
    case "publishScheduled": {
      const { schedule } = edition;
      const isDue = schedule !== null && schedule.at <= now;
      return isDue && papersOf(model, schedule.by, "SECRETARY").length > 0 && !isToBeTakenDown(model, edition);
    }
    case "missSchedule":
      return edition.schedule !== null && edition.schedule.at <= now;
    case "supersede":
      return false;
    case "publish":
    case "schedule":
      return edition.approval !== null && edition.approval.text === edition.text && !isToBeTakenDown(model, edition);
    default:
      return true;
  }
}

const SENDS: readonly Act[] = [
  "sendToHead",
  "approveInUnit",
  "submitAsBoard",
  "forward",
  "approve",
  "resubmit",
  "rework",
];
const REASONED: readonly Act[] = [
  "returnToAuthor",
  "release",
  "sendBack",
  "returnUnapproved",
  "cancel",
  "resubmit",
  "proposeCorrection",
  "decideTakedown",
  "restore",
];
/** Acts on what is public or done by the clock decide on no text that somebody has before him. */
const TEXTLESS: readonly Act[] = [
  "publishScheduled",
  "missSchedule",
  "supersede",
  "proposeCorrection",
  "decideTakedown",
  "executeTakedown",
  "restore",
];

function isFilledIn(model: Model, edition: Edition, act: Act, form: Form): boolean {
  if (form.isStale && !TEXTLESS.includes(act)) return false;
  if (SENDS.includes(act) && !isComplete(edition.text)) return false;
  if (REASONED.includes(act) && !form.hasReason) return false;
  if (act === "approve" && !form.isTicked) return false;
  if (act === "forward" && edition.state === "UNDER_REVIEW" && !form.isTicked) return false;
  if (act === "approveInUnit" || act === "submitAsBoard") {
    return form.addressee === "SECRETARY" || deputiesInCharge(model, edition).includes(form.addressee);
  }
  if (act === "returnUnapproved") return form.addressee === "SECRETARY" || form.addressee === "MEMBER";
  if (act === "schedule") return form.isFuture;
  return true;
}

/** whether anybody else could do it within four eyes; sending on needs the claim, which another could have taken. */
function somebodyElse(model: Model, edition: Edition, act: Act, person: Id, now: Instant): boolean {
  const isClaimed = act === "forward" && edition.claimant !== null;
  const asked: Edition = isClaimed ? { ...edition, state: "SUBMITTED", claimant: null } : edition;
  return everybody(model).some(
    (who) =>
      who.person !== person &&
      isPossible(model, asked, act, now) &&
      linesFor(model, asked, isClaimed ? "claim" : act, who).length > 0,
  );
}

/** The line by which a step succeeds, or null when it must be refused; `byException` when four eyes were lifted. */
export function predict(
  model: Model,
  edition: Edition,
  act: Act,
  who: Who,
  form: Form,
  now: Instant,
): { line: Line; byException: boolean } | null {
  const isWorn = who.hat === "SYSTEM" || papersOf(model, who.person, who.hat).length > 0;
  if (!isWorn || !isPossible(model, edition, act, now) || !isFilledIn(model, edition, act, form)) return null;
  const [line] = linesFor(model, edition, act, who);
  if (line) return { line, byException: false };
  const [barred] = linesFor(model, edition, act, who, true);
  if (!barred || !form.hasException || somebodyElse(model, edition, act, who.person, now)) return null;
  return { line: barred, byException: true };
}

/** A new text was saved. */
export function applySave(edition: Edition, who: Who, text: string): void {
  const ofTheBoard =
    edition.state === "UNDER_REVIEW" ||
    edition.state === "APPROVED" ||
    (edition.state === "RETURNED" && edition.returnedTo === "SECRETARY");
  edition.text = text;
  edition.version += 1;
  edition.editors.add(who.person);
  if (!ofTheBoard) edition.writers.add(who.person);
  edition.approval = null;
  if (edition.state === "APPROVED") edition.state = "AWAITING_FINAL";
}

/** A step was taken; `opened` is the id of the edition it began. */
export function applyMove(
  model: Model,
  edition: Edition,
  line: Line,
  who: Who,
  { addressee, publishAt, opened }: { addressee: string; publishAt: Instant; opened: Id },
): void {
  const { act } = line;
  const to = line.to ?? edition.state;
  if (act === "proposeCorrection" || act === "restore") {
    model.editions.set(opened, {
      ...edition,
      id: opened,
      author: to === "DRAFT" ? who.person : edition.firstAuthor,
      state: to,
      version: 1,
      writers: new Set(),
      editors: new Set(),
      unitApprover: null,
      appraisers: new Set(act === "restore" ? [who.person] : []),
      claimant: to === "UNDER_REVIEW" ? who.person : null,
      returnedTo: null,
      approval: null,
      schedule: null,
      takedownDecided: false,
    });
    return;
  }
  edition.state = to;
  if (to !== "UNDER_REVIEW") edition.claimant = null;
  if (act === "claim") edition.claimant = who.person;
  if (act === "returnToAuthor") edition.unitApprover = null;
  if (act === "approveInUnit") edition.unitApprover = who.person;
  if (act === "sendBack") edition.returnedTo = "MEMBER";
  if (act === "returnUnapproved") edition.returnedTo = addressee as "SECRETARY" | "MEMBER";
  if (["forward", "resubmit", "rework", "approveInUnit", "submitAsBoard"].includes(act)) edition.returnedTo = null;
  if (act === "forward" || act === "resubmit") edition.appraisers.add(who.person);
  if (act === "approve") {
    edition.approval = { text: edition.text, by: who.person };
    edition.editors = new Set();
    edition.writers = new Set();
  }
  edition.schedule = act === "schedule" ? { by: who.person, at: publishAt } : null;
  if (act === "decideTakedown") edition.takedownDecided = true;
  if (act === "executeTakedown") model.live.delete(edition.article);
  if (act === "publish" || act === "publishScheduled") {
    const before = model.editions.get(model.live.get(edition.article) ?? "");
    if (before && before !== edition) before.state = "SUPERSEDED";
    model.live.set(edition.article, edition.id);
  }
}
