import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { whatWasTyped } from "../http/csrf.ts";
import "../http/decorations.ts";
import { deskFrame } from "../desk/frame.ts";
import "../desk/visitor.ts";
import { WrongHatPage } from "../desk/wrong-hat.view.tsx";
import { FORM_WORDS } from "../http/problems.ts";
import type { Portal } from "../portal.ts";
import { type Hat, hatName } from "../regulation/hats.ts";
import type { Assets } from "../ui/assets.ts";
import type { Auth } from "./auth.ts";
import { type Found, findVisitor } from "./find-visitor.ts";
import { hatsThatMay } from "./permissions.ts";

/** What the pages of the desk need to know who is there. */
export interface Access {
  readonly portal: Portal;
  readonly auth: Auth;
  readonly assets: Assets;
}

declare module "fastify" {
  interface FastifyInstance {
    /** Built style sheets and scripts, read once at the start. */
    readonly deskAssets: Assets;
  }
}

export const SIGN_IN = "/ban-bien-tap/dang-nhap";
export const SIGN_OUT = "/ban-bien-tap/dang-xuat";
export const OWN_PASSWORD = "/ban-bien-tap/mat-khau";

/** All that is open to somebody whose password was handed over by another. */
const WITH_ANOTHERS_PASSWORD: readonly string[] = [OWN_PASSWORD, SIGN_OUT];

/**
 * Finds out who sends each request of the desk, and lets it pass only to the hats its route names (Đ7.k3, Đ17.k2).
 * Goes by the route that answers, never by the address as it was spelt. Nobody: a page sends to the sign-in and back, a
 * form comes back with what was typed.
 */
export function knowVisitors(app: FastifyInstance, { portal, auth, assets }: Access): void {
  const found = new WeakMap<FastifyRequest, Found>();
  app.decorateRequest("visitor", null);
  app.decorate("deskAssets", assets);

  app.addHook("onRequest", async (request) => {
    if (!isOfDesk(request)) return;
    const who = await findVisitor(portal, auth, request.headers.cookie);
    found.set(request, who);
    request.visitor = who.visitor;
  });

  app.addHook("preHandler", async (request, reply) => {
    const { may } = request.routeOptions.config;
    if (!isOfDesk(request) || may === undefined || may === "public") return;
    const who = found.get(request);
    if (!who?.visitor) return refuseNobody(request, reply, who?.why === "ended");
    if (who.mustChange && !WITH_ANOTHERS_PASSWORD.includes(request.routeOptions.url ?? "")) {
      return reply.redirect(OWN_PASSWORD, 303);
    }
    const hats = hatsThatMay(may);
    if (!hats.includes(who.visitor.hat.hat)) return refuseHat(portal, request, reply, hats);
  });
}

/** A form for the desk from whoever is signed in no longer: says so and keeps what was typed. Null for every other form. */
export function answerSignedOut(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> | null {
  const { may } = request.routeOptions.config;
  const asksForSomebody = isOfDesk(request) && may !== undefined && may !== "public";
  return asksForSomebody && !request.visitor ? refuseNobody(request, reply, false) : null;
}

/** Whether somebody signed in sends this request, also outside the desk: for files that are not public yet. */
export async function isSignedIn({ portal, auth }: Access, request: FastifyRequest): Promise<boolean> {
  if (request.visitor) return true;
  const { visitor, mustChange } = await findVisitor(portal, auth, request.headers.cookie);
  return visitor !== null && !mustChange;
}

function isOfDesk({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === "/ban-bien-tap" || (routeOptions.url?.startsWith("/ban-bien-tap/") ?? false);
}

/** Another of his hats may be right: a page offers the choice, a form comes back with what was typed. */
async function refuseHat(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  hats: readonly Hat[],
): Promise<FastifyReply> {
  const worn = request.visitor!.hat.label;
  const allowed = hats.map(hatName).join("; ");
  if (isReading(request) && !wantsJson(request)) {
    const desk = await deskFrame(portal, request);
    const view = { desk, nonce: request.nonce, path: request.url, worn, allowed };
    return reply.page(WrongHatPage({ view }), { status: 403 });
  }
  const sentences = [`Bạn đang làm việc với vai trò ${worn}. Việc này dành cho: ${allowed}.`, "Chưa có gì được ghi."];
  if (isReading(request)) return reply.problem("wrongHat", { sentences });
  const { fields, files } = await whatWasTyped(request);
  return reply.problem("wrongHat", {
    title: "Vai trò này không làm được việc vừa gửi",
    sentences: [
      ...sentences,
      "Nếu bạn giữ vai trò phù hợp, hãy đổi vai trò trong một thẻ khác của trình duyệt, rồi trở lại đây và bấm “Gửi lại”.",
      ...(files > 0 ? [FORM_WORDS.files] : []),
    ],
    form: request.keptForm(fields),
  });
}

const isReading = ({ method }: FastifyRequest): boolean => method === "GET" || method === "HEAD";

function wantsJson({ headers: { accept = "" } }: FastifyRequest): boolean {
  return accept.includes("application/json") && !accept.includes("text/html");
}

async function refuseNobody(request: FastifyRequest, reply: FastifyReply, hasEnded: boolean): Promise<FastifyReply> {
  if (isReading(request) && !wantsJson(request)) {
    return reply.redirect(signInHref(request.url, hasEnded), 303);
  }
  const links = [{ href: signInHref("/ban-bien-tap", hasEnded), label: "Đăng nhập" }];
  if (isReading(request)) return reply.problem("signedOut", { links });
  const { fields, files } = await whatWasTyped(request);
  return reply.problem("signedOut", {
    sentences: [
      "Phiên làm việc đã hết hoặc bạn chưa đăng nhập, nên việc vừa làm chưa được ghi.",
      "Những gì bạn đã nhập vẫn còn ở trang này: hãy đăng nhập trong một thẻ khác của trình duyệt, rồi trở lại đây và bấm “Gửi lại”.",
      ...(files > 0 ? [FORM_WORDS.files] : []),
    ],
    links,
    form: request.keptForm(fields),
  });
}

function signInHref(back: string, hasEnded: boolean): string {
  const query = new URLSearchParams({ "tro-lai": back, ...(hasEnded ? { "ly-do": "het-vai-tro" } : {}) });
  return `${SIGN_IN}?${query}`;
}
