import { actWithin, type By, type Command } from "../act.ts";
import { addSeconds, fromLocalInput, type Instant } from "../kernel/clock.ts";
import { type Id, newId } from "../kernel/ids.ts";
import { addComment } from "../newsroom/commands/add-comment.ts";
import { createArticle } from "../newsroom/commands/create-article.ts";
import { moveEdition } from "../newsroom/commands/move-edition.ts";
import { resolveComment } from "../newsroom/commands/resolve-comment.ts";
import { saveEdition } from "../newsroom/commands/save-edition.ts";
import type { ArticleContent } from "../newsroom/content.ts";
import { markRead } from "../newsroom/notifications.queries.ts";
import type { Portal } from "../portal.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS } from "../regulation/checklists.ts";
import type { Tx } from "../storage/database.ts";
import { type Act, play, type WholeAct } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { type Days, daysFrom } from "./days.ts";
import { bodyFrom } from "./markup.ts";
import { keepSampleMedia, type SampleMedia } from "./media.ts";
import { STORIES } from "./stories/index.ts";
import type { PictureName, Step, Story } from "./story.ts";

/** Working days before today: when the sample's past begins. */
const BEGUN = 46;
/** From the evening of this working day on, notices are still unread. */
const READ_UNTIL = 2;
const TICKED = [...APPRAISAL_POINTS, ...APPROVAL_POINTS].map(({ id }) => id);

/** The first instant of the sample: the centre is filled then, its articles after it. */
export function sampleBegin(clock: SampleClock): Instant {
  return daysFrom(clock.today).at(BEGUN, "07:45");
}

/**
 * Articles of the sample centre in every state, each walked along its road by the right people through the commands
 * a form uses, together with other acts of the same weeks, dated back from today in the order of time. Expects the
 * centre to have been filled at `sampleBegin` or before.
 */
export async function fillArticles(
  portal: Portal,
  centre: SampleCentre,
  clock: SampleClock,
  others: readonly (Act | WholeAct)[] = [],
  media?: SampleMedia,
): Promise<void> {
  const days = daysFrom(clock.today);
  clock.set(days.at(BEGUN, "08:00"));
  const kept = media ?? (await keepMedia(portal, centre));
  const read = { at: days.at(READ_UNTIL, "17:00"), run: (tx: Tx, at: Instant) => readNotices(tx, centre, at) };
  await play(portal, clock, [...storyActs(STORIES, { days, centre, media: kept }), ...others, read]);
  await portal.database.transact((tx) => dropMails(tx, clock.now()));
}

/** The sample's pictures and files, received by the one who made them. */
export const keepMedia = (portal: Portal, { people }: SampleCentre): Promise<SampleMedia> =>
  keepSampleMedia(portal, people["ctv.cong-nghe-thong-tin"]!);

/** Every step of these articles as an act. */
export const storyActs = (stories: readonly Story[], around: Pick<Telling, "days" | "centre" | "media">): Act[] =>
  stories.flatMap((story, place) => actsOf({ story, place, ...around }));

interface Telling {
  readonly story: Story;
  readonly place: number;
  readonly days: Days;
  readonly centre: SampleCentre;
  readonly media: SampleMedia;
}

/** The steps of one article as acts; each story is some minutes off the round hour. */
function actsOf(telling: Telling): Act[] {
  const { story, place, days, centre } = telling;
  const late = (place * 7) % 33;
  const second = place % 1200;
  const ids = Array.from({ length: 100 }, newId);
  const told = { edition: "", slips: story.slips ?? [], comment: "" };
  const personOf = (who: string) => (who === "system" ? who : centre.people[who]!.id);
  const contentNow = () => contentOf(telling, ids, told.slips);

  return story.road.map(({ back, time, who, hat, does }: Step): Act => {
    const isOnTheHour = does.kind === "move" && does.act === "publishScheduled";
    const at = isOnTheHour ? days.at(back, time) : addSeconds(days.at(back, time), 60 * late + second);
    const by: By = { person: personOf(who), hat };
    return {
      at,
      async run(tx, now) {
        const enter = async <I, S, C>(command: Command<I, S, C>, input: I): Promise<C> => {
          const answer = await actWithin(tx, now, by, command, input);
          if (answer.ok) return answer.value;
          const why = answer.error.map(({ code, clause }) => `${code} (${clause})`).join(", ");
          throw new Error(`${contentNow().title}: ${who} ${command.name} ${JSON.stringify(does)}: ${why}`);
        };
        if (does.kind === "create") {
          const content = contentNow();
          const { unit, category } = content;
          const isRepublished = story.republished !== undefined;
          told.edition = (await enter(createArticle, { unit, category, isRepublished, content })).edition;
          return;
        }
        const { version, content_hash: hash } = await tx
          .selectFrom("edition")
          .select(["version", "content_hash"])
          .where("id", "=", told.edition)
          .executeTakeFirstOrThrow();
        if (does.kind === "edit") {
          told.slips = told.slips.slice(1);
          const { edition } = told;
          await enter(saveEdition, { edition, baseVersion: version, content: contentNow(), note: does.note });
        } else if (does.kind === "comment") {
          const block = does.block === null ? null : ids[does.block]!;
          const parent = does.answers ? told.comment : null;
          const { id } = await enter(addComment, { edition: told.edition, block, parent, body: does.text });
          if (!does.answers) told.comment = id;
        } else if (does.kind === "resolve") {
          await enter(resolveComment, { edition: told.edition, comment: told.comment });
        } else {
          const { kind: _, hour, addressee, ...move } = does;
          const moved = await enter(moveEdition, {
            edition: told.edition,
            hash,
            ...move,
            ...(addressee && { addressee: centre.people[addressee]?.id ?? addressee }),
            ...(hour && { publishAt: hour.back === null ? tomorrow(days, hour.time) : days.at(hour.back, hour.time) }),
            ...(move.act === "forward" || move.act === "approve" ? { checked: TICKED } : {}),
          });
          told.edition = moved.result;
        }
      },
    };
  });
}

function tomorrow({ today }: Days, time: string): Instant {
  return fromLocalInput(`${Temporal.PlainDate.from(today).add({ days: 1 })}T${time}`)!;
}

/** What the article says while the given slips have not been put right yet. */
function contentOf(
  { story, days, centre, media }: Telling,
  ids: readonly Id[],
  slips: NonNullable<Story["slips"]>,
): ArticleContent {
  const worded = story.write(days);
  const asWritten = (text: string) => slips.reduce((kept, { wrote, should }) => kept.replace(should, wrote), text);
  const author = centre.people[story.road[0]!.who]!.fullName;
  const { republished } = story;
  return {
    title: asWritten(worded.title),
    lead: asWritten(worded.lead),
    body: bodyFrom(
      asWritten(worded.body),
      ids,
      (name, caption) => media.picture(name as PictureName, caption),
      media.video,
    ),
    cover: story.cover ? media.picture(story.cover) : null,
    attachments: (story.attachments ?? []).map(media.attachment),
    author: republished?.author ?? author,
    onBehalf: "",
    source: republished?.source ?? "Trung tâm GDTX Hải Phòng",
    sourceUrl: republished?.url ?? "",
    sourceDate: republished ? days.day(republished.back) : "",
    category: centre.categories[story.category]!,
    unit: centre.units[story.unit]!,
  };
}

async function readNotices(tx: Tx, { people }: SampleCentre, at: Instant): Promise<void> {
  for (const { id } of Object.values(people)) await markRead(tx, id, "all", at);
}

/** The sample's mails are about the past and go nowhere, even if a mail server is entered later. */
export async function dropMails(tx: Tx, at: Instant): Promise<void> {
  await tx.updateTable("outbox").set({ done_at: at }).where("kind", "=", "mail").where("done_at", "is", null).execute();
}
