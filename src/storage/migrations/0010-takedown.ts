import { createSlipTable } from "../../intake/migration.ts";
import type { Engine } from "../database.ts";
import { type AnyDb, forbid } from "../guards.ts";

/** Requests to take something down (Đ15.k3). */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await createSlipTable(db, engine, {
    table: "takedown_request",
    own: (table) =>
      table
        .addColumn("target_kind", "text", (c) => c.notNull())
        .addColumn("target_id", "text", (c) => c.notNull())
        .addColumn("target_path", "text", (c) => c.notNull())
        .addColumn("target_title", "text", (c) => c.notNull())
        .addColumn("reason_class", "text", (c) => c.notNull())
        .addColumn("decided_class", "text"),
    personal: [],
    fixed: ["target_path", "target_id"],
  });
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `takedown_not_disclosure_${on}`,
      table: "takedown_request",
      on,
      when: "NEW.target_path = '/cong-khai' or NEW.target_path like '/cong-khai/%' or NEW.target_kind not in ('article', 'answer')",
      message: "a disclosure is never taken down",
    });
  }
  await forbid(db, engine, {
    name: "takedown_decided_first",
    table: "takedown_request",
    on: "update",
    when: "NEW.state = 'EXECUTED' and not exists (select 1 from slip_move m where m.slip_id = NEW.id and m.act = 'accept' and m.hat in ('CHIEF', 'STANDING_DEPUTY'))",
    message: "nothing is taken down without the decision of the head of the board",
  });
}
