/** A system of others that is told of changes. Never deleted: what was sent to it keeps its name. */
export interface WebhookSubscriberTable {
  id: string;
  name: string;
  address: string;
  /** `whsec_…`; empty once removed. Shown once, when it is made. */
  secret: string;
  /** JSON list of the events it asked for. */
  events: string;
  /** ACTIVE, PAUSED or REMOVED. */
  state: string;
  created_at: string;
  created_by: string;
}

export interface WebhookTables {
  webhook_subscriber: WebhookSubscriberTable;
}
