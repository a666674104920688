import type { FastifyInstance } from "fastify";
import type { Access } from "../access/visitors.ts";
import { NotFound } from "../http/errors.ts";
import { Showcase } from "../ui/showcase.view.tsx";
import { deskFrame } from "./frame.ts";
import { accountListRoutes } from "./routes-accounts.tsx";
import { evidenceRoutes } from "./routes-evidence.tsx";
import { mailRoutes } from "./routes-mails.tsx";
import { passwordRoutes } from "./routes-password.tsx";
import { settingsRoutes } from "./routes-settings.tsx";
import { signInRoutes } from "./routes-sign-in.tsx";

/** The pages of the desk that belong to no room of their own: the door, accounts, settings, the log, mails. */
export function accountRoutes(app: FastifyInstance, access: Access): void {
  signInRoutes(app, access);
  passwordRoutes(app, access);
  accountListRoutes(app, access);
  settingsRoutes(app, access);
  evidenceRoutes(app, access);
  mailRoutes(app, access);
  showcaseRoute(app, access);
}

const SHOWCASE = "/ban-bien-tap/giao-dien";

/** Every component on one page, for whoever changes them. In demonstration data only. */
function showcaseRoute(app: FastifyInstance, { portal }: Access): void {
  app.get(SHOWCASE, { config: { may: "signed-in" } }, async (request, reply) => {
    if (!(await portal.settings())["portal.isDemo"]) throw new NotFound("Only in demonstration data");
    return reply.page(<Showcase desk={await deskFrame(portal, request, SHOWCASE)} />);
  });
}
