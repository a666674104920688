import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { PageHead } from "../../ui/data.tsx";
import { ErrorSummary, Notice } from "../../ui/feedback.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { StatusTag, Steps } from "../../ui/status.tsx";
import { DiffView } from "../diff.view.tsx";
import { ActionsPanel } from "./actions.view.tsx";
import type { ArticleView, News } from "./article.model.ts";
import { EditionLink, Records } from "./article-records.view.tsx";
import { CommentForm, Threads } from "./comments.view.tsx";
import { History } from "./history.view.tsx";
import { paths } from "./paths.ts";
import { deskPicture } from "./picture-src.ts";
import { Preview } from "./preview.view.tsx";

export interface ArticlePageProps {
  readonly desk: DeskFrame;
  readonly view: ArticleView;
  readonly scripts: readonly string[];
  readonly nonce: string;
}

/** The tracking page of one edition: where it is, what it says, what can be done with it, and how it came here. */
export function ArticlePage({ desk, view, scripts, nonce }: ArticlePageProps) {
  const { row, facts } = view.loaded;
  const { csrf } = desk;
  const talk = { edition: row.id, csrf, typed: view.typedComment };
  return (
    <DeskLayout
      desk={desk}
      title={view.title}
      path={paths.article(row.id)}
      breadcrumbs={[{ label: "Tất cả bài", href: paths.articles }, { label: view.title }]}
      scripts={scripts}
      nonce={nonce}
    >
      <ErrorSummary items={view.refusals} />
      {view.flash && (
        <Notice kind="ok" live>
          <p>{view.flash}</p>
        </Notice>
      )}
      <LeftOver view={view} />
      <PageHead
        title={view.title}
        eyebrow={
          <span class="article-marks">
            <StatusTag state={facts.state} />
            <span>{row.number > 1 ? `Bản cập nhật ${row.number}` : view.names.unit(row.unit_id)}</span>
          </span>
        }
        actions={
          <LinkButton icon="eye" href={paths.look(row.id)}>
            Xem trước
          </LinkButton>
        }
      />
      <Where view={view} />
      <Steps at={view.steps.at} stopped={view.steps.stopped} details={view.steps.details} />
      <p class="jump">
        <a href="#viec">Đến việc bạn làm được</a>
      </p>
      <div class="columns article-columns">
        <div class="stack">
          {view.news && <WhatIsNew news={view.news} view={view} csrf={csrf} />}
          <Preview
            content={view.content}
            names={view.names}
            under={(id) => <Threads threads={view.threads.onBlocks.get(id) ?? []} {...talk} />}
          />
          <section class="panel" id="nhan-xet-chung">
            <h2 class="panel-title">Nhận xét</h2>
            <Threads threads={view.threads.onWhole} {...talk} />
            {view.threads.orphaned.length > 0 && (
              <>
                <h3 class="panel-subtitle">Về những đoạn không còn trong bài</h3>
                <Threads threads={view.threads.orphaned} {...talk} quoted />
              </>
            )}
            <CommentForm content={view.content} {...talk} />
          </section>
        </div>
        <div class="stack article-side">
          <ActionsPanel view={view} csrf={csrf} />
          <Problems view={view} />
          <section class="panel">
            <h2 class="panel-title">Lịch sử</h2>
            <History lines={view.lines} edition={row.id} />
          </section>
          <Records view={view} />
        </div>
      </div>
    </DeskLayout>
  );
}

function Where({ view }: { readonly view: ArticleView }) {
  return (
    <div class="where">
      <p>
        {view.where} {view.next && `Tiếp theo: ${view.next}.`}
      </p>
      {view.liveHref && (
        <p>
          Địa chỉ đã đăng: <a href={view.liveHref}>{view.liveHref}</a>
        </p>
      )}
      {view.quality && (
        <p>
          Chất lượng bài: <a href={view.quality.href}>{view.quality.words}</a>
        </p>
      )}
      {view.copiedFrom && (
        <p>
          Chép từ bài <EditionLink other={view.copiedFrom} />.
        </p>
      )}
      {view.template && <p>Bắt đầu từ mẫu “{view.template}”.</p>}
      {view.workingCopyAt && (
        <p>
          Bạn còn phần gõ dở lưu tạm lúc {formatDateTime(view.workingCopyAt)}.{" "}
          <a href={paths.edit(view.loaded.row.id)}>Mở phần gõ dở</a>
        </p>
      )}
    </div>
  );
}

/** What was typed for a step that is no longer there must not be lost. */
function LeftOver({ view: { leftOver } }: { readonly view: ArticleView }) {
  if (!leftOver) return null;
  const words = [leftOver.reason, leftOver.note, leftOver.exception].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <Notice title="Những gì bạn đã ghi">
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  );
}

function WhatIsNew({ news, view, csrf }: { readonly news: News; readonly view: ArticleView; readonly csrf: string }) {
  const { row } = view.loaded;
  return (
    <section class="panel news" aria-labelledby="co-gi-moi">
      <div class="panel-head">
        <h2 class="panel-title" id="co-gi-moi">
          {news.from === view.seenVersion
            ? `Có gì mới từ lần bạn xem trước (bản ${news.from} đến bản ${news.to})`
            : `Khác nhau giữa bản ${news.from} và bản ${news.to}`}
        </h2>
        <form method="post" action={paths.seen(row.id)}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="version" value={row.version} />
          <Button icon="eye">Đã xem bản {row.version}</Button>
        </form>
      </div>
      <DiffView
        diff={news.diff}
        pictureSrc={deskPicture}
        nameOf={(field, id) => (field === "unit" ? view.names.unit(id) : view.names.category(id))}
      />
    </section>
  );
}

function Problems({ view: { problems, edit, loaded } }: { readonly view: ArticleView }) {
  if (problems.length === 0) return null;
  return (
    <section class="panel">
      <h2 class="panel-title">Nội dung còn thiếu ({problems.length})</h2>
      <ul class="act-reasons">
        {problems.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {edit?.may && (
        <p>
          <LinkButton href={paths.edit(loaded.row.id)} icon="edit">
            Sửa các điểm này
          </LinkButton>
        </p>
      )}
    </section>
  );
}
