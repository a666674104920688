import type { Engine } from "../database.ts";
import { type AnyDb, forbid, neverDeleted } from "../guards.ts";

/** Long work, and the spreadsheets that are entered by it. A row of a spreadsheet is entered once at most. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("job")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("input", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("done", "integer", (c) => c.notNull())
    .addColumn("total", "integer", (c) => c.notNull())
    .addColumn("cursor", "text", (c) => c.notNull())
    .addColumn("tries", "integer", (c) => c.notNull())
    .addColumn("outcome", "text", (c) => c.notNull())
    .addColumn("cancel_asked_at", "text")
    .addColumn("cancel_asked_by", "text", (c) => c.references("person.id"))
    .addColumn("claimed_by", "text")
    .addColumn("claimed_until", "text")
    .addColumn("ended_at", "text")
    .execute();
  await db.schema.createIndex("job_state").on("job").column("state").execute();
  await db.schema
    .createTable("import_batch")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("file_name", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("places", "text", (c) => c.notNull())
    .addColumn("job_id", "text", (c) => c.references("job.id"))
    .execute();
  await db.schema
    .createTable("import_row")
    .addColumn("batch_id", "text", (c) => c.notNull().references("import_batch.id"))
    .addColumn("line", "integer", (c) => c.notNull())
    .addColumn("cells", "text", (c) => c.notNull())
    .addColumn("outcome", "text")
    .addColumn("reasons", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("import_row_key", ["batch_id", "line"])
    .execute();

  await neverDeleted(db, engine, "job", ["id"]);
  const ended = "('DONE', 'CANCELLED', 'FAILED')";
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `job_is_plausible_${on}`,
      table: "job",
      on,
      when: `NEW.state not in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED') or NEW.done < 0 or NEW.done > NEW.total or (NEW.state in ${ended}) <> (NEW.ended_at is not null) or (NEW.state = 'CANCELLED' and NEW.cancel_asked_at is null) or (NEW.cancel_asked_at is null) <> (NEW.cancel_asked_by is null)`,
      message: "a job is in one state, has not done more than there is, and is cancelled only when somebody asked",
    });
  }
  await forbid(db, engine, {
    name: "job_ended_stays",
    table: "job",
    on: "update",
    when: `OLD.state in ${ended}`,
    message: "a job that ended stays as it ended",
  });
  await forbid(db, engine, {
    name: "job_goes_forward",
    table: "job",
    on: "update",
    when: "NEW.done < OLD.done or NEW.total <> OLD.total or NEW.kind <> OLD.kind or NEW.title <> OLD.title or NEW.input <> OLD.input or NEW.person_id <> OLD.person_id or NEW.hat <> OLD.hat or NEW.created_at <> OLD.created_at or NEW.seq <> OLD.seq or (OLD.state = 'RUNNING' and NEW.state = 'WAITING') or (OLD.cancel_asked_at is not null and (NEW.cancel_asked_at is null or NEW.cancel_asked_at <> OLD.cancel_asked_at))",
    message: "a job only goes forward, for the person and with the input it began with",
  });
  await forbid(db, engine, {
    name: "import_batch_once",
    table: "import_batch",
    on: "update",
    when: "OLD.job_id is not null and (NEW.job_id is null or NEW.job_id <> OLD.job_id)",
    message: "a spreadsheet is entered by one job only",
  });
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `import_row_outcome_${on}`,
      table: "import_row",
      on,
      when: "NEW.outcome is not null and (NEW.outcome not in ('entered', 'present', 'refused') or not exists (select 1 from import_batch b where b.id = NEW.batch_id and b.job_id is not null))",
      message: "a row has an outcome only after its spreadsheet was to be entered",
    });
  }
  await forbid(db, engine, {
    name: "import_row_once",
    table: "import_row",
    on: "update",
    when: "NEW.batch_id <> OLD.batch_id or NEW.line <> OLD.line or NEW.cells <> OLD.cells or (OLD.outcome is not null and (NEW.outcome is null or NEW.outcome <> OLD.outcome))",
    message: "a row of a spreadsheet is entered once",
  });
}
