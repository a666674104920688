import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type SignInRefusal, signIn, signOut } from "../access/sign-in.ts";
import { type Access, SIGN_IN, SIGN_OUT } from "../access/visitors.ts";
import type { Fields } from "../http/form-body.ts";
import { sameSitePath } from "../http/reply.ts";
import type { Instant } from "../kernel/clock.ts";
import { formatDateTime } from "../ui/format.ts";
import { SignInPage } from "./sign-in.view.tsx";

const HOME = "/ban-bien-tap";

/** Signing in and out, and the choice of the hat. The sign-in page is the only one of the desk open to all. */
export function signInRoutes(app: FastifyInstance, access: Access): void {
  const { portal } = access;

  app.get<{ Querystring: Record<string, unknown> }>(SIGN_IN, { config: { may: "public" } }, async (request, reply) => {
    const back = deskPath(request.query["tro-lai"]);
    const isOver = request.query["ly-do"] === "het-vai-tro";
    if (request.visitor && !isOver) return reply.redirect(back, 303);
    const notice = isOver
      ? "Bạn không còn giữ vai trò nào trong Ban biên tập hôm nay, hoặc tài khoản đã khóa. Nếu có nhầm lẫn, hãy liên hệ Quản trị Cổng."
      : request.query["da-ra"] === "1"
        ? "Bạn đã đăng xuất."
        : null;
    return reply.page(await page(request, { back, username: "", notice, error: null }));
  });

  app.post<{ Body: Fields | undefined }>(SIGN_IN, { config: { may: "public" } }, async (request, reply) => {
    const username = one(request.body, "ten");
    const back = deskPath(one(request.body, "tro-lai"));
    const answer = await signIn(access, {
      username,
      password: one(request.body, "mat-khau"),
      address: request.ip,
      userAgent: request.headers["user-agent"] ?? "",
    });
    if (answer.ok) return withCookies(reply, answer.value).redirect(back, 303);
    const status = answer.error.why === "tooSoon" ? 429 : 403;
    const error = sentence(answer.error);
    return reply.page(await page(request, { back, username, notice: null, error }), { status });
  });

  app.post(SIGN_OUT, { config: { may: "signed-in" } }, async (request, reply) => {
    const { by, sessionId } = request.visitor!;
    const cookies = await signOut(access, by, sessionId, request.headers.cookie);
    return withCookies(reply, cookies).redirect(`${SIGN_IN}?da-ra=1`, 303);
  });

  app.post<{ Body: Fields | undefined }>(
    "/ban-bien-tap/vai-tro",
    { config: { may: "signed-in" } },
    async (request, reply) => {
      const { hats, sessionId } = request.visitor!;
      const chosen = hats.find(({ appointment }) => appointment === one(request.body, "hat"));
      if (!chosen) {
        return reply.problem("wrongHat", {
          title: "Chưa đổi được vai trò",
          sentences: ["Hôm nay bạn không giữ vai trò vừa chọn. Hãy mở lại trang và chọn trong danh sách ở đầu trang."],
        });
      }
      await portal.database.transact((tx) =>
        tx
          .insertInto("session_hat")
          .values({ session_id: sessionId, appointment_id: chosen.appointment })
          .onConflict((conflict) => conflict.column("session_id").doUpdateSet({ appointment_id: chosen.appointment }))
          .execute(),
      );
      return reply.redirect(deskPath(one(request.body, "tro-lai")), 303);
    },
  );

  async function page(
    request: FastifyRequest,
    words: { back: string; username: string; notice: string | null; error: string | null },
  ) {
    const settings = await portal.settings();
    const view = {
      siteName: settings["site.name"],
      superiorBody: settings["site.superiorBody"],
      assets: { css: access.assets.deskCss, fonts: access.assets.fonts },
      nonce: request.nonce,
      csrf: request.csrf,
      isDemo: settings["portal.isDemo"],
      ...words,
    };
    return <SignInPage view={view} />;
  }
}

function withCookies(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  return reply.header("set-cookie", [...cookies]);
}

function one(body: Fields | undefined, name: string): string {
  const value = body?.[name];
  return typeof value === "string" ? value : "";
}

/** Where to go afterwards: a page of the desk, and nowhere else. */
function deskPath(text: unknown): string {
  const path = sameSitePath(text);
  if (path === null || !/^\/ban-bien-tap(?:[/?#]|$)/.test(path)) return HOME;
  return path.startsWith(SIGN_IN) || path.startsWith(SIGN_OUT) ? HOME : path;
}

function sentence(refusal: SignInRefusal): string {
  switch (refusal.why) {
    case "wrong":
      return `Tên đăng nhập hoặc mật khẩu chưa đúng. ${again(refusal.nextAt)}`;
    case "tooSoon":
      return `Chưa thử lại được vì vừa có những lần đăng nhập sai. ${again(refusal.nextAt)}`;
    case "demo":
      return "Tài khoản dùng thử không đăng nhập được vào cổng thật. Hãy nhờ Quản trị Cổng cấp tài khoản.";
    case "disabled":
      return "Tài khoản này đang khóa. Hãy liên hệ Quản trị Cổng.";
    case "left":
      return "Tài khoản này đã ngừng vì bạn đã thôi làm việc tại đơn vị. Nếu có nhầm lẫn, hãy liên hệ Quản trị Cổng.";
    case "noHat":
      return "Hôm nay bạn không giữ vai trò nào trong Ban biên tập nên chưa đăng nhập được. Nếu có nhầm lẫn, hãy liên hệ Quản trị Cổng.";
  }
}

function again(nextAt: Instant | null): string {
  if (nextAt === null) return "Hãy kiểm tra và thử lại.";
  // A second that has begun is not over yet.
  const from = new Date(Math.ceil(new Date(nextAt).getTime() / 1000) * 1000);
  const [time, day] = formatDateTime(from).split(" ngày ");
  return `Có thể thử lại từ ${time}:${String(from.getUTCSeconds()).padStart(2, "0")} ngày ${day}.`;
}
