import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestPortal, type TestPortal } from "../test/support/portals.ts";
import { BY_SYSTEM } from "./act.ts";
import { type RunningServer, serve } from "./server.tsx";
import { changeSettings } from "./settings/change-settings.ts";
import type { Settings } from "./settings/settings.ts";

const OFFICIAL = "cong.gdtx.example.vn";
const ALIAS = "ten-cu.gdtx.example.vn";

let house: TestPortal;
let server: RunningServer;
let told = 0;

const start = () =>
  serve(house.portal, {
    ...{ host: "127.0.0.1", port: 0, loopback: true },
    onHostChange: () => {
      told += 1;
    },
  });
const change = (settings: Partial<Settings>) => house.portal.act(BY_SYSTEM, changeSettings, settings);

/** What the server answers when asked under this name. */
async function ask(
  path: string,
  host: string,
): Promise<{ status: number; location: string | undefined; body: string }> {
  const asked = get(server.address + path, { headers: { host }, agent: false });
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  const body = Buffer.concat(await answer.toArray()).toString("utf8");
  return { status: answer.statusCode!, location: answer.headers.location, body };
}

beforeAll(async () => {
  house = await openTestPortal("sqlite");
  await change({ "site.canonicalHost": OFFICIAL, "site.aliases": [] });
  server = await start();
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

test("REQ-013: another alias asks for a new start, after which it sends readers on; other settings ask for none", async () => {
  expect((await ask("/tin-tuc", ALIAS)).status).toBe(421);
  await change({ "site.phone": "0225 3555 777" });
  // Seen on a page about a problem, which is made with the frame that is read again.
  await expect.poll(async () => (await ask("/khong-co", OFFICIAL)).body).toContain("0225 3555 777");
  await house.portal.settings();
  expect(told).toBe(0);

  await change({ "site.aliases": [ALIAS] });
  await expect.poll(() => told).toBe(1);
  await server.close();
  server = await start();
  expect(await ask("/tin-tuc?trang=2", ALIAS)).toMatchObject({
    status: 301,
    location: `https://${OFFICIAL}/tin-tuc?trang=2`,
  });

  await change({ "site.aliases": [] });
  await expect.poll(() => told).toBe(2);
  await server.close();
  server = await start();
  expect((await ask("/tin-tuc", ALIAS)).status).toBe(421);
});
