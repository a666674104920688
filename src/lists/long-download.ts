import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { formatNumber } from "../ui/format.ts";
import { csvLines, MARK } from "./csv-out.ts";
import { sendSheet, sendWorkbook } from "./download.ts";
import { csvRows, type Head, type Value } from "./sheet.ts";

/** A list that may grow without end: read in parts, so that no more than one of them is ever held. */
export interface LongSheet {
  readonly name: string;
  readonly title: string;
  readonly heads: readonly Head[];
  readonly total: number;
  /** Its rows in order, part by part. */
  parts(): AsyncIterable<readonly (readonly Value[])[]>;
}

/** A workbook is packed whole in memory: so many rows of the log take about 150 MB for a second. */
export const MOST_IN_WORKBOOK = 10_000;

/**
 * `listDownloads` for a list that may be very long. The CSV has every row and goes out as it is read. The workbook is
 * refused above `MOST_IN_WORKBOOK` rows, with what to do instead: a part of a list must never pass for the whole.
 */
export function longDownloads(
  app: FastifyInstance,
  path: string,
  may: string,
  read: (request: FastifyRequest) => Promise<LongSheet>,
): void {
  app.get(`${path}.csv`, { config: { may } }, async (request, reply) => {
    const sheet = await read(request);
    return sendSheet(reply, `${sheet.name}.csv`, "csv", Readable.from(linesOf(sheet)));
  });

  app.get(`${path}.xlsx`, { config: { may } }, async (request, reply) => {
    const sheet = await read(request);
    const { name, title, heads, total } = sheet;
    if (total > MOST_IN_WORKBOOK) {
      return reply.problem("tooLarge", {
        title: "Danh sách quá dài cho một tệp Excel",
        sentences: [
          `Danh sách có ${formatNumber(total)} dòng; một tệp Excel chỉ nhận đến ${formatNumber(MOST_IN_WORKBOOK)} dòng.`,
          "Hãy tải CSV, có đủ mọi dòng, hoặc lọc cho ngắn lại rồi tải Excel.",
        ],
        links: [{ href: request.url.replace(".xlsx", ".csv"), label: "Tải CSV" }],
      });
    }
    const rows = (await Array.fromAsync(sheet.parts())).flat();
    return sendWorkbook(reply, [{ name, title, heads, rows }]);
  });
}

async function* linesOf({ heads, parts }: LongSheet): AsyncGenerator<string> {
  yield MARK + csvLines([heads.map(({ label }) => label)]);
  for await (const rows of parts()) yield csvLines(csvRows(heads, rows));
}
