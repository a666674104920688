import type { Moment } from "../act.ts";
import type { Actor } from "../board/actor.ts";
import type { Follow } from "../evidence/outbox.ts";
import type { Instant } from "../kernel/clock.ts";
import { type Id, newId } from "../kernel/ids.ts";
import { STATES } from "../regulation/states.ts";
import { siteOrigin } from "../settings/origin.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { EditionFacts, Surroundings } from "./facts.ts";
import { canAdvance } from "./workflow.ts";

/** Persons who can carry an edition on now: exactly these are told that it waits for them. */
export function nextPersons(facts: EditionFacts, around: Surroundings, actors: readonly Actor[], at: Instant): Id[] {
  return [...new Set(actors.filter((actor) => canAdvance(facts, around, actor, at)).map(({ person }) => person))];
}

export interface Notice {
  readonly kind: "waiting" | "outcome";
  readonly text: string;
  /** Page of the desk that it speaks of, where that is no article. */
  readonly path?: string;
  /** What the sentence sums up, for the mail: one line each. */
  readonly details?: readonly string[];
}

/** Puts a notice on the desk of each person and a mail in the outbox, in the act's own transaction. */
export async function tell(
  { tx, at }: Pick<Moment, "tx" | "at">,
  people: readonly Id[],
  edition: Id | null,
  notice: Notice,
): Promise<Follow[]> {
  if (people.length === 0) return [];
  const settings = await readSettings(tx);
  const receivers = await tx
    .selectFrom("person")
    .select(["id", "full_name", "email"])
    .where("id", "in", people)
    .execute();
  await tx
    .insertInto("notification")
    .values(
      receivers.map(({ id }) => ({
        id: newId(),
        person_id: id,
        edition_id: edition,
        path: notice.path ?? null,
        kind: notice.kind,
        text: notice.text,
        created_at: at,
        read_at: null,
      })),
    )
    .execute();
  const path = edition ? `/ban-bien-tap/bai/${edition}` : (notice.path ?? "/ban-bien-tap");
  const link = `${siteOrigin(settings)}${path}`;
  return receivers
    .filter(({ email }) => email !== "")
    .map(({ email, full_name }) => ({
      kind: "mail",
      to: email,
      subject: notice.text,
      text: `Kính gửi ${full_name},\n\n${[notice.text, ...(notice.details ?? []).map((line) => `- ${line}`)].join("\n")}\n\n${edition ? "Mở bài" : "Mở"}: ${link}\n\n${settings["site.shortName"]} — Ban biên tập\nThư gửi tự động, xin không trả lời thư này.`,
    }));
}

/** The sentence of a notice: what happened and where the article is now. */
export function noticeText(title: string, label: string, name: string, facts: EditionFacts): string {
  return `“${title || "Bài chưa có tiêu đề"}”: ${label} (${name}). Nay: ${STATES[facts.state]}.`;
}
