import type { FastifyInstance } from "fastify";
import type { Desk } from "./desk.ts";
import { myWorkView } from "./my-work.model.ts";
import { MyWorkPage } from "./my-work.view.tsx";
import { paths } from "./paths.ts";
import { may } from "./permissions.ts";

/** "Việc của tôi". */
export function myWorkPages(app: FastifyInstance, desk: Desk): void {
  app.get(paths.work, may("article.read"), async (request, reply) => {
    const view = await myWorkView(desk, request);
    return reply.page(<MyWorkPage desk={await desk.frame(request, paths.work)} view={view} />);
  });
}
