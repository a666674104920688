import fc from "fast-check";
import { expect, test } from "vitest";
import { BY_SYSTEM, type By } from "../../src/act.ts";
import { appoint } from "../../src/board/commands/appoint.ts";
import { delegate } from "../../src/board/commands/delegate.ts";
import { endAppointment } from "../../src/board/commands/end-appointment.ts";
import { revokeDelegation } from "../../src/board/commands/revoke-delegation.ts";
import { readRoster } from "../../src/board/roster.queries.ts";
import { verifyBoard } from "../../src/board/verify.ts";
import { publishDue } from "../../src/clocks/publish-due.ts";
import { verifyChain } from "../../src/evidence/verify.ts";
import { addSeconds, dayOf } from "../../src/kernel/clock.ts";
import type { Id } from "../../src/kernel/ids.ts";
import { createArticle } from "../../src/newsroom/commands/create-article.ts";
import { moveEdition } from "../../src/newsroom/commands/move-edition.ts";
import { saveEdition } from "../../src/newsroom/commands/save-edition.ts";
import { loadEdition } from "../../src/newsroom/editions.queries.ts";
import { verifyNewsroom } from "../../src/newsroom/verify.ts";
import type { Act } from "../../src/regulation/article-moves.ts";
import { HAT_NAMES } from "../../src/regulation/hats.ts";
import type { Engine } from "../../src/storage/database.ts";
import { ALL_POINTS, fullText } from "../support/newsroom.ts";
import { eachEngine, fixedClock, openTestPortal, TEST_NOW } from "../support/portals.ts";
import { tableSums } from "../support/rows.ts";
import { brokenInvariants } from "./invariants.ts";
import {
  ACTS,
  applyMove,
  applySave,
  deputiesInCharge,
  type Edition,
  everybody,
  type Form,
  isOpen,
  isToBeTakenDown,
  linesFor,
  type Model,
  mayBegin,
  papersOf,
  predict,
  type Who,
} from "./model.ts";

const RUNS = Number(process.env.PORTAL_RANDOM_RUNS ?? 3);
const STEPS = 200;

/** What a run is made of: numbers, from which each step picks among what there is when its turn comes. */
const step = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant("lawful" as const) },
    { weight: 4, arbitrary: fc.constant("anything" as const) },
    { weight: 3, arbitrary: fc.constant("sameEyes" as const) },
    { weight: 4, arbitrary: fc.constant("save" as const) },
    { weight: 1, arbitrary: fc.constant("saveAnything" as const) },
    { weight: 3, arbitrary: fc.constant("create" as const) },
    { weight: 2, arbitrary: fc.constant("clock" as const) },
    { weight: 2, arbitrary: fc.constant("board" as const) },
  ),
  a: fc.nat(),
  b: fc.nat(),
  c: fc.nat(),
  flaw: fc.oneof(
    { weight: 8, arbitrary: fc.constant("none" as const) },
    { weight: 2, arbitrary: fc.constantFrom("stale", "noReason", "unticked", "badAddressee", "past", "exception") },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(items: readonly T[], number: number): T | undefined => items[number % Math.max(items.length, 1)];

/** Acts that take an article off the road or back. */
const ENDS: readonly Act[] = ["withdraw", "cancel", "release", "returnToAuthor", "unschedule"];

let steps = 0;
let accepted = 0;

eachEngine("random people do random things", (engine) => {
  test(`Đ15, law §10: nothing the portal accepts breaks a promise, and nothing it refuses leaves a trace (${engine})`, async () => {
    const seed = Number(process.env.PORTAL_RANDOM_SEED ?? Date.now() % 1_000_000_000);
    steps = 0;
    accepted = 0;
    const acts = new Map<string, number>();
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), (all) => run(engine, all, acts)),
        { numRuns: RUNS, seed, endOnFailure: true },
      );
    } finally {
      const done = [...acts].map(([act, count]) => `${act} ${count}`).join(", ");
      console.log(`${engine}: ${steps} random steps, ${accepted} accepted, seed ${seed}: ${done}`);
    }
  }, 600_000);
});

async function run(engine: Engine, all: readonly Step[], acts: Map<string, number>): Promise<void> {
  const clock = fixedClock(TEST_NOW);
  const { portal, centre, close } = await openTestPortal(engine, { clock });
  const story: string[] = [];
  try {
    const roster = await readRoster(portal.db);
    const fields = new Map(
      (await portal.db.selectFrom("category").select(["id", "field_id"]).execute()).map((row) => [
        row.id,
        row.field_id,
      ]),
    );
    const model: Model = {
      editions: new Map(),
      live: new Map(),
      papers: new Map(roster.appointments.map((item) => [item.id, { ...item }])),
      delegations: new Map(),
      today: dayOf(clock.now()),
    };
    const people = Object.values(centre.people).map(({ id }) => id);
    const hats = [...HAT_NAMES, "SYSTEM"] as const;
    let sums = await tableSums(portal.db);

    const anybody = (number: number): Who => {
      const hat = pick(hats, number)!;
      return { hat, person: hat === "SYSTEM" ? "system" : pick(people, Math.floor(number / hats.length))! };
    };

    /** Does it, compares with what the model says, and checks every promise. */
    const expectStep = async (what: string, should: boolean | null, work: () => Promise<{ ok: boolean }>) => {
      steps += 1;
      const answer = await work();
      story.push(`${clock.now()} ${what}: ${JSON.stringify(answer).slice(0, 300)}`);
      const after = await tableSums(portal.db);
      if (should !== null) expect(answer.ok, `the model says ${should}`).toBe(should);
      if (!answer.ok) expect(after, "a refused act leaves no trace").toEqual(sums);
      sums = after;
      if (answer.ok) {
        accepted += 1;
        const name = what.split(" ")[0]!;
        acts.set(name, (acts.get(name) ?? 0) + 1);
      }
      return answer.ok;
    };
    const promisesHold = async () => expect(await brokenInvariants(portal.db, model)).toEqual([]);

    const formOf = (edition: Edition, act: Act, { flaw, c }: Step): Form & { readonly publishAt: string } => {
      const deputies = deputiesInCharge(model, edition);
      const good = act === "returnUnapproved" ? ["SECRETARY", "MEMBER"] : ["SECRETARY", ...deputies];
      return {
        isStale: flaw === "stale",
        hasReason: flaw !== "noReason",
        isTicked: flaw !== "unticked",
        addressee: flaw === "badAddressee" ? people.find((id) => !deputies.includes(id))! : pick(good, c)!,
        isFuture: flaw !== "past",
        hasException: flaw === "exception",
        publishAt: addSeconds(clock.now(), flaw === "past" ? -60 : 1800),
      };
    };

    const move = async (edition: Edition, act: Act, who: Who, given: Step) => {
      const form = formOf(edition, act, given);
      const should = predict(model, edition, act, who, form, clock.now());
      const { hash } = (await loadEdition(portal.db, edition.id))!.facts;
      const reason = form.hasReason ? "Lý do đủ dài để hiểu" : "ngắn";
      let opened = "";
      const ok = await expectStep(`${act} ${who.hat} ${given.flaw} (${edition.state})`, should !== null, async () => {
        const answer = await portal.act(who as By, moveEdition, {
          edition: edition.id,
          act,
          hash: form.isStale ? "cũ" : hash,
          reason,
          note: reason,
          addressee: form.addressee,
          checked: form.isTicked ? ALL_POINTS : ALL_POINTS.filter((id) => id !== "policy"),
          publishAt: form.publishAt,
          ...(form.hasException ? { exception: "Chỉ còn một người có thẩm quyền" } : {}),
        });
        if (answer.ok) {
          opened = answer.value.result;
          if (should) expect(answer.value.exception !== null).toBe(should.byException);
          if (should?.byException) acts.set("exceptions", (acts.get("exceptions") ?? 0) + 1);
        }
        return answer;
      });
      if (ok)
        applyMove(model, edition, should!.line, who, { addressee: form.addressee, publishAt: form.publishAt, opened });
    };

    const save = async (edition: Edition, who: Who, { b, flaw }: Step) => {
      const loaded = (await loadEdition(portal.db, edition.id))!;
      const text = pick(["Câu một.", "Câu hai.", "Câu ba.", edition.text], b)!;
      const isChanged = text !== edition.text;
      const isStale = flaw === "stale" && edition.version > 1;
      const isWorn = who.hat === "SYSTEM" || papersOf(model, who.person, who.hat).length > 0;
      const should = isWorn && linesFor(model, edition, "edit", who).length > 0 && !(isStale && isChanged);
      const ok = await expectStep(`save ${who.hat} ${flaw} (${edition.state})`, should, () =>
        portal.act(who as By, saveEdition, {
          edition: edition.id,
          baseVersion: isStale ? edition.version - 1 : edition.version,
          content: isChanged ? fullText(loaded.content, text) : loaded.content,
        }),
      );
      if (ok && isChanged) applySave(edition, who, text);
    };

    const create = async (who: Who, { b, c }: Step) => {
      const ownUnit = papersOf(model, who.person, who.hat).find(({ unit }) => unit !== null)?.unit;
      const unit = c % 4 === 0 || !ownUnit ? pick(Object.values(centre.units), b)! : ownUnit;
      const category = pick(Object.values(centre.categories), c)!;
      const isWorn = papersOf(model, who.person, who.hat).length > 0;
      let made: { article: Id; edition: Id } | undefined;
      const ok = await expectStep(`create ${who.hat}`, isWorn && mayBegin(model, who, unit).length > 0, async () => {
        const answer = await portal.act(who as By, createArticle, { unit, category, isRepublished: false });
        if (answer.ok) made = answer.value;
        return answer;
      });
      if (!ok) return;
      model.editions.set(made!.edition, {
        id: made!.edition,
        article: made!.article,
        origin: who.hat === "MEMBER" || who.hat === "CONTRIBUTOR" ? "unit" : "board",
        unit,
        field: fields.get(category) ?? null,
        author: who.person,
        firstAuthor: who.person,
        state: "DRAFT",
        text: "",
        version: 1,
        writers: new Set([who.person]),
        editors: new Set([who.person]),
        unitApprover: null,
        appraisers: new Set(),
        claimant: null,
        returnedTo: null,
        approval: null,
        schedule: null,
        takedownDecided: false,
      });
    };

    const letTimePass = async ({ a }: Step) => {
      clock.advance(pick([600, 3600, 4 * 3600, 24 * 3600], a)!);
      model.today = dayOf(clock.now());
      const due = [...model.editions.values()].filter(
        ({ schedule }) => schedule !== null && schedule.at <= clock.now(),
      );
      const outcomes = await publishDue(portal);
      steps += 1;
      expect(outcomes.length).toBe(due.length);
      for (const edition of due.sort((one, two) => (one.schedule!.at < two.schedule!.at ? -1 : 1))) {
        const clockWho: Who = { person: "system", hat: "SYSTEM" };
        const isStill = papersOf(model, edition.schedule!.by, "SECRETARY").length > 0;
        const act = isStill && !isToBeTakenDown(model, edition) ? "publishScheduled" : "missSchedule";
        acts.set(act, (acts.get(act) ?? 0) + 1);
        const [line] = linesFor(model, edition, act, clockWho);
        applyMove(model, edition, line!, clockWho, { addressee: "", publishAt: "", opened: "" });
      }
      sums = await tableSums(portal.db);
    };

    const changeBoard = async ({ a, b, c }: Step) => {
      const chief = [...model.papers.values()].find(({ hat }) => hat === "CHIEF")!.person;
      switch (a % 4) {
        case 0: {
          const paper = pick([...model.papers.values()], b)!;
          const to = pick(
            [-1, 0, 1].map((days) => dayOf(addSeconds(clock.now(), days * 86_400))),
            c,
          )!;
          const ok = await expectStep(`endAppointment ${paper.hat} ${to}`, null, () =>
            portal.act(BY_SYSTEM, endAppointment, { appointment: paper.id, to, paper: "50/QĐ" }),
          );
          if (ok) paper.to = to;
          return;
        }
        case 1: {
          const hat = pick(["SECRETARY", "DEPUTY", "CONTRIBUTOR", "MEMBER", "CHIEF", "STANDING_DEPUTY"] as const, b)!;
          const unit = pick(Object.values(centre.units), c)!;
          const ofUnit = hat === "MEMBER" || hat === "CONTRIBUTOR";
          const isDeputy = hat === "DEPUTY" || hat === "STANDING_DEPUTY";
          const input = {
            person: pick(people, c)!,
            hat,
            unit: ofUnit ? unit : null,
            acting: c % 2 === 0,
            from: model.today,
            to: null,
            decisionNumber: "51/QĐ",
            decisionDay: model.today,
            units: isDeputy ? [unit] : [],
            fields: [],
          };
          await expectStep(`appoint ${hat}`, null, async () => {
            const answer = await portal.act(BY_SYSTEM, appoint, input);
            if (answer.ok) model.papers.set(answer.value.id, { ...input, id: answer.value.id });
            return answer;
          });
          return;
        }
        case 2: {
          const to = [...model.papers.values()].find(({ hat }) => hat === "STANDING_DEPUTY")!.person;
          const powers = pick(
            [["takedown.decide"], ["article.pull"], ["takedown.decide", "article.pull"]] as const,
            b,
          )!;
          const from = dayOf(addSeconds(clock.now(), (c % 2) * 86_400));
          const until = dayOf(addSeconds(clock.now(), 2 * 86_400));
          const input = { to, powers, from, until, document: "52/GUQ", reason: "Trưởng ban đi công tác" };
          await expectStep("delegate", null, async () => {
            const answer = await portal.act({ person: chief, hat: "CHIEF" }, delegate, input);
            if (answer.ok) {
              const { id } = answer.value;
              model.delegations.set(id, { id, giver: chief, to, powers, from, until, revokedOn: null });
            }
            return answer;
          });
          return;
        }
        default: {
          const given = pick([...model.delegations.values()], b);
          if (!given) return;
          const ok = await expectStep("revoke", null, () =>
            portal.act({ person: chief, hat: "CHIEF" }, revokeDelegation, {
              delegation: given.id,
              reason: "Trưởng ban đã trở về",
            }),
          );
          if (ok) given.revokedOn = model.today;
        }
      }
    };

    // Every other centre has nobody to approve beside its head: what one may do alone is tried there.
    if (all[0]!.a % 2 === 0) {
      const paper = [...model.papers.values()].find(({ hat }) => hat === "STANDING_DEPUTY")!;
      paper.to = dayOf(addSeconds(clock.now(), -86_400));
      const input = { appointment: paper.id, to: paper.to, paper: "49/QĐ" };
      await expectStep("endAppointment", true, () => portal.act(BY_SYSTEM, endAppointment, input));
    }
    for (const given of all) {
      clock.advance(60);
      model.today = dayOf(clock.now());
      const { kind, a, b, c } = given;
      const editions = [...model.editions.values()];
      // Those on their way more often, and never too many of them, so that an article gets somewhere.
      const open = editions.filter(isOpen);
      const edition = pick(a % 4 === 0 || open.length === 0 ? editions : open, b);
      const actors = everybody(model);
      if (!edition || (kind === "create" && open.length < 5)) await create(pick(actors, a)!, given);
      else if (kind === "clock") await letTimePass(given);
      else if (kind === "board") await changeBoard(given);
      else if (kind === "save" || kind === "saveAnything" || (kind !== "anything" && edition.text === "")) {
        const able = actors.filter((who) => linesFor(model, edition, "edit", who).length > 0);
        await save(edition, kind === "saveAnything" ? anybody(c) : (pick(able, c) ?? anybody(c)), given);
      } else if (kind === "anything") {
        const act = pick(
          ACTS.filter((one) => one !== "create" && one !== "edit"),
          a,
        )!;
        await move(edition, act, anybody(c), given);
      } else {
        const isBarred = kind === "sameEyes";
        const able = actors.flatMap((who) =>
          ACTS.filter((act) => act !== "edit" && act !== "create")
            .filter((act) => linesFor(model, edition, act, who, isBarred).length > 0)
            .filter((act) => !isBarred || linesFor(model, edition, act, who).length === 0)
            .map((act) => ({ who, act })),
        );
        // An act as often as its weight says, however many could do it: those that carry on more than those that end.
        const acts = [...new Set(able.map((one) => one.act))].sort();
        const act = pick(
          acts.flatMap((one) => Array.from({ length: ENDS.includes(one) ? 1 : 8 }, () => one)),
          c,
        );
        const chosen = pick(
          able.filter((one) => one.act === act),
          a,
        );
        if (!chosen) continue;
        await move(edition, chosen.act, chosen.who, isBarred && b % 2 === 0 ? { ...given, flaw: "exception" } : given);
      }
      await promisesHold();
      // node:sqlite answers at once: let timers and sockets have their turn.
      await new Promise(setImmediate);
    }
    expect(await verifyChain(portal.db)).toMatchObject({ bad: null });
    expect(await verifyBoard(portal.db)).toMatchObject({ bad: null });
    expect(await verifyNewsroom(portal.db)).toMatchObject({ bad: null, editions: model.editions.size });
  } catch (error) {
    if (error instanceof Error) error.message += `\nLast steps:\n${story.slice(-12).join("\n")}`;
    throw error;
  } finally {
    await close();
  }
}
