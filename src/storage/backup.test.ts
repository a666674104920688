import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { eachEngine, openEmptyPortal, openTestPortal } from "../../test/support/portals.ts";
import { verifyChain } from "../evidence/verify.ts";
import { backup, KEPT_TABLES, NOT_KEPT, restore } from "./backup.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "portal-backup-"));
  closing.push(() => rm(made, { recursive: true, force: true }));
  return join(made, "sao-luu");
}

async function filled(engine: "sqlite" | "postgres") {
  const { portal, close } = await openTestPortal(engine);
  closing.push(close);
  return portal;
}

async function empty(engine: "sqlite" | "postgres") {
  const { portal, close } = await openEmptyPortal(engine);
  closing.push(close);
  return portal;
}

eachEngine("Đ4.k1, Đ5.k3: a backup", (engine) => {
  test.each(["sqlite", "postgres"] as const)("is restored whole into an empty %s portal", async (into) => {
    const portal = await filled(engine);
    const file = await portal.files.put(Buffer.from("tệp"));
    await portal.database.transact((tx) =>
      tx
        .insertInto("file")
        .values({
          hash: file,
          mime: "text/plain",
          size: 4,
          width: null,
          height: null,
          original_name: "a.txt",
          kind: "attachment",
          uploaded_by: "x",
          uploaded_at: portal.clock.now(),
          text_checked: null,
        })
        .execute(),
    );
    const made = await backup(portal.database, portal.files, portal.clock, await folder());
    const place = await empty(into);
    const report = await restore(place.database, place.files, made.folder);
    expect(report.head).toBe(made.head);
    expect(await verifyChain(place.db)).toMatchObject({ bad: null, head: made.head });
    expect((await place.files.read(file)).length).toBe(5);
    for (const table of ["person", "appointment", "setting", "category"] as const) {
      const read = (db: typeof place.db) => db.selectFrom(table).selectAll().execute() as Promise<object[]>;
      const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
      expect(sorted(await read(place.db))).toEqual(sorted(await read(portal.db)));
    }
  });

  test("forgets no table", async () => {
    const portal = await filled(engine);
    const found = await portal.database.writer.introspection.getTables();
    const ours = found.map(({ name }) => name).filter((name) => !/^(kysely_|search_index_|search_word)/.test(name));
    expect(ours.sort()).toEqual([...KEPT_TABLES, ...NOT_KEPT].sort());
  });

  test("is refused where there is data already, and changes nothing there", async () => {
    const portal = await filled(engine);
    const made = await backup(portal.database, portal.files, portal.clock, await folder());
    const before = await verifyChain(portal.db);
    await expect(restore(portal.database, portal.files, made.folder)).rejects.toThrow("đã có dữ liệu");
    expect(await verifyChain(portal.db)).toEqual(before);
  });

  test("that was altered is refused by name of the table", async () => {
    const portal = await filled(engine);
    const made = await backup(portal.database, portal.files, portal.clock, await folder());
    await appendFile(join(made.folder, "tables", "person.jsonl"), "{}\n");
    const place = await empty(engine);
    await expect(restore(place.database, place.files, made.folder)).rejects.toThrow("person");
    expect(await verifyChain(place.db)).toMatchObject({ rows: 0 });
  });

  test("taken while others write is of one moment", async () => {
    const portal = await filled(engine);
    let writing = true;
    const writer = (async () => {
      while (writing) {
        await portal.database.transact((tx) =>
          sql`update setting set changed_at = ${portal.clock.now()} where key = 'site.name'`.execute(tx),
        );
        // SQLite answers at once: without this the loop would never let the backup go on.
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const making = backup(portal.database, portal.files, portal.clock, await folder());
    const made = await making.finally(async () => {
      writing = false;
      await writer;
    });
    const place = await empty(engine);
    await restore(place.database, place.files, made.folder);
    expect(await verifyChain(place.db)).toMatchObject({ bad: null, head: made.head });
  });
});
