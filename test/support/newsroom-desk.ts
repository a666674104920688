import type { LightMyRequestResponse } from "fastify";
import { expect } from "vitest";
import { signInRoutes } from "../../src/desk/routes-sign-in.tsx";
import { newsroomDesk } from "../../src/newsroom/desk/routes.tsx";
import { loadEdition } from "../../src/newsroom/editions.queries.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS } from "../../src/regulation/checklists.ts";
import type { Engine } from "../../src/storage/database.ts";
import { type Browser, type Desk, HOST, OFFICIAL, openDesk } from "./desk.ts";
import { type FixedClock, fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "./portals.ts";

export type NewsroomDesk = Awaited<ReturnType<typeof openNewsroomDesk>>;

type Fields = Record<string, string | readonly string[]>;
export type RoadState = "SUBMITTED" | "UNDER_REVIEW" | "AWAITING_FINAL" | "APPROVED" | "PUBLISHED";

export const APPRAISED = { checked: APPRAISAL_POINTS.map(({ id }) => id) };
export const APPROVED = { checked: APPROVAL_POINTS.map(({ id }) => id) };

/** The newsroom's desk over the sample centre, with people signed in, and what they usually do there. */
export async function openNewsroomDesk(usernames: readonly string[], engine: Engine = "sqlite") {
  const clock: FixedClock = fixedClock(TEST_NOW);
  const opened: TestPortal = await openTestPortal(engine, { clock });
  const { portal, centre } = opened;
  const desk: Desk = await openDesk(portal, (app, access) => {
    signInRoutes(app, access);
    newsroomDesk(app, access.portal);
  });
  await desk.giveAccounts(Object.fromEntries(usernames.map((name) => [name, centre.people[name]!.id])));
  const browsers = new Map<string, Browser>();
  for (const name of usernames) browsers.set(name, await desk.signedIn(name));

  const as = (username: string): Browser => browsers.get(username)!;
  const load = async (id: string) => (await loadEdition(portal.db, id))!;

  /** What the editor's form sends for a complete article. */
  function content(over: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      title: "Khai giảng năm học mới",
      lead: "Trung tâm khai giảng năm học mới với hơn 400 học viên.",
      body: bodyOf(["p1", "Sáng nay, Trung tâm tổ chức lễ khai giảng."]),
      cover: "",
      attachments: "[]",
      author: "Nguyễn Thị Mai",
      onBehalf: "",
      source: "Phòng Đào tạo",
      sourceUrl: "",
      sourceDate: "",
      category: centre.categories["hoat-dong-chuyen-mon"]!,
      unit: "",
      baseVersion: "1",
      ...over,
    };
  }

  /** A new article by the contributor of Phòng Đào tạo, saved once: version 2. */
  async function draft(over: Readonly<Record<string, string>> = {}): Promise<string> {
    const writer = as("ctv.dao-tao");
    await writer.get("/ban-bien-tap/bai/moi");
    const made = await writer.post("/ban-bien-tap/bai/moi", {
      unit: centre.units["dao-tao"]!,
      category: centre.categories["hoat-dong-chuyen-mon"]!,
    });
    const id = editionIn(made);
    const saved = await writer.post(`${page(id)}/sua`, content(over));
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `${page(id)}?xong=edit`]);
    return id;
  }

  /** One step, by the form of the page the person has open. */
  async function step(username: string, id: string, act: string, fields: Fields = {}) {
    const browser = as(username);
    const shown = await browser.get(page(id));
    expect(shown.statusCode).toBe(200);
    const hash = /name="hash" value="([0-9a-f]{64})"/.exec(shown.body)?.[1] ?? (await load(id)).facts.hash;
    return browser.post(`${page(id)}/buoc`, { act, hash, ...fields });
  }

  async function done(username: string, id: string, act: string, fields: Fields = {}): Promise<void> {
    const answer = await step(username, id, act, fields);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${page(id)}?xong=${act}`]);
  }

  async function roadTo(state: RoadState): Promise<string> {
    const id = await draft();
    await done("ctv.dao-tao", id, "sendToHead");
    await done("truong.dao-tao", id, "approveInUnit", { addressee: "SECRETARY" });
    if (state === "SUBMITTED") return id;
    await done("thuky", id, "claim");
    if (state === "UNDER_REVIEW") return id;
    await done("thuky", id, "forward", APPRAISED);
    if (state === "AWAITING_FINAL") return id;
    await done("giamdoc", id, "approve", APPROVED);
    if (state === "APPROVED") return id;
    await done("thuky", id, "publish");
    return id;
  }

  const send = (browser: Browser, url: string, type: string, payload: string | Buffer, headers = {}) =>
    desk.app.inject({
      method: "POST",
      url,
      payload,
      headers: {
        host: HOST,
        origin: OFFICIAL,
        "sec-fetch-site": "same-origin",
        accept: "application/json",
        "content-type": type,
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...headers,
      },
    });

  return {
    clock,
    portal,
    centre,
    app: desk.app,
    as,
    load,
    stateOf: async (id: string) => (await load(id)).facts.state,
    content,
    draft,
    step,
    done,
    roadTo,
    /** As the editor's script posts. */
    postJson: (browser: Browser, url: string, value: unknown) =>
      send(browser, url, "application/json", JSON.stringify(value), { "x-csrf": browser.csrf }),
    /** A form with one file; with `script`, as the editor's script sends it. */
    postFile: (browser: Browser, url: string, file: UploadedFile, { script = false, fields = {} } = {}) => {
      const all = { ...(script ? {} : { csrf: browser.csrf }), ...fields };
      const { type, payload } = multipart(all, file);
      return send(browser, url, type, payload, script ? { "x-csrf": browser.csrf } : { accept: "text/html" });
    },
    close: async () => {
      await desk.app.close();
      await opened.close();
    },
  };
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const page = (id: string) => `/ban-bien-tap/bai/${id}`;

/** The edition an answer leads to. */
export function editionIn(answer: LightMyRequestResponse): string {
  const id = /bai\/([0-9a-z]{26})/.exec(String(answer.headers.location))?.[1];
  if (!id) throw new Error(`${answer.statusCode} leads to no edition: ${String(answer.headers.location)}`);
  return id;
}

/** A body of paragraphs, each with its id. */
export function bodyOf(...paragraphs: readonly (readonly [id: string, text: string])[]): string {
  return JSON.stringify({
    type: "doc",
    content: paragraphs.map(([id, text]) => ({
      type: "paragraph",
      attrs: { id },
      content: [{ type: "text", text }],
    })),
  });
}

const BOUNDARY = "ranh-gioi-cua-bieu-mau";

function multipart(fields: Readonly<Record<string, string>>, { name, bytes }: UploadedFile) {
  const texts = Object.entries(fields).map(
    ([field, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(texts.join("") + head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, payload };
}
