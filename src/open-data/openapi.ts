import { z } from "zod";
import { RESOURCES, type Resource } from "./resources.ts";
import { problemSchema, sourceSchema } from "./schemas.ts";

export const API = "/api/v1";
export const DEFAULT_SIZE = 50;
export const MOST_SIZE = 500;

/** Paging of every list. */
export const paging = {
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "Số trang là số nguyên từ 1")
    .default("1"),
  size: z
    .string()
    .regex(/^([1-9]\d?|[1-4]\d\d|500)$/, `Số dòng mỗi trang từ 1 đến ${MOST_SIZE}`)
    .default(String(DEFAULT_SIZE)),
} as const;

/** What may stand in the query of a list; anything else is refused by name. */
export const queryOf = (resource: Resource) =>
  z.strictObject({
    ...paging,
    ...Object.fromEntries(Object.entries(resource.filters).map(([name, schema]) => [name, schema.optional()])),
  });

export const listSchema = (resource: Resource) =>
  z.strictObject({
    source: sourceSchema,
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    size: z.number().int(),
    links: z.strictObject({ self: z.url(), next: z.url().nullable(), prev: z.url().nullable(), csv: z.url() }),
    items: z.array(resource.schema),
  });

export const oneSchema = (resource: Resource) =>
  z.strictObject({ source: sourceSchema, links: z.strictObject({ self: z.url() }), item: resource.schema });

const jsonSchema = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12" });
  return rest;
};

const json = (name: string) => ({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } });
const problems = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]));
const PROBLEM_WORDS: Readonly<Record<number, string>> = { 400: "Tham số chưa đúng", 404: "Không tìm thấy" };

/** The description of the whole interface, made from what serves it (OpenAPI 3.1). */
export function openApi(origin: string, publisher: string, licence: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: `Dữ liệu mở của ${publisher}`,
      version: "1.0.0",
      description:
        "Chỉ gồm dữ liệu đã công khai trên Cổng. Không cần khóa. Mỗi câu trả lời có ETag; hãy gửi lại If-None-Match.",
      license: { name: licence },
    },
    servers: [{ url: origin + API }],
    paths: Object.fromEntries(RESOURCES.flatMap(pathsOf)),
    components: {
      schemas: {
        ...Object.fromEntries(
          RESOURCES.flatMap((resource) => [
            [`${resource.name}List`, jsonSchema(listSchema(resource))],
            [`${resource.name}Answer`, jsonSchema(oneSchema(resource))],
          ]),
        ),
        Problem: jsonSchema(problemSchema),
      },
      responses: Object.fromEntries(
        Object.entries(PROBLEM_WORDS).map(([status, description]) => [
          `Problem${status}`,
          {
            description,
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        ]),
      ),
    },
  };
}

function pathsOf(resource: Resource): [string, object][] {
  const { path, name, title, clause } = resource;
  const query = Object.entries(queryOf(resource).shape).map(([parameter, schema]) => ({
    name: parameter,
    in: "query",
    required: false,
    schema: jsonSchema(schema as z.ZodType),
  }));
  const operationId = `list${name}`;
  const filters = query.filter(({ name: parameter }) => !(parameter in paging));
  return [
    [
      `/${path}`,
      {
        get: {
          operationId,
          summary: `${title} (${clause})`,
          parameters: query,
          responses: { "200": { description: title, content: json(`${name}List`) }, ...problems(400, 404) },
        },
      },
    ],
    [
      `/${path}.csv`,
      {
        get: {
          operationId: `${operationId}Csv`,
          summary: `${title}, mọi dòng ở dạng CSV`,
          parameters: filters,
          responses: {
            "200": { description: title, content: { "text/csv": { schema: { type: "string" } } } },
            ...problems(400),
          },
        },
      },
    ],
    [
      `/${path}/{id}`,
      {
        get: {
          operationId: `get${name}`,
          summary: `${title}: một mục`,
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: { "200": { description: title, content: json(`${name}Answer`) }, ...problems(404) },
        },
      },
    ],
  ];
}
