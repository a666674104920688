import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { writtenMonth } from "../kernel/months.ts";
import { hatName } from "../regulation/hats.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choice.tsx";
import { PageHead, Panel, Timeline } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { LEVELS, type Level } from "./levels.ts";
import { QUOTA_PATHS } from "./paths.ts";
import { Criteria } from "./quota.view.tsx";

/** An article that waits for its mark. */
export interface WaitingArticle {
  readonly article: string;
  readonly edition: string;
  readonly title: string;
  readonly unit: string;
  readonly author: string;
  readonly publishedAt: string;
  readonly month: string;
}

export interface QueueProps {
  readonly desk: DeskFrame;
  readonly articles: readonly WaitingArticle[];
  readonly criteria: readonly string[];
  readonly done: string | undefined;
}

/** One tap for an article that is as it should be; a word for one that is not. */
export function QueuePage({ desk, articles, criteria, done }: QueueProps) {
  return (
    <DeskLayout desk={desk} title="Chờ đánh giá chất lượng" path={QUOTA_PATHS.queue}>
      <PageHead
        title="Chờ đánh giá chất lượng"
        lead={
          articles.length === 0
            ? "Mọi bài đã đăng mà bạn được đánh giá đều đã có đánh giá."
            : `${articles.length} bài đã đăng chờ đánh giá. Trước khi được đánh giá, bài chỉ tạm tính vào chỉ tiêu của đơn vị (Điều 11, khoản 3 Điều 16).`
        }
      />
      {done && <Notice kind="ok" live title={done} />}
      {articles.length === 0 ? (
        <EmptyState title="Không còn bài nào" icon="award" />
      ) : (
        <ul class="work-list">
          {articles.map((article) => (
            <li class="quota-waiting" key={article.article}>
              <h2 class="quota-waiting-title">
                <a href={`/ban-bien-tap/bai/${article.edition}`}>{article.title}</a>
              </h2>
              <p class="work-facts">
                {article.unit}, {article.author}. Đăng{" "}
                <time dateTime={article.publishedAt}>{formatDateTime(article.publishedAt)}</time>.
              </p>
              <Actions>
                <form method="post" action={QUOTA_PATHS.article(article.article)}>
                  <input type="hidden" name="csrf" value={desk.csrf} />
                  <input type="hidden" name="da-xem" value="0" />
                  <input type="hidden" name="tu" value="hang-doi" />
                  <Button kind="primary" icon="check" name="muc" value="good">
                    Đạt chất lượng
                  </Button>
                </form>
                <details class="quota-less">
                  <summary>Chưa đạt, ghi chỗ còn thiếu</summary>
                  <form class="form" method="post" action={QUOTA_PATHS.article(article.article)} noValidate>
                    <input type="hidden" name="csrf" value={desk.csrf} />
                    <input type="hidden" name="da-xem" value="0" />
                    <input type="hidden" name="tu" value="hang-doi" />
                    <Missing criteria={criteria} prefix={article.article} ticked={[]} note="" error={undefined} />
                    <Actions>
                      <Button name="muc" value="improve">
                        Cần cải thiện
                      </Button>
                      <Button name="muc" value="poor">
                        Không đạt
                      </Button>
                    </Actions>
                  </form>
                </details>
              </Actions>
            </li>
          ))}
        </ul>
      )}
      <Criteria criteria={criteria} />
    </DeskLayout>
  );
}

interface MissingProps {
  readonly criteria: readonly string[];
  /** Keeps ids apart where the form stands several times on a page. */
  readonly prefix: string;
  readonly ticked: readonly string[];
  readonly note: string;
  readonly error: string | undefined;
}

function Missing({ criteria, prefix, ticked, note, error }: MissingProps) {
  return (
    <>
      <fieldset class="field">
        <legend class="label">Tiêu chí chưa đạt</legend>
        {criteria.map((criterion, place) => (
          <Checkbox
            key={criterion}
            name="thieu"
            id={`thieu-${prefix}-${place}`}
            label={criterion}
            value={criterion}
            checked={ticked.includes(criterion)}
          />
        ))}
      </fieldset>
      <TextArea
        name="ghi-chu"
        id={prefix ? `ghi-chu-${prefix}` : "ghi-chu"}
        label="Ghi chú cho người viết"
        rows={2}
        value={note}
        error={error}
        optional
      />
    </>
  );
}

export interface ShownMark {
  readonly id: string;
  readonly level: Level;
  readonly unmet: readonly string[];
  readonly note: string;
  readonly reason: string;
  readonly name: string;
  readonly hat: string;
  readonly at: string;
}

export interface MarkPageProps {
  readonly desk: DeskFrame;
  readonly article: { readonly id: string; readonly edition: string; readonly title: string };
  readonly unit: string;
  /** Null while it is not published. */
  readonly month: string | null;
  /** "Đạt, được tính" */
  readonly counts: string;
  readonly marks: readonly ShownMark[];
  /** Notes are read by whoever may read the article at the desk. */
  readonly mayRead: boolean;
  readonly mayMark: boolean;
  /** Why not, in words. */
  readonly why: string;
  readonly needsReason: boolean;
  readonly criteria: readonly string[];
  readonly form: FormState;
  readonly done: string | undefined;
}

/** The quality of one article: what was said of it, by whom, and the form to say it. */
export function MarkPage(props: MarkPageProps) {
  const { desk, article, unit, month, counts, marks, mayRead, form, done } = props;
  const latest = marks[0];
  return (
    <DeskLayout
      desk={desk}
      title={`Chất lượng: ${article.title}`}
      path={QUOTA_PATHS.article(article.id)}
      breadcrumbs={[{ label: "Chỉ tiêu tin, bài", href: QUOTA_PATHS.home }, { label: article.title }]}
    >
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      <PageHead
        title={article.title}
        eyebrow={`${unit}${month ? `, tháng ${writtenMonth(month)}` : ""}`}
        lead={`Chất lượng: ${latest ? LEVELS[latest.level] : "chưa đánh giá"}. ${counts}.`}
      />
      {mayRead && (
        <p>
          <a href={`/ban-bien-tap/bai/${article.edition}`}>Mở bài ở bàn làm việc</a>
        </p>
      )}
      <MarkForm {...props} />
      {mayRead && marks.length > 0 && (
        <Panel title="Các lần đánh giá">
          <Timeline
            items={marks.map((mark) => ({
              id: mark.id,
              icon: "award",
              title: `${LEVELS[mark.level]} – ${mark.name}, ${hatName(mark.hat)}`,
              when: formatDateTime(mark.at),
              at: mark.at,
              detail: [...mark.unmet, mark.note, mark.reason && `Lý do thay đổi: ${mark.reason}`]
                .filter(Boolean)
                .join("; "),
              tone: mark.level === "good" ? "good" : mark.level === "improve" ? "back" : "stop",
            }))}
          />
        </Panel>
      )}
      <Criteria criteria={props.criteria} />
    </DeskLayout>
  );
}

function MarkForm({ desk, article, marks, mayMark, why, needsReason, criteria, form, month }: MarkPageProps) {
  if (!mayMark) return month ? <p class="hint">{why}</p> : null;
  const latest = marks[0];
  return (
    <Panel title={latest ? "Đổi đánh giá" : "Đánh giá"}>
      <form class="form" method="post" action={QUOTA_PATHS.article(article.id)} noValidate>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="da-xem" value={String(latest ? marks.length : 0)} />
        {needsReason && (
          <Field
            name="ly-do"
            label="Lý do"
            hint="Tháng đã khép lại: thay đổi phải có lý do và được đưa vào báo cáo kỳ sau."
            value={form.typed["ly-do"]}
            error={form.errors["ly-do"]}
          />
        )}
        <Missing
          criteria={criteria}
          prefix=""
          ticked={form.ticked.thieu ?? latest?.unmet ?? []}
          note={form.typed["ghi-chu"] ?? latest?.note ?? ""}
          error={form.errors["ghi-chu"]}
        />
        <Actions>
          <Button kind="primary" icon="check" name="muc" value="good">
            Đạt chất lượng
          </Button>
          <Button name="muc" value="improve">
            Cần cải thiện
          </Button>
          <Button name="muc" value="poor">
            Không đạt
          </Button>
        </Actions>
      </form>
    </Panel>
  );
}
