import { describe, expect, test } from "vitest";
import { eachEngine, openEmptyPortal } from "../../test/support/portals.ts";
import { brokenLink, GENESIS, hashOf, nextRow } from "./chain.ts";
import { record } from "./log.ts";
import { verifyChain } from "./verify.ts";

const by = { person: "lan", hat: "SECRETARY" } as const;
const at = "2026-11-24T01:00:00.000Z";

describe("REQ-049: a row of the log", () => {
  const first = nextRow(undefined, by, at, { act: "a.b", subject: "a:1", content: { b: 1, a: "ê" } });
  const second = nextRow(first, by, at, { act: "a.c", subject: "a:1", reason: "vì", delegation: "d" });

  test("begins the chain at nothing and hangs on the row before", () => {
    expect(first).toMatchObject({ seq: 1, prev_hash: GENESIS, clause: null, reason: null, delegation_id: null });
    expect(second).toMatchObject({ seq: 2, prev_hash: first.hash, reason: "vì", delegation_id: "d", content: "{}" });
    expect(brokenLink(undefined, first)).toBeNull();
    expect(brokenLink(first, second)).toBeNull();
  });

  test("has the same hash however its content was put together", () => {
    const again = nextRow(undefined, by, at, { act: "a.b", subject: "a:1", content: { a: "ê", b: 1, c: undefined } });
    expect(again.hash).toBe(first.hash);
  });

  test.each(Object.keys(first).filter((column) => column !== "hash"))("has every column in its hash: %s", (column) => {
    expect(hashOf({ ...first, [column]: "khác" })).not.toBe(first.hash);
  });

  test("tells what is broken: a gap, another row before, another content", () => {
    expect(brokenLink(undefined, second)).toBe("thiếu dòng 1");
    expect(brokenLink({ ...first, hash: GENESIS }, second)).toBe("không nối với dòng trước");
    expect(brokenLink(first, { ...second, reason: "khác" })).toBe("nội dung không khớp mã băm");
  });
});

eachEngine("REQ-049, Đ5.k3: the chain", (engine) => {
  test("is whole over more rows than are read at once, and says what seals it", async () => {
    const { portal, close } = await openEmptyPortal(engine);
    const before = (await verifyChain(portal.db)).rows;
    expect(await verifyChain(portal.db)).toMatchObject({ bad: null });
    await portal.database.transact(async (tx) => {
      for (let number = 0; number < 5100; number += 1) {
        await record(tx, by, at, { act: "test.row", subject: `row:${number}` });
      }
    });
    const seen: number[] = [];
    const report = await verifyChain(portal.db, ({ seq }) => seen.push(seq));
    expect(report).toMatchObject({ bad: null, rows: before + 5100 });
    expect(seen.at(-1)).toBe(before + 5100);
    const last = await portal.db
      .selectFrom("evidence")
      .select("hash")
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    expect(report.head).toBe(last?.hash);
    await close();
  });

  test("keeps nothing of an act that was not committed", async () => {
    const { portal, close } = await openEmptyPortal(engine);
    const before = await verifyChain(portal.db);
    const broken = portal.database.transact(async (tx) => {
      await record(tx, by, at, { act: "test.row", subject: "row:1" });
      throw new Error("đứt");
    });
    await expect(broken).rejects.toThrow("đứt");
    expect(await verifyChain(portal.db)).toEqual(before);
    await close();
  });
});
