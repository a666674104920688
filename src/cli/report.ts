import { type FileHandle, open } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { xlsxOf } from "../lists/xlsx-out.ts";
import { paperToDocx } from "../papers/paper-docx.ts";
import { reportSheets } from "../papers/report-workbook.ts";
import type { Portal } from "../portal.ts";
import { openReport, paperFacts } from "../reports/model.ts";
import { currentMonth, prepareMonthly } from "../reports/prepare.ts";
import { reportPaper } from "../reports/report-paper.ts";
import { reportTitle } from "../reports/title.ts";
import { explain } from "../words/refusals.ts";
import { openExistingPortal } from "./existing-portal.ts";

const USAGE = "npx portal report monthly [--month NĂM-THÁNG] --out TỆP.docx|TỆP.xlsx [--force]";

interface Asked {
  /** `2026-11`; the month whose report is next due when nothing is said. */
  readonly month: string | undefined;
  readonly file: string;
  readonly format: "docx" | "xlsx";
  readonly overwrites: boolean;
}

/**
 * `portal report monthly`: the monthly report of the secretary as a Word paper or as a workbook, also while the portal
 * runs. What was submitted is given as submitted; before that, as it stands now, and the paper says "BẢN THẢO". Refuses
 * what is no month, lies before the portal was in use or has not begun, and a file that is there already.
 */
export async function reportCommand(args: readonly string[]): Promise<number> {
  const asked = askedBy(args);
  const portal = await openExistingPortal();
  try {
    const { title, isDraft, bytes } = await monthlyReport(portal, asked);
    await write(asked, bytes);
    process.stdout.write(`Đã ghi ${title}${isDraft ? " (bản thảo, số liệu đến lúc này)" : ""} vào ${asked.file}\n`);
    return 0;
  } finally {
    await portal.close();
  }
}

export function askedBy(args: readonly string[]): Asked {
  const { kind, month, out, force } = optionsOf(args);
  if (kind !== "monthly") throw new Error(`Hãy cho biết loại báo cáo: ${USAGE}`);
  if (month !== undefined && !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) {
    throw new Error(`“${month}” không phải là tháng. Hãy viết năm, gạch nối, tháng, ví dụ --month 2026-11`);
  }
  if (!out) throw new Error(`Hãy cho biết tệp sẽ ghi: ${USAGE}`);
  const format = extname(out).slice(1).toLowerCase();
  if (format !== "docx" && format !== "xlsx") {
    throw new Error(`Tên tệp phải kết thúc bằng .docx (Word) hoặc .xlsx (bảng tính), không phải “${out}”.`);
  }
  return { month, file: resolve(out), format, overwrites: force };
}

function optionsOf(args: readonly string[]) {
  const options = { month: { type: "string" }, out: { type: "string" }, force: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const [kind, ...more] = positionals;
    if (more.length > 0) throw new Error(more.join(" "));
    return { kind, month: values.month, out: values.out, force: values.force === true };
  } catch {
    throw new Error(`Tùy chọn chưa đúng. Cách dùng: ${USAGE}`);
  }
}

/** The report of a month as bytes of a file, read from one moment of the data. */
export async function monthlyReport(
  portal: Portal,
  { month, format }: Pick<Asked, "month" | "format">,
): Promise<{ readonly title: string; readonly isDraft: boolean; readonly bytes: Uint8Array }> {
  const answer = await prepareMonthly(portal, month ?? (await currentMonth(portal)));
  if (!answer.ok) {
    throw new Error(
      answer.error
        .map(explain)
        .map(({ text, remedy }) => [text, remedy].filter(Boolean).join(" "))
        .join("\n"),
    );
  }
  return portal.database.snapshot(async (tx) => {
    const report = (await openReport(tx, answer.value, portal.clock.now()))!;
    const bytes =
      format === "docx"
        ? await paperToDocx(reportPaper(await paperFacts(tx, report)))
        : await xlsxOf(reportSheets("bao-cao", report.content.figures));
    return { title: reportTitle(report.report), isDraft: report.isLive, bytes };
  });
}

/** Nothing is overwritten unless asked for, also when two write at once. */
async function write({ file, overwrites }: Asked, bytes: Uint8Array): Promise<void> {
  let target: FileHandle;
  try {
    target = await open(file, overwrites ? "w" : "wx");
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "EEXIST") throw new Error(`Đã có tệp ${file}. Thêm --force để ghi đè, hoặc đặt tên khác.`);
    if (code === "ENOENT") throw new Error(`Không có thư mục để ghi ${file}.`);
    throw error;
  }
  try {
    await target.writeFile(bytes);
  } finally {
    await target.close();
  }
}
