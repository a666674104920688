import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import type { Clock } from "../kernel/clock.ts";
import { sha256 } from "../kernel/ids.ts";
import type { Database, Engine } from "./database.ts";
import type { FileStore } from "./files.ts";
import type { AnyDb } from "./guards.ts";
import { migrate } from "./migrations/index.ts";

/**
 * Every table, parents before children, so that a restored row meets the same promises of the database as a new one.
 * Sessions are not kept: after a restore everybody signs in again.
 */
const TABLES = [
  "evidence",
  "setting",
  "unit",
  "field",
  "person",
  "appointment",
  "charge",
  "delegation",
  "category",
  "article",
  "edition_version",
  "edition_move",
  "edition",
  "working_copy",
  "comment",
  "seen",
  "notification",
  "published_article",
  "published_file",
  "redirect",
  "file",
  "file_text",
  "search_term",
  "traffic_day",
  "traffic_place",
  "traffic_detail",
  "disclosure_regime",
  "disclosure_item",
  "disclosure_item_change",
  "disclosure_regime_change",
  "disclosure_move",
  "disclosure_entry",
  "disclosure_confirmation",
  "disclosure_redaction",
  "disclosure_file",
  "disclosure_notice",
  "disclosure_round",
  "disclosure_check",
  "holiday",
  "content_check",
  "asset_version",
  "asset",
  "regulation_acknowledgement",
  "duty_notice",
  "report_snapshot",
  "report_move",
  "report",
  "quality_mark",
  "quota_exemption",
  "quota_result",
  "quota_article",
  // Last: nothing is added to a month that has it.
  "quota_month",
  "plan_version",
  "plan_decision",
  "plan_link",
  "slip_move",
  "slip_file",
  "enquiry",
  "published_answer",
  "takedown_request",
  "matter_move",
  "matter_version",
  "matter_addressee",
  "matter_file",
  "matter",
  "outbox",
  "auth_user",
  "auth_account",
  "account",
  "catalogue_version",
  "catalogue_entry",
  "catalogue_file",
  "page_version",
  "page_move",
  "page",
  "page_file",
  "contact",
  "document_version",
  "document_file",
  "document",
  "document_relation",
  "legal_basis",
  "consultation",
  "consultation_version",
  "consultation_move",
  "consultation_text",
  "consultation_file",
  "opinion",
  "opinion_judgement",
  "event_version",
  "event",
  "event_article",
  "webhook_subscriber",
  "arrangement",
  "arrangement_item",
  "arrangement_opinion",
  "arrangement_applied",
  "template",
  "template_version",
  "template_use",
  "job",
  "import_batch",
  "import_row",
  "criterion",
  "criteria_set",
  "inspection_unit",
  "inspection_member",
  "inspection",
  "inspection_sample",
  "inspection_move",
  "inspection_mark",
  "inspection_score",
  "inspection_version",
  "violation",
  "violation_move",
  "incident_exhibit",
  "incident",
  "incident_note",
] as const;

/** Not kept, on purpose: they end with the process or the session, or are made anew (the search index, the news of Sở). */
export const NOT_KEPT = [
  "auth_session",
  "auth_verification",
  "signin_failure",
  "session_hat",
  "intake_attempt",
  "traffic_salt",
  "traffic_reader",
  "file_proof",
  "link_use",
  "link_page",
  "link_target",
  "search_entry",
  "search_index",
  "superior_pull",
  "superior_item",
] as const;
export const KEPT_TABLES: readonly string[] = TABLES;

/** Where the order of rows matters: what is asked comes before what became of it. */
const ORDER: Readonly<Record<string, string>> = {
  evidence: "seq",
  comment: "created_at",
  consultation_text: "part",
  inspection_move: "evidence_seq",
  inspection_version: "evidence_seq",
  quality_mark: "version",
  quota_exemption: "evidence_seq",
  plan_version: "version",
  duty_notice: "evidence_seq",
};
const FORMAT = "cong-backup/1";
const ROWS_AT_ONCE = 500;

interface Manifest {
  readonly format: typeof FORMAT;
  readonly madeAt: string;
  readonly engine: Engine;
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 of each table's file. */
  readonly tables: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  /** Hash of the last row of the log: what the restored chain must end with. */
  readonly head: string | null;
}

export interface BackupReport {
  readonly folder: string;
  readonly rows: number;
  readonly files: number;
  readonly head: string | null;
}

/**
 * Writes everything to `folder` while the portal runs: one moment of the database as JSON lines, every stored file,
 * and a manifest with checksums. The folder appears under its name only when it is whole. Good for both engines, and
 * from one to the other.
 */
export async function backup(
  database: Database,
  files: FileStore,
  clock: Clock,
  folder: string,
): Promise<BackupReport> {
  const making = `${folder}.dang-ghi`;
  await rm(making, { recursive: true, force: true });
  await mkdir(join(making, "tables"), { recursive: true });
  await mkdir(join(making, "files"), { recursive: true });
  const madeAt = clock.now();
  const rows: Record<string, number> = {};
  const tables: Record<string, string> = {};
  const kept: string[] = [];
  let head: string | null = null;
  await database.snapshot(async (tx) => {
    for (const table of TABLES) {
      const written = await writeTable(tx as unknown as AnyDb, table, join(making, "tables", `${table}.jsonl`));
      rows[table] = written.rows;
      tables[table] = written.hash;
    }
    kept.push(...(await tx.selectFrom("file").select("hash").orderBy("hash").execute()).map(({ hash }) => hash));
    head =
      (await tx.selectFrom("evidence").select("hash").orderBy("seq", "desc").limit(1).executeTakeFirst())?.hash ?? null;
  });
  // Files never change, so those of the snapshot are still what they were.
  for (const hash of kept) await writeFile(join(making, "files", hash), await files.read(hash), { flush: true });
  const manifest: Manifest = { format: FORMAT, madeAt, engine: database.engine, rows, tables, files: kept, head };
  await writeFile(join(making, "manifest.json"), JSON.stringify(manifest, null, 2), { flush: true });
  await mkdir(dirname(folder), { recursive: true });
  await rename(making, folder);
  return { folder, rows: sum(rows), files: kept.length, head };
}

async function writeTable(db: AnyDb, table: string, path: string): Promise<{ rows: number; hash: string }> {
  const out = createWriteStream(path, { flush: true });
  const hash = createHash("sha256");
  let count = 0;
  let query = db.selectFrom(table).selectAll();
  if (ORDER[table]) query = query.orderBy(ORDER[table]);
  for await (const row of query.stream(ROWS_AT_ONCE)) {
    const line = `${JSON.stringify(row)}\n`;
    hash.update(line);
    count += 1;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  return { rows: count, hash: hash.digest("hex") };
}

/** Why a backup cannot be restored here. The sentence is for the administrator. */
export class CannotRestore extends Error {}

/**
 * Fills an empty portal from a backup. Checks every checksum first; then all rows go in by one transaction, judged by
 * the same triggers as ever. Refuses a portal that already holds something, and a backup that is not whole.
 */
export async function restore(database: Database, files: FileStore, folder: string): Promise<BackupReport> {
  const manifest = await readManifest(folder);
  await migrate(database);
  const used = await database.db.selectFrom("evidence").select("seq").limit(1).executeTakeFirst();
  if (used)
    throw new CannotRestore("Nơi phục hồi đã có dữ liệu. Hãy phục hồi vào một thư mục hoặc cơ sở dữ liệu trống.");
  for (const table of TABLES) await checkTable(folder, table, manifest);
  for (const hash of manifest.files) {
    const bytes = await readFile(join(folder, "files", hash)).catch(() => null);
    if (!bytes || sha256(bytes) !== hash) throw new CannotRestore(`Tệp ${hash} trong bản sao lưu bị thiếu hoặc hỏng.`);
    await files.put(bytes);
  }
  await database.transact(async (tx) => {
    for (const table of TABLES) {
      await readTable(tx as unknown as AnyDb, database.engine, table, join(folder, "tables", `${table}.jsonl`));
    }
  });
  return { folder, rows: sum(manifest.rows), files: manifest.files.length, head: manifest.head };
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => null);
  if (text === null) {
    const inside = await readdir(folder).catch(() => null);
    const why =
      inside === null ? "không có thư mục này" : "thiếu manifest.json nên chưa ghi xong hoặc không phải bản sao lưu";
    throw new CannotRestore(`Không đọc được bản sao lưu ${folder}: ${why}.`);
  }
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== FORMAT)
    throw new CannotRestore(`Bản sao lưu có định dạng ${manifest.format}, cần ${FORMAT}.`);
  return manifest;
}

async function checkTable(folder: string, table: string, manifest: Manifest): Promise<void> {
  const hash = createHash("sha256");
  try {
    for await (const part of createReadStream(join(folder, "tables", `${table}.jsonl`))) hash.update(part as Buffer);
  } catch {
    throw new CannotRestore(`Bản sao lưu thiếu bảng ${table}.`);
  }
  if (hash.digest("hex") !== manifest.tables[table])
    throw new CannotRestore(`Bảng ${table} trong bản sao lưu đã bị sửa.`);
}

async function readTable(db: AnyDb, engine: Engine, table: string, path: string): Promise<void> {
  let waiting: Record<string, unknown>[] = [];
  const write = async () => {
    if (waiting.length > 0) await db.insertInto(table).values(waiting).execute();
    waiting = [];
  };
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    waiting.push(fitting(JSON.parse(line) as Record<string, unknown>, engine));
    if (waiting.length >= 50) await write();
  }
  await write();
}

/** The sign-in library's own tables hold flags as each engine does. */
function fitting(row: Record<string, unknown>, engine: Engine): Record<string, unknown> {
  if (!("emailVerified" in row)) return row;
  return { ...row, emailVerified: engine === "postgres" ? Boolean(row.emailVerified) : Number(row.emailVerified) };
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
