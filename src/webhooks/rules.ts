import { isIP } from "node:net";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import { mayReach, type Reach } from "../outbound/public-address.ts";
import { isWebhookEvent, type WebhookEvent } from "./events.ts";

/** More receivers than any centre has; each costs a request for every change. */
export const MOST_SUBSCRIBERS = 20;

export type WebhookCode =
  | "webhookNameMissing"
  | "webhookAddressInvalid"
  | "webhookAddressPrivate"
  | "webhookAddressTaken"
  | "webhookEventsMissing"
  | "webhookTooMany"
  | "webhookUnknown"
  | "webhookRemoved"
  | "webhookPausedNow"
  | "webhookDeliveryUnknown"
  | "webhookDeliveryWaits"
  | "webhookNoLongerPublic";

export const no = (code: WebhookCode): Refusal => ({ code, clause: "Đ4.k1" });

export interface SubscriberInput {
  readonly name: string;
  readonly address: string;
  readonly events: readonly string[];
}

export interface SubscriberValues {
  readonly name: string;
  readonly address: string;
  readonly events: readonly WebhookEvent[];
}

/**
 * What the administrator entered, made ready to keep. An address of this machine or of the inside network is refused at
 * once where it is written as such; a name that leads there is found out when something is sent.
 */
export function readSubscriber(input: SubscriberInput, reach: Reach): Result<SubscriberValues, Refusal[]> {
  const name = normalizeLine(input.name).slice(0, 120);
  const url = URL.parse(input.address.trim());
  const events = [...new Set(input.events.filter(isWebhookEvent))];
  const refusals: Refusal[] = [];
  if (name === "") refusals.push(no("webhookNameMissing"));
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "" || url.href.length > 500) {
    refusals.push(no("webhookAddressInvalid"));
  } else if (leadsInside(url.hostname, reach)) {
    refusals.push(no("webhookAddressPrivate"));
  }
  if (events.length === 0) refusals.push(no("webhookEventsMissing"));
  if (refusals.length > 0 || !url) return refused(refusals);
  url.hash = "";
  return done({ name, address: url.href, events });
}

function leadsInside(hostname: string, reach: Reach): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host)) return !mayReach(host, reach);
  return reach === "public" && /(^|\.)localhost\.?$/.test(host);
}
