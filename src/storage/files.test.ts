import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../kernel/ids.ts";
import { FileDamaged, type FileStore, openFileStore } from "./files.ts";

let folder: string;
let files: FileStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-"));
  files = openFileStore({ folder: join(folder, "store") });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = (value: string) => new TextEncoder().encode(value);

async function collect(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

async function hashesIn(store: FileStore): Promise<string[]> {
  const hashes: string[] = [];
  for await (const hash of store.list()) hashes.push(hash);
  return hashes;
}

test("a file is kept under the hash of its bytes, two folders deep, and comes back as it was", async () => {
  const hash = await files.put(text("Quy chế"));
  expect(hash).toBe(sha256("Quy chế"));
  expect(files.pathOf(hash)).toBe(join(folder, "store", hash.slice(0, 2), hash.slice(2, 4), hash));
  expect(await readFile(files.pathOf(hash), "utf8")).toBe("Quy chế");
  expect(new TextDecoder().decode(await files.read(hash))).toBe("Quy chế");
  expect(await files.size(hash)).toBe(text("Quy chế").length);
  expect(await files.has(hash)).toBe(true);
});

test("the same bytes sent by many at once are one file", async () => {
  const store = openFileStore({ folder: join(folder, "many") });
  const hashes = await Promise.all(Array.from({ length: 8 }, () => store.put(text("một tệp"))));
  expect(new Set(hashes).size).toBe(1);
  expect(await hashesIn(store)).toEqual([hashes[0]]);
  expect(await readdir(join(folder, "many", "tmp"))).toEqual([]);
});

test("a range gives exactly the bytes asked for", async () => {
  const hash = await files.put(text("0123456789"));
  expect(await collect(files.stream(hash, { start: 2, end: 5 }))).toBe("2345");
  expect(await collect(files.stream(hash))).toBe("0123456789");
});

test("bytes changed on the disk are reported, and sending the file again heals it", async () => {
  const hash = await files.put(text("bản gốc"));
  await writeFile(files.pathOf(hash), "bản bị sửa");
  await expect(files.read(hash)).rejects.toThrow(FileDamaged);
  await files.put(text("bản gốc"));
  expect(new TextDecoder().decode(await files.read(hash))).toBe("bản gốc");
});

test("what a killed process left half written is never listed, and is cleared when it is old", async () => {
  const store = openFileStore({ folder: join(folder, "killed") });
  const hash = await store.put(text("tệp trọn vẹn"));
  const left = join(folder, "killed", "tmp", "leftover");
  await writeFile(left, "nửa tệ");
  await utimes(left, new Date("2026-11-20T00:00:00Z"), new Date("2026-11-20T00:00:00Z"));
  await writeFile(join(folder, "killed", "tmp", "being-written"), "đang gh");
  await store.variants.put(hash, "480.webp", text("ảnh nhỏ"));

  expect(await hashesIn(store)).toEqual([hash]);
  expect(await store.clearLeftovers("2026-11-21T00:00:00.000Z")).toBe(1);
  expect(await readdir(join(folder, "killed", "tmp"))).toEqual(["being-written"]);
});

test("killed at any moment while writing, the store holds only whole files, and every one it acknowledged", async () => {
  const place = join(folder, "kill");
  await mkdir(place);
  const script = join(place, "writer.ts");
  await writeFile(
    script,
    `import { openFileStore } from ${JSON.stringify(fileURLToPath(new URL("./files.ts", import.meta.url)))};
     const files = openFileStore({ folder: ${JSON.stringify(join(place, "store"))} });
     for (let n = 0; ; n += 1) console.log(await files.put(Buffer.alloc(200_000 + n, n % 251)));`,
  );
  const acknowledged: string[] = [];
  for (let kill = 1; kill <= 4; kill += 1) {
    const writer = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    let heard = "";
    for await (const part of writer.stdout) {
      heard += String(part);
      // The next file is being written while this line is read.
      if (heard.split("\n").length > kill * 7) break;
    }
    writer.kill("SIGKILL");
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, "exit");
    acknowledged.push(...heard.split("\n").slice(0, -1));
  }
  const store = openFileStore({ folder: join(place, "store") });
  const listed = await hashesIn(store);
  for (const hash of listed) expect(sha256(await store.read(hash))).toBe(hash);
  expect(acknowledged.length).toBeGreaterThan(20);
  expect(listed).toEqual(expect.arrayContaining(acknowledged));
}, 60_000);

test("a name that is no hash never reaches the disk", async () => {
  const outside = `../../${"a".repeat(58)}`;
  expect(await files.has(outside)).toBe(false);
  await expect(files.read(outside)).rejects.toThrow(RangeError);
  expect(() => files.stream(outside)).toThrow(RangeError);
  await expect(files.variants.put("a".repeat(64), "../x", text("x"))).rejects.toThrow(RangeError);
});

test("a variant is found again, and one never made is not", async () => {
  const hash = await files.put(text("ảnh"));
  expect(await files.variants.find(hash, "480.webp")).toBeNull();
  await files.variants.put(hash, "480.webp", text("nhỏ"));
  expect(new TextDecoder().decode((await files.variants.find(hash, "480.webp"))!)).toBe("nhỏ");
});

test("a store nobody has written to is empty", async () => {
  expect(await hashesIn(openFileStore({ folder: join(folder, "none") }))).toEqual([]);
});
