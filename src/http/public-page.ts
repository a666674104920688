import type { FastifyInstance } from "fastify";
import type { PublicPage } from "./kept-page.ts";

/** A part of the query that a public page depends on: the canonical text, or null when it says nothing. */
export type QueryPart = (text: string) => string | null;

/** Page numbers of lists. The first page has no number; anything that is no number means the first page. */
export const pageNumber: QueryPart = (text) => (/^[1-9]\d{0,5}$/.test(text) && text !== "1" ? text : null);

export interface PublicAsk {
  readonly params: Readonly<Record<string, string>>;
  /** Only the declared parts, and only where they say something. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * A public page: the same for every reader, rendered once and kept until one of its tags is dropped. `render` is given
 * nothing of the request but the path and the declared parts of the query, so it cannot differ by reader, and no other
 * query string makes another page. It throws `NotFound` or `Gone` for what is not, or no longer, there.
 */
export function publicPage(
  app: FastifyInstance,
  path: string,
  parts: Readonly<Record<string, QueryPart>>,
  render: (ask: PublicAsk) => PublicPage | Promise<PublicPage>,
): void {
  if (path.includes("*")) throw new Error(`A public page needs its whole path, not ${path}`);
  app.get(path, { config: { may: "public", isKept: true } }, async (request, reply) => {
    const params = request.params as Record<string, string>;
    const query = canonicalQuery(parts, request.query as Record<string, unknown>);
    const key = addressOf(path, params, query);
    await app.pages.answer(key, request.raw, reply.raw, () => render({ params, query }));
    reply.hijack();
  });
}

function canonicalQuery(parts: Readonly<Record<string, QueryPart>>, given: Record<string, unknown>) {
  const query: Record<string, string> = {};
  for (const [name, canonical] of Object.entries(parts)) {
    const text = given[name];
    const value = typeof text === "string" ? canonical(text) : null;
    if (value !== null) query[name] = value;
  }
  return query;
}

function addressOf(path: string, params: Record<string, string>, query: Record<string, string>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams(query).toString();
  return search === "" ? filled : `${filled}?${search}`;
}
