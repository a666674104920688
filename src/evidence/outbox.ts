import type { Instant } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import type { Tx } from "../storage/database.ts";

/** What follows a committed act. Written with it, carried out after it, retried until it is done. */
export type Follow =
  | { readonly kind: "mail"; readonly to: string; readonly subject: string; readonly text: string }
  /**
   * Public pages that changed: cache tags to drop. `forget`: not even as the last good page may they be shown again
   * (Đ15.k3).
   */
  | { readonly kind: "pages"; readonly tags: readonly string[]; readonly forget?: true }
  /** Something other systems may want to hear of: what, to what, where it is read, and nothing that is not public. */
  | {
      readonly kind: "event";
      readonly name: string;
      readonly subject: string;
      readonly path: string;
      readonly data: Readonly<Record<string, unknown>>;
    };

export async function addToOutbox(tx: Tx, at: Instant, follows: readonly Follow[]): Promise<void> {
  if (follows.length === 0) return;
  await tx
    .insertInto("outbox")
    .values(
      follows.map(({ kind, ...payload }) => ({
        id: newId(),
        kind,
        payload: JSON.stringify(payload),
        created_at: at,
        next_try_at: at,
        attempts: 0,
        done_at: null,
        last_error: null,
      })),
    )
    .execute();
}
