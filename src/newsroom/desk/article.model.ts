import type { FastifyRequest } from "fastify";
import { visitorOf } from "../../desk/visitor.ts";
import type { Id } from "../../kernel/ids.ts";
import { LEVELS, type Level } from "../../quota/levels.ts";
import { markHistory } from "../../quota/marks.queries.ts";
import { QUOTA_PATHS } from "../../quota/paths.ts";
import { STATES } from "../../regulation/states.ts";
import type { Db } from "../../storage/database.ts";
import { templateUsed } from "../../templates/templates.queries.ts";
import type { SummaryItem } from "../../ui/feedback.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { blocks } from "../body/text.ts";
import { type PlacedThreads, placeThreads, readComments } from "../comments.ts";
import type { ArticleContent } from "../content.ts";
import { type ContentDiff, diffContent } from "../content-diff.ts";
import { readWorkingCopy } from "../drafts.ts";
import type { LoadedEdition } from "../editions.queries.ts";
import { gapsIn } from "../gaps.ts";
import { type HistoryLine, readHistoryLines, type VersionLine } from "../history-lines.queries.ts";
import { offersTo, othersWhoCan } from "../offers.ts";
import { readSeen, type Seen } from "../seen.ts";
import { readContext } from "../surroundings.queries.ts";
import { readContentOf } from "../versions.queries.ts";
import { type ActionView, actionViews, suggestedTime, type TypedStep } from "./actions.ts";
import type { Desk } from "./desk.ts";
import { listNames, type Names, readNames } from "./names.queries.ts";
import { holders, stepOf, stepsDone } from "./place.ts";
import { type OtherEdition, readOtherEditions, readWhereCopied } from "./relations.queries.ts";
import { explainItem, type StepErrors } from "./step-errors.ts";
import { COMES_NEXT, DONE, STANDS, titleOr } from "./words.ts";

export interface TypedComment {
  readonly block: string;
  readonly parent: string;
  readonly body: string;
}

/** What the page was asked to say beside the article itself. */
export interface Asked {
  readonly done?: string;
  /** Show what is new since this version. */
  readonly since?: number;
  readonly refusals?: readonly SummaryItem[];
  readonly typedStep?: TypedStep;
  readonly stepErrors?: StepErrors;
  readonly typedComment?: TypedComment;
}

export interface News {
  readonly from: number;
  readonly to: number;
  readonly diff: ContentDiff;
}

/** Everything the tracking page of one edition shows, decided. */
export interface ArticleView {
  readonly loaded: LoadedEdition;
  readonly content: ArticleContent;
  readonly names: Names;
  readonly title: string;
  readonly where: string;
  readonly next: string;
  readonly liveHref: string | null;
  /** Once it is published: what was said of its quality (Đ11.g2), and where. */
  readonly quality: { readonly words: string; readonly href: string } | null;
  readonly steps: { readonly at: number; readonly stopped: boolean; readonly details: readonly (string | undefined)[] };
  readonly flash: string | null;
  readonly refusals: readonly SummaryItem[];
  readonly actions: readonly ActionView[];
  /** What was typed for an act that is no longer on offer: kept in sight. */
  readonly leftOver: TypedStep | null;
  readonly edit: { readonly may: boolean; readonly label: string; readonly refusals: readonly SummaryItem[] } | null;
  readonly problems: readonly SummaryItem[];
  /** What a template left to fill in, told to whoever may send the article on. */
  readonly gaps: readonly string[];
  readonly workingCopyAt: string | null;
  readonly news: News | null;
  readonly seenVersion: number | null;
  readonly lines: readonly HistoryLine[];
  readonly versions: readonly VersionLine[];
  readonly threads: PlacedThreads;
  readonly typedComment: TypedComment | null;
  readonly seen: readonly Seen[];
  readonly others: readonly OtherEdition[];
  readonly copiedFrom: OtherEdition | null;
  /** Name of the template it was begun from. */
  readonly template: string | null;
  readonly copies: readonly OtherEdition[];
  readonly mayCopy: boolean;
}

/** Reads and decides the tracking page of an edition that the visitor may see. */
export async function articleView(
  { portal }: Desk,
  request: FastifyRequest,
  loaded: LoadedEdition,
  asked: Asked = {},
): Promise<ArticleView> {
  const { db } = portal;
  const { person, actor } = visitorOf(request);
  const at = portal.clock.now();
  const { facts, content, row, article } = loaded;
  const context = await readContext(db, loaded, person.id, null, at);
  const names = await readNames(db);
  const lines = await readHistoryLines(db, row.id);
  const versions = lines.filter((line): line is VersionLine => line.kind === "version");
  const seen = await readSeen(db, row.id);
  const comments = await readComments(db, row.id);
  const copy = await readWorkingCopy(db, row.id, person.id);

  const offers = offersTo(actor, facts, context.around, context.actors, at);
  const edit = offers.find(({ rule }) => rule.act === "edit");
  const deputies = context.around.deputiesInCharge.filter((id) => id !== person.id);
  const known = { facts, by: actor, nameOf: names.person, deputies, suggestedTime: suggestedTime(at) };
  const typed = asked.typedStep ?? null;
  const actions = actionViews(offers, known, typed, asked.stepErrors);
  const hints = actions.some(({ act }) => SENDING.includes(act)) || edit !== undefined;

  const seenVersion = seen.find((one) => one.person === person.id)?.version ?? null;
  const around = { ...context.around, contentProblems: [] };
  const holding = holders(facts, othersWhoCan(facts, around, context.actors, null, at));
  const step = stepOf(facts);
  const completed = stepsDone(lines, step.at);

  return {
    loaded,
    content,
    names,
    title: titleOr(content.title),
    where: whereSentence(loaded, holding.map(names.person)),
    next: COMES_NEXT[facts.state],
    template: (await templateUsed(db, `article:${article.id}`))?.name ?? null,
    quality: article.first_published_at === null ? null : await qualityOf(db, article.id),
    liveHref: article.publication === "LIVE" && article.slug ? `/bai-viet/${article.slug}` : null,
    steps: {
      ...step,
      details: completed.map((move) => (move ? `${move.name}, ${formatDateTime(move.at)}` : undefined)),
    },
    flash: (asked.done && DONE[asked.done]) || null,
    refusals: asked.refusals ?? [],
    actions,
    leftOver: typed && !actions.some(({ act, refusals }) => act === typed.act && refusals.length === 0) ? typed : null,
    edit: edit
      ? { may: edit.refusals.length === 0, label: edit.rule.label, refusals: edit.refusals.map(explainItem) }
      : null,
    problems: hints ? context.around.contentProblems.map(explainItem) : [],
    gaps: hints ? gapsIn(content) : [],
    workingCopyAt: copy?.savedAt ?? null,
    news: await readNews(db, loaded, asked.since ?? seenVersion),
    seenVersion,
    lines,
    versions,
    threads: placeThreads(
      comments,
      blocks(content.body).map(({ id }) => id),
    ),
    typedComment: asked.typedComment ?? null,
    seen,
    others: await readOtherEditions(db, actor, row),
    ...(await readWhereCopied(db, actor, row, versions[0]?.note ?? "")),
    mayCopy: ["CANCELLED", "WITHDRAWN"].includes(facts.state),
  };
}

/** Acts that need a complete text: what is missing is told before they are tried. */
const SENDING: readonly string[] = [
  "sendToHead",
  "approveInUnit",
  "submitAsBoard",
  "forward",
  "approve",
  "resubmit",
  "rework",
];

function whereSentence({ facts, row }: LoadedEdition, holding: readonly string[]): string {
  const since = `từ ${formatDateTime(row.state_since)}`;
  const to =
    facts.state === "RETURNED" ? (facts.returnedTo === "SECRETARY" ? " (trả về Thư ký)" : " (trả về đơn vị)") : "";
  const hour = facts.schedule ? `, sẽ đăng lúc ${formatDateTime(facts.schedule.at)}` : "";
  const who = holding.length > 0 ? `, do ${listNames(holding)} giữ` : "";
  const stands = STANDS[facts.state] ?? STATES[facts.state];
  return `Bài ${stands}${to}${who}, ${since}${hour}.`;
}

async function readNews(db: Desk["portal"]["db"], loaded: LoadedEdition, since: number | null): Promise<News | null> {
  const { row, content } = loaded;
  if (since === null || since >= row.version || since < 1) return null;
  const before = await readContentOf(db, row.id as Id, since);
  if (!before) return null;
  return { from: since, to: row.version, diff: diffContent(before, content) };
}

async function qualityOf(db: Db, article: Id): Promise<ArticleView["quality"]> {
  const [latest] = await markHistory(db, article);
  return { words: latest ? LEVELS[latest.level as Level] : "chưa đánh giá", href: QUOTA_PATHS.article(article) };
}
