import { DeskLayout } from "../../desk/layout.view.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { PageHead } from "../../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../../ui/feedback.tsx";
import { EditorForm, type EditorFormView } from "../editor-form.view.tsx";
import { type EditingPage, editCrumbs } from "./edit-crumbs.ts";
import { paths } from "./paths.ts";

export interface EditPageProps extends EditingPage {
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
      breadcrumbs={editCrumbs({ edition, title })}
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
      <PageHead
        title="Sửa bài"
        actions={
          <LinkButton icon="eye" href={paths.look(edition)}>
            Xem trước
          </LinkButton>
        }
      />
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
