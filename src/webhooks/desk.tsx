import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { deskFrame } from "../desk/frame.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, many, one, refusedForm } from "../http/form-state.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Reach } from "../outbound/public-address.ts";
import type { Portal } from "../portal.ts";
import { moveSubscriber, type SubscriberAct } from "./commands/move-subscriber.ts";
import { resend } from "./commands/resend.ts";
import { saveSubscriber } from "./commands/save-subscriber.ts";
import { SubscriberPage, WebhooksPage } from "./desk.view.tsx";
import { WEBHOOK_PATHS } from "./paths.ts";
import { may } from "./permissions.ts";
import { countDeliveries, readDeliveries, readSubscribers, type Subscriber } from "./webhooks.queries.ts";

const PAGE = 30;
const NAMES = ["ten", "dia-chi"];
const CONTROLS = {
  webhookNameMissing: "ten",
  webhookAddressInvalid: "dia-chi",
  webhookAddressPrivate: "dia-chi",
  webhookAddressTaken: "dia-chi",
  webhookEventsMissing: "su-kien",
};

const ACTS: Readonly<Record<string, { act: SubscriberAct; done: string }>> = {
  "tam-dung": { act: "pause", done: "tam-dung" },
  "nhan-lai": { act: "resume", done: "nhan-lai" },
  bo: { act: "remove", done: "da-bo" },
  "doi-khoa": { act: "newSecret", done: "" },
  "gui-thu": { act: "test", done: "gui-thu" },
};

const DONE: Readonly<Record<string, string>> = {
  "da-ghi": "Đã ghi thay đổi.",
  "tam-dung": "Đã tạm dừng. Trong lúc tạm dừng, sự kiện mới không được ghi lại để gửi sau.",
  "nhan-lai": "Đã cho nhận lại từ bây giờ.",
  "da-bo": "Đã bỏ hệ thống nhận và hủy khóa ký. Các lần gửi cũ vẫn còn trong danh sách.",
  "gui-thu": "Đã xếp một tin thử. Kết quả hiện ở danh sách lần gửi sau ít giây.",
  "gui-lai": "Đã xếp để gửi lại.",
};

/** Systems that are told of changes, and every message to them: the administrator's (Đ4.k1, Đ7.k3). */
export function webhooksDesk(app: FastifyInstance, portal: Portal, reach: Reach): void {
  const manage = may("webhook.manage");
  type ById = { Params: { id: string } };

  app.get(WEBHOOK_PATHS.home, manage, (request, reply) => home(request, reply, EMPTY_FORM));

  app.post(WEBHOOK_PATHS.home, manage, async (request, reply) => {
    const answer = await portal.act(visitorOf(request).by, saveSubscriber, entered(request, null));
    if (!answer.ok) return home(request, reply, formOf(request, answer.error));
    return subscriber(request, reply, answer.value.id, null, answer.value.secret);
  });

  app.get<ById>(WEBHOOK_PATHS.subscriber(":id"), manage, (request, reply) =>
    subscriber(request, reply, request.params.id, null),
  );

  app.post<ById>(WEBHOOK_PATHS.subscriber(":id"), manage, async (request, reply) => {
    const { id } = request.params;
    const answer = await portal.act(visitorOf(request).by, saveSubscriber, entered(request, id));
    if (!answer.ok) return subscriber(request, reply, id, formOf(request, answer.error));
    return reply.redirectAfterPost(`${WEBHOOK_PATHS.subscriber(id)}?xong=da-ghi`);
  });

  app.post<ById>(WEBHOOK_PATHS.act(":id"), manage, async (request, reply) => {
    const { id } = request.params;
    const step = ACTS[one(request.body, "viec")];
    if (!step) throw new NotFound("No such act");
    const answer = await portal.act(visitorOf(request).by, moveSubscriber, { id, act: step.act });
    if (!answer.ok) return subscriber(request, reply, id, refusedForm({}, [], [], answer.error, {}));
    if (answer.value.secret) return subscriber(request, reply, id, null, answer.value.secret);
    const to = step.act === "remove" ? WEBHOOK_PATHS.home : WEBHOOK_PATHS.subscriber(id);
    return reply.redirectAfterPost(`${to}?xong=${step.done}`);
  });

  app.post<ById>(WEBHOOK_PATHS.resend(":id"), manage, async (request, reply) => {
    const answer = await portal.act(visitorOf(request).by, resend, { id: request.params.id });
    if (!answer.ok) return home(request, reply, refusedForm({}, [], [], answer.error, {}));
    return reply.redirectAfterPost(`${WEBHOOK_PATHS.home}?xong=gui-lai`);
  });

  const entered = ({ body }: FastifyRequest, id: string | null) => ({
    id,
    name: one(body, "ten"),
    address: one(body, "dia-chi"),
    events: many(body, "su-kien"),
    reach,
  });

  const formOf = ({ body }: FastifyRequest, refusals: readonly Refusal[]) =>
    refusedForm(body, NAMES, ["su-kien"], refusals, CONTROLS);

  async function home(request: FastifyRequest, reply: FastifyReply, form: FormState) {
    const total = await countDeliveries(portal.db);
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(pages, Math.max(1, Number.parseInt(one(request.query, "trang"), 10) || 1));
    const view = {
      desk: await deskFrame(portal, request, WEBHOOK_PATHS.home),
      done: DONE[one(request.query, "xong")],
      subscribers: await readSubscribers(portal.db),
      deliveries: await readDeliveries(portal.db, PAGE, (page - 1) * PAGE),
      total,
      page,
      pages,
      form,
    };
    return reply.page(<WebhooksPage view={view} />, { status: form.items.length > 0 ? 422 : 200 });
  }

  async function subscriber(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    refused: FormState | null,
    secret: string | null = null,
  ) {
    const found = (await readSubscribers(portal.db)).find((one) => one.id === id);
    if (!found) throw new NotFound(`No receiver ${id}`);
    const view = {
      desk: await deskFrame(portal, request, WEBHOOK_PATHS.home),
      done: DONE[one(request.query, "xong")],
      subscriber: found,
      secret,
      form: refused && refused.typed.ten !== undefined ? refused : { ...stored(found), items: refused?.items ?? [] },
    };
    return reply.page(<SubscriberPage view={view} />, { status: refused ? 422 : 200 });
  }
}

const stored = ({ name, address, events }: Subscriber): FormState => ({
  ...EMPTY_FORM,
  typed: { ten: name, "dia-chi": address },
  ticked: { "su-kien": events },
});
