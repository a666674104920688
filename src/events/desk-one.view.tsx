import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { RecordState } from "../desk/record-state.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { paths as newsroom } from "../newsroom/desk/paths.ts";
import { STATES, type State } from "../regulation/states.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel, Table } from "../ui/data.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatDate, formatDateTime, formatNumber, formatRelative } from "../ui/format.ts";
import { StatusTag } from "../ui/status.tsx";
import { EventControls } from "./desk-form.view.tsx";
import { ArticleTag } from "./desk-list.view.tsx";
import { EVENT_KINDS } from "./event.ts";
import type { EventLine } from "./event-list.ts";
import { whenWords } from "./event-words.ts";
import type { LinkedArticle } from "./events.queries.ts";
import { STEPS } from "./lost-time.ts";
import { EVENT_PATHS } from "./paths.ts";
import { PhaseTag } from "./site.view.tsx";

/** The forms of the page, each with what was typed and refused. */
export interface EventForms {
  readonly change: RecordState;
  readonly cancel: RecordState;
  readonly link: RecordState;
  readonly unlink: RecordState;
}

export interface EventDeskPageProps {
  readonly desk: DeskFrame;
  readonly line: EventLine;
  readonly done: string | undefined;
  readonly mayChange: boolean;
  /** Whether this person may still change its times, or cancel it. */
  readonly mayMove: boolean;
  readonly mayTell: boolean;
  readonly units: readonly Option[];
  /** Articles of its unit that could tell of it. */
  readonly articles: readonly {
    readonly id: Id;
    readonly title: string;
    readonly state: State;
    readonly publishedAt: Instant | null;
  }[];
  readonly versions: readonly {
    readonly version: number;
    readonly when: string;
    readonly who: string;
    readonly span: string;
    readonly reason: string;
  }[];
  readonly forms: EventForms;
  readonly now: string;
}

/** One event: how its article stands and the one thing to do about it; then the event itself and its past. */
export function EventDeskPage(props: EventDeskPageProps) {
  const { desk, line, done, forms } = props;
  const { event, phase } = line;
  const { title, kind, place, description, sessions } = event.content;
  const items = [...forms.change.items, ...forms.cancel.items, ...forms.link.items, ...forms.unlink.items];
  return (
    <DeskLayout
      desk={desk}
      title={title}
      path={EVENT_PATHS.event(event.id)}
      breadcrumbs={[
        { label: "Bàn làm việc", href: "/ban-bien-tap" },
        { label: "Sự kiện", href: EVENT_PATHS.desk },
        { label: title },
      ]}
    >
      <PageHead
        title={title}
        eyebrow={<PhaseTag phase={phase} />}
        lead={`${whenWords(event)}. ${place}.`}
        actions={
          event.isPublic && (
            <LinkButton href={EVENT_PATHS.one(event.slug)} icon="external">
              Xem trang công khai
            </LinkButton>
          )
        }
      />
      <ErrorSummary items={items} />
      {done && <Notice kind="ok" live title={done} />}
      {event.cancelledAt !== null && (
        <Notice kind="warn" title={`Đã hủy ngày ${formatDate(event.cancelledAt)}`}>
          <p>{event.cancelReason}</p>
        </Notice>
      )}
      <ArticlePanel {...props} />
      <Panel title="Sự kiện">
        <DescriptionList
          items={[
            { term: "Loại", value: EVENT_KINDS[kind] },
            { term: "Đơn vị tổ chức", value: event.unitName },
            { term: "Ai xem được lịch", value: event.isPublic ? "Công khai" : "Nội bộ" },
            ...(sessions.length > 1
              ? [
                  {
                    term: "Các buổi",
                    value: (
                      <ol>
                        {sessions.map((session) => (
                          <li key={session.startsAt}>{whenWords(session)}</li>
                        ))}
                      </ol>
                    ),
                  },
                ]
              : []),
            ...(description ? [{ term: "Mô tả", value: description }] : []),
          ]}
        />
        {props.mayChange && <ChangeForm {...props} />}
        {props.mayChange && props.mayMove && <CancelForm {...props} />}
        {props.mayChange && !props.mayMove && (
          <p class="hint">
            Sự kiện đã qua giờ kết thúc: chỉ Trưởng Ban hoặc Phó Trưởng ban thường trực đổi thời gian hoặc ghi là không
            diễn ra.
          </p>
        )}
      </Panel>
      <Panel title="Các phiên bản">
        <Table
          caption="Mỗi lần ghi là một phiên bản, giữ lại mãi"
          captionHidden
          columns={[
            { key: "version", label: "Bản", cell: ({ version }) => version },
            {
              key: "span",
              label: "Thời gian của sự kiện",
              cell: ({ span, reason }) => (
                <>
                  {span}
                  {reason && <span class="cell-note">Lý do đổi: {reason}</span>}
                </>
              ),
            },
            { key: "when", label: "Ghi lúc", cell: ({ when }) => when },
            { key: "who", label: "Người ghi", cell: ({ who }) => who },
          ]}
          rows={props.versions}
          rowKey={({ version }) => String(version)}
        />
      </Panel>
    </DeskLayout>
  );
}

function ArticlePanel(props: EventDeskPageProps) {
  const { desk, line, articles, mayTell, mayChange, forms, now } = props;
  const { event, standing, lost } = line;
  const isOpen = !event.articles.some(({ state }) => state !== "CANCELLED" && state !== "WITHDRAWN");
  return (
    <Panel title="Tin, bài về sự kiện" actions={<ArticleTag standing={standing} />}>
      {standing !== "none" && (
        <p>
          Hạn đăng: <strong>{formatDateTime(event.dueAt)}</strong>
          {(standing === "open" || standing === "late") && ` (${formatRelative(event.dueAt, now)})`}
          {event.toldAt && `. Đã đăng lúc ${formatDateTime(event.toldAt)}`}.
        </p>
      )}
      {event.articles.length > 0 && (
        <ul class="work-notices">
          {event.articles.map((article) => (
            <LinkedLine key={article.link} article={article} />
          ))}
        </ul>
      )}
      {mayTell && isOpen && (
        <form method="post" action={EVENT_PATHS.write(event.id)}>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <p class="hint">Bài mới có sẵn tên, ngày, nơi, đơn vị và mẫu tin sự kiện.</p>
          <Button kind="primary" icon="edit">
            Viết bài về sự kiện
          </Button>
        </form>
      )}
      {lost.length > 0 && (
        <Table
          caption="Thời gian đã qua từ khi sự kiện kết thúc, khâu lâu nhất trước"
          columns={[
            { key: "step", label: "Khâu", cell: ({ step }) => STEPS[step] },
            { key: "hours", label: "Số giờ", align: "end", cell: ({ hours }) => formatNumber(hours) },
          ]}
          rows={lost}
          rowKey={({ step }) => step}
        />
      )}
      {mayTell && (
        <details open={forms.link.items.some(({ href }) => href === "#bai")}>
          <summary>Liên kết bài đã có</summary>
          {articles.length === 0 ? (
            <p>Đơn vị chưa có bài nào đăng từ khi sự kiện bắt đầu, hoặc đang viết, mà chưa gắn với sự kiện khác.</p>
          ) : (
            <form class="form" method="post" action={EVENT_PATHS.link(event.id)} noValidate>
              <input type="hidden" name="csrf" value={desk.csrf} />
              <Select
                name="bai"
                label="Bài của đơn vị tổ chức"
                hint="Tính đúng hạn hay muộn theo lúc bài được đăng, không theo lúc liên kết."
                placeholder="Chọn bài"
                options={articles.map(({ id, title, state, publishedAt }) => ({
                  value: id,
                  label: `${title || "(chưa có tiêu đề)"}: ${publishedAt ? `đăng ${formatDate(publishedAt)}` : STATES[state]}`,
                }))}
                value={forms.link.typed.bai}
                error={forms.link.errors.bai}
              />
              <Button icon="link">Liên kết</Button>
            </form>
          )}
        </details>
      )}
      {mayChange && event.articles.length > 0 && <UnlinkForm {...props} />}
    </Panel>
  );
}

function LinkedLine({ article }: { readonly article: LinkedArticle }) {
  const { edition, title, state, firstPublishedAt, takenDownAt, isHidden } = article;
  return (
    <li>
      {isHidden ? title : <a href={newsroom.article(edition)}>{title || "(chưa có tiêu đề)"}</a>}{" "}
      <span class="work-when">
        <StatusTag state={state} />{" "}
        {firstPublishedAt ? `Đăng lần đầu ${formatDateTime(firstPublishedAt)}` : "Chưa đăng"}
        {takenDownAt && `; đã gỡ ${formatDateTime(takenDownAt)}, việc đăng tin vẫn được tính`}
      </span>
    </li>
  );
}

function ChangeForm({ desk, line, units, forms }: EventDeskPageProps) {
  const { event } = line;
  const { change } = forms;
  return (
    <details open={change.items.length > 0}>
      <summary>Sửa, dời sự kiện</summary>
      <form class="form" method="post" action={EVENT_PATHS.event(event.id)} noValidate>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="ban" value={event.version} />
        <EventControls units={units} form={change} />
        <Field
          name="ly-do"
          label="Lý do đổi thời gian"
          hint="Chỉ cần khi đổi ngày, giờ. Lịch cũ và lý do được giữ lại; với sự kiện công khai, người xem lịch đọc được."
          value={change.typed["ly-do"]}
          error={change.errors["ly-do"]}
          optional
        />
        <Actions>
          <Button kind="primary">Ghi thay đổi</Button>
        </Actions>
      </form>
    </details>
  );
}

function CancelForm({ desk, line, forms }: EventDeskPageProps) {
  const { cancel } = forms;
  return (
    <details open={cancel.items.length > 0}>
      <summary>Hủy sự kiện</summary>
      <form class="form" method="post" action={EVENT_PATHS.cancel(line.event.id)} noValidate>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <TextArea
          name="ly-do-huy"
          label="Lý do hủy"
          hint="Sự kiện không bị xóa: lịch ghi rõ đã hủy và lý do. Không còn phải đăng tin, bài."
          rows={2}
          value={cancel.typed["ly-do-huy"]}
          error={cancel.errors["ly-do-huy"]}
        />
        <Button kind="danger">Hủy sự kiện</Button>
      </form>
    </details>
  );
}

function UnlinkForm({ desk, line, forms }: EventDeskPageProps) {
  const { event } = line;
  const { unlink } = forms;
  return (
    <details open={unlink.items.length > 0}>
      <summary>Bỏ liên kết nhầm</summary>
      <form class="form" method="post" action={EVENT_PATHS.unlink(event.id)} noValidate>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Select
          name="lien-ket"
          label="Bài liên kết nhầm"
          options={event.articles.map(({ link, title }) => ({ value: link, label: title || "(chưa có tiêu đề)" }))}
        />
        <Field
          name="ly-do-bo"
          label="Lý do bỏ liên kết"
          value={unlink.typed["ly-do-bo"]}
          error={unlink.errors["ly-do-bo"]}
        />
        <Button kind="danger">Bỏ liên kết</Button>
      </form>
    </details>
  );
}
