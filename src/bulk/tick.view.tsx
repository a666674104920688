import type { ComponentChildren } from "preact";
import { Actions, Button } from "../ui/button.tsx";
import type { Column } from "../ui/data.tsx";
import { bulkHref } from "./bulk.ts";

/** The box before each row. The form around the table sends what is ticked; nothing is done yet. */
export function tickColumn<Row>(id: (row: Row) => string, name: (row: Row) => string): Column<Row> {
  return {
    key: "tick",
    label: "Chọn",
    cell: (row) => <input class="tick" type="checkbox" name="muc" value={id(row)} aria-label={`Chọn ${name(row)}`} />,
  };
}

/** Around a table with ticks: leads to the page where one says what is to be done with them, and why. */
export function TickForm({
  list,
  shown,
  children,
}: {
  readonly list: string;
  /** Without rows, or for whoever may do nothing with them, there is only the table. */
  readonly shown: boolean;
  readonly children: ComponentChildren;
}) {
  if (!shown) return <>{children}</>;
  return (
    <form method="get" action={bulkHref(list)}>
      {children}
      <Actions>
        <Button icon="list">Làm với các mục đã chọn…</Button>
      </Actions>
    </form>
  );
}
