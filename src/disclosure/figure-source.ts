import { addSeconds, dayOf } from "../kernel/clock.ts";
import type { SheetColumn } from "../lists/sheet.ts";
import type { FigureQuestion, FigureSource } from "../reports/figure.ts";
import { figureOfRows, yesNo } from "../reports/list-figure.ts";
import { readEntries, readItems } from "./disclosure.queries.ts";
import type { Entry } from "./disclosure.ts";
import { schoolYearOf, yearWords } from "./due.ts";
import { readNames } from "./names.queries.ts";
import { DESK_PATHS } from "./paths.ts";
import { type RegisterLine, register, STANDING_WORDS } from "./register.ts";

/** Đ13.k1.c, Đ14.k6: how complete the register of the school year stood at the end of the period, and what was published. */
export const DISCLOSURE_FIGURES: FigureSource = {
  chapter: "disclosure",
  async figures(question) {
    const { db, calendar, since, until } = question;
    const day = dayOf(addSeconds(until, -1));
    const year = schoolYearOf(day);
    const items = await readItems(db);
    const names = await readNames(db);
    const all = await readEntries(db);
    const known = all.filter(({ publishedAt }) => publishedAt !== null && publishedAt < until);
    const lines = register(items, known, year, calendar, day);
    const columns: readonly SheetColumn<RegisterLine>[] = [
      { label: "Nội dung", value: ({ item }) => item.title },
      { label: "Đơn vị", value: ({ item }) => (item.unit && names.get(item.unit)) || "" },
      { label: "Hạn", kind: "day", value: ({ due }) => due },
      { label: "Đã công khai", value: ({ published }) => yesNo(published.length > 0) },
      { label: "Tình trạng", value: ({ standing }) => STANDING_WORDS[standing] },
    ];
    const href = () => DESK_PATHS.year(year);
    return [
      figureOfRows({
        key: "cong-khai-ty-le",
        label: `Công khai ${yearWords(year)}: tỷ lệ mục đã công khai trên số mục đã đến hạn hoặc đã đăng`,
        clause: "Đ14.k6",
        measure: { of: "share", column: 3 },
        columns,
        rows: lines.filter(({ standing }) => standing !== "ahead"),
        asOf: true,
        href,
      }),
      figureOfRows({
        key: "cong-khai-con-thieu",
        label: "Mục công khai quá hạn còn thiếu",
        clause: "Đ13.k1.c.g2",
        columns,
        rows: lines.filter(({ standing }) => standing === "missing"),
        asOf: true,
        printed: true,
        href,
      }),
      figureOfRows({
        key: "cong-khai-da-dang",
        label: "Bản công khai đã đăng trong kỳ",
        clause: "Đ13.k1.c.g2",
        columns: [
          { label: "Nội dung", value: ({ item }: Entry) => items.find(({ id }) => id === item)?.title ?? "" },
          { label: "Đơn vị", value: ({ unit }) => names.get(unit) ?? "" },
          { label: "Năm học", value: ({ year: of }) => of.replace("-", "–") },
          { label: "Bản số", kind: "number", value: ({ version }) => version },
          { label: "Đăng lúc", kind: "time", value: ({ publishedAt }) => publishedAt },
        ],
        rows: known.filter(({ publishedAt }) => publishedAt! >= since),
        by: [{ column: 1 }],
        href: ({ id }) => DESK_PATHS.entry(id),
      }),
      await proofFigure(question),
    ];
  },
};

/** Đ13.k1.c.g3: whether an anonymous reader found everything, each time the portal looked. */
async function proofFigure({ db, since, until }: FigureQuestion) {
  const rows = await db
    .selectFrom("disclosure_round")
    .select(["started_at as at", "addresses", "failed"])
    .where("started_at", ">=", since)
    .where("started_at", "<", until)
    .orderBy("started_at")
    .execute();
  return figureOfRows({
    key: "cong-khai-lien-tuc",
    label: "Cổng tự kiểm tra trang Công khai: tỷ lệ lượt mọi địa chỉ đều hiển thị",
    clause: "Đ13.k1.c.g3",
    measure: { of: "share", column: 3 },
    columns: [
      { label: "Lượt lúc", kind: "time", value: ({ at }: (typeof rows)[number]) => at },
      { label: "Địa chỉ", kind: "number", value: ({ addresses }) => Number(addresses) },
      { label: "Địa chỉ lỗi", kind: "number", value: ({ failed }) => Number(failed) },
      { label: "Hiển thị đủ", value: ({ failed }) => yesNo(Number(failed) === 0) },
    ],
    rows,
    href: () => DESK_PATHS.home,
  });
}
