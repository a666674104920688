import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Pagination } from "../ui/navigation.tsx";
import { Tag } from "../ui/status.tsx";
import { EVENT_NAMES, eventWords, WEBHOOK_EVENTS } from "./events.ts";
import { WEBHOOK_PATHS } from "./paths.ts";
import type { Delivery, Subscriber } from "./webhooks.queries.ts";

const TITLE = "Hệ thống nhận tin";
const home = { label: "Bàn làm việc", href: "/ban-bien-tap" };

export interface WebhooksView {
  readonly desk: DeskFrame;
  readonly done: string | undefined;
  readonly subscribers: readonly Subscriber[];
  readonly deliveries: readonly Delivery[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly form: FormState;
}

/** Who is told of changes, what was sent, and the form for one more. */
export function WebhooksPage({ view }: { readonly view: WebhooksView }) {
  const { desk, done, subscribers, deliveries, total, page, pages, form } = view;
  const names = new Map(subscribers.map(({ id, name }) => [id, name]));
  const kept = subscribers.filter(({ state }) => state !== "REMOVED");
  return (
    <DeskLayout desk={desk} title={TITLE} path={WEBHOOK_PATHS.home} breadcrumbs={[home, { label: TITLE }]} wide>
      <PageHead
        title={TITLE}
        lead="Hệ thống khác được Cổng báo tự động khi có bài đăng, cập nhật, gỡ bỏ hoặc nội dung công khai mới. Chỉ gửi thông tin đã công khai."
      />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      <Table
        caption="Hệ thống đang kết nối"
        rows={kept}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Chưa có hệ thống nào" icon="link">
            Thêm hệ thống ở dưới; mỗi lần Cổng gửi tin sẽ được liệt kê tại đây.
          </EmptyState>
        }
        columns={[
          { key: "ten", label: "Hệ thống", cell: ({ id, name }) => <a href={WEBHOOK_PATHS.subscriber(id)}>{name}</a> },
          { key: "dia-chi", label: "Địa chỉ nhận", cell: ({ address }) => <span>{address}</span> },
          { key: "su-kien", label: "Được báo", cell: ({ events }) => events.map(eventWords).join("; ") },
          { key: "trang-thai", label: "Trạng thái", cell: ({ state }) => <SubscriberState state={state} /> },
        ]}
      />
      {(kept.length > 0 || deliveries.length > 0) && (
        <Table
          caption={`Các lần gửi (${formatNumber(total)}), mới nhất trước`}
          rows={deliveries}
          rowKey={({ id }) => id}
          empty={<EmptyState title="Chưa gửi lần nào" icon="send" />}
          columns={[
            { key: "su-kien", label: "Sự kiện", cell: (one) => <DeliveryName delivery={one} /> },
            { key: "den", label: "Gửi tới", cell: ({ subscriber }) => names.get(subscriber) ?? "" },
            { key: "luc", label: "Lúc", cell: ({ createdAt }) => formatDateTime(createdAt) },
            { key: "lan", label: "Số lần thử", align: "end", cell: ({ attempts }) => formatNumber(attempts) },
            { key: "trang-thai", label: "Kết quả", cell: (one) => <DeliveryState delivery={one} /> },
            {
              key: "viec",
              label: "Việc",
              cell: ({ id, doneAt }) =>
                doneAt && (
                  <form method="post" action={WEBHOOK_PATHS.resend(id)}>
                    <input type="hidden" name="csrf" value={desk.csrf} />
                    <Button kind="quiet" icon="send">
                      Gửi lại
                    </Button>
                  </form>
                ),
            },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} href={WEBHOOK_PATHS.page} />
      <Panel title="Thêm hệ thống nhận">
        <SubscriberForm csrf={desk.csrf} action={WEBHOOK_PATHS.home} form={form} button="Thêm và tạo khóa ký" />
      </Panel>
    </DeskLayout>
  );
}

export interface SubscriberView {
  readonly desk: DeskFrame;
  readonly done: string | undefined;
  readonly subscriber: Subscriber;
  /** Just made: shown here and nowhere again. */
  readonly secret: string | null;
  readonly form: FormState;
}

/** One receiver: its key when it is new, its values, and what can be done with it. */
export function SubscriberPage({ view }: { readonly view: SubscriberView }) {
  const { desk, done, subscriber, secret, form } = view;
  const { id, name, state, createdAt, address } = subscriber;
  const crumbs = [home, { label: TITLE, href: WEBHOOK_PATHS.home }, { label: name }];
  return (
    <DeskLayout desk={desk} title={name} path={WEBHOOK_PATHS.subscriber(id)} breadcrumbs={crumbs}>
      <PageHead title={name} eyebrow={<SubscriberState state={state} />} />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      {secret && (
        <Notice kind="warn" live title="Khóa ký chỉ hiện một lần này">
          <p>Hãy chép ngay và gửi cho đơn vị quản lý hệ thống nhận bằng đường riêng:</p>
          <p>
            <code>{secret}</code>
          </p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: "Địa chỉ nhận", value: <span>{address}</span> },
          { term: "Kết nối từ", value: formatDateTime(createdAt) },
          {
            term: "Cách ký",
            value:
              "HMAC-SHA256 theo Standard Webhooks, trong các dòng webhook-id, webhook-timestamp, webhook-signature.",
          },
        ]}
      />
      {state !== "REMOVED" && (
        <>
          <form method="post" action={WEBHOOK_PATHS.act(id)}>
            <input type="hidden" name="csrf" value={desk.csrf} />
            <Actions>
              {state === "ACTIVE" ? (
                <>
                  <Button name="viec" value="gui-thu" icon="send">
                    Gửi tin thử
                  </Button>
                  <Button name="viec" value="tam-dung" icon="clock">
                    Tạm dừng
                  </Button>
                </>
              ) : (
                <Button name="viec" value="nhan-lai" icon="check">
                  Cho nhận lại
                </Button>
              )}
              <Button name="viec" value="doi-khoa" icon="key">
                Đổi khóa ký
              </Button>
              <Button kind="danger" name="viec" value="bo" icon="trash">
                Bỏ hệ thống này
              </Button>
            </Actions>
          </form>
          <Panel title="Sửa">
            <SubscriberForm csrf={desk.csrf} action={WEBHOOK_PATHS.subscriber(id)} form={form} button="Ghi thay đổi" />
          </Panel>
        </>
      )}
    </DeskLayout>
  );
}

interface SubscriberFormProps {
  readonly csrf: string;
  readonly action: string;
  readonly form: FormState;
  readonly button: string;
}

function SubscriberForm({ csrf, action, form, button }: SubscriberFormProps) {
  const ticked = form.ticked["su-kien"] ?? [];
  return (
    <form class="form" method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      <Field name="ten" label="Tên hệ thống" maxlength={120} value={form.typed.ten} error={form.errors.ten} />
      <Field
        name="dia-chi"
        label="Địa chỉ nhận"
        type="url"
        hint="Bắt đầu bằng https://, là địa chỉ công khai trên Internet."
        maxlength={500}
        value={form.typed["dia-chi"]}
        error={form.errors["dia-chi"]}
      />
      <fieldset class={form.errors["su-kien"] ? "field has-error" : "field"} id="su-kien">
        <legend class="label">Báo khi</legend>
        {form.errors["su-kien"] && <p class="field-error">{form.errors["su-kien"]}</p>}
        {EVENT_NAMES.map((event) => (
          <Checkbox
            key={event}
            name="su-kien"
            id={`su-kien-${event}`}
            value={event}
            label={WEBHOOK_EVENTS[event]}
            checked={ticked.includes(event)}
          />
        ))}
      </fieldset>
      <Button kind="primary">{button}</Button>
    </form>
  );
}

function SubscriberState({ state }: Pick<Subscriber, "state">) {
  if (state === "ACTIVE")
    return (
      <Tag icon="check" tone="live">
        Đang nhận
      </Tag>
    );
  return (
    <Tag icon={state === "PAUSED" ? "clock" : "cancelled"} tone={state === "PAUSED" ? "wait" : "stop"}>
      {state === "PAUSED" ? "Tạm dừng" : "Đã bỏ"}
    </Tag>
  );
}

function DeliveryName({ delivery: { event, body } }: { readonly delivery: Delivery }) {
  const { data } = JSON.parse(body) as { data: { title?: unknown; address?: unknown } };
  const about = typeof data.title === "string" ? data.title : String(data.address ?? "");
  return (
    <>
      {eventWords(event)}
      {about && <span class="cell-note">{about}</span>}
    </>
  );
}

function DeliveryState({ delivery: { doneAt, problem, attempts, nextTryAt } }: { readonly delivery: Delivery }) {
  const [icon, tone, word] =
    doneAt === null
      ? (["clock", "wait", "Đang chờ"] as const)
      : problem === null
        ? (["check", "good", "Đã nhận"] as const)
        : (["refused", "stop", "Thôi gửi"] as const);
  return (
    <>
      <Tag icon={icon} tone={tone}>
        {word}
      </Tag>
      {problem && <span class="cell-note">{problem}</span>}
      {doneAt === null && attempts > 0 && <span class="cell-note">Thử lại lúc {formatDateTime(nextTryAt)}.</span>}
    </>
  );
}
