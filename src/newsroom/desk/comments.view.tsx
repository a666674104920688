import type { Id } from "../../kernel/ids.ts";
import { hatName } from "../../regulation/hats.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/choice.tsx";
import { TextArea } from "../../ui/field.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { blocks, placeOf } from "../body/text.ts";
import type { Comment, Thread } from "../comments.ts";
import type { ArticleContent } from "../content.ts";
import type { TypedComment } from "./article.model.ts";
import { paths } from "./paths.ts";

interface ThreadsProps {
  readonly threads: readonly Thread[];
  readonly edition: Id;
  readonly csrf: string;
  readonly typed: TypedComment | null;
  /** The words a remark was made on, where they are not right above. */
  readonly quoted?: boolean;
}

/** Remarks in order of time; those that are done are folded away. */
export function Threads({ threads, ...rest }: ThreadsProps) {
  if (threads.length === 0) return null;
  return (
    <div class="threads">
      {threads.map((thread) =>
        thread.resolvedAt ? (
          <details key={thread.id} class="thread thread-done" id={`nhan-xet-${thread.id}`}>
            <summary>
              <Icon name="check" /> Nhận xét của {thread.name} đã xong ({thread.resolvedBy},{" "}
              {formatDateTime(thread.resolvedAt)})
            </summary>
            <Said thread={thread} quoted={rest.quoted} />
          </details>
        ) : (
          <div key={thread.id} class="thread" id={`nhan-xet-${thread.id}`}>
            <Said thread={thread} quoted={rest.quoted} />
            <ThreadForms thread={thread} {...rest} />
          </div>
        ),
      )}
    </div>
  );
}

function Said({ thread, quoted }: { readonly thread: Thread; readonly quoted: boolean | undefined }) {
  return (
    <>
      {quoted && thread.quote && <blockquote class="thread-quote">{thread.quote}</blockquote>}
      {[thread, ...thread.replies].map((one) => (
        <Remark key={one.id} comment={one} />
      ))}
    </>
  );
}

function Remark({ comment }: { readonly comment: Comment }) {
  return (
    <div class="remark">
      <p class="remark-who">
        <Icon name="comment" />
        <span>
          <strong>{comment.name}</strong> ({hatName(comment.hat)}),{" "}
          <time dateTime={comment.at}>{formatDateTime(comment.at)}</time>
        </span>
      </p>
      {comment.body.split("\n").map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}

function ThreadForms({ thread, edition, csrf, typed }: Omit<ThreadsProps, "threads"> & { readonly thread: Thread }) {
  const mine = typed?.parent === thread.id ? typed : null;
  return (
    <div class="thread-forms">
      <form method="post" action={paths.resolve(edition)}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="comment" value={thread.id} />
        <Button kind="quiet" icon="check">
          Đánh dấu đã xong
        </Button>
      </form>
      <details class="thread-reply" open={mine !== null}>
        <summary>Trả lời</summary>
        <form class="form" method="post" action={paths.comments(edition)} noValidate>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="parent" value={thread.id} />
          <TextArea name="body" id={`tra-loi-${thread.id}`} label="Trả lời" rows={2} value={mine?.body} />
          <Button>Gửi trả lời</Button>
        </form>
      </details>
    </div>
  );
}

interface CommentFormProps {
  readonly content: ArticleContent;
  readonly edition: Id;
  readonly csrf: string;
  readonly typed: TypedComment | null;
}

/** One form for all paragraphs: with the desk's script it moves under the paragraph, without it the paragraph is chosen. */
export function CommentForm({ content, edition, csrf, typed }: CommentFormProps) {
  const mine = typed && !typed.parent ? typed : null;
  return (
    <form class="form comment-form" method="post" action={paths.comments(edition)} data-comment-form="" noValidate>
      <input type="hidden" name="csrf" value={csrf} />
      <Select
        name="block"
        label="Nhận xét về"
        options={blocks(content.body).map((block) => ({ value: block.id, label: placeOf(block) }))}
        placeholder="Cả bài"
        value={mine?.block}
        optional
      />
      <TextArea name="body" id="nhan-xet" label="Nhận xét" rows={3} value={mine?.body} />
      <Button icon="comment">Gửi nhận xét</Button>
    </form>
  );
}
