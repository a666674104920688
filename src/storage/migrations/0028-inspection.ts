import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid } from "../guards.ts";

type Columns = Readonly<
  Record<string, "text" | "integer" | "text?" | "integer?" | `text>${string}` | `text?>${string}`>
>;

/**
 * Inspection and emulation (Đ19, Đ22): criteria, inspections, marks, scores, violations, incidents. Every row is only
 * added. Parts of a thing are written before the thing itself, which seals them: nothing joins them afterwards.
 */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  const step = { person_id: "text>person.id", hat: "text", at: "text" } as const;
  const only = (table: string, key: readonly string[], others: readonly (readonly string[])[] = []) =>
    appendOnly(db, engine, table, key, others);
  const never = (table: string, name: string, when: string, message: string) =>
    forbid(db, engine, { name, table, on: "insert", when, message: `${table}: ${message}` });
  const sealed = (table: string, owner: string, key: string) =>
    never(table, `${table}_sealed`, `exists (select 1 from ${owner} where id = NEW.${key})`, "its owner is sealed");

  await create(db, "criterion", ["set_id", "key"], {
    ...{ set_id: "text", key: "text", name: "text", weight: "integer", source: "text", guide: "text" },
    position: "integer",
  });
  await create(db, "criteria_set", ["id"], {
    id: "text",
    name: "text",
    from_day: "text",
    ...LOGGED,
    person_id: "text",
  });
  await only("criterion", ["set_id", "key"]);
  await only("criteria_set", ["id"], [["evidence_seq"]]);
  await sealed("criterion", "criteria_set", "set_id");
  await never("criterion", "criterion_weighs", "NEW.weight < 1 or NEW.weight > 100", "a weight is 1 to 100");
  await never(
    "criteria_set",
    "criteria_set_weighs_100",
    "coalesce((select sum(weight) from criterion where set_id = NEW.id), 0) <> 100",
    "weights are 100 together",
  );
  await never(
    "criteria_set",
    "criteria_set_logged",
    `not ${logged("inspection.criteria", "'criteria:' || NEW.id")}`,
    LOG,
  );

  await create(db, "inspection_unit", ["inspection_id", "unit_id"], { inspection_id: "text", unit_id: "text>unit.id" });
  await create(db, "inspection_member", ["inspection_id", "person_id"], {
    ...{ inspection_id: "text", person_id: "text>person.id", is_lead: "integer" },
  });
  await create(db, "inspection", ["id"], {
    ...{ id: "text", type: "text", title: "text", from_day: "text", to_day: "text", decision: "text" },
    ...{ set_id: "text>criteria_set.id", seed: "text", sample_size: "integer", hat: "text", ...LOGGED },
  });
  await only("inspection_unit", ["inspection_id", "unit_id"]);
  await only("inspection_member", ["inspection_id", "person_id"]);
  await only("inspection", ["id"], [["evidence_seq"]]);
  await sealed("inspection_unit", "inspection", "inspection_id");
  await sealed("inspection_member", "inspection", "inspection_id");
  await never(
    "inspection",
    "inspection_ordered",
    `NEW.type not in ('yearly', 'plan', 'adhoc', 'thematic', 'combined') or NEW.from_day > NEW.to_day or length(NEW.seed) < 16
      or NEW.hat not in ('DIRECTOR', 'CHIEF') or not ${logged("inspection.plan", "'inspection:' || NEW.id")}`,
    "only what the Director or the head of the board ordered",
  );

  await create(db, "inspection_move", ["evidence_seq"], {
    ...{
      evidence_seq: "integer",
      inspection_id: "text>inspection.id",
      act: "text",
      from_state: "text",
      to_state: "text",
    },
    ...{ unit_id: "text?>unit.id", text: "text", due_at: "text", article_id: "text?>article.id", ...step },
  });
  await only("inspection_move", ["evidence_seq"]);
  await never(
    "inspection_move",
    "inspection_move_follows",
    `NEW.from_state <> ${stateBefore} or not ${logged("inspection.", "'inspection:' || NEW.inspection_id", "NEW.act")}`,
    "a step begins where the last one led",
  );
  await never(
    "inspection_move",
    "inspection_move_lawful",
    `not (
      (NEW.act = 'plan' and NEW.from_state = '' and NEW.to_state = 'OPEN' and NEW.hat in ('DIRECTOR', 'CHIEF'))
      or (NEW.act = 'draw' and NEW.from_state = 'OPEN' and NEW.to_state = 'OPEN')
      or (NEW.act = 'present' and NEW.from_state = 'OPEN' and NEW.to_state = 'EXPLAINING' and NEW.due_at <> '')
      or (NEW.act = 'explain' and NEW.from_state = 'EXPLAINING' and NEW.to_state = 'EXPLAINING' and NEW.hat = 'MEMBER'
        and NEW.unit_id is not null and length(trim(NEW.text)) > 0)
      or (NEW.act = 'rework' and NEW.from_state = 'EXPLAINING' and NEW.to_state = 'OPEN' and length(trim(NEW.text)) >= 10)
      or (NEW.act = 'conclude' and NEW.from_state = 'EXPLAINING' and NEW.to_state = 'CONCLUDED' and NEW.hat = 'DIRECTOR'
        and length(trim(NEW.text)) >= 10)
      or (NEW.act = 'draft' and NEW.from_state = 'CONCLUDED' and NEW.to_state = 'CONCLUDED' and NEW.hat = 'SECRETARY'
        and NEW.article_id is not null)
      or (NEW.act = 'correct' and NEW.from_state = 'CONCLUDED' and NEW.to_state = 'CONCLUDED' and NEW.hat = 'DIRECTOR'
        and length(trim(NEW.text)) >= 10)
      or (NEW.act = 'cancel' and NEW.from_state in ('OPEN', 'EXPLAINING') and NEW.to_state = 'CANCELLED'
        and NEW.hat in ('DIRECTOR', 'CHIEF') and length(trim(NEW.text)) >= 10))`,
    "no such step: conclusion by the Director comes before publication, a correction after it with a notice",
  );

  await create(db, "inspection_sample", ["inspection_id", "unit_id", "position"], {
    ...{ inspection_id: "text>inspection.id", unit_id: "text>unit.id", position: "integer" },
    ...{ article_id: "text>article.id", title: "text", rank_hash: "text" },
  });
  await only("inspection_sample", ["inspection_id", "unit_id", "position"]);
  await never(
    "inspection_sample",
    "inspection_sample_drawn_once",
    "exists (select 1 from inspection_move where inspection_id = NEW.inspection_id and act = 'draw')",
    "a sample is drawn once, after its seed was written down",
  );

  await create(db, "inspection_mark", ["evidence_seq"], {
    ...{ evidence_seq: "integer", inspection_id: "text>inspection.id", unit_id: "text>unit.id", criterion: "text" },
    ...{ article_id: "text?>article.id", value: "integer?", note: "text", ...step },
  });
  await only("inspection_mark", ["evidence_seq"]);
  await never(
    "inspection_mark",
    "inspection_mark_by_the_team",
    `${stateBefore} <> 'OPEN' or not ${logged("inspection.mark", "'inspection:' || NEW.inspection_id")}
      or not exists (select 1 from inspection_member m where m.inspection_id = NEW.inspection_id and m.person_id = NEW.person_id)
      or not exists (select 1 from inspection_unit u where u.inspection_id = NEW.inspection_id and u.unit_id = NEW.unit_id)
      or coalesce(NEW.value, 0) < 0 or coalesce(NEW.value, 0) > 100`,
    "only by its team, while it is open",
  );
  await never(
    "inspection_mark",
    "inspection_mark_disinterested",
    `exists (select 1 from person p where p.id = NEW.person_id and p.unit_id = NEW.unit_id)
      or exists (select 1 from appointment a where a.person_id = NEW.person_id and a.unit_id = NEW.unit_id
        and (a.to_day is null or a.to_day >= (select i.from_day from inspection i where i.id = NEW.inspection_id)))`,
    "nobody marks his own unit",
  );

  await create(db, "inspection_score", ["inspection_id", "version", "unit_id", "criterion"], {
    ...{ inspection_id: "text>inspection.id", version: "integer", unit_id: "text>unit.id", criterion: "text" },
    ...{ weight: "integer", reached: "integer", lines: "text" },
  });
  await create(db, "inspection_version", ["inspection_id", "version"], {
    ...{ inspection_id: "text>inspection.id", version: "integer", kind: "text", notice: "text", authors: "text" },
    ...{ digest: "text", evidence_seq: "integer" },
  });
  await only("inspection_score", ["inspection_id", "version", "unit_id", "criterion"]);
  await only("inspection_version", ["inspection_id", "version"], [["evidence_seq"]]);
  await never(
    "inspection_score",
    "inspection_score_sealed",
    `NEW.reached < 0 or NEW.reached > 100 or exists (select 1 from inspection_version v
      where v.inspection_id = NEW.inspection_id and v.version >= NEW.version)`,
    "a version is never added to",
  );
  await never(
    "inspection_version",
    "inspection_version_stepped",
    `NEW.version <> 1 + coalesce((select max(v.version) from inspection_version v where v.inspection_id = NEW.inspection_id), 0)
      or not exists (select 1 from inspection_move m where m.evidence_seq = NEW.evidence_seq
        and m.inspection_id = NEW.inspection_id
        and ((NEW.kind = 'presented' and m.act = 'present') or (NEW.kind = 'correction' and m.act = 'correct' and m.text = NEW.notice)))`,
    "scores change before the conclusion by presenting them again, after it only with a notice",
  );

  await create(db, "violation", ["id"], {
    ...{ id: "text", unit_id: "text>unit.id", type: "text", what: "text", happened_on: "text", evidence_href: "text" },
    ...{ source_key: "text", explain_due: "text", hat: "text", ...LOGGED },
  });
  await create(db, "violation_move", ["evidence_seq"], {
    ...{
      evidence_seq: "integer",
      violation_id: "text>violation.id",
      act: "text",
      text: "text",
      outcome: "text",
      ...step,
    },
  });
  await only("violation", ["id"], [["evidence_seq"], ["source_key"]]);
  await only("violation_move", ["evidence_seq"]);
  await db.schema.createIndex("violation_source").unique().on("violation").columns(["source_key"]).execute();
  await never(
    "violation",
    "violation_with_evidence",
    `length(trim(NEW.evidence_href)) = 0 or NEW.type not in ('late', 'missing', 'inaccurate')
      or not ${logged("violation.record", "'violation:' || NEW.id")}`,
    "only with evidence and its line of the log",
  );
  await never(
    "violation_move",
    "violation_move_lawful",
    `not ${logged("violation.", "'violation:' || NEW.violation_id", "NEW.act")}
      or exists (select 1 from violation_move m where m.violation_id = NEW.violation_id and m.act = 'conclude' and m.evidence_seq < NEW.evidence_seq)
      or not ((NEW.act = 'explain' and NEW.outcome = '' and NEW.hat = 'MEMBER')
        or (NEW.act = 'conclude' and NEW.outcome in ('upheld', 'dismissed') and NEW.hat = 'DIRECTOR'))`,
    "the unit explains, the Director concludes once",
  );

  await create(db, "incident_exhibit", ["incident_id", "position"], {
    ...{ incident_id: "text", position: "integer", kind: "text", edition_id: "text", number: "integer", hash: "text" },
  });
  await create(db, "incident", ["id"], {
    ...{
      id: "text",
      clause: "text",
      what: "text",
      occurred_on: "text",
      unit_id: "text?>unit.id",
      hat: "text",
      ...LOGGED,
    },
  });
  await create(db, "incident_note", ["evidence_seq"], {
    ...{ evidence_seq: "integer", incident_id: "text>incident.id", text: "text", is_final: "integer", ...step },
  });
  await only("incident_exhibit", ["incident_id", "position"]);
  await only("incident", ["id"], [["evidence_seq"]]);
  await only("incident_note", ["evidence_seq"]);
  await sealed("incident_exhibit", "incident", "incident_id");
  await never(
    "incident_exhibit",
    "incident_exhibit_kept",
    `not ((NEW.kind = 'version' and exists (select 1 from edition_version v where v.edition_id = NEW.edition_id
        and v.version = NEW.number and v.hash = NEW.hash))
      or (NEW.kind = 'log' and exists (select 1 from evidence e where e.seq = NEW.number and e.hash = NEW.hash)))`,
    "only what the portal keeps, by its hash",
  );
  await never(
    "incident",
    "incident_pointed",
    `NEW.clause not like 'Đ17.%' or NEW.hat not in ('DIRECTOR', 'CHIEF', 'ADMIN')
      or not ${logged("incident.record", "'incident:' || NEW.id")}`,
    "only by Director, head of the board or administrator, naming the point",
  );
  await never(
    "incident_note",
    "incident_note_reserved",
    `NEW.hat not in ('DIRECTOR', 'CHIEF', 'ADMIN') or not ${logged("incident.note", "'incident:' || NEW.incident_id")}
      or exists (select 1 from incident_note n where n.incident_id = NEW.incident_id and n.is_final = 1 and n.evidence_seq < NEW.evidence_seq)`,
    "only by Director, head of the board or administrator, until it is closed",
  );
}

const LOGGED = { person_id: "text>person.id", at: "text", evidence_seq: "integer" } as const;
const LOG = "only what the log tells of";

/** The row of the log that a row rests on: this act of this person at this time. */
const logged = (act: string, subject: string, rest = "''") =>
  `exists (select 1 from evidence e where e.seq = NEW.evidence_seq and e.act = '${act}' || ${rest} and e.subject = ${subject}
    and e.person = NEW.person_id and e.at = NEW.at)`;

/** Where the inspection stood before this row. */
const stateBefore = `coalesce((select m.to_state from inspection_move m where m.inspection_id = NEW.inspection_id
  and m.evidence_seq < NEW.evidence_seq order by m.evidence_seq desc limit 1), '')`;

/** `text>unit.id` refers to another table; a question mark allows null. */
async function create(db: AnyDb, table: string, key: readonly string[], columns: Columns): Promise<void> {
  let making = db.schema.createTable(table);
  for (const [name, kind] of Object.entries(columns)) {
    const [type = "", to] = kind.split(">");
    making = making.addColumn(name, type.startsWith("integer") ? "integer" : "text", (c) => {
      const alone = key.length === 1 && key[0] === name ? c.primaryKey() : type.endsWith("?") ? c : c.notNull();
      if (name === "evidence_seq") return alone.references("evidence.seq");
      return to ? alone.references(to) : alone;
    });
  }
  if (key.length > 1) making = making.addPrimaryKeyConstraint(`${table}_key`, [...key] as never);
  await making.execute();
}
