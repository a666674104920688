import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FileDamaged, type FileStore, openFileStore } from "../storage/files.ts";
import { oneAtATime, QueueFull } from "./queue.ts";
import { pictureVariants } from "./variants.ts";

let folder: string;
let files: FileStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "variants-"));
  files = openFileStore({ folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function picture(width: number, background: string) {
  return sharp({ create: { width, height: 300, channels: 4, background } })
    .png()
    .toBuffer();
}

test.each([
  [480, "webp", "image/webp", 480],
  [960, "jpg", "image/jpeg", 960],
  [1600, "jpg", "image/jpeg", 1200],
] as const)("a picture 1200 px wide asked for at %i px as %s", async (width, format, mime, made) => {
  const hash = await files.put(await picture(1200, "#c8102e"));
  const bytes = await pictureVariants(files)(hash, width, format);
  expect(await sharp(bytes).metadata()).toMatchObject({ mediaType: mime, width: made });
});

test("a variant is kept, so it is made once for all readers and all processes", async () => {
  const hash = await files.put(await picture(500, "#036"));
  const [first, second] = await Promise.all([1, 2].map(() => pictureVariants(files)(hash, 480, "webp")));
  expect(second).toEqual(first);
  await files.variants.put(hash, "480.webp", Buffer.from("kept"));
  expect(Buffer.from(await pictureVariants(files)(hash, 480, "webp")).toString()).toBe("kept");
});

test("transparent parts become white in JPEG, not black", async () => {
  const hash = await files.put(await picture(480, "#00000000"));
  const pixels = await sharp(await pictureVariants(files)(hash, 480, "jpg"))
    .raw()
    .toBuffer();
  expect([...pixels.subarray(0, 3)]).toEqual([255, 255, 255]);
});

test("no variant is made of a picture the disk has damaged", async () => {
  const hash = await files.put(await picture(490, "#063"));
  await writeFile(files.pathOf(hash), await picture(490, "#000"));
  await expect(pictureVariants(files)(hash, 480, "webp")).rejects.toThrow(FileDamaged);
  expect(await files.variants.find(hash, "480.webp")).toBeNull();
});

test("when too many pictures wait, the next is refused and those waiting are still made", async () => {
  const variants = pictureVariants(files, 1);
  const hashes = await Promise.all(["#111", "#222", "#333"].map(async (c) => files.put(await picture(600, c))));
  const answers = await Promise.allSettled(hashes.map((hash) => variants(hash, 480, "webp")));
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(2);
  expect(answers.find((answer) => answer.status === "rejected")?.reason).toBeInstanceOf(QueueFull);
});

test("tasks run one at a time in their order, and one that fails does not stop the next", async () => {
  const queue = oneAtATime(10);
  let running = 0;
  const order: number[] = [];
  const task = (n: number) => async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise(setImmediate);
    running -= 1;
    order.push(n);
    if (n === 1) throw new Error("one failed");
    return n;
  };
  const answers = await Promise.allSettled([0, 1, 2].map((n) => queue(task(n))));
  expect(order).toEqual([0, 1, 2]);
  expect(answers.map((answer) => answer.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
