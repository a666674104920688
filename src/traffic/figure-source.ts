import type { SheetColumn } from "../lists/sheet.ts";
import type { FigureQuestion, FigureSource } from "../reports/figure.ts";
import { figureOfRows } from "../reports/list-figure.ts";

interface DayLine {
  readonly day: string;
  readonly visits: number;
  readonly views: number;
}

interface PlaceLine {
  readonly place: string;
  readonly views: number;
}

const DAYS: readonly SheetColumn<DayLine>[] = [
  { label: "Ngày", kind: "day", value: ({ day }) => day },
  { label: "Lượt truy cập", kind: "number", value: ({ visits }) => visits },
  { label: "Trang được xem", kind: "number", value: ({ views }) => views },
];

const PLACES: readonly SheetColumn<PlaceLine>[] = [
  { label: "Chuyên mục, trang", value: ({ place }) => place },
  { label: "Lượt xem", kind: "number", value: ({ views }) => views },
];

/** Đ12.k3: how much the portal is read, day by day and place by place, without knowing anybody. */
export const TRAFFIC_FIGURES: FigureSource = {
  chapter: "traffic",
  async figures(question) {
    const days = await daysOf(question);
    const figure = { clause: "Đ12.k3", columns: DAYS, rows: days };
    return [
      figureOfRows({
        ...figure,
        key: "luot-truy-cap",
        label: "Lượt truy cập",
        measure: { of: "sum", column: 1 },
      }),
      figureOfRows({
        ...figure,
        key: "trang-duoc-xem",
        label: "Trang được xem",
        measure: { of: "sum", column: 2 },
      }),
      figureOfRows({
        key: "xem-theo-muc",
        label: "Lượt xem theo chuyên mục, trang",
        clause: "Đ12.k3",
        measure: { of: "sum", column: 1 },
        columns: PLACES,
        rows: await placesOf(question),
        by: [{ column: 0 }],
      }),
    ];
  },
};

async function daysOf({ db, from, to }: FigureQuestion): Promise<DayLine[]> {
  const rows = await db
    .selectFrom("traffic_day")
    .select(["day", "visits", "views"])
    .where("day", ">=", from)
    .where("day", "<=", to)
    .orderBy("day")
    .execute();
  return rows.map(({ day, visits, views }) => ({ day, visits: Number(visits), views: Number(views) }));
}

async function placesOf({ db, from, to }: FigureQuestion): Promise<PlaceLine[]> {
  const rows = await db
    .selectFrom("traffic_place")
    .select((is) => ["place", is.fn.sum<number>("views").as("views")])
    .where("day", ">=", from)
    .where("day", "<=", to)
    .groupBy("place")
    .execute();
  const sections = await db.selectFrom("category").select(["id", "name"]).execute();
  const names = new Map(sections.map(({ id, name }) => [`section:${id}`, `Chuyên mục ${name}`]));
  return rows
    .map(({ place, views }) => ({ place: names.get(place) ?? placeName(place), views: Number(views) }))
    .sort((a, b) => b.views - a.views || (a.place < b.place ? -1 : 1));
}

const placeName = (place: string): string => (place === "/" ? "Trang chủ" : place);
