import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { pageNumber } from "../http/public-page.ts";
import type { Id } from "../kernel/ids.ts";
import { listDownloads } from "../lists/download.ts";
import type { Sheet } from "../lists/sheet.ts";
import type { ReportFigure } from "./content.ts";
import { numberOf } from "./figure.ts";
import { FigurePage } from "./figure.view.tsx";
import { figureText, valueAt } from "./figures.ts";
import type { OpenReport } from "./model.ts";
import { REPORT_PATHS } from "./paths.ts";
import { may } from "./permissions.ts";
import { cellText } from "./report-paper.ts";
import { reportTitle } from "./title.ts";

type ByKey = { Params: { id: string; figure: string } };

const PAGE_SIZE = 50;

interface Narrowed {
  readonly open: OpenReport;
  readonly figure: ReportFigure;
  /** Rows with their links, all or those with one value in one column. */
  readonly list: Sheet;
  readonly links: readonly string[];
  readonly words: string;
}

/** The rows behind each number, on the page and as a spreadsheet: of a frozen report the frozen ones. */
export function figurePages(app: FastifyInstance, { frame }: DeskRoom, opened: (id: Id) => Promise<OpenReport>): void {
  const address = REPORT_PATHS.figure(":id", ":figure");

  app.get<ByKey>(address, may("report.read"), async (request, reply) => {
    const { open, figure, list, links, words } = await asked(request);
    const page = Number(pageNumber(one(request.query, "trang")) ?? "1");
    const pages = Math.max(1, Math.ceil(list.rows.length / PAGE_SIZE));
    if (page > pages) throw new NotFound(`No page ${page}`);
    const query = new URLSearchParams(words ? { cot: one(request.query, "cot"), la: one(request.query, "la") } : {});
    const path = REPORT_PATHS.figure(open.report.id, figure.key);
    const first = (page - 1) * PAGE_SIZE;
    const number = numberOf({ measure: figure.measure, list });
    const view = {
      desk: await frame(request, REPORT_PATHS.list),
      report: { id: open.report.id, title: reportTitle(open.report) },
      ...{ key: figure.key, label: figure.label, clause: figure.clause, narrowed: words, page, pages },
      lead: `${figureText(number, figure)}${figure.measure.of === "rows" ? " mục." : `, tính từ ${list.rows.length} dòng dưới đây.`}${open.isLive ? " Số liệu đang tính đến lúc này." : ""}`,
      heads: list.heads.map(({ label, kind }) => ({ label, isNumber: kind === "number" })),
      rows: list.rows.slice(first, first + PAGE_SIZE).map((row, index) => ({
        cells: row.map((value, column) => cellText(value, list.heads[column]!.kind)),
        href: links[first + index] ?? "",
      })),
      href: (to: number) => addressOf(path, query, to),
      csvHref: addressOf(`${path}.csv`, query, 1),
    };
    return reply.page(<FigurePage view={view} />);
  });

  listDownloads(app, address, "report.read", async (request) => (await asked(request)).list);

  async function asked(request: FastifyRequest): Promise<Narrowed> {
    const { id, figure: key } = request.params as { id: string; figure: string };
    const open = await opened(id);
    const figure = open.content.figures.find((one) => one.key === key);
    if (!figure) throw new NotFound(`No figure ${key}`);
    const [cot, value] = [one(request.query, "cot"), one(request.query, "la")];
    const column = /^\d{1,2}$/.test(cot) ? Number(cot) : -1;
    const head = figure.list.heads[column];
    if (!head) return { open, figure, list: figure.list, links: figure.links, words: "" };
    const places = figure.list.rows.flatMap((row, place) => (valueAt(row, column).trim() === value ? [place] : []));
    return {
      ...{ open, figure },
      list: { ...figure.list, rows: places.map((place) => figure.list.rows[place]!) },
      links: places.map((place) => figure.links[place] ?? ""),
      words: `${head.label.toLowerCase()}: ${value || "(không ghi)"}`,
    };
  }
}

function addressOf(path: string, query: URLSearchParams, page: number): string {
  const text = new URLSearchParams([...query, ...(page > 1 ? [["trang", String(page)]] : [])]).toString();
  return text ? `${path}?${text}` : path;
}
