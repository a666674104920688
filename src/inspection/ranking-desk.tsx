import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { addDays, type Day, dayOf } from "../kernel/clock.ts";
import { addMonths, firstDayOf, lastDayOf, readMonth, writtenMonth } from "../kernel/months.ts";
import { listDownloads } from "../lists/download.ts";
import { formatNumber } from "../ui/format.ts";
import { authorPlace, countedArticles, rankAuthors } from "./authors.queries.ts";
import { criteriaOn, type Inspection, inspectableUnits, loadInspections, readCriteria } from "./inspections.queries.ts";
import { computedScores } from "./measure.ts";
import { INSPECTION_PATHS as PATHS } from "./paths.ts";
import { may } from "./permissions.ts";
import { PointPage, type Ranking, RankingPage } from "./ranking.view.tsx";
import { rankedUnits } from "./result-article.ts";
import { pointsOf, type ScoreLine } from "./scores.ts";
import { authorSheet, lineSheet, rankingSheet } from "./sheet.ts";

/** Months offered in the choice. */
const MONTHS = 12;

/** Ranking of units and authors for a period (Đ19.k1): final only from a concluded evaluation, else said to be provisional. */
export function rankingDesk(app: FastifyInstance, desk: DeskRoom): void {
  const { db, clock } = desk.portal;
  const read = may("ranking.read");

  app.get(PATHS.ranking, read, async (request, reply) => {
    const concluded = await finals();
    const ranking = await rankingOf(request, concluded);
    const today = dayOf(clock.now());
    const choices = [
      ...concluded.map(({ id, title }) => ({ value: id, label: `${title} (chính thức)` })),
      ...periods(today).map(({ key, label }) => ({ value: key, label: `${label} (tạm tính)` })),
    ];
    return reply.page(
      <RankingPage desk={await desk.frame(request, PATHS.ranking)} ranking={ranking} choices={choices} />,
    );
  });

  listDownloads(app, `${PATHS.ranking}/don-vi`, read.config.may, async (request) => {
    const { units, criteria, scores, isFinal } = await rankingOf(request, await finals());
    return rankingSheet(units, criteria, scores, isFinal);
  });
  listDownloads(app, `${PATHS.ranking}/nguoi-viet`, read.config.may, async (request) => {
    const { authors, isFinal } = await rankingOf(request, await finals());
    return authorSheet(authors, isFinal);
  });

  app.get(PATHS.rankedPoints, read, async (request, reply) => {
    const { ranking, score, unit, criterion } = await rankedPoint(request);
    const search = new URL(request.url, "http://x").search;
    return reply.page(
      <PointPage
        desk={await desk.frame(request, PATHS.ranking)}
        title={`${criterion.name}: ${unit.name}`}
        lead={`${formatNumber(pointsOf(score))} trên ${score.weight} điểm (đạt ${score.reached}%), ${ranking.label.toLowerCase()}, tạm tính.`}
        how={criterion.guide}
        lines={score.lines}
        back={{ href: `${PATHS.ranking}?ky=${ranking.key}`, label: "Thi đua" }}
        csvHref={`${PATHS.rankedPoints}.csv${search}`}
        path={PATHS.ranking}
      />,
    );
  });
  listDownloads(app, PATHS.rankedPoints, read.config.may, async (request) =>
    lineSheet((await rankedPoint(request)).score.lines),
  );

  app.get(PATHS.rankedArticles, read, async (request, reply) => {
    const { ranking, lines, name, kind } = await articlesOf(request);
    return reply.page(
      <PointPage
        desk={await desk.frame(request, PATHS.ranking)}
        title={`${KINDS[kind]}: ${name}`}
        lead={`${formatNumber(lines.length)} bài, ${ranking.label.toLowerCase()}.`}
        how={ranking.isFinal ? "Danh sách tính theo dữ liệu hiện nay; con số chính thức đã chốt khi kết luận." : ""}
        lines={lines}
        back={{ href: `${PATHS.ranking}?ky=${ranking.key}`, label: "Thi đua" }}
        csvHref={`${PATHS.rankedArticles}.csv${new URL(request.url, "http://x").search}`}
        path={PATHS.ranking}
      />,
    );
  });
  listDownloads(app, PATHS.rankedArticles, read.config.may, async (request) =>
    lineSheet((await articlesOf(request)).lines),
  );

  const finals = async () => (await loadInspections(db)).filter(({ state }) => state === "CONCLUDED");

  async function rankingOf(request: FastifyRequest, concluded: readonly Inspection[]): Promise<Ranking> {
    const asked = one(request.query, "ky");
    const final = concluded.find(({ id }) => id === asked);
    if (final) return finalRanking(final);
    const all = periods(dayOf(clock.now()));
    const { key, label, from, to } = all.find((period) => period.key === asked) ?? all[0]!;
    const criteria = (criteriaOn(await readCriteria(db), to)?.criteria ?? []).filter(({ source }) => source !== "");
    const units = await inspectableUnits(db, from, to);
    const ids = units.map(({ id }) => id);
    const scores = await computedScores(db, { criteria, units: ids, from, to, now: clock.now(), checked: [] });
    const authors = await rankAuthors(db, from, to);
    return {
      ...{ key, label, from, to, criteria, scores },
      isFinal: false,
      units: rankedUnits({ units, versions: [{ ...NOTHING, scores }] }),
      authors: authors.map((author) => ({ ...author, place: authorPlace(authors, author) })),
      inspection: "",
    };
  }

  async function rankedPoint(request: FastifyRequest) {
    const ranking = await rankingOf(request, []);
    const [unitId, key] = [one(request.query, "don-vi"), one(request.query, "tieu-chi")];
    const score = ranking.scores.find((one) => one.unit === unitId && one.criterion === key);
    const criterion = ranking.criteria.find((one) => one.key === key);
    const unit = ranking.units.find((one) => one.unit.id === unitId)?.unit;
    if (!score || !criterion || !unit) throw new NotFound(`No points ${unitId} ${key}`);
    return { ranking, score, criterion, unit };
  }

  async function articlesOf(request: FastifyRequest) {
    const ranking = await rankingOf(request, await finals());
    const person = one(request.query, "nguoi");
    const kind = one(request.query, "loai") as keyof typeof KINDS;
    const author = ranking.authors.find((one) => one.person === person);
    if (!author || !Object.hasOwn(KINDS, kind)) throw new NotFound(`No author ${person}`);
    const articles = (await countedArticles(db, ranking.from, ranking.to)).filter(
      (article) => article.author === person && (kind === "" || (kind === "tot" ? article.isGood : article.isFaulty)),
    );
    const lines = articles.map(
      (article): ScoreLine => ({
        what: article.title,
        day: dayOf(article.publishedAt),
        isMet: !article.isFaulty,
        note: [article.isGood ? "Có chất lượng" : "", ...article.corrections, article.takenDown ? "Đã gỡ" : ""]
          .filter(Boolean)
          .join("; "),
        href: `/ban-bien-tap/bai/${article.edition}`,
      }),
    );
    return { ranking, lines, name: author.name, kind };
  }
}

const NOTHING = { version: 0, kind: "presented", notice: "", at: "", authors: [], digest: "" } as const;
const KINDS = { "": "Bài đã đăng", tot: "Bài có chất lượng", sai: "Bài phải đính chính, bị gỡ" } as const;

function finalRanking(inspection: Inspection): Ranking {
  const { id, title, from, to, set, versions } = inspection;
  const { scores, authors } = versions.at(-1)!;
  return {
    ...{ key: id, label: title, from, to, criteria: set.criteria, scores },
    isFinal: true,
    units: rankedUnits(inspection),
    authors: authors.map((author) => ({ ...author, place: authorPlace(authors, author) })),
    inspection: id,
  };
}

interface Period {
  readonly key: string;
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
}

/** Months, the quarters and the years they lie in; what has not ended yet goes up to today. */
function periods(today: Day): Period[] {
  const month = readMonth(today.slice(0, 7))!;
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(month, -back));
  const cut = (day: Day) => (day > today ? today : day);
  const quarters = [...new Set(months.map((one) => `${one.slice(0, 4)}-Q${Math.ceil(Number(one.slice(5)) / 3)}`))];
  const years = [...new Set(months.map((one) => one.slice(0, 4)))];
  return [
    ...months.map((one) => ({
      key: one,
      label: `Tháng ${writtenMonth(one)}`,
      from: firstDayOf(one),
      to: cut(lastDayOf(one)),
    })),
    ...quarters.map((key) => {
      const [year = "", quarter = ""] = key.split("-Q");
      const first = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, "0")}`;
      const from = firstDayOf(first);
      return { key, label: `Quý ${quarter}/${year}`, from, to: cut(addDays(firstDayOf(addMonths(first, 3)), -1)) };
    }),
    ...years.map((year) => ({ key: year, label: `Năm ${year}`, from: `${year}-01-01`, to: cut(`${year}-12-31`) })),
  ];
}
