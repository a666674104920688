import type { FastifyInstance } from "fastify";
import { visitorOf } from "../../desk/visitor.ts";
import { many } from "../../http/form-state.ts";
import { pageNumber } from "../../http/public-page.ts";
import { countNotifications, markRead, readNotifications } from "../notifications.queries.ts";
import { type Desk, textOf } from "./desk.ts";
import { NoticesPage } from "./notices.view.tsx";
import { paths } from "./paths.ts";
import { may } from "./permissions.ts";

const PAGE_SIZE = 40;

/** What the visitor was told. Reading it here marks nothing; he says himself what is dealt with. */
export function noticePages(app: FastifyInstance, desk: Desk): void {
  const { portal } = desk;

  app.get<{ Querystring: { trang?: string } }>(paths.notices, may("notice.read"), async (request, reply) => {
    const { person } = visitorOf(request);
    const count = await countNotifications(portal.db, person.id);
    const pages = Math.max(1, Math.ceil(count.all / PAGE_SIZE));
    const asked = /^[1-9]\d{0,5}$/.test(request.query.trang ?? "") ? Number(request.query.trang) : 1;
    const page = Math.min(asked, pages);
    const items = await readNotifications(portal.db, person.id, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    return reply.page(
      <NoticesPage
        desk={await desk.frame(request, paths.notices)}
        items={items}
        unread={count.unread}
        page={page}
        pages={pages}
        now={portal.clock.now()}
      />,
    );
  });

  app.post(paths.notices, may("notice.read"), async (request, reply) => {
    const { person } = visitorOf(request);
    const notices = many(request.body, "notice").slice(0, PAGE_SIZE);
    const what = notices.includes("all") ? "all" : { notices };
    await portal.database.transact((tx) => markRead(tx, person.id, what, portal.clock.now()));
    const page = pageNumber(textOf(request.body, "trang"));
    return reply.redirectAfterPost(page ? `${paths.notices}?trang=${page}` : paths.notices);
  });
}
