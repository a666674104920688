import type { KyselyPlugin } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { act, type Door } from "../../src/act.ts";
import { moveEdition } from "../../src/newsroom/commands/move-edition.ts";
import { saveEdition } from "../../src/newsroom/commands/save-edition.ts";
import { loadEdition } from "../../src/newsroom/editions.queries.ts";
import type { Portal } from "../../src/portal.ts";
import { KEPT_TABLES } from "../../src/storage/backup.ts";
import type { AnyDb } from "../../src/storage/guards.ts";
import { eachEngine, openTestPortal, type TestPortal } from "../support/portals.ts";
import { ALL_POINTS, type Traveller, travel } from "../support/road.ts";

class Cut extends Error {}

/** The same door, whose connection breaks at the `at`-th statement of the act. */
function breaking(portal: Portal, at: number, seen: { statements: number }): Door {
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      seen.statements += 1;
      if (seen.statements === at) throw new Cut();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const { database, clock } = portal;
  return {
    clock,
    database: { ...database, transact: (work) => database.transact((tx) => work(tx.withPlugin(plugin) as typeof tx)) },
  };
}

async function everything(portal: Portal): Promise<string> {
  const tables = await Promise.all(
    KEPT_TABLES.map(async (table) => {
      const rows = await (portal.db as unknown as AnyDb).selectFrom(table).selectAll().execute();
      return [table, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
  return JSON.stringify(tables);
}

eachEngine("an act cut off between any two statements", (engine) => {
  let stage: TestPortal;
  let article: Traveller;
  beforeEach(async () => {
    stage = await openTestPortal(engine);
    article = await travel(stage.portal, stage.centre, "PUBLISHED");
    await article.move("thuky", "SECRETARY", { act: "proposeCorrection", note: "Sửa lại giờ khai giảng" });
  });
  afterEach(() => stage.close());

  const acts = {
    "saving a text": async (door: Door) => {
      const { facts, content } = (await loadEdition(stage.portal.db, article.edition))!;
      return act(door, article.by("thuky", "SECRETARY"), saveEdition, {
        edition: article.edition,
        baseVersion: facts.version,
        content: { ...content, lead: "Chiều nay, Trung tâm khai giảng lớp bổ túc." },
      });
    },
    "posting a correction over the live text": async (door: Door) => {
      const { facts } = (await loadEdition(stage.portal.db, article.edition))!;
      return act(door, article.by("thuky", "SECRETARY"), moveEdition, {
        edition: article.edition,
        act: "publish",
        hash: facts.hash,
      });
    },
  };

  test.each(Object.entries(acts))("%s leaves nothing behind, and works when tried again", async (name, run) => {
    if (name !== "saving a text") {
      await article.save("thuky", "SECRETARY", { lead: "Chiều nay, Trung tâm khai giảng lớp bổ túc." });
      await article.move("thuky", "SECRETARY", { act: "forward", checked: ALL_POINTS });
      await article.move("giamdoc", "CHIEF", { act: "approve", checked: ALL_POINTS });
    }
    const before = await everything(stage.portal);
    let cuts = 0;
    for (let at = 1; ; at += 1) {
      const seen = { statements: 0 };
      const outcome = await run(breaking(stage.portal, at, seen)).catch((error: unknown) => error);
      if (!(outcome instanceof Cut)) {
        expect(outcome).toMatchObject({ ok: true });
        break;
      }
      cuts += 1;
      expect(await everything(stage.portal)).toBe(before);
    }
    expect(cuts).toBeGreaterThan(10);
    expect(await everything(stage.portal)).not.toBe(before);
  });
});
