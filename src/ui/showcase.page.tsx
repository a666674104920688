import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskFrame } from "../desk/layout.view.tsx";
import { NotFound } from "../http/errors.ts";
import type { Portal } from "../portal.ts";
import { Showcase } from "./showcase.view.tsx";

const PATH = "/ban-bien-tap/giao-dien";

/** The living page of all components. A demonstration shows it; a real portal has no such page. */
export function showcasePage(
  app: FastifyInstance,
  portal: Portal,
  frame: (request: FastifyRequest, current?: string) => Promise<DeskFrame>,
): void {
  app.get(PATH, { config: { may: "signed-in" } }, async (request, reply) => {
    const settings = await portal.settings();
    if (!settings["portal.isDemo"]) throw new NotFound("The showcase belongs to the demonstration");
    return reply.page(<Showcase desk={await frame(request, PATH)} />);
  });
}
