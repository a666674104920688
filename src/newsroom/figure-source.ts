import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { SheetColumn } from "../lists/sheet.ts";
import type { Act } from "../regulation/article-moves.ts";
import { hatName } from "../regulation/hats.ts";
import type { FigureQuestion, FigureSource } from "../reports/figure.ts";
import { figureOfRows } from "../reports/list-figure.ts";
import { paths } from "./desk/paths.ts";
import { DID, titleOr } from "./desk/words.ts";
import { type ExceptionUsed, readExceptions } from "./exceptions.queries.ts";

interface Step {
  readonly edition: Id;
  readonly title: string;
  readonly unit: string;
  readonly author: string;
  readonly category: string;
  readonly act: string;
  readonly at: Instant;
  readonly name: string;
  readonly reason: string;
  readonly note: string;
  readonly isFirst: boolean;
}

const TITLE: SheetColumn<Step> = { label: "Bài", value: ({ title }) => titleOr(title) };
const UNIT: SheetColumn<Step> = { label: "Đơn vị", value: ({ unit }) => unit };
const AUTHOR: SheetColumn<Step> = { label: "Người viết", value: ({ author }) => author };
const CATEGORY: SheetColumn<Step> = { label: "Chuyên mục", value: ({ category }) => category };
const AT: SheetColumn<Step> = { label: "Lúc", kind: "time", value: ({ at }) => at };
const WHO: SheetColumn<Step> = { label: "Người làm", value: ({ name }) => name };
const REASON: SheetColumn<Step> = { label: "Lý do", value: ({ reason }) => reason };

const href = ({ edition }: Step): string => paths.article(edition);

const PUBLISHING: readonly Act[] = ["publish", "publishScheduled"];
const RETURNING: readonly Act[] = ["sendBack", "returnUnapproved"];
const REPORTED: readonly Act[] = [...PUBLISHING, ...RETURNING, "cancel", "executeTakedown"];

/** Đ11.g2, Đ18.k1: how many articles, of whom; what was put right, returned, cancelled and taken down. */
export const ARTICLE_FIGURES: FigureSource = {
  chapter: "articles",
  async figures(question) {
    const steps = await stepsOf(question);
    const units = await unitNames(question);
    const of = (...acts: readonly Act[]) => steps.filter(({ act }) => acts.some((one) => one === act));
    const published = of(...PUBLISHING);
    return [
      figureOfRows({
        key: "bai-da-dang",
        label: "Tin, bài mới đã đăng",
        clause: "Đ18.k1",
        columns: [TITLE, UNIT, AUTHOR, CATEGORY, AT],
        rows: published.filter(({ isFirst }) => isFirst),
        by: [{ column: 1, all: units }, { column: 2 }, { column: 3 }],
        href,
      }),
      figureOfRows({
        key: "bai-cap-nhat",
        label: "Bài đã đăng được cập nhật, đính chính",
        clause: "Đ15.k2",
        columns: [TITLE, UNIT, AT, { label: "Nội dung cập nhật", value: ({ note }) => note }],
        rows: published.filter(({ isFirst }) => !isFirst),
        href,
      }),
      figureOfRows({
        key: "bai-tra-lai",
        label: "Lượt trả lại để chỉnh sửa",
        clause: "Đ15.k2.b4.g2",
        columns: [TITLE, UNIT, WHO, AT, REASON],
        rows: of(...RETURNING),
        by: [{ column: 1 }],
        href,
      }),
      figureOfRows({
        key: "bai-huy-bo",
        label: "Bài không duyệt, hủy bỏ",
        clause: "Đ15.k2.b4.g2",
        columns: [TITLE, UNIT, WHO, AT, REASON],
        rows: of("cancel"),
        href,
      }),
      figureOfRows({
        key: "bai-go-bo",
        label: "Bài đã gỡ khỏi Cổng",
        clause: "Đ15.k3",
        columns: [TITLE, UNIT, AT, REASON],
        rows: of("executeTakedown"),
        printed: true,
        href,
      }),
    ];
  },
};

/** every step that one person did where two should have, with its reason. */
export const EXCEPTION_FIGURES: FigureSource = {
  chapter: "regulation",
  async figures({ db, since, until }) {
    const used = (await readExceptions(db)).filter(({ at }) => at >= since && at < until).reverse();
    const columns: readonly SheetColumn<ExceptionUsed>[] = [
      { label: "Về", value: ({ about, title }) => ("edition" in about ? titleOr(title) : `Phiếu hỏi đáp ${title}`) },
      { label: "Việc đã làm", value: ({ act }) => (act === "release" ? "duyệt câu trả lời tự soạn" : DID[act]) },
      { label: "Người làm", value: ({ name }) => name },
      { label: "Vai trò", value: ({ hat }) => hatName(hat) },
      { label: "Lúc", kind: "time", value: ({ at }) => at },
      { label: "Lý do", value: ({ reason }) => reason },
    ];
    return [
      figureOfRows({
        key: "ngoai-le",
        label: "Lần một người làm hai việc (ngoại lệ có lý do)",
        clause: "Đ15.k2",
        columns,
        rows: used,
        printed: true,
        href: ({ about }) => ("edition" in about ? paths.article(about.edition) : paths.exceptions),
      }),
    ];
  },
};

async function stepsOf({ db, since, until }: FigureQuestion): Promise<Step[]> {
  const rows = await db
    .selectFrom("edition_move as m")
    .innerJoin("edition as e", "e.id", "m.edition_id")
    .innerJoin("article as a", "a.id", "e.article_id")
    .innerJoin("unit as u", "u.id", "e.unit_id")
    .innerJoin("category as c", "c.id", "e.category_id")
    .innerJoin("person as author", "author.id", "e.author_id")
    .leftJoin("person as doer", "doer.id", "m.person_id")
    .select(["e.id as edition", "e.title", "u.name as unit", "author.full_name as author", "c.name as category"])
    .select(["m.act", "m.at", "doer.full_name as name", "m.reason", "a.first_published_at as first"])
    .select(["e.correction_note as note", "a.takedown_reason as why"])
    .where("m.at", ">=", since)
    .where("m.at", "<", until)
    .where("m.act", "in", [...REPORTED])
    .orderBy("m.evidence_seq")
    .execute();
  return rows.map(({ first, name, reason, note, why, ...row }) => ({
    ...row,
    name: name ?? "Hệ thống",
    reason: reason ?? (row.act === "executeTakedown" ? (why ?? "") : ""),
    note: note ?? "",
    isFirst: first === row.at,
  }));
}

/** Units of the period: one that posted nothing is told too. */
async function unitNames({ db, from, to }: FigureQuestion): Promise<string[]> {
  const rows = await db
    .selectFrom("unit")
    .select(["name", "active_from", "active_to"])
    .orderBy("position")
    .orderBy("name")
    .execute();
  return rows
    .filter(({ active_from, active_to }) => active_from <= to && (active_to === null || active_to >= from))
    .map(({ name }) => name);
}
