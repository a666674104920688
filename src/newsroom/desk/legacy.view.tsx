import { DeskLayout } from "../../desk/layout.view.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { PageHead } from "../../ui/data.tsx";
import type { LegacyPreview } from "../word/import.ts";
import { type EditingPage, editCrumbs } from "./edit-crumbs.ts";
import { paths } from "./paths.ts";

export interface LegacyPageProps extends EditingPage {
  readonly fileName: string;
  readonly encoding: string;
  readonly legacy: LegacyPreview;
}

/** Without script: what converting old fonts would give, before anything is taken over (REQ-037). */
export function LegacyPage({ desk, edition, title, fileName, encoding, legacy }: LegacyPageProps) {
  return (
    <DeskLayout desk={desk} title="Chuyển mã chữ trong tệp Word" breadcrumbs={editCrumbs({ edition, title })}>
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
