import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BY_SYSTEM } from "../act.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../board/forms.ts";
import { NotFound } from "../http/errors.ts";
import { readCode } from "../intake/code.ts";
import { INTAKE_UPLOAD, readSentForm, storeFiles } from "../intake/form.ts";
import { INTAKE_CONTROLS } from "../intake/form.view.tsx";
import { marksOf, paceRefusals } from "../intake/intake.ts";
import { LookUpPage, SlipPage } from "../intake/slip.view.tsx";
import { stamp } from "../intake/stamp.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Portal } from "../portal.ts";
import { TAKEDOWN_STATES, type TakedownState } from "../regulation/takedown-moves.ts";
import { sections } from "../site/site.queries.ts";
import { siteFrame } from "../site/site-frame.ts";
import type { Assets } from "../ui/assets.ts";
import { formatDate } from "../ui/format.ts";
import { ownHosts, receiveRequest } from "./commands/receive-request.ts";
import { TAKEDOWN_PATHS } from "./paths.ts";
import { RequestPage } from "./request-form.view.tsx";
import { findTarget, requestByCode } from "./requests.queries.ts";
import { cleanTakedown, takedownRefusals } from "./rules.ts";
import { readTarget } from "./target.ts";

export const TAKEDOWN_TYPED = ["dia-chi", "ly-do", "noi-dung-gui", "ho-ten", "thu-dien-tu", "dien-thoai"];
const home = { label: "Trang chủ", href: "/" };
const room = { label: "Yêu cầu gỡ bỏ thông tin", href: TAKEDOWN_PATHS.form };

/** The public form and its receipt. `secret` signs stamps and marks. */
export function takedownSite(app: FastifyInstance, portal: Portal, assets: Assets, secret: string): void {
  const { db } = portal;
  const open = { config: { may: "public" } };
  const now = () => portal.clock.now();
  const frameNow = async () => siteFrame(await portal.settings(), await sections(db), assets);

  app.get(TAKEDOWN_PATHS.form, open, async (request, reply) => {
    const typed = { "dia-chi": one(request.query, "dia-chi").slice(0, 2_000) };
    return formPage(request, reply, { ...EMPTY_FORM, typed }, 200);
  });

  app.post(TAKEDOWN_PATHS.form, { config: { may: "public", upload: INTAKE_UPLOAD } }, async (request, reply) => {
    const at = now();
    const { fields, files, refusals } = await readSentForm(request, secret, at);
    const typed = (name: string) => one(fields, name);
    const input = {
      address: typed("dia-chi"),
      reasonClass: typed("ly-do"),
      content: typed("noi-dung-gui"),
      name: typed("ho-ten"),
      email: typed("thu-dien-tu"),
      phone: typed("dien-thoai"),
      consent: typed("dong-y") !== "",
    };
    const refuse = (wrong: readonly Refusal[], status = 422) =>
      formPage(request, reply, refusedForm(fields, TAKEDOWN_TYPED, ["dong-y"], wrong, INTAKE_CONTROLS), status);

    const target = readTarget(input.address, ownHosts(await portal.settings()));
    const { standing } = await findTarget(db, target);
    const wrong = [...refusals, ...takedownRefusals(cleanTakedown(input), target, standing)];
    if (wrong.length > 0) return refuse(wrong);
    const marks = marksOf(secret, request.ip, [input.address, input.content, input.email, input.phone]);
    if (files.length > 0) {
      const pace = await paceRefusals(db, marks, at);
      if (pace.length > 0) return refuse(pace, 429);
    }
    const stored = await storeFiles(portal.files, files);
    const answer = await portal.act(BY_SYSTEM, receiveRequest, { ...input, unit: null, marks, files: stored });
    if (answer.ok) return reply.redirectAfterPost(`${TAKEDOWN_PATHS.receipt(answer.value.code)}?moi=1`);
    const isPace = answer.error.every(({ code }) => code === "sentTooOften" || code === "intakeFlooded");
    return refuse(answer.error, isPace ? 429 : 422);
  });

  async function formPage(request: FastifyRequest, reply: FastifyReply, form: FormState, status: number) {
    const settings = await portal.settings();
    return reply.page(
      <RequestPage
        frame={await frameNow()}
        days={settings["takedown.answerDays"]}
        months={settings["enquiries.keepMonths"]}
        csrf={request.csrf}
        stamp={stamp(secret, now())}
        form={form}
      />,
      { status },
    );
  }

  app.get(TAKEDOWN_PATHS.lookUp, open, async (request, reply) => {
    const typed = one(request.query, "ma").slice(0, 60);
    const code = readCode(typed);
    if (code && (await requestByCode(db, code))) return reply.redirect(TAKEDOWN_PATHS.receipt(code), 303);
    const page = (
      <LookUpPage
        frame={await frameNow()}
        title="Tra cứu yêu cầu gỡ bỏ"
        action={TAKEDOWN_PATHS.lookUp}
        breadcrumbs={[home, room, { label: "Tra cứu" }]}
        typed={typed}
        error={typed === "" ? undefined : "Không có yêu cầu nào mang mã này. Xin kiểm tra lại từng chữ, số."}
      />
    );
    return reply.page(page, { status: typed === "" ? 200 : 404 });
  });

  app.get<{ Params: { code: string } }>("/yeu-cau-go-bo/phieu/:code", open, async (request, reply) => {
    const code = readCode(request.params.code);
    const slip = code ? await requestByCode(db, code) : undefined;
    if (!code || !slip) throw new NotFound();
    const state = slip.state as TakedownState;
    const isOver = state === "ANSWERED";
    const wasAccepted = slip.decided_class !== null;
    const page = (
      <SlipPage
        frame={await frameNow()}
        title="Phiếu yêu cầu gỡ bỏ"
        breadcrumbs={[home, room, { label: "Phiếu" }]}
        code={code}
        isNew={one(request.query, "moi") === "1" && !isOver}
        steps={["Thư ký tiếp nhận", "Trưởng ban xem xét", "Thực hiện quyết định", "Đã trả lời"]}
        at={STEP_OF[state]}
        facts={[
          { term: "Ngày nhận", value: formatDate(slip.received_at) },
          { term: "Nội dung", value: slip.target_path },
          { term: "Tình trạng", value: TAKEDOWN_STATES[state] },
          isOver
            ? { term: "Kết quả", value: wasAccepted ? "Đã gỡ bỏ" : "Không chấp nhận" }
            : { term: "Hạn trả lời", value: formatDate(`${slip.due_on}T00:00:00Z`) },
        ]}
      >
        <p>
          {isOver
            ? "Câu trả lời đã được gửi theo liên hệ bạn để lại."
            : "Câu trả lời sẽ được gửi theo liên hệ bạn để lại."}
        </p>
      </SlipPage>
    );
    return reply.page(page, { headers: { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" } });
  });
}

const STEP_OF: Readonly<Record<TakedownState, number>> = {
  RECEIVED: 1,
  CONSIDERED: 2,
  ACCEPTED: 3,
  REJECTED: 3,
  EXECUTED: 3,
  ANSWERED: 5,
};
