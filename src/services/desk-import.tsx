import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../board/actor.ts";
import { one } from "../board/forms.ts";
import { TooLarge } from "../http/errors.ts";
import { type Fields, readForm } from "../http/form-body.ts";
import { dayOf } from "../kernel/clock.ts";
import { explain } from "../words/refusals.ts";
import { saveEntry } from "./commands/save-entry.ts";
import { type CatalogueDesk, catalogueFrame, visitorOf } from "./desk-frame.ts";
import { ImportPage, type ImportPreview } from "./desk-import.view.tsx";
import type { EntryKind } from "./fields.ts";
import { type ImportRow, MOST_ROWS, readImport } from "./import-rows.ts";
import { deskPaths } from "./paths.ts";
import { may } from "./permissions.ts";
import { mayKeep } from "./rules.ts";

const CSV_FILE = { upload: { fileSize: 2 * 1024 * 1024, files: 1 } } as const;

const FAULTS = {
  noHead: "Hàng đầu của bảng phải có cột “Mã” và cột tên; hãy tải bảng CSV của danh mục để lấy mẫu.",
  empty: "Bảng chưa có hàng nào dưới hàng đầu.",
  tooMany: `Bảng có quá ${MOST_ROWS} hàng; hãy chia thành nhiều bảng.`,
  notText: "Bảng không dùng bảng mã UTF-8. Khi lưu, hãy chọn “CSV UTF-8”.",
} as const;

/** Spreadsheet in: looked at first with every row's faults, then entered; rows at fault stay out. */
export function importPages(app: FastifyInstance, desk: CatalogueDesk, kind: EntryKind): void {
  const { portal } = desk;
  const paths = deskPaths(kind);

  app.get(paths.import, may("catalogue.change"), async (request, reply) => show(request, reply, {}, 200));

  app.post(paths.import, { config: { ...may("catalogue.change").config, ...CSV_FILE } }, async (request, reply) => {
    const { fields, text } = await received(request);
    const unit = one(fields, "don-vi");
    if (text === null) return show(request, reply, { unit, fault: FAULTS.notText }, 422);
    const rows = readImport(kind, text);
    if (typeof rows === "string") return show(request, reply, { unit, fault: FAULTS[rows] }, 422);
    const judged = await judge(rows, unit, request);
    const step = one(fields, "viec");
    if (step !== "cong-bo" && step !== "luu") {
      return show(request, reply, { unit, text, preview: judged }, 200);
    }
    const good = rows.filter((_, index) => judged[index]!.faults.length === 0);
    let entered = 0;
    for (const row of good) {
      const answer = await portal.act(visitorOf(request).by, saveEntry, inputOf(row, unit, step === "cong-bo"));
      if (answer.ok) entered += 1;
    }
    return show(request, reply, { unit, entered, left: rows.length - entered }, 200);
  });

  const inputOf = (row: ImportRow, unit: string, publish: boolean) => ({
    id: null,
    kind,
    code: row.code,
    unit,
    content: row.content,
    reviewOn: Temporal.PlainDate.from(dayOf(portal.clock.now())).add({ years: 1 }).toString(),
    files: [],
    publish,
  });

  /** Every row judged by the command's own rules, as if it were to be public, without writing anything. */
  async function judge(rows: readonly ImportRow[], unit: string, request: FastifyRequest): Promise<ImportPreview[]> {
    const by: Actor = visitorOf(request).actor;
    const at = portal.clock.now();
    return portal.database.snapshot(async (tx) => {
      const seen = new Set<string>();
      const judged: ImportPreview[] = [];
      for (const row of rows) {
        const input = inputOf(row, unit, true);
        const answer = saveEntry.decide(await saveEntry.load({ tx, by, at }, input), input, by, at);
        const faults = answer.ok ? [] : answer.error.map((refusal) => explain(refusal).text);
        if (seen.has(row.code)) faults.push(`Mã “${row.code}” có hai lần trong bảng.`);
        seen.add(row.code);
        judged.push({ line: row.line, code: row.code, name: row.content.name ?? "", faults });
      }
      return judged;
    });
  }

  interface Shown {
    readonly unit?: string;
    readonly text?: string;
    readonly fault?: string;
    readonly preview?: readonly ImportPreview[];
    readonly entered?: number;
    readonly left?: number;
  }

  async function show(request: FastifyRequest, reply: FastifyReply, shown: Shown, status: number) {
    const { actor } = visitorOf(request);
    const rows = await portal.db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
    const units = rows.filter(({ id }) => mayKeep(actor, id)).map(({ id, name }) => ({ value: id, label: name }));
    const frame = await catalogueFrame(desk, request, kind, paths.import);
    const view = { frame, units, ...shown, unit: shown.unit ?? (units.length === 1 ? units[0]!.value : "") };
    return reply.page(<ImportPage view={view} />, { status });
  }
}

/** The spreadsheet: sent as a file, or again as text after it was looked at. Null when it is no UTF-8. */
async function received(request: FastifyRequest): Promise<{ fields: Fields; text: string | null }> {
  if (!request.isMultipart()) {
    const fields = (request.body ?? {}) as Fields;
    return { fields, text: one(fields, "bang") };
  }
  const { fields, files } = await readForm(request, async ({ file, filename }) => {
    const chunks: Buffer[] = [];
    for await (const chunk of file) chunks.push(chunk as Buffer);
    if (file.truncated) throw new TooLarge(`The file ${filename} is too large`);
    return Buffer.concat(chunks);
  });
  try {
    return { fields, text: new TextDecoder("utf-8", { fatal: true }).decode(files[0] ?? new Uint8Array()) };
  } catch {
    return { fields, text: null };
  }
}
