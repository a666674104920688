import { actWithin, type By, type Command } from "../act.ts";
import { addSeconds, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { createArticle } from "../newsroom/commands/create-article.ts";
import { moveEdition } from "../newsroom/commands/move-edition.ts";
import { contentHash } from "../newsroom/content-hash.ts";
import type { Portal } from "../portal.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS } from "../regulation/checklists.ts";
import type { Tx } from "../storage/database.ts";
import type { CentrePerson, SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { generatedText } from "./many-text.ts";

/** Articles kept in one transaction. */
const BATCH = 40;
const TICKED = [...APPRAISAL_POINTS, ...APPROVAL_POINTS].map(({ id }) => id);
const HEADS = [
  "truong.dao-tao",
  "truong.to-chuc-hanh-chinh",
  "truong.giao-duc-thuong-xuyen",
  "truong.ngoai-ngu-tin-hoc",
];

/**
 * `count` published articles, written by the heads of units and carried along the whole road through the commands a
 * form uses, evenly spread from the clock's instant to now. For measuring and for trying long lists.
 */
export async function fillMany(portal: Portal, centre: SampleCentre, count: number, clock: SampleClock): Promise<void> {
  const begin = Date.parse(clock.now());
  clock.live();
  const apart = Math.floor((Date.parse(clock.now()) - begin) / (count + 1) / 1000);
  const beginning = new Date(begin).toISOString();
  clock.set(beginning);
  const units = HEADS.map((username) => centre.people[username]!);
  const categories = Object.values(centre.categories);
  for (let done = 0; done < count; done += BATCH) {
    await portal.database.transact(async (tx) => {
      for (let number = done; number < Math.min(done + BATCH, count); number += 1) {
        const at = addSeconds(beginning, apart * (number + 1));
        clock.set(at);
        const [head, category] = [units[number % units.length]!, categories[number % categories.length]!];
        await publishOne(tx, centre, { at, number, head, category });
      }
    });
  }
}

interface Wanted {
  readonly at: Instant;
  readonly number: number;
  readonly head: CentrePerson;
  readonly category: Id;
}

async function publishOne(tx: Tx, { people }: SampleCentre, { at, number, head, category }: Wanted): Promise<void> {
  const enter = async <I, S, C>(by: By, command: Command<I, S, C>, input: I): Promise<C> => {
    const answer = await actWithin(tx, at, by, command, input);
    if (answer.ok) return answer.value;
    throw new Error(`${command.name}: ${answer.error.map(({ code }) => code).join(", ")}`);
  };
  const writer: By = { person: head.id, hat: "MEMBER" };
  const secretary: By = { person: people.thuky!.id, hat: "SECRETARY" };
  const chief: By = { person: people.giamdoc!.id, hat: "CHIEF" };
  const { unit } = head;
  const text = generatedText(number + 1, Number(at.slice(0, 4)));
  const made = await enter(writer, createArticle, { unit, category, isRepublished: false, content: text });
  const { edition } = made;
  const hash = contentHash(made.content);
  await enter(writer, moveEdition, { edition, hash, act: "approveInUnit", addressee: "SECRETARY" });
  await enter(secretary, moveEdition, { edition, hash, act: "claim" });
  await enter(secretary, moveEdition, { edition, hash, act: "forward", checked: TICKED });
  await enter(chief, moveEdition, { edition, hash, act: "approve", checked: TICKED });
  await enter(secretary, moveEdition, { edition, hash, act: "publish" });
}
