import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { csvOf, type Sheet } from "./sheet.ts";
import { xlsxOf } from "./xlsx-out.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * Offers a list as `<path>.csv` and `<path>.xlsx` to whoever may open the list itself. `read` gives every row that the
 * list's own filters leave, on all its pages.
 */
export function listDownloads(
  app: FastifyInstance,
  path: string,
  may: string,
  read: (request: FastifyRequest) => Promise<Sheet>,
): void {
  app.get(`${path}.csv`, { config: { may } }, async (request, reply) => {
    const sheet = await read(request);
    return sendSheet(reply, `${sheet.name}.csv`, "csv", csvOf(sheet));
  });
  app.get(`${path}.xlsx`, { config: { may } }, async (request, reply) => sendWorkbook(reply, [await read(request)]));
}

/** A workbook as a download, named after its first sheet. */
export async function sendWorkbook(reply: FastifyReply, sheets: readonly [Sheet, ...Sheet[]]): Promise<FastifyReply> {
  return sendSheet(reply, `${sheets[0].name}.xlsx`, "xlsx", await xlsxOf(sheets));
}

/** A spreadsheet as a download of this name. */
export function sendSheet(
  reply: FastifyReply,
  name: string,
  format: keyof typeof TYPES,
  body: string | Buffer | Readable,
): FastifyReply {
  return reply
    .type(TYPES[format])
    .headers({ "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-cache" })
    .send(body);
}
