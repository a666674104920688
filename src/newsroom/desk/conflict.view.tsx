import { DeskLayout } from "../../desk/layout.view.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { PageHead } from "../../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../../ui/feedback.tsx";
import { formatDateTime } from "../../ui/format.ts";
import type { ArticleContent } from "../content.ts";
import type { ContentDiff } from "../content-diff.ts";
import type { ContentEcho } from "../content-reader.ts";
import { DiffView } from "../diff.view.tsx";
import { type EditingPage, editCrumbs } from "./edit-crumbs.ts";
import type { Names } from "./names.queries.ts";
import { paths } from "./paths.ts";
import { deskPicture } from "./picture-src.ts";
import { Preview } from "./preview.view.tsx";

export interface ConflictPageProps extends EditingPage {
  readonly refusals: readonly SummaryItem[];
  readonly version: number;
  readonly savedBy: string;
  readonly savedAt: string;
  readonly diff: ContentDiff;
  readonly values: ContentEcho;
  readonly names: Names;
}

/** Somebody saved a newer text meanwhile: both are there, and the person chooses. */
export function ConflictPage({ desk, edition, title, ...view }: ConflictPageProps) {
  return (
    <DeskLayout desk={desk} title={`Hai bản khác nhau: ${title}`} breadcrumbs={editCrumbs({ edition, title })}>
      <ErrorSummary items={view.refusals} title="Chưa lưu: đã có bản mới hơn" />
      <PageHead
        title="Hai bản khác nhau"
        lead={`${view.savedBy} đã lưu bản ${view.version} lúc ${formatDateTime(view.savedAt)}. Phần bạn gõ được giữ nguyên. Dưới đây là những chỗ sẽ thay đổi nếu lưu bản của bạn.`}
      />
      <div class="actions">
        <form method="post" action={paths.edit(edition)}>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <input type="hidden" name="baseVersion" value={view.version} />
          {Object.entries(view.values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button kind="primary">Lưu bản của tôi lên trên bản mới</Button>
        </form>
        <LinkButton href={paths.edit(edition)} icon="edit">
          Sửa tiếp bản của tôi
        </LinkButton>
        <LinkButton href={paths.article(edition)} icon="eye">
          Xem bản mới
        </LinkButton>
        <form method="post" action={paths.discard(edition)}>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <Button kind="quiet">Bỏ bản của tôi</Button>
        </form>
      </div>
      <section class="panel">
        <h2 class="panel-title">Từ bản {view.version} sang bản của bạn</h2>
        <DiffView
          diff={view.diff}
          pictureSrc={deskPicture}
          nameOf={(field, id) => (field === "unit" ? view.names.unit(id) : view.names.category(id))}
        />
      </section>
    </DeskLayout>
  );
}

export interface ClosedPageProps extends EditingPage {
  readonly refusals: readonly SummaryItem[];
  /** What the person typed and could not save: kept, to be read and copied. */
  readonly typed: { readonly content: ArticleContent; readonly savedAt: string } | null;
  readonly names: Names;
}

/** The text cannot be changed now: why, and whatever was typed. */
export function ClosedPage({ desk, edition, title, refusals, typed, names }: ClosedPageProps) {
  return (
    <DeskLayout desk={desk} title={`Sửa bài: ${title}`} breadcrumbs={editCrumbs({ edition, title })}>
      <ErrorSummary items={refusals} title="Lúc này bạn không sửa bài được" />
      <PageHead title="Sửa bài" />
      <p>
        <LinkButton href={paths.article(edition)}>Xem bài đang ở đâu</LinkButton>
      </p>
      {typed && (
        <section class="stack">
          <Notice title="Phần bạn gõ vẫn còn">
            <p>
              Phần này được giữ lúc {formatDateTime(typed.savedAt)} và chưa được lưu thành bản mới. Bạn có thể đọc và
              chép lại.
            </p>
            <form method="post" action={paths.discard(edition)}>
              <input type="hidden" name="csrf" value={desk.csrf} />
              <Button kind="quiet">Bỏ phần này</Button>
            </form>
          </Notice>
          <Preview content={typed.content} names={names} />
        </section>
      )}
    </DeskLayout>
  );
}
