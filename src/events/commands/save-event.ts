import { type Command, SAME_FORM_SECONDS } from "../../act.ts";
import { addSeconds, type Instant } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { slug as slugOf } from "../../kernel/vietnamese.ts";
import { indexEntry } from "../../search/questions.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Tx } from "../../storage/database.ts";
import { dueAfter, type EventContent, type Session } from "../event.ts";
import { type CentreEvent, eventById } from "../events.queries.ts";
import { EVENT_TAG } from "../paths.ts";
import { CLAUSE, type EventInput, judgeEvent, no } from "../rules.ts";
import { eventEntry } from "../search-source.ts";

export interface SaveEvent extends EventInput {
  /** Null for a new one. */
  readonly id: Id | null;
  /** The version it was begun from: what others saved since is not undone. */
  readonly seen?: number;
}

interface State {
  readonly event: CentreEvent | null;
  readonly wasLinked: boolean;
  readonly knowsUnit: boolean;
  readonly slugs: ReadonlySet<string>;
  /** Calendar days from the end in which an article is on time. */
  readonly days: number;
  /** Registered a moment ago, of the same unit. */
  readonly justNow: readonly {
    readonly id: Id;
    readonly slug: string;
    readonly content: string;
    readonly is_public: number;
  }[];
}

export interface SavedEvent {
  readonly id: Id;
  readonly slug: string;
  readonly version: number;
  readonly content: EventContent;
  readonly unit: Id;
  readonly span: Session;
  readonly dueAt: Instant;
  readonly isPublic: boolean;
  readonly isMoved: boolean;
  readonly reason: string;
  readonly isUnchanged: boolean;
}

/**
 * Registers an event, changes it or moves it to another time (REQ-081, REQ-125); every version is kept. The last
 * instant on time is set by the days in force when its time is set: a setting changed later excuses nobody.
 */
export const saveEvent: Command<SaveEvent, State, SavedEvent> = {
  name: "event.save",
  async load({ tx, at }, { id, unit }) {
    const event = id === null ? null : await eventById(tx, id);
    const links = event
      ? await tx.selectFrom("event_article").select("id").where("event_id", "=", event.id).limit(1).execute()
      : [];
    const known = await tx.selectFrom("unit").select("id").where("id", "=", unit).executeTakeFirst();
    const taken = event ? [] : await tx.selectFrom("event").select("slug").execute();
    return {
      event,
      wasLinked: links.length > 0,
      knowsUnit: known !== undefined,
      slugs: new Set(taken.map(({ slug }) => slug)),
      days: (await readSettings(tx))["events.articleDays"],
      justNow: event ? [] : await registeredSince(tx, unit, addSeconds(at, -SAME_FORM_SECONDS)),
    };
  },
  decide({ event, wasLinked, knowsUnit, slugs, days, justNow }, input, by, at) {
    if (input.id !== null && !event) return refused([no("eventUnknown")]);
    if (event && input.seen !== undefined && input.seen !== event.version)
      return refused([no("eventSeenOld", { version: String(event.version) })]);
    const answer = judgeEvent(input, event && { ...event, wasLinked }, knowsUnit, by, at);
    if (!answer.ok) return answer;
    const { content, span, isMoved, reason } = answer.value;
    const isNew = event === null;
    const twin = justNow.find(
      (one) => one.content === JSON.stringify(content) && (one.is_public === 1) === input.isPublic,
    );
    return done({
      id: event?.id ?? twin?.id ?? newId(),
      slug: event?.slug ?? twin?.slug ?? freeSlug(content.title, slugs),
      version: (event?.version ?? 0) + 1,
      content,
      unit: input.unit,
      span,
      dueAt: event && event.endsAt === span.endsAt ? event.dueAt : dueAfter(span.endsAt, days),
      isPublic: input.isPublic,
      isMoved,
      reason,
      isUnchanged:
        twin !== undefined ||
        (!isNew &&
          event.unit === input.unit &&
          event.isPublic === input.isPublic &&
          JSON.stringify(event.content) === JSON.stringify(content)),
    });
  },
  evidence: (change) =>
    change.isUnchanged
      ? null
      : {
          act: change.isMoved ? "event.move" : "event.save",
          subject: `event:${change.id}`,
          clause: CLAUSE,
          reason: change.reason || null,
          content: {
            name: change.content.title,
            version: change.version,
            unit: change.unit,
            isPublic: change.isPublic,
            dueAt: change.dueAt,
            content: change.content,
          },
        },
  async write({ tx, by, at }, change, { event }, seq) {
    const { id, version, content, span } = change;
    const held = {
      unit_id: change.unit,
      version,
      starts_at: span.startsAt,
      ends_at: span.endsAt,
      due_at: change.dueAt,
      is_public: change.isPublic ? 1 : 0,
    };
    await tx
      .insertInto("event_version")
      .values({
        event_id: id,
        ...held,
        content: JSON.stringify(content),
        reason: change.reason,
        person_id: by.person,
        hat: by.hat,
        at,
        seq,
      })
      .execute();
    if (event) await tx.updateTable("event").set(held).where("id", "=", id).execute();
    else {
      await tx
        .insertInto("event")
        .values({ id, slug: change.slug, ...held, cancelled_at: null, cancel_reason: null, created_at: at })
        .execute();
    }
    if (!change.isPublic) return [];
    await indexEntry(tx, await eventEntry(tx, id));
    return [{ kind: "pages", tags: [EVENT_TAG] }];
  },
};

function freeSlug(title: string, taken: ReadonlySet<string>): string {
  const base = slugOf(title).slice(0, 80).replace(/-$/, "") || "su-kien";
  let free = base;
  for (let number = 2; taken.has(free); number += 1) free = `${base}-${number}`;
  return free;
}

const registeredSince = (tx: Tx, unit: Id, since: Instant) =>
  tx
    .selectFrom("event as e")
    .innerJoin("event_version as v", (join) =>
      join.onRef("v.event_id", "=", "e.id").onRef("v.version", "=", "e.version"),
    )
    .select(["e.id", "e.slug", "e.is_public", "v.content"])
    .where("e.unit_id", "=", unit)
    .where("e.created_at", ">=", since)
    .where("e.cancelled_at", "is", null)
    .execute();
