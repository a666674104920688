import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid } from "../guards.ts";

/** Marks of quality, exemptions and frozen results (Đ16.k3, Đ11.g2); plans of the board (Đ8.k2.g2, Đ9.k2). */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await quotaTables(db);
  await planTables(db);
  await marksAreEarned(db, engine);
  await exemptionsAreDecided(db, engine);
  await resultsAreFrozen(db, engine);
  await plansAreDecided(db, engine);
}

async function quotaTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable("quality_mark")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("article_id", "text", (c) => c.notNull().references("article.id"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("month", "text", (c) => c.notNull())
    .addColumn("level", "text", (c) => c.notNull())
    .addColumn("unmet", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addUniqueConstraint("quality_mark_version", ["article_id", "version"])
    .execute();
  await db.schema.createIndex("quality_mark_month").on("quality_mark").columns(["month"]).execute();
  await db.schema.createIndex("edition_content_hash").on("edition").columns(["content_hash"]).execute();
  await db.schema.createIndex("article_first_published").on("article").columns(["first_published_at"]).execute();
  await db.schema
    .createTable("quota_exemption")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("from_month", "text", (c) => c.notNull())
    .addColumn("to_month", "text", (c) => c.notNull())
    .addColumn("decision_number", "text", (c) => c.notNull())
    .addColumn("decision_day", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("revokes", "text", (c) => c.unique().references("quota_exemption.id"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema
    .createTable("quota_result")
    .addColumn("month", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("target", "integer", (c) => c.notNull())
    .addColumn("good", "integer", (c) => c.notNull())
    .addColumn("unmarked", "integer", (c) => c.notNull())
    .addColumn("outcome", "text", (c) => c.notNull())
    .addColumn("excused", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("quota_result_pk", ["month", "unit_id"])
    .execute();
  await db.schema
    .createTable("quota_article")
    .addColumn("month", "text", (c) => c.notNull())
    .addColumn("article_id", "text", (c) => c.notNull().references("article.id"))
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("edition_id", "text", (c) => c.notNull().references("edition.id"))
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("author", "text", (c) => c.notNull())
    .addColumn("count", "text", (c) => c.notNull())
    .addColumn("published_at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("quota_article_pk", ["month", "article_id"])
    .execute();
  await db.schema
    .createTable("quota_month")
    .addColumn("month", "text", (c) => c.primaryKey())
    .addColumn("digest", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
}

async function planTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable("plan_version")
    .addColumn("period", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("orientation", "text", (c) => c.notNull())
    .addColumn("themes", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("plan_version_pk", ["period", "version"])
    .execute();
  await db.schema
    .createTable("plan_decision")
    .addColumn("period", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("outcome", "text", (c) => c.notNull())
    .addColumn("decision_number", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("delegation_id", "text", (c) => c.references("delegation.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("plan_decision_pk", ["period", "version"])
    .execute();
  await db.schema
    .createTable("plan_link")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("period", "text", (c) => c.notNull())
    .addColumn("theme", "text", (c) => c.notNull())
    .addColumn("article_id", "text", (c) => c.notNull().references("article.id"))
    .addColumn("linked", "integer", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema.createIndex("plan_link_period").on("plan_link").columns(["period", "theme"]).execute();
}

/** Wall time in Vietnam is seven hours ahead of UTC, all year. */
const localTime = (engine: Engine, at: string, form: "month" | "day") =>
  engine === "sqlite"
    ? `strftime('${form === "month" ? "%Y-%m" : "%Y-%m-%d"}', ${at}, '+7 hours')`
    : `to_char((${at})::timestamptz at time zone 'UTC' + interval '7 hours', '${form === "month" ? "YYYY-MM" : "YYYY-MM-DD"}')`;

/** The act stands in the log, done by this person in this hat at this time. */
const evidenced = (act: string, subject: string) =>
  `exists (select 1 from evidence l where l.seq = NEW.evidence_seq and l.act = '${act}' and l.subject = ${subject} and l.person = NEW.person_id and l.hat = NEW.hat and l.at = NEW.at)`;

async function marksAreEarned(db: AnyDb, engine: Engine): Promise<void> {
  await appendOnly(db, engine, "quality_mark", ["id"], [["article_id", "version"]]);
  const guard = (name: string, when: string, message: string) =>
    forbid(db, engine, { name: `quality_mark_${name}`, table: "quality_mark", on: "insert", when, message });
  await guard(
    "whole",
    `NEW.hat not in ('SECRETARY', 'CHIEF', 'STANDING_DEPUTY') or NEW.level not in ('good', 'improve', 'poor')
      or (NEW.level <> 'good' and NEW.note = '' and NEW.unmet = '[]') or not ${evidenced("quality.mark", "'article:' || NEW.article_id")}`,
    "a mark of quality is given by the board and says what is missing",
  );
  await guard(
    "of_what_is_public",
    `not exists (select 1 from article a where a.id = NEW.article_id and a.first_published_at <= NEW.at
      and NEW.month = ${localTime(engine, "a.first_published_at", "month")})`,
    "only what was published is marked, for the month of its publication",
  );
  await guard(
    "not_own",
    `exists (select 1 from article a where a.id = NEW.article_id and a.author_id = NEW.person_id)
      or exists (select 1 from edition e where e.article_id = NEW.article_id and e.author_id = NEW.person_id and e.published_at <= NEW.at)
      or exists (select 1 from edition e join edition_version v on v.edition_id = e.id where e.article_id = NEW.article_id
        and v.saved_by = NEW.person_id and v.saved_at <= NEW.at and v.in_state in ('DRAFT', 'AWAITING_HEAD'))`,
    "nobody marks what he wrote",
  );
  await guard(
    "next",
    `NEW.version <> 1 + (select coalesce(max(m.version), 0) from quality_mark m where m.article_id = NEW.article_id)`,
    "a mark follows the one before it",
  );
  await guard(
    "reason",
    `NEW.reason = '' and (exists (select 1 from quota_month m where m.month = NEW.month)
      or (NEW.version > 1 and NEW.month < ${localTime(engine, "NEW.at", "month")}))`,
    "a mark of a closed month is changed with a reason",
  );
}

async function exemptionsAreDecided(db: AnyDb, engine: Engine): Promise<void> {
  await appendOnly(db, engine, "quota_exemption", ["id"], [["revokes"]]);
  await forbid(db, engine, {
    name: "quota_exemption_decided",
    table: "quota_exemption",
    on: "insert",
    when: `NEW.hat not in ('CHIEF', 'DIRECTOR') or NEW.decision_number = '' or NEW.reason = '' or NEW.from_month > NEW.to_month
      or NEW.decision_day > ${localTime(engine, "NEW.at", "day")} or length(NEW.from_month) <> 7 or length(NEW.to_month) <> 7
      or not ${evidenced("quota.exempt", "'exemption:' || NEW.id")}
      or exists (select 1 from unit u where u.id = NEW.unit_id and u.kind = 'leadership')
      or (NEW.revokes is null and exists (select 1 from quota_month m where m.month between NEW.from_month and NEW.to_month))
      or (NEW.revokes is not null and not exists (select 1 from quota_exemption x where x.id = NEW.revokes
        and x.revokes is null and x.unit_id = NEW.unit_id and x.from_month = NEW.from_month and x.to_month = NEW.to_month))`,
    message: "an exemption needs its decision, and comes before the month is frozen",
  });
}

async function resultsAreFrozen(db: AnyDb, engine: Engine): Promise<void> {
  await appendOnly(db, engine, "quota_result", ["month", "unit_id"]);
  await appendOnly(db, engine, "quota_article", ["month", "article_id"]);
  await appendOnly(db, engine, "quota_month", ["month"]);
  for (const table of ["quota_result", "quota_article"]) {
    await forbid(db, engine, {
      name: `${table}_before_the_seal`,
      table,
      on: "insert",
      when: `exists (select 1 from quota_month m where m.month = NEW.month) or not exists (select 1 from evidence l
        where l.seq = NEW.evidence_seq and l.act = 'quota.freeze' and l.subject = 'quota:' || NEW.month)`,
      message: "nothing is added to a frozen month",
    });
  }
  await forbid(db, engine, {
    name: "quota_month_is_over",
    table: "quota_month",
    on: "insert",
    when: `NEW.month >= ${localTime(engine, "NEW.at", "month")} or not ${evidenced("quota.freeze", "'quota:' || NEW.month")}`,
    message: "only a month that is over is frozen",
  });
}

async function plansAreDecided(db: AnyDb, engine: Engine): Promise<void> {
  await appendOnly(db, engine, "plan_version", ["period", "version"]);
  await appendOnly(db, engine, "plan_decision", ["period", "version"]);
  await appendOnly(db, engine, "plan_link", ["id"]);
  await forbid(db, engine, {
    name: "plan_version_proposed",
    table: "plan_version",
    on: "insert",
    when: `NEW.hat not in ('SECRETARY', 'DEPUTY', 'STANDING_DEPUTY', 'CHIEF') or NEW.themes = '[]'
      or NEW.version <> 1 + (select coalesce(max(v.version), 0) from plan_version v where v.period = NEW.period)
      or not ${evidenced("plan.propose", "'plan:' || NEW.period")}`,
    message: "a plan is proposed by the board, text after text",
  });
  await forbid(db, engine, {
    name: "plan_decision_by_right",
    table: "plan_decision",
    on: "insert",
    when: `NEW.outcome not in ('decided', 'returned') or (NEW.outcome = 'returned' and NEW.note = '')
      or not exists (select 1 from plan_version v where v.period = NEW.period and v.version = NEW.version)
      or exists (select 1 from plan_version v where v.period = NEW.period and v.version > NEW.version and v.evidence_seq < NEW.evidence_seq)
      or not ${evidenced("plan.decide", "'plan:' || NEW.period")}
      or not (NEW.hat = 'CHIEF' or (NEW.hat = 'STANDING_DEPUTY' and exists (select 1 from delegation d where d.id = NEW.delegation_id
        and d.to_person = NEW.person_id and d.to_hat = NEW.hat and d.powers like '%"plan.decide"%' and (d.revoked_at is null or d.revoked_at > NEW.at)
        and ${localTime(engine, "NEW.at", "day")} between d.from_day and d.to_day)))`,
    message: "a plan is decided by the head of the board, or under his paper",
  });
  await forbid(db, engine, {
    name: "plan_link_by_right",
    table: "plan_link",
    on: "insert",
    when: `NEW.linked not in (0, 1) or not ${evidenced("plan.link", "'plan:' || NEW.period")}
      or not exists (select 1 from plan_version v where v.period = NEW.period)
      or not (NEW.hat = 'SECRETARY' or exists (select 1 from article a where a.id = NEW.article_id and a.author_id = NEW.person_id))`,
    message: "an article is put under a theme by its writer or the secretary",
  });
}
