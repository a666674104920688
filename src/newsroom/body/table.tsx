import type { ComponentChildren, VNode } from "preact";
import type { BodyNode } from "../content.ts";
import { TableScroll } from "./table-scroll.tsx";

/**
 * A table that scrolls sideways in its own region, reachable from the keyboard, so that the page never does.
 * Header cells say whether they head a column or a row.
 */
export function Table(props: {
  readonly node: BodyNode;
  readonly id?: string | undefined;
  /** Its number in the body: regions need names of their own. */
  readonly number: number;
  readonly renderCell: (cell: BodyNode) => ComponentChildren;
}): VNode {
  const rows = (props.node.content ?? []).filter((row) => (row.content ?? []).length > 0);
  const heads = headRows(rows);
  const row = (at: number) => (
    <tr key={at}>
      {(rows[at]?.content ?? []).map((cell, index) => (
        <Cell key={index} cell={cell} inHead={at < heads || (heads === 0 && at === 0)} render={props.renderCell} />
      ))}
    </tr>
  );
  const all = rows.map((_, at) => at);
  return (
    <TableScroll id={props.id} name={`Bảng ${props.number}`}>
      <table>
        {heads > 0 && <thead>{all.slice(0, heads).map(row)}</thead>}
        <tbody>{all.slice(heads).map(row)}</tbody>
      </table>
    </TableScroll>
  );
}

function Cell(props: {
  readonly cell: BodyNode;
  readonly inHead: boolean;
  readonly render: (cell: BodyNode) => ComponentChildren;
}): VNode {
  const { cell } = props;
  const shared = {
    colSpan: cell.attrs?.colspan as number | undefined,
    rowSpan: cell.attrs?.rowspan as number | undefined,
    class: typeof cell.attrs?.align === "string" ? `align-${cell.attrs.align}` : undefined,
  };
  const content = props.render(cell);
  // An empty header cell heads nothing; assistive technology would read it as a fault.
  if (cell.type !== "tableHeader" || isEmpty(cell)) return <td {...shared}>{content}</td>;
  return (
    <th scope={props.inHead ? "col" : "row"} {...shared}>
      {content}
    </th>
  );
}

/** How many rows at the top hold only header cells; none if one of them reaches below, or if nothing is left. */
function headRows(rows: readonly BodyNode[]): number {
  const first = rows.findIndex((row) => !(row.content ?? []).every((cell) => cell.type === "tableHeader"));
  const heads = first === -1 ? 0 : first;
  const reaches = rows
    .slice(0, heads)
    .some((row, at) => (row.content ?? []).some((cell) => at + Number(cell.attrs?.rowspan ?? 1) > heads));
  return reaches ? 0 : heads;
}

function isEmpty(cell: BodyNode): boolean {
  return (cell.content ?? []).every((child) => child.type === "paragraph" && (child.content ?? []).length === 0);
}
