import type { SheetColumn } from "../lists/sheet.ts";
import type { FigureSource } from "../reports/figure.ts";
import { figureOfRows } from "../reports/list-figure.ts";
import { LIBRARY_PATHS } from "./paths.ts";

interface Line {
  readonly id: string;
  readonly number: string;
  readonly abstract: string;
  readonly unit: string;
  readonly publishedAt: string | null;
  readonly reviewOn: string;
}

const COLUMNS: readonly SheetColumn<Line>[] = [
  { label: "Số, ký hiệu", value: ({ number }) => number },
  { label: "Trích yếu", value: ({ abstract }) => abstract },
  { label: "Đơn vị phụ trách", value: ({ unit }) => unit },
  { label: "Đăng lúc", kind: "time", value: ({ publishedAt }) => publishedAt },
  { label: "Ngày rà soát", kind: "day", value: ({ reviewOn }) => reviewOn },
];

/** Đ14.k3, Đ13.k1.b: documents published, and those whose day of review is past. */
export const LIBRARY_FIGURES: FigureSource = {
  chapter: "portal",
  async figures({ db, since, until, to }) {
    const rows = await db
      .selectFrom("document as d")
      .innerJoin("unit as u", "u.id", "d.unit_id")
      .select(["d.id", "d.number_symbol as number", "d.abstract", "u.name as unit"])
      .select(["d.published_at as publishedAt", "d.review_on as reviewOn"])
      .where("d.published_at", "is not", null)
      .where("d.published_at", "<", until)
      .orderBy("d.published_at")
      .execute();
    const href = ({ id }: Line) => LIBRARY_PATHS.item(id);
    return [
      figureOfRows({
        key: "van-ban-da-dang",
        label: "Văn bản đã đăng",
        clause: "Đ14.k3",
        columns: COLUMNS,
        rows: rows.filter(({ publishedAt }) => publishedAt! >= since),
        by: [{ column: 2 }],
        href,
      }),
      figureOfRows({
        key: "van-ban-qua-han-ra-soat",
        label: "Văn bản quá ngày rà soát",
        clause: "Đ13.k1.b",
        columns: COLUMNS,
        rows: rows.filter(({ reviewOn }) => reviewOn <= to),
        asOf: true,
        href,
      }),
    ];
  },
};
