import type { State } from "../../src/regulation/states.ts";
import { type Attack, anyMove, both, copy, moved, postgres, sqlite } from "./attack.ts";

const frozen: readonly State[] = [
  "SUBMITTED",
  "AWAITING_FINAL",
  "APPROVED",
  "SCHEDULED",
  "PUBLISHED",
  "SUPERSEDED",
  "CANCELLED",
  "WITHDRAWN",
  "TAKEN_DOWN",
];

/** On the state and text of editions (Đ15.k2, law §10). */
export const EDITION_ATTACKS: readonly Attack[] = [
  both("Đ15.k2: a state does not change without a step", "update edition set state = 'SUBMITTED' where id = {DRAFT}"),
  both(
    "Đ15.k2: not by the step of another edition",
    `update edition ${moved("SUBMITTED", anyMove("approveInUnit"))} where id = {AWAITING_HEAD}`,
  ),
  both(
    "Đ15.k2.b3: not approved by saying so",
    "update edition set state = 'APPROVED', approved_hash = content_hash, approved_at = '2026-12-01' where id = {AWAITING_FINAL}",
  ),
  both(
    "REQ-108: an old approval does not count again after the text was changed and changed back",
    `update edition ${moved("APPROVED", "(select id from edition_move where edition_id = {REWORKED} and act = 'approve')")}, approved_hash = content_hash, approved_at = '2026-12-01' where id = {REWORKED}`,
  ),
  both(
    "REQ-105: not public by saying so",
    "update edition set state = 'PUBLISHED', published_at = '2026-12-01' where id = {APPROVED}",
  ),
  both(
    "REQ-105: a draft is not public by any step",
    `update edition ${moved("PUBLISHED", anyMove("publish"))}, approved_hash = content_hash, approved_at = '2026-12-01', published_at = '2026-12-02' where id = {DRAFT}`,
  ),
  ...(["APPROVED", "SCHEDULED", "PUBLISHED"] as const).flatMap((state) => [
    both(
      `Đ15.k2.b3: ${state} does not outlive its approval`,
      `update edition set approved_hash = null where id = {${state}}`,
    ),
    both(
      `Đ15.k2.b3: ${state} is not approved for another text`,
      `update edition set approved_hash = 'x' where id = {${state}}`,
    ),
  ]),
  ...frozen.map((state) =>
    both(
      `REQ-108: the text does not change in ${state}`,
      `update edition set version = 1, content_hash = (select hash from edition_version where edition_id = {${state}} and version = 1) where id = {${state}}`,
    ),
  ),
  both("REQ-108: nor the title of what is public", "update edition set title = 'Khác' where id = {PUBLISHED}"),
  ...(["CANCELLED", "WITHDRAWN", "SUPERSEDED"] as const).map((state) =>
    both(`REQ-106: ${state} is final`, `update edition ${moved("DRAFT", anyMove("create"))} where id = {${state}}`),
  ),
  both(
    "REQ-106: a cancelled edition is not revived by its own first step",
    `update edition ${moved("DRAFT", "(select id from edition_move where edition_id = {CANCELLED} and act = 'create')")} where id = {CANCELLED}`,
  ),
  both(
    "law §10 (v): not public before it was approved",
    "update edition set published_at = '2001-01-01' where id = {PUBLISHED}",
  ),
  both(
    "law §10 (v): not approved before it was sent",
    "update edition set approved_at = '2001-01-01' where id = {APPROVED}",
  ),
  both("law §10 (v): not public without an hour", "update edition set published_at = null where id = {PUBLISHED}"),
  both("Đ6.k3: its author stays", "update edition set author_id = {SOMEBODY} where id = {PUBLISHED}"),
  both(
    "Đ16.k4: its unit stays",
    "update edition set unit_id = (select min(id) from unit where id <> unit_id) where id = {PUBLISHED}",
  ),
  both(
    "an edition does not move to another article",
    "update edition set article_id = {article DRAFT}, number = 9 where id = {CANCELLED}",
  ),
  both("an edition keeps its number", "update edition set number = 9 where id = {PUBLISHED}"),
  both("an edition keeps its id", "update edition set id = 'x' where id = {PUBLISHED}"),
  both("law §10 (iii): an edition is not deleted", "delete from edition where id = {CANCELLED}"),
  both("REQ-101: no edition without a first step", copy("edition", "id = {DRAFT}", { id: "'x'", number: "9" })),
  sqlite(
    "law §10 (iii): none pushed out by its number",
    copy("edition", "id = {CANCELLED}", { id: "'x'" }, "insert or replace"),
  ),
  sqlite(
    "law §10 (iii): none replaced",
    copy("edition", "id = {CANCELLED}", { state: "'DRAFT'" }, "insert or replace"),
  ),
  sqlite(
    "law §10 (iii): none pushed out by its hidden row number",
    "update or replace edition set rowid = (select rowid from edition where id = {CANCELLED}) where id = {DRAFT}",
  ),
  postgres("law §10 (iii): no TRUNCATE", "truncate edition cascade"),
  postgres(
    "Đ15.k2.b3: a temporary table does not stand in for the steps",
    "create temp table edition_move as select * from public.edition_move",
    "insert into pg_temp.edition_move select 'forged', {AWAITING_FINAL}, rule, act, from_state, to_state, person_id, hat, delegation_id, at, (select content_hash from public.edition where id = {AWAITING_FINAL}), clause, reason, input, exception_reason, 999999 from pg_temp.edition_move where edition_id = {APPROVED} and act = 'approve'",
    "set local search_path = pg_temp, public",
    `update public.edition ${moved("APPROVED", "'forged'")}, approved_hash = content_hash, approved_at = '2026-12-01' where id = {AWAITING_FINAL}`,
  ),
  sqlite(
    "Đ15.k2.b3: a temporary table does not stand in for the steps",
    "create temp table edition_move as select * from main.edition_move",
    "insert into temp.edition_move select 'forged', {AWAITING_FINAL}, rule, act, from_state, to_state, person_id, hat, delegation_id, at, (select content_hash from main.edition where id = {AWAITING_FINAL}), clause, reason, input, exception_reason, 999999 from temp.edition_move where edition_id = {APPROVED} and act = 'approve'",
    `update main.edition ${moved("APPROVED", "'forged'")}, approved_hash = content_hash, approved_at = '2026-12-01' where id = {AWAITING_FINAL}`,
  ),
];
