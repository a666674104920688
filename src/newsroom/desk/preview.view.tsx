import type { VNode } from "preact";
import { attachmentAddress } from "../../media/addresses.ts";
import { formatBytes, formatDate } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { usageHref } from "../../usage/usage.ts";
import { normalizeBody } from "../body/normal.ts";
import { PictureFigure } from "../body/picture.tsx";
import { anchorOf, renderBody } from "../body/render.tsx";
import { blocks } from "../body/text.ts";
import type { ArticleContent } from "../content.ts";
import type { Names } from "./names.queries.ts";
import { deskMedia, deskPicture } from "./picture-src.ts";
import { titleOr } from "./words.ts";

interface PreviewProps {
  readonly content: ArticleContent;
  readonly names: Names;
  /** What stands under a paragraph: the remarks on it. */
  readonly under?: ((blockId: string) => VNode | null) | undefined;
}

/** The text as the public would read it, each paragraph with what was said about it. */
export function Preview({ content, names, under }: PreviewProps) {
  return (
    <article class="sheet" aria-labelledby="tieu-de-bai">
      <header class="sheet-head">
        <p class="eyebrow">{names.category(content.category)}</p>
        <h2 class="sheet-title" id="tieu-de-bai">
          {titleOr(content.title)}
        </h2>
        {content.lead ? <p class="sheet-lead">{content.lead}</p> : <p class="sheet-missing">Chưa có tóm tắt.</p>}
      </header>
      <div class="prose">
        {content.cover && <PictureFigure picture={content.cover} pictureSrc={deskPicture} />}
        <Blocks content={content} under={under} />
      </div>
      <Attachments content={content} />
      <footer class="sheet-foot">
        <p>
          Tác giả: <strong>{content.author || "chưa ghi"}</strong>
          {content.onBehalf && ` (${content.onBehalf})`}
        </p>
        <p>
          Nguồn: <strong>{content.source || "chưa ghi"}</strong>
          {content.sourceDate && `, đăng ngày ${formatDate(content.sourceDate)}`}
        </p>
        {content.sourceUrl && (
          <p>
            Bài gốc:{" "}
            <a href={content.sourceUrl} rel="noopener noreferrer">
              {content.sourceUrl}
            </a>
          </p>
        )}
        <p>Đơn vị: {names.unit(content.unit)}</p>
      </footer>
    </article>
  );
}

function Blocks({ content, under }: Pick<PreviewProps, "content" | "under">) {
  const list = blocks(normalizeBody(content.body));
  if (list.length === 0) return <p class="sheet-missing">Chưa có nội dung.</p>;
  if (!under) return renderBody(content.body, { ...deskMedia, anchors: true });
  return (
    <>
      {list.map(({ id, node }) => [
        <div key={id} class="block" id={anchorOf(id)} data-block-id={id}>
          {renderBody({ type: "doc", content: [node] }, deskMedia)}
        </div>,
        under(id),
      ])}
    </>
  );
}

function Attachments({ content: { attachments } }: Pick<PreviewProps, "content">) {
  if (attachments.length === 0) return null;
  return (
    <section class="sheet-files" aria-label="Tệp đính kèm">
      <h3 class="sheet-files-title">Tệp đính kèm</h3>
      <ul>
        {attachments.map(({ file, name, title, size }) => (
          <li key={file}>
            <Icon name="attachment" /> <a href={attachmentAddress(file, name)}>{title || name}</a>{" "}
            <span class="sheet-size">
              ({formatBytes(size)}; <a href={usageHref({ kind: "file", hash: file })}>đang dùng ở đâu</a>)
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
