import type { FastifyRequest } from "fastify";
import type { Portal } from "../portal.ts";
import { deskFrame } from "./frame.ts";
import type { DeskFrame } from "./layout.view.tsx";

/** What the desk pages of every room are made with. */
export interface DeskRoom {
  readonly portal: Portal;
  /** What stands around the page. `current` is the address of the menu's item it belongs to. */
  frame(request: FastifyRequest, current?: string): Promise<DeskFrame>;
}

/** The desk of one portal. */
export const deskRoom = (portal: Portal): DeskRoom => ({
  portal,
  frame: (request, current) => deskFrame(portal, request, current),
});
