import { formatBytes, formatDate, formatDateTime } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { Picture, PictureCredit, type PictureView } from "../ui/picture.tsx";
import { articleJsonLd } from "./article-json-ld.ts";
import { officialAddress, type SiteFrame, standingIn } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";
import { PrintLayout } from "./print.view.tsx";
import { type SectionLink, type Story, StoryCard } from "./story.view.tsx";

/** One person of the chain that answers for an article, as far as the settings let the public see it. */
export interface ResponsiblePerson {
  /** "Tác giả", "Duyệt tại đơn vị", "Thẩm định", "Phê duyệt", "Đăng lên Cổng" */
  readonly part: string;
  readonly name: string;
  /** "Phó Giám đốc, Phó Trưởng ban thường trực" */
  readonly post?: string | undefined;
  /** "thay mặt Giám đốc theo Giấy ủy quyền 12/GUQ" */
  readonly onBehalf?: string | undefined;
  /** ISO instant. */
  readonly at?: string | undefined;
}

export interface AttachmentView {
  readonly href: string;
  readonly title: string;
  /** Name of the file with its extension. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface ArticlePageView {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly section: SectionLink;
  /** Top section for the menu, when it is not `section` itself. */
  readonly topSection?: SectionLink | undefined;
  readonly cover?: PictureView | undefined;
  /** Made by our static renderer from the checked document tree; never typed by anybody. */
  readonly bodyHtml: string;
  readonly author: string;
  readonly source: string;
  /** Republished items: where and when it first appeared (REQ-036). */
  readonly sourceUrl?: string | undefined;
  readonly sourceDate?: string | undefined;
  readonly unit: string;
  /** Number under which the article is kept; printed on paper. */
  readonly reference: string;
  /** ISO instants. */
  readonly publishedAt: string;
  readonly updates: readonly { readonly at: string; readonly note: string }[];
  /** Empty when the settings keep the chain inside. */
  readonly responsible: readonly ResponsiblePerson[];
  readonly attachments: readonly AttachmentView[];
  readonly related: readonly Story[];
}

export interface ArticlePageProps {
  readonly frame: SiteFrame;
  readonly view: ArticlePageView;
  /** `?in=1`: the sheet of paper on the screen. */
  readonly forPrint?: boolean | undefined;
}

/** One published article, with who wrote it, where it comes from and who answers for it. */
export function ArticlePage({ frame, view, forPrint }: ArticlePageProps) {
  if (forPrint) {
    return (
      <PrintLayout
        frame={frame}
        title={view.title}
        path={view.path}
        reference={view.reference}
        publishedAt={view.publishedAt}
      >
        <Body view={view} />
      </PrintLayout>
    );
  }
  const top = view.topSection ?? view.section;
  const modifiedAt = view.updates.at(-1)?.at;
  return (
    <SiteLayout
      frame={standingIn(frame, top.href)}
      title={view.title}
      description={view.lead}
      path={view.path}
      paper={{ reference: view.reference, publishedAt: view.publishedAt }}
      breadcrumbs={[
        { label: "Trang chủ", href: "/" },
        ...(view.topSection ? [{ label: view.topSection.name, href: view.topSection.href }] : []),
        { label: view.section.name, href: view.section.href },
      ]}
      social={{
        type: "article",
        siteName: frame.siteName,
        image: view.cover && officialAddress(frame, view.cover.src),
        imageAlt: view.cover?.alt,
        publishedAt: view.publishedAt,
        modifiedAt,
      }}
      jsonLd={articleJsonLd(frame, view)}
    >
      <div class="article-page">
        <Body view={view} />
        <ArticleTools frame={frame} view={view} />
        {view.related.length > 0 && (
          <section class="related" aria-labelledby="lien-quan">
            <h2 class="part-title" id="lien-quan">
              Tin cùng chuyên mục
            </h2>
            {view.related.map(({ href, title, publishedAt }) => (
              <StoryCard key={href} story={{ href, title, publishedAt }} level={3} look="line" />
            ))}
          </section>
        )}
      </div>
    </SiteLayout>
  );
}

function Body({ view }: { readonly view: ArticlePageView }) {
  const { cover } = view;
  return (
    <article class="article">
      <header class="article-head">
        <h1>{view.title}</h1>
        <p class="article-meta">
          <time dateTime={view.publishedAt}>{formatDateTime(view.publishedAt)}</time>
          <span>{view.unit}</span>
        </p>
        {view.updates.map(({ at, note }) => (
          <p key={at} class="article-update">
            <Icon name="history" />
            <span>
              Cập nhật lúc <time dateTime={at}>{formatDateTime(at)}</time>
              {note && ` — ${note}`}
            </span>
          </p>
        ))}
        {view.lead && <p class="article-lead">{view.lead}</p>}
      </header>
      {cover && (
        <figure class="figure article-cover">
          <Picture picture={cover} sizes="(min-width: 48rem) 43rem, 100vw" early />
          <PictureCredit picture={cover} />
        </figure>
      )}
      <div class="prose" dangerouslySetInnerHTML={{ __html: view.bodyHtml }} />
      <footer class="article-foot">
        <dl class="byline">
          <div>
            <dt>Tác giả</dt>
            <dd class="byline-author">{view.author}</dd>
          </div>
          <div>
            <dt>Nguồn</dt>
            <dd>
              {view.sourceUrl ? <a href={view.sourceUrl}>{view.source}</a> : view.source}
              {view.sourceDate && `, ${formatDate(view.sourceDate)}`}
            </dd>
          </div>
          <div>
            <dt>Đơn vị</dt>
            <dd>{view.unit}</dd>
          </div>
        </dl>
        {view.attachments.length > 0 && <Attachments items={view.attachments} />}
        {view.responsible.length > 0 && <Responsibility chain={view.responsible} />}
      </footer>
    </article>
  );
}

function Attachments({ items }: { readonly items: readonly AttachmentView[] }) {
  return (
    <section class="attachments" aria-labelledby="tep-kem">
      <h2 class="small-title" id="tep-kem">
        Tệp đính kèm
      </h2>
      <ul class="attachment-list">
        {items.map(({ href, title, name, size }) => (
          <li key={href}>
            <a class="attachment" href={href} download={name}>
              <Icon name="download" />
              <span>
                <span class="attachment-title">{title}</span>
                <span class="attachment-facts">
                  {name.slice(name.lastIndexOf(".") + 1).toUpperCase()}, {formatBytes(size)}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Responsibility({ chain }: { readonly chain: readonly ResponsiblePerson[] }) {
  return (
    <section class="responsible" aria-labelledby="trach-nhiem">
      <h2 class="small-title" id="trach-nhiem">
        Trách nhiệm nội dung
      </h2>
      <dl class="responsible-list">
        {chain.map(({ part, name, post, onBehalf, at }) => (
          <div key={`${part} ${name}`}>
            <dt>{part}</dt>
            <dd>
              <strong>{name}</strong>
              {post && `, ${post}`}
              {onBehalf && `, ${onBehalf}`}
              {at && (
                <>
                  {" "}
                  <time class="responsible-when" dateTime={at}>
                    ({formatDate(at)})
                  </time>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Print and share: plain links, nothing of other companies is loaded. */
function ArticleTools({ frame, view }: { readonly frame: SiteFrame; readonly view: ArticlePageView }) {
  const address = officialAddress(frame, view.path);
  const mail = `mailto:?subject=${encodeURIComponent(view.title)}&body=${encodeURIComponent(address)}`;
  return (
    <aside class="article-tools" aria-label="In và chia sẻ">
      <ul class="tool-list">
        <li>
          <a href={`${view.path}?in=1`} rel="nofollow">
            <Icon name="print" />
            Bản in
          </a>
        </li>
        <li>
          <a href={mail}>
            <Icon name="mail" />
            Gửi qua thư
          </a>
        </li>
        <li>
          <a
            href={`https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}`}
            rel="noopener noreferrer nofollow"
          >
            <Icon name="external" />
            Chia sẻ lên Facebook
          </a>
        </li>
        <li>
          <a href={`/yeu-cau-go-bo?dia-chi=${encodeURIComponent(view.path)}`} rel="nofollow">
            <Icon name="alert" />
            Báo cáo nội dung
          </a>
        </li>
      </ul>
    </aside>
  );
}
