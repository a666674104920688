import type { FigureSource } from "../reports/figure.ts";
import { figureOfRows } from "../reports/list-figure.ts";
import { SHOWN_FROM } from "./terms.ts";

/** Đ12.k3, REQ-067: what the public looked for: words only, never who. */
export const SEARCH_FIGURES: FigureSource = {
  chapter: "traffic",
  async figures({ db, from, to }) {
    const rows = await db
      .selectFrom("search_term")
      .select((is) => ["term", is.fn.sum<number>("searches").as("searches"), is.fn.sum<number>("empty").as("empty")])
      .where("day", ">=", from)
      .where("day", "<=", to)
      .groupBy("term")
      .execute();
    // A rare term may be one person's own matter: it is counted, and not named.
    const counts = new Map<string, { searches: number; empty: number }>();
    for (const row of rows) {
      const term = Number(row.searches) < SHOWN_FROM ? `(từ được tìm dưới ${SHOWN_FROM} lần)` : row.term;
      const before = counts.get(term) ?? { searches: 0, empty: 0 };
      counts.set(term, {
        searches: before.searches + Number(row.searches),
        empty: before.empty + Number(row.empty),
      });
    }
    const terms = [...counts]
      .map(([term, count]) => ({ term, ...count }))
      .sort((a, b) => b.searches - a.searches || (a.term < b.term ? -1 : 1));
    return [
      figureOfRows({
        key: "luot-tim-kiem",
        label: "Lượt tìm kiếm trên Cổng",
        clause: "Đ12.k3",
        measure: { of: "sum", column: 1 },
        columns: [
          { label: "Từ được tìm", value: ({ term }: (typeof terms)[number]) => term },
          { label: "Số lần tìm", kind: "number", value: ({ searches }) => searches },
          { label: "Không thấy", kind: "number", value: ({ empty }) => empty },
        ],
        rows: terms,
        by: [{ column: 0 }],
      }),
    ];
  },
};
