import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { no } from "../rules.ts";
import { bodyNow, type Delivery, readDelivery, readSubscribers, type Subscriber } from "../webhooks.queries.ts";

interface State {
  readonly delivery: Delivery | null;
  readonly subscriber: Subscriber | undefined;
  readonly isPublic: boolean;
}

/** Sends a message once more, under its own id and in the words of now. What was taken down since is not told again (Đ15.k3). */
export const resend: Command<{ readonly id: Id }, State, Delivery> = {
  name: "webhook.resend",
  async load({ tx }, { id }) {
    const delivery = await readDelivery(tx, id);
    const subscriber = (await readSubscribers(tx)).find((one) => one.id === delivery?.subscriber);
    return { delivery, subscriber, isPublic: delivery !== null && (await bodyNow(tx, delivery)) !== null };
  },
  decide({ delivery, subscriber, isPublic }, _, by) {
    const refusals: Refusal[] = [];
    if (by.hat !== "ADMIN") refusals.push({ code: "notThisHat", clause: "Đ7.k3" });
    if (!delivery || !subscriber) return refused([...refusals, no("webhookDeliveryUnknown")]);
    if (subscriber.state === "REMOVED") refusals.push(no("webhookRemoved"));
    if (subscriber.state === "PAUSED") refusals.push(no("webhookPausedNow"));
    if (delivery.doneAt === null) refusals.push(no("webhookDeliveryWaits"));
    if (!isPublic) refusals.push({ ...no("webhookNoLongerPublic"), clause: "Đ15.k3" });
    return refusals.length > 0 ? refused(refusals) : done(delivery);
  },
  evidence: ({ id, subscriber, event, subject }) => ({
    act: "webhook.resend",
    subject: `webhook:${subscriber}`,
    clause: "Đ4.k1",
    content: { delivery: id, event, about: subject },
  }),
  async write({ tx, at }, { id }) {
    const again = { done_at: null, last_error: null, attempts: 0, next_try_at: at };
    await tx.updateTable("outbox").set(again).where("id", "=", id).execute();
    return [];
  },
};
