import { createAccount } from "../access/accounts.ts";
import { BY_SYSTEM } from "../act.ts";
import { readConfig } from "../config.ts";
import { newId } from "../kernel/ids.ts";
import { createPortal, type Portal } from "../portal.ts";
import { hatName } from "../regulation/hats.ts";
import { fillArticles } from "../sample/articles.ts";
import { fillCentre, SAMPLE_PEOPLE } from "../sample/centre.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { isLoopback } from "../settings/origin.ts";
import { noOptions } from "./arguments.ts";
import { runUntilStopped } from "./serve.ts";

const DEMO_FOLDER = "data/demo";

/**
 * `portal demo`: a sample centre on this machine. The first start fills it; later starts keep what is there. Its
 * passwords work only in demo data, and it never listens beyond loopback.
 */
export async function demoCommand(args: readonly string[]): Promise<number> {
  noOptions(args);
  const config = readConfig({ ...process.env, PORTAL_DATA: process.env.PORTAL_DATA ?? DEMO_FOLDER, PORTAL_LOG: process.env.PORTAL_LOG ?? "warn" });
  if (!isLoopback(config.host)) {
    throw new Error(`Bản dùng thử chỉ chạy trên máy này (127.0.0.1), không nghe tại ${config.host}. Muốn chạy thật: npm start`);
  }
  const portal = await createPortal(config);
  const settings = await portal.settings();
  const used = await portal.db.selectFrom("evidence").select("seq").limit(1).executeTakeFirst();
  if (used && !settings["portal.isDemo"]) {
    await portal.close();
    throw new Error(`Thư mục ${config.dataFolder} chứa dữ liệu thật. Bản dùng thử không chạy trên dữ liệu thật.`);
  }
  const password = used ? await keptPassword(portal) : await fill(portal);
  await portal.act(BY_SYSTEM, changeSettings, { "site.canonicalHost": `127.0.0.1:${config.port}`, "site.aliases": [] });
  return runUntilStopped(portal, { loopback: true }, async ({ address }) => {
    process.stdout.write(`\nBản dùng thử đang chạy: ${address}\n\n${table(password, address)}\n`);
  });
}

async function fill(portal: Portal): Promise<string> {
  const password = process.env.PORTAL_DEMO_PASSWORD ?? `thu-${newId().slice(0, 10)}`;
  const centre = await fillCentre(portal);
  for (const [username, { id }] of Object.entries(centre.people)) {
    const answer = await createAccount(portal.door, BY_SYSTEM, { person: id, username, password, isDemo: true });
    if (!answer.ok) throw new Error(`Không tạo được tài khoản mẫu ${username}`);
  }
  await fillArticles(portal, centre);
  await portal.database.transact((tx) =>
    tx
      .insertInto("setting")
      .values({ key: "demo.password", value: JSON.stringify(password), changed_at: portal.clock.now(), changed_by: "system" })
      .execute(),
  );
  return password;
}

/** Demo data is open to whoever sits at this machine, so the password may be printed again. */
async function keptPassword(portal: Portal): Promise<string> {
  const row = await portal.db.selectFrom("setting").select("value").where("key", "=", "demo.password").executeTakeFirst();
  return row ? (JSON.parse(row.value) as string) : "(không còn lưu)";
}

function table(password: string, address: string): string {
  const rows = SAMPLE_PEOPLE.map(({ username, fullName, hats }) => [
    username,
    fullName,
    [...new Set(hats.map(({ hat }) => hatName(hat)))].join("; "),
  ]);
  const width = (column: number) => Math.max(...rows.map((row) => row[column]!.length));
  const lines = rows.map(
    ([username, fullName, hats]) => `  ${username!.padEnd(width(0))}  ${fullName!.padEnd(width(1))}  ${hats}`,
  );
  return `Đăng nhập tại ${address}/ban-bien-tap, mật khẩu chung: ${password}\n\n${lines.join("\n")}\n`;
}
