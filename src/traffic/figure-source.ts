import type { SheetColumn } from "../lists/sheet.ts";
import type { Figure, FigureSource } from "../reports/figure.ts";
import { figureOfRows } from "../reports/list-figure.ts";
import { type TrafficDay, topDetails, topPlaces, trafficDays } from "./details.queries.ts";
import { namesOf } from "./names.queries.ts";

const DAYS: readonly SheetColumn<TrafficDay>[] = [
  { label: "Ngày", kind: "day", value: ({ day }) => day },
  { label: "Lượt truy cập", kind: "number", value: ({ visits }) => Number(visits) },
  { label: "Trang được xem", kind: "number", value: ({ views }) => Number(views) },
];

/** Names that a report tells of; the rest is on the desk's page. */
const MOST = 10;

/** Đ12.k3: how much the portal is read, by day, place, page and whence, without knowing anybody. */
export const TRAFFIC_FIGURES: FigureSource = {
  chapter: "traffic",
  async figures({ db, from, to }) {
    const named = await namesOf(db);
    const days = { clause: "Đ12.k3", columns: DAYS, rows: await trafficDays(db, from, to) };
    const places = (await topPlaces(db, from, to)).map((place) => ({ ...place, ...named.place(place.name) }));
    const pages = await named.pages(await topDetails(db, "page", from, to, MOST));
    const hosts = (await topDetails(db, "referrer", from, to, MOST)).map((host) => ({
      ...host,
      label: named.host(host.name),
    }));
    return [
      figureOfRows({ ...days, key: "luot-truy-cap", label: "Lượt truy cập", measure: { of: "sum", column: 1 } }),
      figureOfRows({ ...days, key: "trang-duoc-xem", label: "Trang được xem", measure: { of: "sum", column: 2 } }),
      counted("xem-theo-muc", "Lượt xem theo chuyên mục, trang", "Chuyên mục, trang", places),
      counted("trang-doc-nhieu", `Lượt xem ${MOST} trang được đọc nhiều nhất`, "Trang", pages),
      counted("den-tu-dau", `Lượt đến từ ${MOST} nơi dẫn tới Cổng nhiều nhất`, "Đến từ", hosts),
    ];
  },
};

interface Counted {
  readonly label: string;
  readonly count: number;
}

const counted = (key: string, label: string, name: string, rows: readonly Counted[]): Figure =>
  figureOfRows<Counted>({
    key,
    label,
    clause: "Đ12.k3",
    measure: { of: "sum", column: 1 },
    columns: [
      { label: name, value: (row) => row.label },
      { label: "Lượt", kind: "number", value: (row) => row.count },
    ],
    rows,
    by: [{ column: 0 }],
  });
