import { afterAll, beforeAll, expect, test } from "vitest";
import { eachEngine, openEmptyPortal } from "../../../test/support/portals.ts";
import type { Portal } from "../../portal.ts";
import { readQuery } from "../query.ts";
import { indexEntry } from "../questions.ts";
import { search } from "../search.queries.ts";
import { corpus, JUDGED, type Judged } from "./corpus.ts";

/** What search must reach on the judged set; below this it has become worse. */
const LEAST = { recall: 0.99, mrr: 0.97 };

interface Outcome {
  readonly judged: Judged;
  /** Share of all judged addresses among the first ten. */
  readonly recall: number;
  /** One over the place of the first of the best ones. */
  readonly reciprocal: number;
}

async function ask(portal: Portal, judged: Judged): Promise<Outcome> {
  const { hits } = await search(portal.db, readQuery(judged.q), {}, 1);
  const first = hits.slice(0, 10).map(({ path }) => path);
  const wanted = [...judged.best, ...judged.good];
  const place = first.findIndex((path) => judged.best.includes(path));
  return {
    judged,
    recall: wanted.filter((path) => first.includes(path)).length / wanted.length,
    reciprocal: place < 0 ? 0 : 1 / (place + 1),
  };
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

test("the judged set is large enough, and every address it names is a text of the corpus", () => {
  const entries = corpus();
  const paths = new Set(entries.map(({ path }) => path));
  expect(JUDGED.length).toBeGreaterThanOrEqual(100);
  expect(paths.size).toBe(entries.length);
  expect(paths.size).toBeGreaterThanOrEqual(150);
  for (const { best, good } of JUDGED) for (const path of [...best, ...good]) expect(paths).toContain(path);
});

eachEngine("search on the judged set", (engine) => {
  let portal: Portal;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ portal, close } = await openEmptyPortal(engine));
    await portal.database.transact(async (tx) => {
      for (const entry of corpus()) await indexEntry(tx, entry);
    });
  });
  afterAll(() => close());

  test("finds, and puts first, what people judged to be the answer", async () => {
    const outcomes: Outcome[] = [];
    const started = performance.now();
    for (const judged of JUDGED) outcomes.push(await ask(portal, judged));
    const took = (performance.now() - started) / JUDGED.length;
    const recall = mean(outcomes.map((one) => one.recall));
    const mrr = mean(outcomes.map((one) => one.reciprocal));
    const weak = outcomes.filter((one) => one.recall < 1 || one.reciprocal < 1);
    process.stdout.write(
      [
        `\n${engine}: ${JUDGED.length} queries over ${corpus().length} texts, ${took.toFixed(1)} ms each`,
        `  recall@10 ${recall.toFixed(3)}, MRR ${mrr.toFixed(3)}`,
        ...weak.map(
          (one) => `  ${one.judged.q}: recall ${one.recall.toFixed(2)}, 1/place ${one.reciprocal.toFixed(2)}`,
        ),
        "",
      ].join("\n"),
    );
    expect(recall).toBeGreaterThanOrEqual(LEAST.recall);
    expect(mrr).toBeGreaterThanOrEqual(LEAST.mrr);
  });
});
