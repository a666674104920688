import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { namesVersion } from "../http/negotiate.ts";
import { dayOf } from "../kernel/clock.ts";
import { sha256 } from "../kernel/ids.ts";
import { csv } from "../lists/csv-out.ts";
import type { Portal } from "../portal.ts";
import { siteOrigin } from "../settings/origin.ts";
import { API, listSchema, oneSchema, openApi, queryOf } from "./openapi.ts";
import { type Filters, RESOURCES, type Reading, type Resource } from "./resources.ts";
import { rowsOf } from "./rows.ts";

const PUBLIC = { config: { may: "public" } } as const;
const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link",
  "Cross-Origin-Resource-Policy": "cross-origin",
} as const;

/** An answer that says what was wrong with the question. */
class Wrong extends Error {
  readonly status: 400 | 404;
  readonly title: string;
  readonly detail: string;
  constructor(status: 400 | 404, title: string, detail: string) {
    super(title);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

/**
 * `/api/v1`: what is public, for machines (Đ3.k2.c, Đ4.k1). Read anew at each question, so what is taken down is gone
 * at once; an unchanged answer costs 304. Every answer passes the very schema that `openapi.json` tells of.
 */
export function openDataApi(app: FastifyInstance, portal: Portal): void {
  void app.register(
    async (api) => {
      api.addHook("onRequest", async (_, reply) => void reply.headers(CORS));
      api.setErrorHandler((error, request, reply) => {
        if (error instanceof Wrong) return problem(reply, error.status, error.title, error.detail);
        const { statusCode = 500 } = error as { statusCode?: number };
        if (statusCode < 500) return problem(reply, 400, "Yêu cầu không đúng dạng.", "Hãy xem lại địa chỉ đã gọi.");
        request.log.error({ err: error }, "open data failed");
        return problem(reply, 500, "Cổng gặp trục trặc.", "Lỗi đã được ghi lại. Hãy thử lại sau ít phút.");
      });
      api.setNotFoundHandler((request, reply) =>
        request.method === "GET" || request.method === "HEAD"
          ? problem(reply, 404, "Không có địa chỉ này.", `Các địa chỉ có ở ${API}/openapi.json.`)
          : problem(reply.header("Allow", "GET, HEAD"), 405, "Chỉ đọc được.", "Dữ liệu mở chỉ nhận GET và HEAD."),
      );

      api.options("/*", PUBLIC, (_, reply) =>
        reply
          .code(204)
          .headers({
            "Access-Control-Allow-Methods": "GET, HEAD",
            "Access-Control-Allow-Headers": "If-None-Match",
            "Access-Control-Max-Age": "86400",
          })
          .send(),
      );
      api.get("/openapi.json", PUBLIC, async (request, reply) => {
        const { origin, publisher, licence } = await common();
        return answer(request, reply, JSON.stringify(openApi(origin, publisher, licence)));
      });
      for (const resource of RESOURCES) serveResource(api, resource);
    },
    { prefix: API },
  );

  async function common() {
    const settings = await portal.settings();
    return {
      origin: siteOrigin(settings),
      publisher: settings["site.name"],
      licence: settings["openData.licence"],
    };
  }

  async function reading(): Promise<{ reading: Reading; source: object }> {
    const { origin, publisher, licence } = await common();
    const source = { publisher, address: `${origin}/`, licence, documentation: `${origin}/du-lieu-mo` };
    return { reading: { db: portal.db, today: dayOf(portal.clock.now()), origin }, source };
  }

  function serveResource(api: FastifyInstance, resource: Resource): void {
    const home = `${API}/${resource.path}`;
    const query = queryOf(resource);
    const [list, single] = [listSchema(resource), oneSchema(resource)];

    api.get(`/${resource.path}`, PUBLIC, async (request, reply) => {
      const { page: asked, size: sized, ...filters } = readQuery(query, request.query) as Record<string, string>;
      const { reading: now, source } = await reading();
      const all = await resource.read(now, filters);
      const [page, size] = [Number(asked), Number(sized)];
      const pages = Math.max(1, Math.ceil(all.length / size));
      if (page > pages) {
        throw new Wrong(
          404,
          `Không có trang ${page}.`,
          `Danh sách này có ${pages} trang; hãy gọi page từ 1 đến ${pages}.`,
        );
      }
      const href = (to: number) => {
        const parts = new URLSearchParams({ ...filters, page: String(to), size: String(size) });
        return `${now.origin}${home}?${parts}`;
      };
      const links = {
        self: href(page),
        next: page < pages ? href(page + 1) : null,
        prev: page > 1 ? href(page - 1) : null,
        csv: withQuery(`${now.origin}${home}.csv`, filters),
      };
      const items = all.slice((page - 1) * size, page * size);
      return answer(
        request,
        reply,
        JSON.stringify(list.parse({ source, total: all.length, page, pages, size, links, items })),
      );
    });

    api.get(`/${resource.path}.csv`, PUBLIC, async (request, reply) => {
      const filters = readQuery(query.omit({ page: true, size: true }), request.query) as Filters;
      const { reading: now } = await reading();
      const items = (await resource.read(now, filters)).map((item) => resource.schema.parse(item));
      const name = resource.path.replaceAll("/", "-");
      reply.header("Content-Disposition", `attachment; filename="${name}.csv"`);
      reply.header("Link", `<${now.origin}/du-lieu-mo>; rel="license"`);
      return answer(request, reply, csv(rowsOf(Object.keys(resource.schema.shape), items)), "text/csv; charset=utf-8");
    });

    api.get<{ Params: { id: string } }>(`/${resource.path}/:id`, PUBLIC, async (request, reply) => {
      const { id } = request.params;
      const { reading: now, source } = await reading();
      const item = resource.readOne
        ? await resource.readOne(now, id)
        : (await resource.read(now, {})).find((one) => (one as { id: string }).id === id);
      if (!item) throw new Wrong(404, "Không có mục này.", "Mục không có, chưa công khai, hoặc đã được gỡ bỏ.");
      const links = { self: `${now.origin}${home}/${id}` };
      return answer(request, reply, JSON.stringify(single.parse({ source, links, item })));
    });
  }
}

/** The query, checked; refused with the name of each wrong part. */
function readQuery(schema: z.ZodObject, query: unknown): object {
  const read = schema.safeParse(query);
  if (read.success) return Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined));
  const told = read.error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys")
      return `Không có tham số ${issue.keys.map((key) => `“${key}”`).join(", ")}.`;
    const name = issue.path.join(".");
    if (issue.code === "invalid_value") return `Tham số “${name}” chỉ nhận: ${issue.values.join(", ")}.`;
    return issue.code === "invalid_format"
      ? `Tham số “${name}”: ${issue.message}.`
      : `Tham số “${name}” chưa dùng được.`;
  });
  const known = Object.keys(schema.shape).join(", ");
  throw new Wrong(400, "Tham số chưa đúng.", `${told.join(" ")} Các tham số dùng được: ${known || "không có"}.`);
}

const withQuery = (href: string, filters: Filters) => {
  const text = new URLSearchParams(filters).toString();
  return text === "" ? href : `${href}?${text}`;
};

function answer(request: FastifyRequest, reply: FastifyReply, body: string, type = "application/json; charset=utf-8") {
  const etag = `"${sha256(body).slice(0, 32)}"`;
  reply.headers({ ETag: etag, "Cache-Control": "no-cache" });
  if (namesVersion(request.headers["if-none-match"] ?? "", etag)) return reply.code(304).send();
  return reply.type(type).send(body);
}

/** RFC 9457, in Vietnamese. */
function problem(reply: FastifyReply, status: number, title: string, detail: string) {
  return reply
    .code(status)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify({ type: "about:blank", title, status, detail }));
}
