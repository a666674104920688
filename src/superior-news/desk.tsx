import type { FastifyInstance } from "fastify";
import { deskFrame } from "../desk/frame.ts";
import { one } from "../http/form-state.ts";
import type { Reach } from "../outbound/public-address.ts";
import type { Portal } from "../portal.ts";
import { SUPERIOR_NEWS_DESK, SuperiorNewsPage } from "./desk.view.tsx";
import { may } from "./permissions.ts";
import { type PullOutcome, pullSuperiorNews } from "./pull.ts";
import { readPull, readSuperiorItems } from "./superior-news.queries.ts";

const DONE: Readonly<Record<PullOutcome, string>> = {
  off: "Chưa có địa chỉ nguồn tin nên không đọc.",
  notYet: "Chưa đến lúc đọc lại.",
  unchanged: "Đã đọc: nguồn tin không có gì mới.",
  read: "Đã đọc và cập nhật danh sách.",
  failed: "",
};

/** How the news of Sở is read: when, what came, what went wrong, and a button to read it now. */
export function superiorNewsDesk(app: FastifyInstance, portal: Portal, reach: Reach): void {
  app.get(SUPERIOR_NEWS_DESK, may("superior.read"), async (request, reply) => {
    const settings = await portal.settings();
    const asked = one(request.query, "xong");
    const view = {
      desk: await deskFrame(portal, request, SUPERIOR_NEWS_DESK),
      body: settings["site.superiorBody"],
      feed: settings["superior.feed"],
      minutes: settings["superior.minutes"],
      pull: await readPull(portal.db),
      items: await readSuperiorItems(portal.db, 10),
      done: Object.hasOwn(DONE, asked) ? DONE[asked as PullOutcome] : "",
      maySet: ["ADMIN", "DIRECTOR"].includes(request.visitor?.hat.hat ?? ""),
    };
    return reply.page(<SuperiorNewsPage view={view} />);
  });

  app.post(SUPERIOR_NEWS_DESK, may("superior.read"), async (_, reply) => {
    const outcome = await pullSuperiorNews(portal, reach, true);
    return reply.redirectAfterPost(`${SUPERIOR_NEWS_DESK}?xong=${outcome}`);
  });
}
