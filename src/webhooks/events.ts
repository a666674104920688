/** What other systems can be told of. All of it is public by the time they hear it. */
export const WEBHOOK_EVENTS = {
  "article.published": "Đăng bài",
  "article.updated": "Cập nhật, đính chính bài",
  "article.taken_down": "Gỡ bỏ bài",
  "disclosure.published": "Đăng nội dung công khai",
} as const;

export type WebhookEvent = keyof typeof WEBHOOK_EVENTS;
export const EVENT_NAMES = Object.keys(WEBHOOK_EVENTS) as WebhookEvent[];
export const isWebhookEvent = (text: string): text is WebhookEvent => Object.hasOwn(WEBHOOK_EVENTS, text);

/** Sent only when the administrator asks for it, to see whether the other side hears. */
export const TEST_EVENT = "portal.test";

export const eventWords = (name: string): string =>
  isWebhookEvent(name) ? WEBHOOK_EVENTS[name] : name === TEST_EVENT ? "Gửi thử" : name;
