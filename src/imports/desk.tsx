import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { jobById } from "../jobs/jobs.queries.ts";
import { type Worker, workOnJobs } from "../jobs/run.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { listDownloads, sendWorkbook } from "../lists/download.ts";
import { type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { receiveFile } from "../newsroom/desk/received-file.ts";
import { explain } from "../words/refusals.ts";
import { type Batch, batchById, batchRows, countOutcomes } from "./batches.queries.ts";
import { startImport } from "./commands/start-import.ts";
import { ChoosePage, PreviewPage, ResultPage } from "./desk.view.tsx";
import type { AnyImportKind } from "./import-kind.ts";
import { judgeRows } from "./judge.ts";
import { IMPORT_KINDS } from "./kinds.ts";
import { readSheet } from "./read-sheet.ts";
import { keepBatch } from "./store.ts";
import { templateOf } from "./template.ts";

const UPLOAD = { fileSize: 5 * 1024 * 1024, files: 1 };
/** A short table is entered before the page answers; what takes longer goes on behind it. Milliseconds. */
const AT_ONCE = 1_500;

type ById = { Params: { bang: string } };

/** Spreadsheets in, for every kind: chosen, looked at with the faults of each cell, entered, and what came of each row. */
export function importDesk(app: FastifyInstance, desk: DeskRoom, worker: Worker): void {
  for (const kind of IMPORT_KINDS) importPages(app, desk, worker, kind);
}

function importPages(app: FastifyInstance, { portal, frame }: DeskRoom, worker: Worker, kind: AnyImportKind): void {
  const may = { config: { may: kind.may } };
  const today = () => dayOf(portal.clock.now());
  const batchPath = (id: Id) => `${kind.path}/bang/${id}`;

  const common = async (request: FastifyRequest) => ({
    desk: await frame(request, kind.list.href),
    nonce: request.nonce,
    what: kind.what,
    path: kind.path,
    list: kind.list,
  });

  async function choose(request: FastifyRequest, reply: FastifyReply, fault: string | null) {
    const columns = await kind.columns(portal.db, today());
    const view = { ...(await common(request)), columns, fault };
    return reply.page(<ChoosePage view={view} />, { status: fault === null ? 200 : 422 });
  }

  app.get(kind.path, may, (request, reply) => choose(request, reply, null));

  app.get(`${kind.path}/mau.xlsx`, may, async (_, reply) =>
    sendWorkbook(reply, templateOf(kind, await kind.columns(portal.db, today()))),
  );

  app.post(kind.path, { config: { may: kind.may, upload: UPLOAD } }, async (request, reply) => {
    const { file } = await receiveFile(request);
    if (!file) return choose(request, reply, "Chưa nhận được tệp. Hãy chọn tệp .xlsx hoặc .csv rồi xem trước.");
    const sheet = await readSheet(file.bytes, await kind.columns(portal.db, today()));
    if (!sheet.ok) return choose(request, reply, sheet.error);
    const { by } = request.visitor!;
    const about = { kind: kind.name, fileName: file.name, by, at: portal.clock.now() };
    const id = await portal.database.transact((tx) => keepBatch(tx, about, sheet.value));
    return reply.redirectAfterPost(batchPath(id));
  });

  app.get<ById>(`${kind.path}/bang/:bang`, may, (request, reply) => show(request, reply, [], 200));

  app.post<ById>(`${kind.path}/bang/:bang`, may, async (request, reply) => {
    const batch = await mine(request);
    const title = `Nhập ${kind.what} từ ${batch.fileName || "bảng tính"}`;
    const answer = await portal.act(request.visitor!.by, startImport, { batch: batch.id, title });
    if (!answer.ok) {
      const told = answer.error.map((refusal) => explain(refusal));
      return show(
        request,
        reply,
        told.map(({ text, remedy }) => `${text} ${remedy}`),
        409,
      );
    }
    await workOnJobs(worker, answer.value.jobs[0], AT_ONCE);
    return reply.redirectAfterPost(batchPath(batch.id));
  });

  listDownloads(app, `${kind.path}/bang/:bang/ket-qua`, kind.may, async (request) => {
    const batch = await mine(request as FastifyRequest<ById>);
    const columns = await kind.columns(portal.db, today());
    type Row = Awaited<ReturnType<typeof batchRows>>[number];
    const outcomes: readonly SheetColumn<Row>[] = [
      ...columns.map(({ key, label }) => ({ label, value: ({ cells }: Row) => cells[key] ?? "" })),
      { label: "Dòng", kind: "number", value: ({ line }) => line },
      { label: "Kết quả", value: ({ outcome }) => OUTCOMES[outcome ?? "waiting"] },
      { label: "Lý do, cách sửa", value: ({ reasons }) => reasons.join("\n") },
    ];
    return sheetOf(`ket-qua-${kind.name}`, "Kết quả", outcomes, await batchRows(portal.db, batch.id));
  });

  /** A spreadsheet is seen by whoever sent it; for everybody else there is no such page. */
  async function mine(request: FastifyRequest<ById>): Promise<Batch> {
    const batch = await batchById(portal.db, request.params.bang);
    if (batch?.kind !== kind.name || batch.person !== request.visitor!.person.id) {
      throw new NotFound(`No spreadsheet ${request.params.bang}`);
    }
    return batch;
  }

  async function show(request: FastifyRequest<ById>, reply: FastifyReply, problems: readonly string[], status: number) {
    const batch = await mine(request);
    const rows = await batchRows(portal.db, batch.id);
    const shared = { ...(await common(request)), action: batchPath(batch.id), fileName: batch.fileName, problems };
    const job = batch.job ? await jobById(portal.db, batch.job) : null;
    if (!job) {
      const { actor } = request.visitor!;
      const judged = await portal.database.snapshot((tx) =>
        judgeRows(tx, kind, actor, portal.clock.now(), rows, batch.places),
      );
      return reply.page(<PreviewPage view={{ ...shared, rows: judged }} />, { status });
    }
    const counts = await countOutcomes(portal.db, batch.id);
    const isOpen = job.endedAt === null;
    const isStill = one(request.query, "tu-lam-moi") === "khong";
    if (isOpen && !isStill) reply.header("Refresh", "4");
    const lines = rows.map(({ line, cells, outcome, reasons }) => ({
      line,
      name: Object.values(cells).find((text) => text !== "") ?? "",
      outcome: OUTCOMES[outcome ?? "waiting"],
      isRefused: outcome === "refused",
      reasons,
    }));
    return reply.page(<ResultPage view={{ ...shared, job, counts, lines, isOpen, isStill }} />, { status });
  }
}

const OUTCOMES = {
  entered: "Đã nhập",
  present: "Đã có từ trước",
  refused: "Không nhập được",
  waiting: "Chưa làm",
} as const;
