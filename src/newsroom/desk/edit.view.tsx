import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { PageHead } from "../../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../../ui/feedback.tsx";
import { formatDateTime } from "../../ui/format.ts";
import type { ArticleContent } from "../content.ts";
import type { ContentDiff } from "../content-diff.ts";
import type { ContentEcho } from "../content-reader.ts";
import { DiffView } from "../diff.view.tsx";
import { EditorForm, type EditorFormView } from "../editor-form.view.tsx";
import type { LegacyPreview } from "../word/import.ts";
import type { Names } from "./names.queries.ts";
import { paths } from "./paths.ts";
import { deskPicture } from "./picture-src.ts";
import { Preview } from "./preview.view.tsx";

interface Page {
  readonly desk: DeskFrame;
  readonly edition: string;
  readonly title: string;
}

function crumbs({ edition, title }: Pick<Page, "edition" | "title">) {
  return [
    { label: "Tất cả bài", href: paths.articles },
    { label: title, href: paths.article(edition) },
    { label: "Sửa bài" },
  ];
}

export interface EditPageProps extends Page {
  readonly form: EditorFormView;
  readonly scripts: readonly string[];
  readonly nonce: string;
  readonly flash: string | null;
  /** A change would take an approval away. */
  readonly isApproved: boolean;
  readonly refusals: readonly SummaryItem[];
  /** What a Word file could not bring along; null when none was read. */
  readonly wordReport: readonly string[] | null;
}

/** The editor. */
export function EditPage({ desk, edition, title, form, scripts, nonce, ...page }: EditPageProps) {
  return (
    <DeskLayout
      desk={desk}
      title={`Sửa bài: ${title}`}
      path={paths.edit(edition)}
      breadcrumbs={crumbs({ edition, title })}
      scripts={scripts}
      nonce={nonce}
      wide
    >
      <ErrorSummary items={page.refusals} />
      {page.flash && (
        <Notice kind="ok" live>
          <p>{page.flash}</p>
        </Notice>
      )}
      {page.wordReport && <WordReport lines={page.wordReport} />}
      {page.isApproved && (
        <Notice kind="warn" title="Bài này đã được duyệt">
          <p>Mọi thay đổi làm phê duyệt hết hiệu lực: lưu xong, bài trở lại chờ phê duyệt (Bước 3).</p>
        </Notice>
      )}
      <PageHead title="Sửa bài" />
      <EditorForm view={form} />
    </DeskLayout>
  );
}

function WordReport({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Notice kind={lines.length > 0 ? "warn" : "ok"} title="Đã đưa nội dung từ Word vào bài" live>
      {lines.length === 0 ? (
        <p>Không có gì bị bỏ lại. Hãy đọc lại và ghi mô tả, tác giả, nguồn cho từng ảnh.</p>
      ) : (
        <>
          <p>Những thứ không đưa vào được:</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>Hãy đọc lại và ghi mô tả, tác giả, nguồn cho từng ảnh.</p>
        </>
      )}
    </Notice>
  );
}

export interface ConflictPageProps extends Page {
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
    <DeskLayout desk={desk} title={`Hai bản khác nhau: ${title}`} breadcrumbs={crumbs({ edition, title })}>
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

export interface ClosedPageProps extends Page {
  readonly refusals: readonly SummaryItem[];
  /** What the person typed and could not save: kept, to be read and copied. */
  readonly typed: { readonly content: ArticleContent; readonly savedAt: string } | null;
  readonly names: Names;
}

/** The text cannot be changed now: why, and whatever was typed. */
export function ClosedPage({ desk, edition, title, refusals, typed, names }: ClosedPageProps) {
  return (
    <DeskLayout desk={desk} title={`Sửa bài: ${title}`} breadcrumbs={crumbs({ edition, title })}>
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

export interface LegacyPageProps extends Page {
  readonly fileName: string;
  readonly encoding: string;
  readonly legacy: LegacyPreview;
}

/** Without script: what converting old fonts would give, before anything is taken over (REQ-037). */
export function LegacyPage({ desk, edition, title, fileName, encoding, legacy }: LegacyPageProps) {
  return (
    <DeskLayout desk={desk} title="Chuyển mã chữ trong tệp Word" breadcrumbs={crumbs({ edition, title })}>
      <PageHead
        title="Chuyển mã chữ trong tệp Word"
        lead={`Tệp “${fileName}” có ${legacy.runs} chỗ viết bằng bảng mã ${encoding}. Cổng chỉ dùng chữ Unicode (khoản 4 Điều 6), nên cần chuyển mã. Hãy xem thử trước.`}
      />
      <LegacySamples legacy={legacy} />
      <form class="form" method="post" action={`${paths.word(edition)}?trang=1`} encType="multipart/form-data">
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="convertLegacy" value="1" />
        <div class="field">
          <label class="label" for="word-file">
            Chọn lại tệp Word để chuyển mã
          </label>
          <input class="input file-input" type="file" id="word-file" name="file" accept=".docx" required />
        </div>
        <div class="actions">
          <Button kind="primary">Chuyển mã và nhập</Button>
          <LinkButton href={paths.edit(edition)}>Không nhập</LinkButton>
        </div>
      </form>
    </DeskLayout>
  );
}

/** Some of the text as it is and as it would be. */
export function LegacySamples({ legacy }: { readonly legacy: LegacyPreview }) {
  return (
    <table class="word-samples">
      <thead>
        <tr>
          <th scope="col">Trong tệp</th>
          <th scope="col">Sau khi chuyển</th>
        </tr>
      </thead>
      <tbody>
        {legacy.samples.map(({ before, after }) => (
          <tr key={before}>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
