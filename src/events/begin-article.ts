import { actWithin, type By } from "../act.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import { fold } from "../kernel/vietnamese.ts";
import { createArticle } from "../newsroom/commands/create-article.ts";
import type { Portal } from "../portal.ts";
import type { State } from "../regulation/states.ts";
import type { Tx } from "../storage/database.ts";
import { activeTemplates } from "../templates/templates.queries.ts";
import { formatDate } from "../ui/format.ts";
import { linkArticle } from "./commands/link-article.ts";
import { type CentreEvent, eventById } from "./events.queries.ts";
import { no } from "./rules.ts";

/** States in which an article will come to nothing: then another may be begun. */
const ENDED: readonly State[] = ["CANCELLED", "WITHDRAWN"];

/**
 * Begins the article that tells of an event: a draft with title, lead, section, unit and the template for events,
 * linked from its first moment. Answers the draft, or why not; then nothing is begun.
 */
export async function beginArticle(portal: Portal, by: By, id: Id): Promise<Result<Id, Refusal[]>> {
  try {
    const edition = await portal.database.transact(async (tx) => beginWithin(tx, portal.clock.now(), by, id));
    portal.door.follow?.();
    return done(edition);
  } catch (error) {
    if (error instanceof NotBegun) return refused([...error.refusals]);
    throw error;
  }
}

/** The same inside a transaction; throws when it is refused, so that nothing of it stays. */
export async function beginWithin(tx: Tx, at: string, by: By, id: Id): Promise<Id> {
  const event = await eventById(tx, id);
  if (!event) throw new NotBegun([no("eventUnknown")]);
  const open = event.articles.find(({ state }) => !ENDED.includes(state));
  if (open) throw new NotBegun([no("eventHasArticle", { title: open.title })]);
  const template = (await activeTemplates(tx, "STORY")).find(({ name }) => fold(name).includes("su kien"));
  const made = await actWithin(tx, at, by, createArticle, {
    unit: event.unit,
    category: await sectionFor(tx),
    isRepublished: false,
    content: { title: event.content.title, lead: leadOf(event) },
    ...(template ? { template: template.id } : {}),
    note: "Bắt đầu từ sự kiện",
  });
  if (!made.ok) throw new NotBegun(made.error);
  const linked = await actWithin(tx, at, by, linkArticle, { event: id, article: made.value.article });
  if (!linked.ok) throw new NotBegun(linked.error);
  return made.value.edition;
}

class NotBegun extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super("The article was not begun");
    this.refusals = refusals;
  }
}

/** The section of news and events, by its address; else the first. */
async function sectionFor(tx: Tx): Promise<Id> {
  const sections = await tx.selectFrom("category").select(["id", "slug"]).orderBy("position").execute();
  return (sections.find(({ slug }) => slug.includes("su-kien")) ?? sections[0])?.id ?? "";
}

/** When, where, by whom: what every report begins with. */
export function leadOf({ content, startsAt, endsAt, unitName }: CentreEvent): string {
  const [first, last] = [formatDate(startsAt), formatDate(endsAt)];
  const when = dayOf(startsAt) === dayOf(endsAt) ? `Ngày ${first}` : `Từ ngày ${first} đến ngày ${last}`;
  return `${when}, tại ${content.place}, ${unitName} tổ chức ${content.title}.`;
}
