import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { accountOf } from "../access/accounts.queries.ts";
import { changeOwnPassword } from "../access/accounts.ts";
import { checkOwnPassword } from "../access/check-password.ts";
import { type Access, OWN_PASSWORD } from "../access/visitors.ts";
import type { Refusal } from "../kernel/result.ts";
import { explain } from "../words/refusals.ts";
import { deskFrame } from "./frame.ts";
import { PasswordPage } from "./password.view.tsx";

const MAY = { config: { may: "signed-in" } };

/** Changing one's own password: the present one is asked for again, and guesses at it wait like those at the door. */
export function passwordRoutes(app: FastifyInstance, { portal }: Access): void {
  app.get(OWN_PASSWORD, MAY, (request, reply) => page(request, reply, { refusals: [], done: false }));

  app.post<{ Body: Record<string, unknown> | undefined }>(OWN_PASSWORD, MAY, async (request, reply) => {
    const { by, sessionId } = request.visitor!;
    const typed = (name: string) => String(request.body?.[name] ?? "");
    const next = typed("mat-khau-moi");
    const refusals: Refusal[] = [];
    if (next !== typed("mat-khau-nhap-lai")) refusals.push({ code: "passwordNotRepeated", clause: "Đ17.k2" });
    if (next === typed("mat-khau-cu")) refusals.push({ code: "passwordSame", clause: "Đ17.k2" });
    if (refusals.length > 0) return page(request, reply, { refusals, done: false });
    const wrong = await checkOwnPassword(portal, by, { password: typed("mat-khau-cu"), address: request.ip });
    if (wrong) return page(request, reply, { refusals: [wrong], done: false });
    const answer = await changeOwnPassword(portal.door, by, { password: next, session: sessionId });
    return page(request, reply, answer.ok ? { refusals: [], done: true } : { refusals: answer.error, done: false });
  });

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    { refusals, done }: { refusals: readonly Refusal[]; done: boolean },
  ): Promise<FastifyReply> {
    const account = await accountOf(portal.db, request.visitor!.person.id);
    const view = {
      desk: await deskFrame(portal, request, OWN_PASSWORD),
      nonce: request.nonce,
      username: account?.username ?? "",
      mustChange: account?.mustChange ?? false,
      items: refusals.map((refusal) => {
        const { text, remedy } = explain(refusal);
        return { text, remedy, href: refusal.code === "passwordWrong" ? "#mat-khau-cu" : "#mat-khau-moi" };
      }),
      done,
    };
    return reply.page(<PasswordPage view={view} />, { status: refusals.length > 0 ? 422 : 200 });
  }
}
