import type { FastifyInstance } from "fastify";
import { deskRoom } from "../../desk/room.ts";
import type { Portal } from "../../portal.ts";
import { articlePages } from "./article.page.tsx";
import { articleListPages } from "./articles.page.tsx";
import { categoryPages } from "./categories.page.tsx";
import { comparePages } from "./compare.page.tsx";
import type { Desk } from "./desk.ts";
import { editPages } from "./edit.page.tsx";
import { editEndpoints } from "./edit-endpoints.tsx";
import { exceptionPages } from "./exceptions.page.tsx";
import { lookPages } from "./look.page.tsx";
import { myWorkPages } from "./my-work.page.tsx";
import { newArticlePages } from "./new-article.page.tsx";
import { noticePages } from "./notices.page.tsx";
import { openPresence } from "./presence.ts";

/** Every page of the newsroom's desk. The access room must be there first: it says who asks and in which hat. */
export function newsroomDesk(app: FastifyInstance, portal: Portal): void {
  const desk: Desk = {
    ...deskRoom(portal),
    assets: app.deskAssets,
    presence: openPresence(),
  };
  myWorkPages(app, desk);
  articleListPages(app, desk);
  newArticlePages(app, desk);
  articlePages(app, desk);
  editPages(app, desk);
  editEndpoints(app, desk);
  lookPages(app, desk);
  comparePages(app, desk);
  noticePages(app, desk);
  exceptionPages(app, desk);
  categoryPages(app, desk);
}
