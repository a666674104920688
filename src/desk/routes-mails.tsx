import type { FastifyInstance } from "fastify";
import type { Access } from "../access/visitors.ts";
import { countMails, type OutgoingMail, readMails } from "../evidence/mails.queries.ts";
import { one } from "../http/form-state.ts";
import { listDownloads } from "../lists/download.ts";
import { type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { deskFrame } from "./frame.ts";
import { MailsPage } from "./mails.view.tsx";

const HREF = "/ban-bien-tap/thu-da-gui";
const PAGE = 50;

/** The list of mails, with what went wrong: for whoever has to see that notices reach people. */
export function mailRoutes(app: FastifyInstance, { portal }: Access): void {
  app.get(HREF, { config: { may: "mail.read" } }, async (request, reply) => {
    const total = await countMails(portal.db);
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(pages, Math.max(1, Number.parseInt(one(request.query, "trang"), 10) || 1));
    const settings = await portal.settings();
    const view = {
      desk: await deskFrame(portal, request, HREF),
      nonce: request.nonce,
      rows: await readMails(portal.db, { limit: PAGE, offset: (page - 1) * PAGE }),
      total,
      page,
      pages,
      hasServer: settings["mail.host"] !== "",
      href: (n: number) => (n > 1 ? `${HREF}?trang=${n}` : HREF),
    };
    return reply.page(<MailsPage view={view} />);
  });

  listDownloads(app, HREF, "mail.read", async () =>
    sheetOf(
      "thu-da-gui",
      "Thư đã gửi",
      SHEET,
      await readMails(portal.db, { limit: await countMails(portal.db), offset: 0 }),
    ),
  );
}

const SHEET: readonly SheetColumn<OutgoingMail>[] = [
  { label: "Tiêu đề", value: ({ subject }) => subject },
  { label: "Gửi đến", value: ({ to }) => to },
  { label: "Viết lúc", kind: "time", value: ({ createdAt }) => createdAt },
  { label: "Số lần thử", kind: "number", value: ({ attempts }) => attempts },
  { label: "Trạng thái", value: ({ doneAt, lastError }) => (!doneAt ? "Đang chờ" : lastError ? "Thôi gửi" : "Đã gửi") },
  { label: "Xong lúc", kind: "time", value: ({ doneAt }) => doneAt },
  { label: "Lỗi", value: ({ lastError }) => lastError },
];
