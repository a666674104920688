import { writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * The process that is killed: walks articles along the whole road and says a line for each act once it is committed.
 * Runs the built server, as an institution does. Arguments: folder of the build, configuration as JSON.
 */
const [build, config] = process.argv.slice(2) as [string, string];
const built = <T>(path: string): Promise<T> => import(pathToFileURL(`${build}/${path}`).href) as Promise<T>;

const { createPortal } = await built<typeof import("../../src/portal.ts")>("portal.js");
const { createArticle } = await built<typeof import("../../src/newsroom/commands/create-article.ts")>(
  "newsroom/commands/create-article.js",
);
const { saveEdition } = await built<typeof import("../../src/newsroom/commands/save-edition.ts")>(
  "newsroom/commands/save-edition.js",
);
const { moveEdition } = await built<typeof import("../../src/newsroom/commands/move-edition.ts")>(
  "newsroom/commands/move-edition.js",
);
const { loadEdition } =
  await built<typeof import("../../src/newsroom/editions.queries.ts")>("newsroom/editions.queries.js");
const { actorsOn } = await built<typeof import("../../src/board/actor.ts")>("board/actor.js");
const { readRoster } = await built<typeof import("../../src/board/roster.queries.ts")>("board/roster.queries.js");
const { dayOf } = await built<typeof import("../../src/kernel/clock.ts")>("kernel/clock.js");
const { APPRAISAL_POINTS, APPROVAL_POINTS } =
  await built<typeof import("../../src/regulation/checklists.ts")>("regulation/checklists.js");

const portal = await createPortal(JSON.parse(config));
const actors = actorsOn(await readRoster(portal.db), dayOf(portal.clock.now()));
const secretary = actors.find(({ hat }) => hat === "SECRETARY")!;
const headOf = (unit: string) => actors.find(({ hat, units }) => hat === "MEMBER" && units.includes(unit))!;
// Four eyes: the secretary may not appraise what he himself approved as head of his unit.
const writer = actors.find(({ hat, units }) => hat === "CONTRIBUTOR" && headOf(units[0]!).person !== secretary.person)!;
const unit = writer.units[0]!;
const head = headOf(unit);
const chief = actors.find(({ hat }) => hat === "CHIEF")!;
const category = (await portal.db.selectFrom("category").select("id").limit(1).executeTakeFirstOrThrow()).id;
const checked = [...APPRAISAL_POINTS, ...APPROVAL_POINTS].map(({ id }) => id);

const steps = [
  [writer, { act: "sendToHead" }],
  [head, { act: "approveInUnit", addressee: "SECRETARY" }],
  [secretary, { act: "claim" }],
  [secretary, { act: "forward", checked }],
  [chief, { act: "approve", checked }],
  [secretary, { act: "publish" }],
] as const;

/** The line goes out at once and whole: what the parent has read was committed. */
const acknowledge = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

function must<T>(answer: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

for (let number = 1; ; number += 1) {
  const { edition } = must(await portal.act(writer, createArticle, { unit, category, isRepublished: false }));
  acknowledge({ edition, act: "create", version: 1 });
  const sentence = `Câu số ${number} của tiến trình ${process.pid}.`;
  const { content } = (await loadEdition(portal.db, edition))!;
  const text = [{ type: "paragraph", content: [{ type: "text", text: sentence }] }];
  const full = { ...content, title: "Tin trong ngày", lead: sentence, body: { type: "doc", content: text } } as const;
  must(await portal.act(writer, saveEdition, { edition, baseVersion: 1, content: full }));
  acknowledge({ edition, act: "edit", version: 2, sentence });
  for (const [by, step] of steps) {
    const { hash } = (await loadEdition(portal.db, edition))!.facts;
    must(await portal.act(by, moveEdition, { edition, hash, ...step }));
    acknowledge({ edition, act: step.act, version: 2 });
    // The database answers at once: let the pipe have its turn.
    await new Promise(setImmediate);
  }
}
