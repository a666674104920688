import type { FastifyInstance } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { dayOf } from "../kernel/clock.ts";
import { publicState } from "./checklist.queries.ts";
import { checkItems } from "./checklist.ts";
import { ChecklistPage } from "./checklist.view.tsx";
import { aboutFrame } from "./desk-frame.ts";
import { ABOUT_PATHS } from "./paths.ts";
import { may } from "./permissions.ts";

/** The TT 37 checklist: every item with its state, reckoned from what is public now (REQ-099). */
export function checklistPage(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  app.get(ABOUT_PATHS.checklist, may("page.read"), async (request, reply) => {
    const state = await publicState(portal.db, await portal.settings(), dayOf(portal.clock.now()));
    const frame = await aboutFrame(desk, request, ABOUT_PATHS.checklist);
    return reply.page(<ChecklistPage view={{ frame, ...checkItems(state) }} />);
  });
}
