import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import type { Reach } from "../../outbound/public-address.ts";
import { MOST_SUBSCRIBERS, no, readSubscriber, type SubscriberInput, type SubscriberValues } from "../rules.ts";
import { newSecret } from "../signature.ts";
import { readSubscribers, type Subscriber } from "../webhooks.queries.ts";

export interface SaveSubscriber extends SubscriberInput {
  /** Null for a new one. */
  readonly id: Id | null;
  readonly reach: Reach;
}

export interface SavedSubscriber extends SubscriberValues {
  readonly id: Id;
  /** Of a new receiver: told to whoever added it, kept in no evidence. */
  readonly secret: string | null;
  readonly before: Subscriber | null;
}

/** Adds a system that is told of changes, or changes its name, address and events (Đ4.k1, Đ7.k3). */
export const saveSubscriber: Command<SaveSubscriber, readonly Subscriber[], SavedSubscriber> = {
  name: "webhook.save",
  load: ({ tx }) => readSubscribers(tx),
  decide(all, input, by) {
    const before = all.find(({ id }) => id === input.id) ?? null;
    const refusals: Refusal[] = [];
    if (by.hat !== "ADMIN") refusals.push({ code: "notThisHat", clause: "Đ7.k3" });
    if (input.id !== null && !before) refusals.push(no("webhookUnknown"));
    if (before?.state === "REMOVED") refusals.push(no("webhookRemoved"));
    const kept = all.filter(({ state }) => state !== "REMOVED");
    if (!before && kept.length >= MOST_SUBSCRIBERS) refusals.push(no("webhookTooMany"));
    const values = readSubscriber(input, input.reach);
    if (!values.ok) return refused([...refusals, ...values.error]);
    const { address } = values.value;
    if (kept.some((one) => one.address === address && one.id !== input.id)) refusals.push(no("webhookAddressTaken"));
    if (refusals.length > 0) return refused(refusals);
    return done({ ...values.value, id: before?.id ?? newId(), secret: before ? null : newSecret(), before });
  },
  evidence: ({ id, name, address, events, before }) => ({
    act: before ? "webhook.change" : "webhook.add",
    subject: `webhook:${id}`,
    clause: "Đ4.k1",
    content: {
      name: before ? { before: before.name, after: name } : name,
      address: before ? { before: before.address, after: address } : address,
      events: before ? { before: before.events, after: events } : events,
    },
  }),
  async write({ tx, by, at }, { id, name, address, events, secret }) {
    const row = { name, address, events: JSON.stringify(events) };
    if (secret === null) {
      await tx.updateTable("webhook_subscriber").set(row).where("id", "=", id).execute();
    } else {
      const own = { id, secret, state: "ACTIVE", created_at: at, created_by: by.person };
      await tx
        .insertInto("webhook_subscriber")
        .values({ ...row, ...own })
        .execute();
    }
    return [];
  },
};
