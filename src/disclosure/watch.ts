import { request } from "node:http";
import { addToOutbox } from "../evidence/outbox.ts";
import { newId, sha256 } from "../kernel/ids.ts";
import type { Portal } from "../portal.ts";
import { type DisclosedAddress, disclosedAddresses, disclosedFiles } from "./addresses.queries.ts";
import type { DisclosureCheckTable } from "./tables.ts";
import { PROOF_TAG } from "./tags.ts";

/** What a reader without a session gets for an address. */
export interface StrangersAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export type ReadAsStranger = (path: string) => Promise<StrangersAnswer>;

/** Time between two rounds: four a day. */
const EVERY_HOURS = 6;
const PATIENCE_MS = 10_000;

/** Reads the portal over its own socket, as anybody would: official host, no cookie. */
export function strangerAt(port: number, host: string): ReadAsStranger {
  return (path) =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          host: "127.0.0.1",
          port,
          path,
          headers: { host, "user-agent": "cong-khai-tu-kiem-tra" },
          timeout: PATIENCE_MS,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString("utf8"),
            }),
          );
        },
      );
      asked.on("timeout", () => asked.destroy(new Error("no answer in time")));
      asked.on("error", reject);
      asked.end();
    });
}

/** Why a reader did not get what was published; "" when he did. Hidden is more than not answered. */
export function faultOf({ status, headers, body }: StrangersAnswer, hash: string | null): string {
  if (status >= 300 && status < 400) return "chuyển sang địa chỉ khác";
  if (status !== 200) return "không đọc được";
  const robots = `${headers["x-robots-tag"] ?? ""} ${/<meta[^>]+name="robots"[^>]*>/i.exec(body)?.[0] ?? ""}`;
  if (/noindex|none/i.test(robots)) return "cấm máy tìm kiếm";
  if (hash !== null && !body.includes(hash)) return "nội dung không đúng bản đã phê duyệt";
  return "";
}

export interface RoundReport {
  readonly addresses: number;
  readonly failed: number;
}

/**
 * One round if one is due: every disclosed address is opened as a stranger and what came is recorded (REQ-074). What
 * was missed while the portal stood still stays missed: a round tells of its own hour only.
 */
export async function watchDisclosure(portal: Portal, read: ReadAsStranger): Promise<RoundReport | null> {
  const startedAt = portal.clock.now();
  if (!(await isDue(portal, startedAt))) return null;
  const round = newId();
  const checks: DisclosureCheckTable[] = [];
  const all = [...(await disclosedAddresses(portal.db)), ...(await disclosedFiles(portal.db))];
  for (const address of all) checks.push(await check(portal, read, round, address));
  const failed = checks.filter(({ fault }) => fault !== "").length;
  const lines = checks.map(({ address, status, hash }) => `${address} ${status} ${hash}`);
  await portal.database.transact(async (tx) => {
    const finishedAt = portal.clock.now();
    await tx
      .insertInto("disclosure_round")
      .values({
        id: round,
        started_at: startedAt,
        finished_at: finishedAt,
        addresses: checks.length,
        failed,
        digest: sha256(lines.join("\n")),
      })
      .execute();
    for (let from = 0; from < checks.length; from += 50) {
      await tx
        .insertInto("disclosure_check")
        .values(checks.slice(from, from + 50))
        .execute();
    }
    await addToOutbox(tx, finishedAt, [{ kind: "pages", tags: [PROOF_TAG] }]);
  });
  return { addresses: checks.length, failed };
}

async function isDue({ db }: Portal, now: string): Promise<boolean> {
  const known = await db.selectFrom("disclosure_item").select("id").limit(1).executeTakeFirst();
  if (!known) return false;
  const last = await db
    .selectFrom("disclosure_round")
    .select("started_at")
    .orderBy("started_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return !last || Date.parse(now) - Date.parse(last.started_at) >= EVERY_HOURS * 3600 * 1000;
}

async function check({ clock }: Portal, read: ReadAsStranger, round: string, { path, hash }: DisclosedAddress) {
  const answer = await read(path).catch(() => null);
  return {
    round_id: round,
    address: path,
    status: answer?.status ?? 0,
    hash: sha256(answer?.body ?? ""),
    at: clock.now(),
    fault: answer ? faultOf(answer, hash) : "không trả lời",
  };
}
