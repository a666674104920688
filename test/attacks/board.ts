import { type Attack, both, copy, postgres, sqlite } from "./attack.ts";

const standing = "hat = 'STANDING_DEPUTY'";
const newStanding = (from: string, to: string) =>
  copy("appointment", standing, { id: "'x'", person_id: "{SOMEBODY}", from_day: from, to_day: to });

/** On appointments, charges and delegations (Đ7, Đ8, Đ10). */
export const BOARD_ATTACKS: readonly Attack[] = [
  both("Đ8.k1.g2: no second standing deputy", newStanding("'2026-11-24'", "null")),
  both("Đ8.k1.g2: not for one day", newStanding("'2026-11-24'", "'2026-11-24'")),
  both("Đ8.k1.g2: not around the first", newStanding("'2020-01-01'", "'2030-01-01'")),
  both("Đ8.k1.g2: not touching its first day", newStanding("'2020-01-01'", "from_day")),
  both("Đ8.k1.g2: not by changing a hat", "update appointment set hat = 'STANDING_DEPUTY' where hat = 'DEPUTY'"),
  both("Đ8.k1.g2: not by reopening one that ended", "update appointment set to_day = null where id = {ENDED STANDING}"),
  sqlite(
    "Đ8.k1.g2: not in the place of the first",
    copy("appointment", standing, { person_id: "{SOMEBODY}" }, "insert or replace"),
  ),
  both(
    "Đ8.k1.g2: not by UPSERT",
    copy("appointment", standing, {}, "insert", "on conflict (id) do update set person_id = {SOMEBODY}"),
  ),
  both(
    "Đ7.k1: no hat without a decision",
    copy("appointment", "hat = 'SECRETARY'", { id: "'x'", decision_number: "''" }),
  ),
  both("REQ-005: no head of nothing", copy("appointment", "hat = 'SECRETARY'", { id: "'x'", hat: "'MEMBER'" })),
  both(
    "Đ7.k1: no period that ends before it begins",
    copy("appointment", "hat = 'SECRETARY'", { id: "'x'", to_day: "'2001-01-01'" }),
  ),
  ...[
    "person_id = (select max(id) from person where id <> person_id)",
    "hat = 'CHIEF'",
    "unit_id = (select max(id) from unit where id <> unit_id)",
    "is_acting = 1",
    "from_day = '2020-01-01'",
    "decision_number = '99/QĐ'",
    "decision_day = '2020-01-01'",
    "id = 'x'",
  ].map((change) =>
    both(
      `Đ7.k1: a paper is not rewritten: ${change.split(" =")[0]}`,
      `update appointment set ${change} where hat = 'MEMBER'`,
    ),
  ),
  both("Đ7.k1: an end is not put off", "update appointment set to_day = '2030-01-01' where id = {ENDED}"),
  both("Đ7.k1: an end is not taken back", "update appointment set to_day = null where id = {ENDED}"),
  both("Đ7.k1: a paper is not deleted", "delete from appointment where id = {ENDED}"),
  both("Đ10: a charge is not rewritten", "update charge set unit_id = (select max(id) from unit)"),
  both("Đ10: a charge is not deleted", "delete from charge"),
  both("REQ-024: who left has left", "update person set left_on = null where left_on is not null"),
  both("law §10 (iii): a person is not deleted", "delete from person where left_on is not null"),
  both("law §10 (iii): a unit is not deleted", "delete from unit"),
  both("law §10 (iii): a field is not deleted", "delete from field"),
  both(
    "REQ-059: no delegation to oneself",
    copy("delegation", "revoked_at is null", { id: "'x'", to_person: "from_person" }),
  ),
  both(
    "REQ-059: no delegation without powers",
    copy("delegation", "revoked_at is null", { id: "'x'", powers: "'[]'" }),
  ),
  both(
    "REQ-059: no delegation without a document",
    copy("delegation", "revoked_at is null", { id: "'x'", document_number: "''" }),
  ),
  both(
    "REQ-059: no delegation that ends before it begins",
    copy("delegation", "revoked_at is null", { id: "'x'", to_day: "'2001-01-01'" }),
  ),
  ...[
    "from_person = to_person",
    "from_hat = 'DIRECTOR'",
    "to_person = from_person",
    "to_hat = 'DEPUTY'",
    `powers = '["article.pull"]'`,
    "from_day = '2020-01-01'",
    "to_day = '2030-01-01'",
    "document_number = 'x'",
    "reason = 'x'",
    "created_at = '2001-01-01'",
  ].map((change) =>
    both(
      `REQ-059: a delegation is not rewritten: ${change.split(" =")[0]}`,
      `update delegation set ${change} where revoked_at is null`,
    ),
  ),
  both(
    "REQ-059: a revocation is not taken back",
    "update delegation set revoked_at = null where revoked_at is not null",
  ),
  both("REQ-059: a delegation is not deleted", "delete from delegation"),
  ...(["person", "appointment", "charge", "delegation", "unit", "field"] as const).map((table) =>
    postgres(`law §10 (iii): no TRUNCATE of ${table}`, `truncate ${table} cascade`),
  ),
  sqlite(
    "law §10 (iii): no unit pushed out by its code",
    "update or replace unit set code = (select max(code) from unit) where code = (select min(code) from unit)",
  ),
  sqlite(
    "law §10 (iii): no paper pushed out by its hidden row number",
    copy("appointment", standing, { rowid: "yes", id: "'x'", hat: "'DEPUTY'" }, "insert or replace"),
  ),
];
