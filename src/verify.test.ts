import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { eachEngine, openTestPortal, type TestPortal } from "../test/support/portals.ts";
import { ALL_POINTS, travel } from "../test/support/road.ts";
import { insertFile } from "./media/store.ts";
import { verifyPortal } from "./verify.ts";

let stage: TestPortal | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

eachEngine("Đ12.k1, Đ5.k3: verify", (engine) => {
  test("a portal at work is whole, also while others write", async () => {
    stage = await openTestPortal(engine);
    const { portal, centre } = stage;
    let writing = true;
    const writer = (async () => {
      while (writing) {
        await travel(portal, centre, "PUBLISHED");
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const found = await Promise.all([verifyPortal(portal), verifyPortal(portal), verifyPortal(portal)]);
    writing = false;
    await writer;
    expect(found.map(({ bad }) => bad)).toEqual([null, null, null]);
    expect(await verifyPortal(portal)).toMatchObject({ bad: null });
  });

  test("a public file that was changed on the disk is named", async () => {
    stage = await openTestPortal(engine);
    const { portal, centre } = stage;
    const article = await travel(portal, centre, "UNDER_REVIEW");
    const bytes = Buffer.from("bản gốc");
    const hash = await portal.files.put(bytes);
    await portal.database.transact((tx) =>
      insertFile(tx, {
        hash,
        mime: "text/plain",
        size: bytes.length,
        width: null,
        height: null,
        original_name: "ke-hoach.txt",
        kind: "attachment",
        uploaded_by: article.by("thuky", "SECRETARY").person,
        uploaded_at: portal.clock.now(),
        text_checked: null,
      }),
    );
    const attachment = { file: hash, name: "ke-hoach.txt", title: "Kế hoạch", mime: "text/plain", size: bytes.length };
    await article.save("thuky", "SECRETARY", { attachments: [attachment] });
    await article.move("thuky", "SECRETARY", { act: "forward", checked: ALL_POINTS });
    await article.move("giamdoc", "CHIEF", { act: "approve", checked: ALL_POINTS });
    await article.move("thuky", "SECRETARY", { act: "publish" });
    expect(await verifyPortal(portal)).toMatchObject({ bad: null });
    const path = join(portal.config.dataFolder, "files", hash.slice(0, 2), hash.slice(2, 4), hash);
    await writeFile(path, "bản khác");
    expect((await verifyPortal(portal)).bad?.row).toBe(`tệp ${hash}`);
  });
});
