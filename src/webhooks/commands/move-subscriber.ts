import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { TEST_EVENT } from "../events.ts";
import { no } from "../rules.ts";
import { newSecret } from "../signature.ts";
import { bodyOf, queue } from "../store.ts";
import { readSubscribers, type Subscriber } from "../webhooks.queries.ts";

export type SubscriberAct = "pause" | "resume" | "remove" | "newSecret" | "test";

export interface MoveSubscriber {
  readonly id: Id;
  readonly act: SubscriberAct;
}

export interface MovedSubscriber {
  readonly subscriber: Subscriber;
  readonly act: SubscriberAct;
  /** The new key, told once. */
  readonly secret: string | null;
}

/**
 * Pauses, resumes or removes a receiver, gives it a new key, or sends it a trial message. Removing it destroys its key
 * and what still waits for it; what was sent stays on record.
 */
export const moveSubscriber: Command<MoveSubscriber, Subscriber | null, MovedSubscriber> = {
  name: "webhook.move",
  load: async ({ tx }, { id }) => (await readSubscribers(tx)).find((one) => one.id === id) ?? null,
  decide(subscriber, { act }, by) {
    const refusals: Refusal[] = [];
    if (by.hat !== "ADMIN") refusals.push({ code: "notThisHat", clause: "Đ7.k3" });
    if (!subscriber) return refused([...refusals, no("webhookUnknown")]);
    if (subscriber.state === "REMOVED") refusals.push(no("webhookRemoved"));
    if (act === "test" && subscriber.state === "PAUSED") refusals.push(no("webhookPausedNow"));
    if (refusals.length > 0) return refused(refusals);
    return done({ subscriber, act, secret: act === "newSecret" ? newSecret() : null });
  },
  evidence: ({ subscriber, act }) => ({
    act: `webhook.${act}`,
    subject: `webhook:${subscriber.id}`,
    clause: "Đ4.k1",
    content: { name: subscriber.name },
  }),
  async write({ tx, at }, { subscriber: { id }, act, secret }) {
    if (act === "test") {
      const body = bodyOf(TEST_EVENT, at, { message: "Tin thử từ Cổng. Không cần làm gì." });
      await queue(tx, at, [{ subscriber: id, event: TEST_EVENT, subject: `webhook:${id}`, body }]);
      return [];
    }
    const change = {
      pause: { state: "PAUSED" },
      resume: { state: "ACTIVE" },
      remove: { state: "REMOVED", secret: "" },
      newSecret: { secret: secret ?? "" },
    }[act];
    await tx.updateTable("webhook_subscriber").set(change).where("id", "=", id).execute();
    return [];
  },
};
