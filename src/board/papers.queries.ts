import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

/** What the papers say beyond what a rule needs: the day of the decision, the reason of a delegation. */
export interface Papers {
  readonly decisionDays: ReadonlyMap<Id, Day>;
  readonly delegations: ReadonlyMap<Id, DelegationPaper>;
}

export interface DelegationPaper {
  readonly reason: string;
  readonly enteredAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revokeReason: string | null;
}

export async function readPapers(db: Db): Promise<Papers> {
  const appointments = await db.selectFrom("appointment").select(["id", "decision_day"]).execute();
  const delegations = await db
    .selectFrom("delegation")
    .select(["id", "reason", "created_at", "revoked_at", "revoke_reason"])
    .execute();
  return {
    decisionDays: new Map(appointments.map((row) => [row.id, row.decision_day])),
    delegations: new Map(
      delegations.map((row) => [
        row.id,
        {
          reason: row.reason,
          enteredAt: row.created_at,
          revokedAt: row.revoked_at,
          revokeReason: row.revoke_reason,
        },
      ]),
    ),
  };
}
