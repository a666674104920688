import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { one } from "../board/forms.ts";
import { isDay, readable } from "../board/rules.ts";
import { dayOf } from "../kernel/clock.ts";
import { receiveFile } from "../newsroom/desk/received-file.ts";
import type { SummaryItem } from "../ui/feedback.tsx";
import { explain } from "../words/refusals.ts";
import { addDocument } from "./commands/add-document.ts";
import { nextReview } from "./commands/confirm-still-right.ts";
import { afterwards, type LibraryDesk, libraryFrame, may, visitorOf } from "./desk-frame.ts";
import { readShelves, shelfNames } from "./documents.queries.ts";
import { ImportPage } from "./import.view.tsx";
import { type ReadTable, readTable } from "./import-rows.ts";
import { LIBRARY_PATHS } from "./paths.ts";

const UPLOAD = { fileSize: 1024 * 1024, files: 1 };

/** Spreadsheets in: looked at first, written when the person says so; each row by the command of the form. */
export function importRoutes(app: FastifyInstance, desk: LibraryDesk): void {
  const { portal } = desk;

  const read = async (request: FastifyRequest, text: string): Promise<ReadTable> => {
    const today = dayOf(portal.clock.now());
    return readTable(text, {
      shelves: await readShelves(portal.db),
      ...(await shelfNames(portal.db)),
      by: visitorOf(request).actor,
      today,
      reviewOn: nextReview(today),
    });
  };

  app.get(LIBRARY_PATHS.import, may("library.change"), async (request, reply) => show(request, reply, [], null, 200));

  app.post(LIBRARY_PATHS.import, { config: { may: "library.change", upload: UPLOAD } }, async (request, reply) => {
    const { file } = await receiveFile(request);
    const text = file && decoded(file.bytes);
    if (!text) {
      const why = file ? "Tệp không phải bảng CSV mã hóa UTF-8." : "Chưa nhận được tệp.";
      return show(request, reply, [{ text: why, href: "#bang" }], null, 422);
    }
    const table = await read(request, text);
    if (table.missing.length > 0 || table.rows.length === 0) {
      const why = table.missing.length > 0 ? `Bảng thiếu cột: ${table.missing.join("; ")}.` : "Bảng không có dòng nào.";
      return show(request, reply, [{ text: why, href: "#bang" }], null, 422);
    }
    return show(request, reply, [], { table, text }, 200);
  });

  app.post(`${LIBRARY_PATHS.import}/ghi`, may("library.change"), async (request, reply) => {
    const { rows } = await read(request, one(request.body, "bang"));
    for (const { input } of rows.filter(({ refusals }) => refusals.length === 0)) {
      // Judged again, one by one: what somebody else entered meanwhile is refused, and the others go in.
      await portal.act(visitorOf(request).by, addDocument, input);
    }
    return reply.redirectAfterPost(afterwards(LIBRARY_PATHS.desk, "da-nhap"));
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    items: readonly SummaryItem[],
    read: { readonly table: ReadTable; readonly text: string } | null,
    status: number,
  ) {
    const frame = await libraryFrame(desk, request, LIBRARY_PATHS.import);
    const preview = read && {
      rows: read.table.rows.map(({ line, input, refusals }) => ({
        line,
        number: input.number,
        issued: isDay(input.issuedOn) ? readable(input.issuedOn) : input.issuedOn,
        abstract: input.abstract,
        why: refusals.map((refusal) => explain(refusal)).map(({ text, remedy }) => `${text} ${remedy}`.trim()),
      })),
      table: read.text,
      isCut: read.table.isCut,
    };
    return reply.page(<ImportPage view={{ frame, items, preview }} />, { status });
  }
}

/** UTF-8 text, or null for anything else. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).normalize("NFC");
  } catch {
    return null;
  }
}
