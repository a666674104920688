import { formatDateTime } from "../../ui/format.ts";
import { StatusTag } from "../../ui/status.tsx";
import type { ArticleView } from "./article.model.ts";
import { Versions } from "./history.view.tsx";
import { paths } from "./paths.ts";
import type { OtherEdition } from "./relations.queries.ts";
import { titleOr } from "./words.ts";

/** What was kept of an edition, folded away: its versions, who dealt with it, and the texts related to it. */
export function Records({ view }: { readonly view: ArticleView }) {
  const { row } = view.loaded;
  return (
    <section class="panel records">
      <details>
        <summary>Các bản đã lưu ({view.versions.length})</summary>
        <Versions versions={view.versions} edition={row.id} />
        {view.versions.length > 1 && (
          <p>
            <a href={paths.compare(row.id)}>So sánh hai bản bất kỳ</a>
          </p>
        )}
      </details>
      <details>
        <summary>Ai đã xem ({view.seen.length})</summary>
        {view.seen.length === 0 ? (
          <p>Chưa ai xem bài này.</p>
        ) : (
          <ul>
            {view.seen.map(({ person, name, version, at }) => (
              <li key={person}>
                {name}: bản {version}, {formatDateTime(at)}
              </li>
            ))}
          </ul>
        )}
      </details>
      {view.others.length > 0 && <Editions title="Các bản khác của bài này" list={view.others} />}
      {view.copies.length > 0 && <Editions title="Đã chép thành" list={view.copies} />}
    </section>
  );
}

function Editions({ title, list }: { readonly title: string; readonly list: readonly OtherEdition[] }) {
  return (
    <div>
      <h3 class="panel-subtitle">{title}</h3>
      <ul class="editions">
        {list.map((other) => (
          <li key={other.edition}>
            <EditionLink other={other} /> <StatusTag state={other.state} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Another edition by its title. */
export function EditionLink({ other }: { readonly other: OtherEdition }) {
  return (
    <a href={paths.article(other.edition)}>
      {titleOr(other.title)}
      {other.number > 1 && ` (bản cập nhật ${other.number})`}
    </a>
  );
}
