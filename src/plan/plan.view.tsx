import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { hatName } from "../regulation/hats.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { Checkbox } from "../ui/choice.tsx";
import { type Column, PageHead, Panel, Table, Timeline } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import { PLAN_PATHS } from "./paths.ts";
import type { Plan, PlanArticle, PlanVersion, ThemeProgress } from "./plan.queries.ts";
import type { Theme } from "./rules.ts";

export interface ListedPlan {
  readonly period: string;
  /** "tháng 11/2026" */
  readonly name: string;
  readonly isOver: boolean;
  readonly isInForce: boolean;
  readonly isProposed: boolean;
  readonly themes: number;
  /** Themes with as many articles as wanted. */
  readonly filled: number;
}

export interface PlanListProps {
  readonly desk: DeskFrame;
  readonly plans: readonly ListedPlan[];
  readonly mayPropose: boolean;
}

/** Every plan, the latest first. */
export function PlanListPage({ desk, plans, mayPropose }: PlanListProps) {
  return (
    <DeskLayout desk={desk} title="Kế hoạch tuyên truyền" path={PLAN_PATHS.home}>
      <PageHead
        title="Kế hoạch tuyên truyền"
        lead="Định hướng nội dung của Ban biên tập, các chủ đề và kết quả thực hiện (Điều 8, Điều 9, khoản 2 Điều 21)."
        actions={
          <>
            {mayPropose && (
              <LinkButton kind="primary" icon="plus" href={PLAN_PATHS.create}>
                Lập kế hoạch
              </LinkButton>
            )}
            {plans.length > 0 && <Downloads href={`${PLAN_PATHS.home}.csv`} />}
          </>
        }
      />
      <Table
        caption="Các kế hoạch"
        captionHidden
        rows={plans}
        rowKey={({ period }) => period}
        columns={PLANS}
        empty={
          <EmptyState title="Chưa có kế hoạch nào" icon="list">
            <p>Thư ký hoặc các Phó Trưởng ban lập kế hoạch theo tháng, quý hoặc năm rồi trình Trưởng Ban.</p>
          </EmptyState>
        }
      />
    </DeskLayout>
  );
}

const PLANS: readonly Column<ListedPlan>[] = [
  {
    key: "ky",
    label: "Kỳ",
    heads: true,
    cell: ({ period, name }) => <a href={PLAN_PATHS.plan(period)}>Kế hoạch {name}</a>,
  },
  {
    key: "tinh-trang",
    label: "Tình trạng",
    cell: ({ isInForce, isProposed, isOver }) =>
      isProposed ? (
        <Tag icon="stamp" tone="wait">
          {isInForce ? "Có bản thay đổi chờ quyết định" : "Chờ quyết định"}
        </Tag>
      ) : isInForce ? (
        <Tag icon="check" tone={isOver ? "quiet" : "good"}>
          {isOver ? "Đã kết thúc" : "Đang thực hiện"}
        </Tag>
      ) : (
        <Tag icon="returned" tone="back">
          Trả lại
        </Tag>
      ),
  },
  {
    key: "ket-qua",
    label: "Chủ đề đã đủ bài",
    align: "end",
    cell: ({ isInForce, themes, filled }) => (isInForce ? `${filled} / ${themes}` : "–"),
  },
];

export interface PlanPageProps {
  readonly desk: DeskFrame;
  readonly plan: Plan;
  readonly name: string;
  readonly days: { readonly from: string; readonly to: string };
  readonly isOver: boolean;
  /** Of the text in force. */
  readonly progress: readonly ThemeProgress[];
  readonly unitName: (unit: string | null) => string;
  readonly mayPropose: boolean;
  readonly mayDecide: boolean;
  readonly form: FormState;
  readonly done: string | undefined;
}

/** One plan: what waits for a decision, what is in force and how far it has come, and every text it had. */
export function PlanPage(props: PlanPageProps) {
  const { desk, plan, name, days, progress, mayPropose, form, done, isOver } = props;
  const { period, inForce, proposed, versions } = plan;
  return (
    <DeskLayout
      desk={desk}
      title={`Kế hoạch ${name}`}
      path={PLAN_PATHS.plan(period)}
      breadcrumbs={[{ label: "Kế hoạch tuyên truyền", href: PLAN_PATHS.home }, { label: `Kế hoạch ${name}` }]}
    >
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      <PageHead
        title={`Kế hoạch tuyên truyền ${name}`}
        lead={`Từ ${readable(days.from)} đến ${readable(days.to)}${isOver ? ", đã kết thúc" : ""}.`}
        actions={
          mayPropose && (
            <LinkButton icon="edit" href={PLAN_PATHS.edit(period)}>
              {inForce ? "Đề nghị thay đổi" : "Sửa bản đề nghị"}
            </LinkButton>
          )
        }
      />
      {proposed && <Proposed {...props} text={proposed} />}
      {inForce && (
        <Panel title="Thực hiện">
          <p class="plan-orientation">{inForce.orientation}</p>
          <Table
            caption="Chủ đề và kết quả"
            captionHidden
            rows={progress}
            rowKey={({ key }) => key}
            columns={themeColumns(period)}
          />
        </Panel>
      )}
      <Panel title="Các bản và quyết định">
        <Timeline items={versions.flatMap(entriesOf)} />
      </Panel>
    </DeskLayout>
  );
}

function themeColumns(period: string): readonly Column<ThemeProgress>[] {
  return [
    {
      key: "chu-de",
      label: "Chủ đề",
      heads: true,
      cell: ({ key, name }) => <a href={PLAN_PATHS.theme(period, key)}>{name}</a>,
    },
    { key: "don-vi", label: "Đơn vị phụ trách", cell: ({ unitName }) => unitName },
    {
      key: "ket-qua",
      label: "Đã đăng",
      align: "end",
      cell: ({ published, target }) => `${published.length} / ${target} bài`,
    },
    { key: "dang-lam", label: "Đang làm", align: "end", cell: ({ coming }) => coming.length },
    {
      key: "du",
      label: "Kết quả",
      cell: ({ published, target }) =>
        published.length >= target ? (
          <Tag icon="check" tone="good">
            Đủ bài
          </Tag>
        ) : (
          <Tag icon="schedule" tone="wait">{`Còn ${target - published.length} bài`}</Tag>
        ),
    },
  ];
}

function Proposed({ text, unitName, mayDecide, desk, plan, form }: PlanPageProps & { readonly text: PlanVersion }) {
  return (
    <Panel title={`Bản ${text.version} chờ quyết định`}>
      <p>
        {text.by} ({hatName(text.hat)}) đề nghị lúc {formatDateTime(text.at)}.
      </p>
      <p class="plan-orientation">{text.orientation}</p>
      <Table
        caption="Chủ đề được đề nghị"
        captionHidden
        rows={text.themes}
        rowKey={({ key }) => key}
        columns={[
          { key: "chu-de", label: "Chủ đề", heads: true, cell: ({ name }: Theme) => name },
          { key: "don-vi", label: "Đơn vị phụ trách", cell: ({ unit }: Theme) => unitName(unit) },
          { key: "so-bai", label: "Số bài", align: "end", cell: ({ target }: Theme) => target },
        ]}
      />
      {mayDecide && (
        <form class="form" method="post" action={PLAN_PATHS.decide(plan.period)} noValidate>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <input type="hidden" name="ban" value={String(text.version)} />
          <Field label="Số văn bản quyết định" width="medium" name="so" value={form.typed.so} optional />
          <Actions>
            <Button kind="primary" icon="stamp" name="viec" value="quyet-dinh">
              Quyết định kế hoạch này
            </Button>
          </Actions>
          <details open={form.errors["ly-do"] !== undefined}>
            <summary>Trả lại để sửa</summary>
            <TextArea
              label="Điều cần sửa"
              rows={2}
              name="ly-do"
              value={form.typed["ly-do"]}
              error={form.errors["ly-do"]}
            />
            <Button icon="returned" name="viec" value="tra-lai">
              Trả lại
            </Button>
          </details>
        </form>
      )}
    </Panel>
  );
}

function entriesOf({ version, by, hat, at, decision, themes }: PlanVersion) {
  const proposed = {
    id: `de-nghi-${version}`,
    icon: "edit" as const,
    title: `Bản ${version}: ${by} (${hatName(hat)}) đề nghị`,
    when: formatDateTime(at),
    at,
    detail: themes.map(({ name, target }) => `${name}: ${target} bài`).join("; "),
  };
  if (!decision) return [proposed];
  const isDecided = decision.outcome === "decided";
  return [
    {
      id: `quyet-dinh-${version}`,
      icon: "stamp" as const,
      title: `Bản ${version}: ${decision.by} (${hatName(decision.hat)}${decision.underPaper ? ", theo ủy quyền" : ""}) ${isDecided ? "quyết định" : "trả lại"}`,
      when: formatDateTime(decision.at),
      at: decision.at,
      detail: [decision.number, decision.note].filter(Boolean).join(". "),
      tone: isDecided ? ("good" as const) : ("back" as const),
    },
    proposed,
  ];
}

export interface ThemePageProps {
  readonly desk: DeskFrame;
  readonly period: string;
  readonly name: string;
  readonly theme: ThemeProgress;
  /** Articles under it that this person may see. */
  readonly shown: readonly PlanArticle[];
  /** Articles he may put under it or take from it. */
  readonly offered: readonly PlanArticle[];
  readonly ticked: readonly string[];
  readonly form: FormState;
}

/** A theme: the articles behind its number, and the choice of them for their writer or the secretary. */
export function ThemePage({ desk, period, name, theme, shown, offered, ticked, form }: ThemePageProps) {
  return (
    <DeskLayout
      desk={desk}
      title={theme.name}
      path={PLAN_PATHS.theme(period, theme.key)}
      breadcrumbs={[
        { label: "Kế hoạch tuyên truyền", href: PLAN_PATHS.home },
        { label: `Kế hoạch ${name}`, href: PLAN_PATHS.plan(period) },
        { label: theme.name },
      ]}
    >
      <ErrorSummary items={form.items} />
      <PageHead
        title={theme.name}
        eyebrow={`Kế hoạch ${name}, ${theme.unitName}`}
        lead={`Đã đăng ${theme.published.length} trên ${theme.target} bài, đang làm ${theme.coming.length} bài.`}
      />
      <Table
        caption="Bài của chủ đề"
        captionHidden
        rows={shown}
        rowKey={({ article }) => article}
        columns={ARTICLES}
        empty={<EmptyState title="Chưa có bài nào" icon="news" />}
      />
      {offered.length > 0 && (
        <Panel title="Chọn bài cho chủ đề">
          <form class="form" method="post" action={PLAN_PATHS.theme(period, theme.key)}>
            <input type="hidden" name="csrf" value={desk.csrf} />
            <fieldset class="field">
              <legend class="label">Bài đăng trong kỳ hoặc đang làm</legend>
              {offered.map(({ article, title, unit, publishedAt }) => (
                <div key={article}>
                  <input type="hidden" name="co" value={article} />
                  <Checkbox
                    name="bai"
                    id={`bai-${article}`}
                    value={article}
                    label={title || "Bài chưa có tiêu đề"}
                    hint={`${unit}, ${publishedAt ? `đăng ${formatDateTime(publishedAt)}` : "chưa đăng"}`}
                    checked={ticked.includes(article)}
                  />
                </div>
              ))}
            </fieldset>
            <Actions>
              <Button kind="primary" icon="check">
                Ghi
              </Button>
            </Actions>
          </form>
        </Panel>
      )}
    </DeskLayout>
  );
}

const ARTICLES: readonly Column<PlanArticle>[] = [
  {
    key: "tieu-de",
    label: "Tiêu đề",
    heads: true,
    cell: ({ edition, title }) => <a href={`/ban-bien-tap/bai/${edition}`}>{title || "Bài chưa có tiêu đề"}</a>,
  },
  { key: "don-vi", label: "Đơn vị", cell: ({ unit }) => unit },
  { key: "nguoi-viet", label: "Người viết", cell: ({ author }) => author },
  { key: "dang", label: "Đăng", cell: ({ publishedAt }) => (publishedAt ? formatDateTime(publishedAt) : "Chưa đăng") },
  { key: "chat-luong", label: "Chất lượng", cell: ({ quality }) => quality || "–" },
];
