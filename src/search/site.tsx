import type { FastifyInstance } from "fastify";
import { dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import type { SiteFrame } from "../site/frame.ts";
import { type Asked, addressOf, readAddress } from "./address.ts";
import { KIND_NAMES, type SearchKind } from "./kinds.ts";
import { countedAs, isPersonal, type Query, readQuery } from "./query.ts";
import { type FilterName, type Found, type Hit, search } from "./search.queries.ts";
import { type FilterView, SearchPage, type SearchPageView } from "./search.view.tsx";
import { suggestion } from "./suggest.ts";
import { countTerm } from "./terms.ts";
import { rememberedVocabulary } from "./vocabulary.queries.ts";

/** `/tim-kiem`: one box over everything public. What people type has no end, so no page of it is kept. */
export function searchRoutes(app: FastifyInstance, portal: Portal, readFrame: () => Promise<SiteFrame>): void {
  const { db } = portal;
  const vocabulary = rememberedVocabulary(db, portal.clock);

  app.get<{ Querystring: Record<string, unknown> }>(
    "/tim-kiem",
    { config: { may: "public" } },
    async (request, reply) => {
      const asked = readAddress(request.query);
      const query = readQuery(asked.q);
      const found = await search(db, query, asked.filters, asked.page);
      await count(asked, query, found);
      const view = viewOf({ ...asked, q: query.typed }, query, found, await suggested(query, found));
      return reply.page(<SearchPage frame={await readFrame()} view={view} />);
    },
  );

  /** Words only, and not those that may name a person. A search is answered even when it cannot be counted. */
  async function count({ filters, page }: Asked, query: Query, found: Found): Promise<void> {
    const term = countedAs(query);
    if (page > 1 || Object.keys(filters).length > 0 || query.terms.length === 0 || isPersonal(term)) return;
    const isEmpty = found.complete === 0;
    await countTerm(portal.database, dayOf(portal.clock.now()), term, isEmpty).catch((err) =>
      app.log.error({ err }, "a search could not be counted"),
    );
  }

  async function suggested(query: Query, found: Found): Promise<string | null> {
    if (query.terms.length === 0 || found.complete > 0) return null;
    const text = suggestion(query, await vocabulary());
    if (text === null) return null;
    const better = await search(db, readQuery(text), {}, 1);
    return better.complete > 0 ? text : null;
  }
}

const RELAXED: Readonly<Record<Found["strictness"], string | null>> = {
  all: null,
  allButOne: "Không trang nào có đủ các từ. Dưới đây là những trang chỉ thiếu một từ.",
  any: "Không trang nào có đủ các từ. Dưới đây là những trang có một phần.",
};

const relaxedWords = ({ strictness, complete }: Found): string | null =>
  strictness === "allButOne" && complete > 0
    ? "Ít trang có đủ các từ, nên dưới đây có cả những trang chỉ thiếu một từ."
    : RELAXED[strictness];

const FILTERS: readonly (readonly [FilterName, label: string])[] = [
  ["kind", "Loại"],
  ["category", "Chuyên mục, lĩnh vực"],
  ["unit", "Đơn vị"],
  ["year", "Năm"],
];

function viewOf(asked: Asked, query: Query, found: Found, better: string | null): SearchPageView {
  return {
    query: query.typed,
    cut: query.cut,
    hits: found.hits.map(hitView),
    total: found.total,
    relaxed: found.total > 0 ? relaxedWords(found) : null,
    suggestion: better === null ? null : { text: better, href: addressOf({ q: better, filters: {}, page: 1 }) },
    filters: FILTERS.flatMap(([name, label]) => filterView(asked, found, name, label)),
    chosen: FILTERS.flatMap(([name, label]) => {
      const value = asked.filters[name];
      if (value === undefined) return [];
      return [{ label: `${label}: ${shown(name, value)}`, without: addressOf(narrowed(asked, name, undefined)) }];
    }),
    page: Math.min(asked.page, found.pages),
    pages: found.pages,
    pageHref: (page) => addressOf({ ...asked, page }),
  };
}

const kindName = (kind: string) => KIND_NAMES[kind as SearchKind] ?? kind;
const shown = (name: FilterName, value: string) => (name === "kind" ? kindName(value) : value);
const narrowed = (asked: Asked, name: FilterName, value: string | undefined): Asked => ({
  ...asked,
  filters: { ...asked.filters, [name]: value },
  page: 1,
});

/** A filter with a single choice, not chosen, narrows nothing and is left out. */
function filterView(asked: Asked, found: Found, name: FilterName, label: string): FilterView[] {
  const chosen = asked.filters[name];
  const choices = found.choices[name];
  if (choices.length < 2 && chosen === undefined) return [];
  return [
    {
      label,
      choices: choices.map(({ value, count }) => ({
        label: shown(name, value),
        count,
        href: addressOf(narrowed(asked, name, value === chosen ? undefined : value)),
        chosen: value === chosen,
      })),
    },
  ];
}

function hitView({ kind, path, title, snippet, day, category, unit, number }: Hit) {
  const facts = [number, category, unit].filter((fact) => fact !== "");
  return { href: path, kind: kindName(kind), title, snippet, day, facts };
}
