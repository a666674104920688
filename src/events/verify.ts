import { canonicalJson } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

export interface EventFinding {
  readonly events: number;
  readonly links: number;
  /** The first row that does not hold, and why. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

interface Saved {
  readonly version: number;
  readonly unit: string;
  readonly isPublic: boolean;
  readonly dueAt: string;
  readonly content: unknown;
}

/** Compares every event, version and link with the acts that made them. The caller has checked the chain. */
export async function verifyEvents(db: Db): Promise<EventFinding> {
  const events = await db.selectFrom("event").selectAll().orderBy("id").execute();
  const versions = await db.selectFrom("event_version").selectAll().orderBy("version").execute();
  const links = await db.selectFrom("event_article").selectAll().orderBy("seq").execute();
  const log = await db.selectFrom("evidence").selectAll().where("act", "like", "event.%").orderBy("seq").execute();
  const counts = { events: events.length, links: links.length };
  const bad = (row: string, why: string) => ({ ...counts, bad: { row, why } });

  for (const event of events) {
    const own = log.filter(({ subject }) => subject === `event:${event.id}`);
    const saves = own.filter(({ act }) => act === "event.save" || act === "event.move");
    const kept = versions.filter(({ event_id }) => event_id === event.id);
    if (saves.length !== kept.length) return bad(`event ${event.id}`, "số phiên bản không khớp nhật ký");
    for (const [place, row] of saves.entries()) {
      const said = JSON.parse(row.content) as Saved;
      const version = kept[place]!;
      const isSame =
        version.seq === row.seq &&
        version.at === row.at &&
        version.reason === (row.reason ?? "") &&
        said.version === version.version &&
        said.unit === version.unit_id &&
        said.isPublic === (version.is_public === 1) &&
        said.dueAt === version.due_at &&
        canonicalJson(said.content) === canonicalJson(JSON.parse(version.content));
      if (!isSame) return bad(`event ${event.id}`, `bản ${version.version} không khớp nhật ký`);
    }
    const last = kept.at(-1)!;
    const over = own.find(({ act }) => act === "event.cancel");
    const isAsLogged =
      event.version === last.version &&
      event.starts_at === last.starts_at &&
      event.ends_at === last.ends_at &&
      event.due_at === last.due_at &&
      event.cancelled_at === (over?.at ?? null) &&
      event.cancel_reason === (over?.reason ?? null);
    if (!isAsLogged) return bad(`event ${event.id}`, "trạng thái không khớp nhật ký");
  }
  for (const link of links) {
    const made = log.find(({ seq }) => seq === link.seq);
    const undone = link.undone_seq === null ? null : log.find(({ seq }) => seq === link.undone_seq);
    const said = made && (JSON.parse(made.content) as { article: string });
    const isAsLogged =
      made?.act === "event.link" &&
      made.subject === `event:${link.event_id}` &&
      made.at === link.at &&
      said?.article === link.article_id &&
      (undone === null
        ? link.undone_at === null
        : undone?.act === "event.unlink" && undone.at === link.undone_at && undone.reason === link.undone_reason);
    if (!isAsLogged) return bad(`event_article ${link.id}`, "liên kết không khớp nhật ký");
  }
  return { ...counts, bad: null };
}
