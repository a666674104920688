import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { csvOf, type Sheet } from "./sheet.ts";
import { xlsxOf } from "./xlsx-out.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    return send(reply, `${sheet.name}.csv`, "text/csv; charset=utf-8", csvOf(sheet));
  });
  app.get(`${path}.xlsx`, { config: { may } }, async (request, reply) => sendWorkbook(reply, [await read(request)]));
}

/** A workbook as a download, named after its first sheet. */
export async function sendWorkbook(reply: FastifyReply, sheets: readonly [Sheet, ...Sheet[]]): Promise<FastifyReply> {
  return send(reply, `${sheets[0].name}.xlsx`, XLSX, await xlsxOf(sheets));
}

function send(reply: FastifyReply, name: string, type: string, body: string | Buffer): FastifyReply {
  return reply
    .type(type)
    .headers({ "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-cache" })
    .send(body);
}
