import { expect, test } from "vitest";
import type { Refusal } from "../../src/kernel/result.ts";
import { choices, decide, mayCreate } from "../../src/newsroom/workflow.ts";
import type { Act } from "../../src/regulation/article-moves.ts";
import { CLAUSES } from "../../src/regulation/quy-che-27.ts";
import { STATE_NAMES } from "../../src/regulation/states.ts";
import { explain } from "../../src/words/refusals.ts";
import {
  ACTING_HATS,
  actorIn,
  factsOf,
  goodForm,
  NOW,
  RELATIONS,
  surroundingsOf,
  truthOf,
  UNIT,
  WORLDS,
} from "./situations.ts";
import { allowing, type Line, readTable, type Tie } from "./table.ts";

const TABLE = readTable();
const ACTS = [...new Set(TABLE.map(({ act }) => act))].filter((act) => act !== "create");
const clauses = new Set(CLAUSES.map(({ id }) => id));

/** Refusals that a person could not understand, or that rest on nothing. */
const poor = new Set<string>();
const seen = new Set<string>();

function read(refusals: readonly Refusal[]): void {
  for (const refusal of refusals) {
    const key = `${refusal.code} ${refusal.clause}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { text } = explain(refusal);
    if (text.startsWith("Việc này không được phép (") || /[{}]/.test(text)) poor.add(`no sentence: ${refusal.code}`);
    if (!clauses.has(refusal.clause) && !/^(A|REQ)-\d+$/.test(refusal.clause)) poor.add(`no clause: ${key}`);
  }
}

test("the table speaks of every act of the programme and of no other", () => {
  const acts: readonly Act[] = [
    "create",
    "edit",
    "sendToHead",
    "returnToAuthor",
    "approveInUnit",
    "submitAsBoard",
    "withdraw",
    "claim",
    "release",
    "approveField",
    "sendBack",
    "forward",
    "approve",
    "returnUnapproved",
    "cancel",
    "resubmit",
    "rework",
    "publish",
    "schedule",
    "unschedule",
    "publishScheduled",
    "missSchedule",
    "proposeCorrection",
    "supersede",
    "decideTakedown",
    "executeTakedown",
    "restore",
  ];
  expect(new Set(TABLE.map(({ act }) => act))).toEqual(new Set(acts));
});

test("Đ9.k1, Đ15.k2, Đ15.k2.b1–b4, Đ16.k4.g2: every hat, act, state and relation is decided as the table says, and what it does not say is refused", () => {
  const wrong: string[] = [];
  const used = new Set<Line>();
  let cases = 0;
  let allowed = 0;
  for (const hat of ACTING_HATS) {
    for (const relation of RELATIONS) {
      const by = actorIn(hat, relation);
      for (const world of WORLDS) {
        const facts = factsOf(world, relation);
        const around = surroundingsOf(world);
        const truth = truthOf(hat, world, relation);
        const offered = choices(facts, around, by, NOW);
        for (const act of ACTS) {
          cases += 1;
          const answer = decide({ facts, around, input: goodForm(act), by, at: NOW });
          const lines = allowing(TABLE, act, truth);
          const name = () => `${act} | ${JSON.stringify(world)} | ${hat} | ${relation.join(" + ")}`;
          for (const line of lines) used.add(line);
          if (answer.ok !== lines.length > 0) {
            wrong.push(`${name()}: ${answer.ok ? "allowed" : answer.error.map(({ code }) => code)}`);
            continue;
          }
          const isOffered = offered.some(
            ({ rule, refusals, byException }) => rule.act === act && refusals.length === 0 && !byException,
          );
          if (isOffered !== answer.ok) wrong.push(`${name()}: offered ${isOffered}, allowed ${answer.ok}`);
          if (!answer.ok) {
            read(answer.error);
            if (answer.error.length === 0) wrong.push(`${name()}: refused without a reason`);
            continue;
          }
          allowed += 1;
          const { to, clause, delegation } = answer.value;
          if (!lines.some((line) => (line.to ?? world.state) === to && line.clause === clause)) {
            wrong.push(`${name()}: ${to} by ${clause}`);
          }
          const byPaper = lines.every(({ ties }) => ties.some((tie) => tie.startsWith("ủy quyền")));
          if ((delegation !== null) !== byPaper) wrong.push(`${name()}: paper ${delegation}`);
        }
      }
    }
  }
  console.log(
    `authority: ${cases} cases (${ACTING_HATS.length} hats, ${ACTS.length} acts, ${STATE_NAMES.length} states in ${WORLDS.length} situations, ${RELATIONS.length} relations), ${allowed} allowed`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(TABLE.filter((line) => line.act !== "create" && !used.has(line))).toEqual([]);
});

test("Đ3.k2.đ, Đ15.k1, Đ15.k2.b1, A-31: who may begin an article of a unit or of the board", () => {
  const wrong: string[] = [];
  for (const hat of ACTING_HATS) {
    for (const relation of RELATIONS) {
      for (const origin of ["unit", "board"] as const) {
        const by = actorIn(hat, relation);
        const ties = new Set<Tie>();
        if (hat === "MEMBER" && relation.includes("head")) ties.add("trưởng đơn vị của bài");
        if (hat === "CONTRIBUTOR" && relation.includes("contributor")) ties.add("viết cho đơn vị mình");
        const conditions = new Set([origin === "unit" ? ("bài của đơn vị" as const) : ("bài của Ban" as const)]);
        const lines = allowing(TABLE, "create", { state: null, hat, ties, bars: new Set(), conditions });
        const answer = mayCreate(by, UNIT, origin);
        if (answer.ok !== lines.length > 0) wrong.push(`${hat} | ${relation.join(" + ")} | ${origin}: ${answer.ok}`);
        if (!answer.ok) read(answer.error);
        else if (!lines.some(({ clause }) => clause === answer.value.clause))
          wrong.push(`${hat}: ${answer.value.clause}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("every refusal has a sentence and rests on a clause", () => {
  expect([...poor]).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
});
