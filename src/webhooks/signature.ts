import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

/** A new key: 32 random bytes, written as Standard Webhooks writes them. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString("base64");

/**
 * Headers by which the receiver knows that a message is ours, whole and fresh (standardwebhooks.com): the id stays the
 * same at every try, the time is that of the try, the signature covers id, time and body.
 */
export function signedHeaders(secret: string, id: string, sentAt: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.parse(sentAt) / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
