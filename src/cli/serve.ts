import { boardWarnings } from "../board/warnings.queries.ts";
import { readConfig } from "../config.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Reach } from "../outbound/public-address.ts";
import { createPortal, type Portal } from "../portal.ts";
import { type RunningServer, serve } from "../server.tsx";
import { createSetup } from "../setup/setup.ts";
import { noOptions } from "./arguments.ts";

/** `portal serve` (npm start): a real portal. On empty data it prints the one-time set-up link. */
export async function serveCommand(args: readonly string[]): Promise<number> {
  noOptions(args);
  const portal = await createPortal(readConfig(process.env));
  if ((await portal.settings())["portal.isDemo"]) {
    await portal.close();
    throw new Error(
      `${portal.config.dataFolder} chứa dữ liệu mẫu. Xem thử: npm run demo. Chạy thật: đặt PORTAL_DATA là một thư mục khác.`,
    );
  }
  const token = await createSetup(portal);
  const server = await runUntilStopped(portal, { loopback: token !== null }, async ({ address }) => {
    if (token) {
      process.stdout.write(
        `Cổng chưa được thiết lập. Mở liên kết này một lần, trong vòng 24 giờ:\n\n  ${address}/thiet-lap/${token}\n\n`,
      );
      return;
    }
    const settings = await portal.settings();
    process.stdout.write(`Cổng đang chạy tại ${address} cho ${settings["site.canonicalHost"]}\n`);
    if (!settings["site.hostConfirmed"]) {
      process.stdout.write(
        "Cảnh báo (Điều 2): địa chỉ chính thức chưa được Quản trị xác nhận trong phần Cài đặt; Quyết định và Quy chế ghi hai địa chỉ khác nhau.\n",
      );
    }
    for (const warning of await boardWarnings(portal.db, dayOf(portal.clock.now()))) {
      process.stdout.write(`Cảnh báo: ${warning.text}\n`);
    }
  });
  return server;
}

/**
 * Serves until the process is told to stop (SIGINT, SIGTERM), then closes in order: no request is cut, no clock left
 * half-way. Starts anew when the official host changes.
 */
export async function runUntilStopped(
  portal: Portal,
  { loopback, reach = "public" }: { loopback: boolean; reach?: Reach },
  onReady: (server: RunningServer) => Promise<void>,
): Promise<number> {
  let wake: (why: "stop" | "host") => void = () => {};
  const stop = () => wake("stop");
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  for (let first = true; ; first = false) {
    const woken = new Promise<"stop" | "host">((resolve) => {
      wake = resolve;
    });
    const { host, port } = portal.config;
    const server = await serve(portal, { host, port, loopback, reach, onHostChange: () => wake("host") });
    if (first) await onReady(server);
    const why = await woken;
    await server.close();
    if (why === "stop") break;
  }
  await portal.close();
  return 0;
}
