import type { FastifyInstance } from "fastify";
import type { Portal } from "../../portal.ts";
import { articlePages } from "./article.page.tsx";
import type { Desk } from "./desk.ts";
import { editPages } from "./edit.page.tsx";
import { editEndpoints } from "./edit-endpoints.tsx";
import { myWorkPages } from "./my-work.page.tsx";
import { openPresence } from "./presence.ts";
import { deskFrame } from "./provisional-frame.ts";

/** Every page of the newsroom's desk. The access room must be there first: it says who asks and in which hat. */
export function newsroomDesk(app: FastifyInstance, portal: Portal): void {
  const desk: Desk = {
    portal,
    assets: app.deskAssets,
    presence: openPresence(),
    frame: (request, current) => deskFrame(portal, request, current),
  };
  myWorkPages(app, desk);
  articlePages(app, desk);
  editPages(app, desk);
  editEndpoints(app, desk);
}
