import { type Attack, both, copy, postgres, sqlite } from "./attack.ts";

/** On versions, steps and remarks (REQ-061, REQ-101). */
export const HISTORY_ATTACKS: readonly Attack[] = [
  both("REQ-061: a version is not rewritten", "update edition_version set content = '{}' where edition_id = {DRAFT}"),
  both("REQ-061: a version is not deleted", "delete from edition_version where edition_id = {DRAFT}"),
  both(
    "REQ-061: not by UPSERT",
    copy(
      "edition_version",
      "edition_id = {DRAFT}",
      {},
      "insert",
      "on conflict (edition_id, version) do update set content = '{}'",
    ),
  ),
  both("Đ15.k2: a step is not rewritten", "update edition_move set person_id = 'x' where edition_id = {PUBLISHED}"),
  both(
    "Đ15.k2: the reason of a step is not rewritten",
    "update edition_move set reason = 'x' where edition_id = {RETURNED}",
  ),
  both("Đ15.k2: a step is not deleted", "delete from edition_move where edition_id = {CANCELLED}"),
  both(
    "REQ-101: no step without its evidence",
    copy("edition_move", `edition_id = {APPROVED} and act = 'approve'`, {
      id: "'forged'",
      edition_id: "{AWAITING_FINAL}",
    }),
  ),
  both(
    "REQ-101: no second step on the evidence of a first",
    copy("edition_move", `edition_id = {APPROVED} and act = 'approve'`, { id: "'forged'" }),
  ),
  both(
    "REQ-101: no step from where the edition is not",
    copy("edition_move", `edition_id = {PUBLISHED} and act = 'claim'`, { id: "'forged'", from_state: "'DRAFT'" }),
  ),
  both(
    "REQ-106: no step out of a cancelled edition",
    copy("edition_move", `edition_id = {CANCELLED} and act = 'cancel'`, {
      id: "'forged'",
      from_state: "'CANCELLED'",
      to_state: "'DRAFT'",
    }),
  ),
  both(
    "REQ-061: no version without its evidence",
    copy("edition_version", "edition_id = {DRAFT} and version = 2", { version: "3", saved_by: "'x'" }),
  ),
  both(
    "REQ-108: no new text under a public edition",
    copy("edition_version", "edition_id = {PUBLISHED} and version = 2", { version: "3", content: "'{}'" }),
  ),
  both(
    "REQ-061: no version out of turn",
    copy("edition_version", "edition_id = {DRAFT} and version = 2", { version: "9" }),
  ),
  ...(["edition_version", "edition_move"] as const).flatMap((table) => [
    sqlite(
      `Đ15.k2: ${table}: no INSERT OR REPLACE`,
      copy(table, "edition_id = {PUBLISHED}", { hash: "'x'" }, "insert or replace"),
    ),
    sqlite(`Đ15.k2: ${table}: no UPDATE OR REPLACE`, `update or replace ${table} set hash = 'x'`),
    postgres(`Đ15.k2: ${table}: no TRUNCATE`, `truncate ${table} cascade`),
  ]),
  sqlite(
    "Đ15.k2: no step pushed out by its hidden row number",
    copy(
      "edition_move",
      "edition_id = {CANCELLED} and act = 'cancel'",
      { rowid: "yes", id: "'other'" },
      "insert or replace",
    ),
  ),
  both("REQ-103: a remark is not rewritten", "update comment set body = 'x'"),
  both("REQ-103: a remark is not deleted", "delete from comment"),
];
