import type { Day, Instant } from "../kernel/clock.ts";
import type { LoadedEdition } from "../newsroom/editions.queries.ts";
import type { EditionFacts } from "../newsroom/facts.ts";
import { GUARDS } from "../newsroom/guards.ts";
import { NOTHING_AROUND } from "../newsroom/workflow.ts";
import { ARTICLE_MOVES, FOUR_EYES, type GuardName, type MoveRule } from "../regulation/article-moves.ts";
import { clauseWords } from "../regulation/clause-words.ts";
import type { Db } from "../storage/database.ts";
import type { Actor } from "./actor.ts";
import { type Authority, authoritiesFor, STEP_ACTS, type StepAct } from "./authority.ts";
import type { AuthorityPart, AuthorityRow } from "./authority.view.tsx";
import { readBoard } from "./board.queries.ts";
import type { Board } from "./board.ts";
import { type Papers, readPapers } from "./papers.queries.ts";
import { appointmentLabel, decisionWords, periodWords, personName, unitName } from "./roster-rows.ts";

/**
 * Who could do each act of the four steps on `day`, and by which papers; about one edition, also who is kept out because
 * he has had a hand in it.
 */
export async function readAuthorities(
  db: Db,
  day: Day,
  chosen: string,
  edition: LoadedEdition | null,
  at: Instant,
): Promise<AuthorityPart[]> {
  const board = await readBoard(db);
  const papers = await readPapers(db);
  const facts = edition?.facts;
  return STEP_ACTS.filter(({ act }) => chosen === "" || act === chosen)
    .map(({ act, step, label }) => ({ act, step, label, rule: ruleOf(act) }))
    .filter(({ rule }) => !facts || ORIGINS.every((need) => !rule.needs.includes(need) || holds(need, facts, rule, at)))
    .map(({ act, step, label, rule }) => ({
      act,
      step,
      label,
      clause: clauseWords(rule.clause),
      rows: authoritiesFor(board, day, act, facts).map((authority) =>
        rowOf(board, papers, authority, facts ? obstacles(rule, facts, authority.actor, at) : []),
      ),
    }));
}

const ORIGINS: readonly GuardName[] = ["unitOrigin", "boardOrigin"];

const ruleOf = (act: StepAct): MoveRule => ARTICLE_MOVES.find((row) => row.act === act)!;

const SYSTEM: Actor = { person: "", hat: "SYSTEM", units: [], fields: [], delegations: [] };

const holds = (need: GuardName, facts: EditionFacts, { act }: MoveRule, at: Instant, by: Actor = SYSTEM): boolean =>
  GUARDS[need]({ facts, around: NOTHING_AROUND, input: { act }, by, at });

function obstacles(rule: MoveRule, facts: EditionFacts, by: Actor, at: Instant): string[] {
  return rule.needs
    .filter((need) => FOUR_EYES.includes(need) && !holds(need, facts, rule, at, by))
    .map((need) => OBSTACLES[need] ?? need);
}

/** Four eyes, said of a third person. */
const OBSTACLES: Partial<Record<GuardName, string>> = {
  notAuthor: "Không: là người viết bài.",
  notWriter: "Không: đã sửa bài ở khâu viết.",
  notUnitApprover: "Không: đã duyệt bài cho đơn vị.",
  notEditor: "Không: đã sửa bài kể từ lần duyệt trước.",
  notAppraiser: "Không: đã thẩm định, trình bài.",
  notApprover: "Không: đã phê duyệt bài.",
};

function rowOf(board: Board, papers: Papers, authority: Authority, reasons: readonly string[]): AuthorityRow {
  const { appointment, under } = authority;
  const decision = decisionWords(appointment, papers);
  return {
    id: appointment.id,
    name: personName(board, appointment.person),
    hat: appointmentLabel(board, appointment),
    reach: reachWords(board, authority),
    period: periodWords(under ?? appointment),
    papers: under
      ? [decision, `Giấy ủy quyền ${under.document} của ${personName(board, under.fromPerson)}`]
      : [decision],
    obstacles: reasons,
  };
}

function reachWords(board: Board, { reach, actor }: Authority): string {
  if (reach === "any") return "mọi bài";
  if (reach === "own") return "bài do mình viết";
  const words = [
    ...actor.units.map((id) => `bài của ${unitName(board, id)}`),
    ...actor.fields.map((id) => `lĩnh vực ${board.fields.find((field) => field.id === id)?.name ?? ""}`),
  ];
  return words.join("; ") || "chưa được phân công đơn vị, lĩnh vực";
}
