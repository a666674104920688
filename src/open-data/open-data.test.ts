import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, HOST, OFFICIAL, openDesk } from "../../test/support/desk.ts";
import { openDisclosure } from "../../test/support/disclosure.ts";
import { newsroomOf } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { EMPTY_CONTENT } from "../disclosure/content.ts";
import { readItems } from "../disclosure/disclosure.queries.ts";
import { readCsv } from "../media/text/csv.ts";
import { sampleClock } from "../sample/clock.ts";
import { fillLibrary } from "../sample/library.ts";
import { fillServices } from "../sample/services.ts";
import { openDataApi } from "./routes.ts";

interface Path {
  readonly get: {
    readonly responses: { readonly 200: { readonly content: Record<string, { schema: { $ref: string } }> } };
  };
}

const parsed = (text: string) => readCsv(text.replace(/^\ufeff/, ""), 10_000);

eachEngine("open data", (engine) => {
  let house: Awaited<ReturnType<typeof openDisclosure>>;
  let desk: Desk;
  let codes: string[];
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await desk.app.inject({ url: `/api/v1/${path}`, headers: { host: HOST, ...headers } });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      json: () => JSON.parse(answer.body),
    };
  };

  beforeAll(async () => {
    house = await openDisclosure(engine);
    await fillServices(house.portal, house.centre);
    await fillLibrary(house.portal, house.centre, sampleClock());
    codes = (await readItems(house.portal.db)).filter(({ regime }) => regime.toYear === null).map(({ code }) => code);
    await house.publish(codes[0]!, "2026-2027");
    desk = await openDesk(house.portal, (app) => openDataApi(app, house.portal));
  });
  afterAll(async () => {
    await desk.app.close();
    await house.close();
  });

  test("every answer is what openapi.json says of it, by a judge that is not ours", async () => {
    const api = (await get("openapi.json")).json();
    expect(api.openapi).toBe("3.1.0");
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    ajv.addSchema(api, "api");
    const judge = (name: string, value: unknown) => {
      const check = ajv.getSchema(`api#/components/schemas/${name}`)!;
      check(value);
      return check.errors ?? [];
    };
    const named = (ref: { schema: { $ref: string } }) => ref.schema.$ref.split("/").at(-1)!;
    let answers = 0;
    for (const [path, { get: operation }] of Object.entries<Path>(api.paths)) {
      const content = operation.responses[200].content;
      if (path.endsWith(".csv")) {
        const rows = parsed((await get(path.slice(1))).text);
        expect(rows.length, path).toBeGreaterThan(0);
      } else if (path.endsWith("{id}")) {
        const { items } = (await get(path.slice(1).replace("/{id}", "?size=3"))).json();
        for (const { id } of items) {
          const one = await get(path.slice(1).replace("{id}", id));
          expect(judge(named(content["application/json"]!), one.json()), path).toEqual([]);
          answers += 1;
        }
        const none = await get(path.slice(1).replace("{id}", "khong-co"));
        expect([none.status, judge("Problem", none.json())]).toEqual([404, []]);
      } else {
        const list = await get(path.slice(1));
        expect(list.status, path).toBe(200);
        expect(judge(named(content["application/json"]!), list.json()), path).toEqual([]);
        const { ok } = { ok: judge(named(content["application/json"]!), { ...list.json(), extra: 1 }).length > 0 };
        expect(ok).toBe(true);
        answers += 1;
      }
    }
    expect(answers).toBeGreaterThan(12);
  });

  test("paging tells where it goes on, and all pages together are the whole", async () => {
    const whole = (await get("documents?size=500")).json();
    const ids: string[] = [];
    let next: string | null = `${OFFICIAL}/api/v1/documents?size=7`;
    while (next !== null) {
      const page = (await get(next.replace(`${OFFICIAL}/api/v1/`, ""))).json();
      ids.push(...page.items.map(({ id }: { id: string }) => id));
      next = page.links.next;
    }
    expect(ids).toEqual(whole.items.map(({ id }: { id: string }) => id));
    expect(whole.total).toBe(ids.length);
  });

  test("the CSV has every line, and no cell a spreadsheet would reckon", async () => {
    const { text, headers } = await get("documents.csv");
    const [head, ...rows] = parsed(text);
    expect(head!.slice(0, 3)).toEqual(["id", "number", "kind"]);
    expect(rows.length).toBe((await get("documents")).json().total);
    expect(headers.link).toContain('rel="license"');
    expect(rows.flat().some((cell) => /^[=+@]/.test(cell))).toBe(false);
  });

  test("an unchanged answer is 304; anybody's page may ask; nothing but reading is taken", async () => {
    const first = await get("procedures");
    expect(first.headers["access-control-allow-origin"]).toBe("*");
    const again = await get("procedures", { "if-none-match": String(first.headers.etag) });
    expect([again.status, again.text]).toEqual([304, ""]);
    const preflight = await desk.app.inject({
      method: "OPTIONS",
      url: "/api/v1/procedures",
      headers: { host: HOST, origin: "https://bao.example.vn" },
    });
    expect([preflight.statusCode, preflight.headers["access-control-allow-headers"]]).toEqual([204, "If-None-Match"]);
    const post = await desk.app.inject({ method: "POST", url: "/api/v1/procedures", headers: { host: HOST } });
    expect([post.statusCode, post.headers["content-type"]]).toEqual([405, "application/problem+json; charset=utf-8"]);
    expect(first.headers["set-cookie"]).toBeUndefined();
  });

  describe("a wrong question is answered in Vietnamese, with what to do", () => {
    test.each([
      ["documents?validity=xyz", 400, "chỉ nhận: NOT_YET, IN_FORCE, AMENDED, EXPIRED"],
      ["documents?trang=2", 400, "Không có tham số “trang”"],
      ["documents?page=0", 400, "Số trang là số nguyên từ 1"],
      ["documents?size=9999", 400, "từ 1 đến 500"],
      ["documents?page=99999", 404, "Không có trang 99999"],
      ["documents?q=a&q=b", 400, "Tham số “q” chưa dùng được"],
      [`documents?q=${"x".repeat(101)}`, 400, "“q”"],
      ["articles?section='%20or%201=1", 400, "Chỉ gồm chữ thường"],
      ["khong-co", 404, "Không có địa chỉ này"],
      ["documents/%2e%2e%2fsetting", 404, "Không có"],
    ])("%s", async (path, status, words) => {
      const answer = await get(path);
      expect(answer.status).toBe(status);
      expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
      expect(`${answer.json().title} ${answer.json().detail}`).toContain(words);
    });
  });

  test("Đ3.k2.c, Đ15.k3.g1: only what is published comes out, and what is taken down is gone at once", async () => {
    const { portal, centre, clock } = house;
    const newsroom = newsroomOf({ portal, centre, clock });
    await newsroom.bringTo("APPROVED");
    const total = async () => (await get("articles")).json().total;
    expect(await total()).toBe(0);
    const edition = await newsroom.bringTo("PUBLISHED");
    expect(await total()).toBe(1);
    const [listed] = (await get("articles")).json().items;
    const { id, address } = listed;
    expect((await get(`articles/${id}`)).json().item).toEqual(listed);
    expect(address).toMatch(`${OFFICIAL}/bai-viet/`);
    await newsroom.move(edition, newsroom.who("Minh", "CHIEF"), {
      act: "decideTakedown",
      reason: "Số liệu đã cũ",
      note: "outdated",
    });
    await newsroom.move(edition, newsroom.who("Lan", "SECRETARY"), { act: "executeTakedown" });
    expect([await total(), (await get(`articles/${id}`)).status]).toEqual([0, 404]);
  });

  test("REQ-074: a superseded disclosure stays, with its tables; a draft of one never shows", async () => {
    const table = { caption: "Sĩ số", columns: ["Khối", "=Số học viên"], rows: [["10", "+45"]], source: null };
    const code = codes[1]!;
    const first = await house.publish(code, "2026-2027", {
      ...EMPTY_CONTENT,
      title: "Bản một",
      text: "Một",
      tables: [table],
    });
    const second = await house.publish(code, "2026-2027", { title: "Bản hai", tables: [table] });
    const entries = (await get(`disclosure/entries?item=${code}`)).json().items;
    expect(entries.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
      [first, "superseded"],
      [second, "current"],
    ]);
    const shown = (await get(`disclosure/tables/${first}-1`)).json().item;
    expect([shown.columns, shown.rows]).toEqual([table.columns, table.rows]);
    const all = await house.portal.db
      .selectFrom("disclosure_entry")
      .select("id")
      .where("state", "in", ["DRAFT", "AWAITING_HEAD"])
      .execute();
    const text = (await get("disclosure/entries?size=500")).text;
    expect(all.some(({ id }) => text.includes(id))).toBe(false);
  });
});
