import type { Instant } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import type { Tx } from "../storage/database.ts";
import type { SampleClock } from "./clock.ts";

/** One act of the sample's past. */
export interface Act {
  readonly at: Instant;
  readonly run: (tx: Tx, at: Instant) => Promise<void>;
}

/** An act that opens its own transactions, or stores files; the clock may go on while it runs. */
export interface WholeAct {
  readonly at: Instant;
  readonly whole: () => Promise<void>;
}

/** Acts kept in one transaction. */
const BATCH = 60;

/** Does the acts in the order of time, each at its own instant, or just after one that took longer. */
export async function play(portal: Portal, clock: SampleClock, acts: readonly (Act | WholeAct)[]): Promise<void> {
  const inOrder = [...acts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let batch: Act[] = [];
  const flush = async () => {
    const now = batch;
    batch = [];
    if (now.length === 0) return;
    await portal.database.transact(async (tx) => {
      for (const { at, run } of now) await run(tx, reach(clock, at));
    });
  };
  for (const act of inOrder) {
    if ("run" in act) batch.push(act);
    if (batch.length === BATCH || "whole" in act) await flush();
    if ("whole" in act) {
      reach(clock, act.at);
      await act.whole();
    }
  }
  await flush();
}

function reach(clock: SampleClock, at: Instant): Instant {
  const now = clock.now();
  const later = at > now ? at : now;
  clock.set(later);
  return later;
}
