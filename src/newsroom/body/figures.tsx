import type { VNode } from "preact";
import { TableScroll } from "./table-scroll.tsx";

/** A table of figures as readers see it: rows under named columns. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where the same table can be had as CSV; empty where it cannot. */
  readonly csvHref: string;
}

/** A cell that holds nothing but a number as people in Vietnam write it: shown to the right, in even figures. */
export const isFigure = (cell: string): boolean => /^-?\d{1,3}(\.\d{3})*(,\d+)?\s?%?$|^-?\d+(,\d+)?\s?%?$/.test(cell);

/** A line that names the rows under it: its first cell says something, all others nothing. */
const isGroup = ([first, ...rest]: readonly string[]) =>
  first !== "" && rest.length > 1 && rest.every((cell) => cell === "");

/** A table with its caption, named columns and rows, figures to the right; on a small screen it scrolls by itself. */
export function Figures({ table, id }: { readonly table: FigureTable; readonly id: string }): VNode {
  const { caption, columns, rows, csvHref } = table;
  const isRight = columns.map(
    (_, at) => at > 0 && rows.some((row) => row[at]) && rows.every((row) => !row[at] || isFigure(row[at])),
  );
  return (
    <section aria-labelledby={id}>
      <TableScroll name={caption}>
        <table>
          <caption id={id} class="figures-caption">
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((name, at) => (
                <th key={`${at} ${name}`} scope="col" class={isRight[at] ? "align-right" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) =>
              isGroup(row) ? (
                <tr key={`${at} ${row[0]}`}>
                  <th scope="row" colSpan={columns.length} class="figures-group">
                    {row[0]}
                  </th>
                </tr>
              ) : (
                <tr key={`${at} ${row[0]}`}>
                  {row.map((cell, column) =>
                    column === 0 ? (
                      <th key="head" scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td
                        key={`${column} ${columns[column]}`}
                        class={isRight[column] ? "align-right figure-cell" : undefined}
                      >
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </TableScroll>
      {csvHref && (
        <p class="figures-csv">
          <a href={csvHref}>
            Tải bảng này dạng CSV<span class="visually-hidden">: {caption}</span>
          </a>
        </p>
      )}
    </section>
  );
}
