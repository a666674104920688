import { type Attack, both, copy, postgres, sqlite } from "./attack.ts";

/** On the log (REQ-049). */
export const LOG_ATTACKS: readonly Attack[] = [
  both("REQ-049: a row of the log is not changed", "update evidence set person = 'x' where seq = 3"),
  both("REQ-049: not its hash", "update evidence set hash = 'x' where seq = 3"),
  both(
    "REQ-049: not by UPDATE … FROM",
    "update evidence set reason = p.full_name from person p where evidence.person = p.id",
  ),
  both(
    "REQ-049: not by UPSERT",
    copy("evidence", "seq = 3", {}, "insert", "on conflict (seq) do update set act = 'x'"),
  ),
  both("REQ-049: the last row is not deleted", "delete from evidence where seq = (select max(seq) from evidence)"),
  both("REQ-049: the log is not emptied", "delete from evidence"),
  both("REQ-049: no gap", copy("evidence", "seq = 3", { seq: "999999", prev_hash: "'y'", hash: "'x'" })),
  both(
    "REQ-049: no row that does not follow the last",
    copy("evidence", "seq = 3", { seq: "(select max(seq) + 1 from evidence)", prev_hash: "'y'", hash: "'x'" }),
  ),
  sqlite("REQ-049: no INSERT OR REPLACE", copy("evidence", "seq = 3", { person: "'x'" }, "insert or replace")),
  sqlite(
    "REQ-049: none that pushes a row out by its hash",
    copy("evidence", "seq = 3", { seq: "(select max(seq) + 1 from evidence)" }, "insert or replace"),
  ),
  sqlite("REQ-049: no UPDATE OR REPLACE", "update or replace evidence set seq = 4 where seq = 3"),
  sqlite("REQ-049: no UPDATE OR IGNORE", "update or ignore evidence set person = 'x'"),
  postgres("REQ-049: no TRUNCATE", "truncate evidence cascade"),
  postgres("REQ-049: no DELETE in a query", "with gone as (delete from evidence returning seq) select 1 from gone"),
  postgres(
    "REQ-049: no MERGE",
    "merge into evidence e using person p on e.person = p.id when matched then update set hat = 'CHIEF'",
  ),
];
