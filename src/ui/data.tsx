import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers and times stand to the right, in even figures. */
  readonly align?: "end" | undefined;
  /** The cell that names the row; the first column unless another says so. */
  readonly heads?: boolean | undefined;
}

export interface TableProps<Row> {
  /** Said and shown above the table. */
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What stands in place of the table when there are no rows. */
  readonly empty?: ComponentChildren;
  /** Short numbers after the name: on a phone they stand side by side. */
  readonly numbers?: boolean | undefined;
}

/**
 * Rows under named columns. On a phone each row becomes a card that repeats the column's name before its value,
 * so nothing scrolls sideways and nothing is left out.
 */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, empty, numbers }: TableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const heading = columns.find((column) => column.heads) ?? columns[0];
  return (
    // The roles are repeated because a table drawn as cards would lose them.
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table class={numbers ? "table table-numbers" : "table"} role="table">
      <caption class={captionHidden ? "visually-hidden" : "table-caption"}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, label, align }) => (
            <th key={key} role="columnheader" scope="col" class={align && "align-end"}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={rowKey(row)}>
            {columns.map((column) => {
              const body = (
                <>
                  <span class="cell-label" aria-hidden="true">
                    {column.label}
                  </span>
                  <span class="cell-value">{withWholeDay(column.cell(row))}</span>
                </>
              );
              return column === heading ? (
                <th key={column.key} role="rowheader" scope="row">
                  {body}
                </th>
              ) : (
                <td key={column.key} role="cell" class={column.align && "align-end"}>
                  {body}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

/** A day at the end of a cell is never broken in two by a narrow column. */
function withWholeDay(content: ComponentChildren): ComponentChildren {
  const found = typeof content === "string" ? /^(.* )?(\d{1,2}\/\d{1,2}\/\d{4})$/.exec(content) : null;
  if (!found) return content;
  return (
    <>
      {found[1]}
      <span class="day">{found[2]}</span>
    </>
  );
}

export interface Description {
  readonly term: string;
  readonly value: ComponentChildren;
}

/** Names and values of one thing. */
export function DescriptionList({ items }: { readonly items: readonly Description[] }) {
  return (
    <dl class="facts">
      {items.map(({ term, value }) => (
        <div class="fact" key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface TimelineEntry {
  readonly id: string;
  readonly icon?: IconName | undefined;
  /** "Cô Nguyễn Thị Lan gửi bài tới Thư ký" */
  readonly title: ComponentChildren;
  /** Already written out, e.g. `formatDateTime(at)`. */
  readonly when: string;
  /** ISO instant, for machines. */
  readonly at?: string | undefined;
  /** Reason, hat, delegation, clause. */
  readonly detail?: ComponentChildren;
  readonly tone?: "good" | "back" | "stop" | undefined;
}

/** What happened, in the order given. */
export function Timeline({ items }: { readonly items: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {items.map(({ id, icon = "history", title, when, at, detail, tone }) => (
        <li class={tone ? `timeline-item timeline-${tone}` : "timeline-item"} key={id}>
          <span class="timeline-mark">
            <Icon name={icon} />
          </span>
          <div class="timeline-body">
            <p class="timeline-title">{title}</p>
            <p class="timeline-when">
              <time dateTime={at}>{when}</time>
            </p>
            {detail && <div class="timeline-detail">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface PageHeadProps {
  readonly title: string;
  /** Small line above: the kind of page, the number of a step. */
  readonly eyebrow?: ComponentChildren;
  /** One calm sentence under the title. */
  readonly lead?: ComponentChildren;
  /** Buttons of the whole page. */
  readonly actions?: ComponentChildren;
}

/** The title of a page, with what can be done on the whole of it. */
export function PageHead({ title, eyebrow, lead, actions }: PageHeadProps) {
  return (
    <div class="page-head">
      <div class="page-head-words">
        {eyebrow && <div class="eyebrow">{eyebrow}</div>}
        <h1>{title}</h1>
        {lead && <p class="page-lead">{lead}</p>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

/** A framed part of a page, with a heading of its own. */
export function Panel({
  title,
  children,
  actions,
}: {
  title: string;
  children: ComponentChildren;
  actions?: ComponentChildren;
}) {
  return (
    <section class="panel">
      <div class="panel-head">
        <h2 class="panel-title">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
