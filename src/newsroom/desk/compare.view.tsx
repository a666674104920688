import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/choice.tsx";
import { PageHead } from "../../ui/data.tsx";
import { formatDateTime } from "../../ui/format.ts";
import type { ContentDiff } from "../content-diff.ts";
import { DiffView } from "../diff.view.tsx";
import type { VersionLine } from "../history-lines.queries.ts";
import type { Names } from "./names.queries.ts";
import { paths } from "./paths.ts";
import { deskPicture } from "./picture-src.ts";

export interface ComparePageProps {
  readonly desk: DeskFrame;
  readonly edition: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly versions: readonly VersionLine[];
  readonly diff: ContentDiff;
  readonly names: Names;
}

/** What changed between two versions, in reading order. */
export function ComparePage({ desk, edition, title, from, to, versions, diff, names }: ComparePageProps) {
  const options = versions.map(({ version, name, at }) => ({
    value: String(version),
    label: `Bản ${version}: ${name}, ${formatDateTime(at)}`,
  }));
  return (
    <DeskLayout
      desk={desk}
      title={`So sánh: ${title}`}
      breadcrumbs={[
        { label: "Tất cả bài", href: paths.articles },
        { label: title, href: paths.article(edition) },
        { label: "So sánh" },
      ]}
    >
      <PageHead title={`So sánh bản ${from} với bản ${to}`} lead={title} />
      <form class="filters" method="get" action={paths.compare(edition)}>
        <Select name="tu" label="Từ" options={options} value={String(from)} />
        <Select name="den" label="Đến" options={options} value={String(to)} />
        <Button>So sánh</Button>
      </form>
      <section class="panel">
        <h2 class="panel-title">Những chỗ khác nhau</h2>
        <DiffView
          diff={diff}
          pictureSrc={deskPicture}
          nameOf={(field, id) => (field === "unit" ? names.unit(id) : names.category(id))}
        />
      </section>
    </DeskLayout>
  );
}
