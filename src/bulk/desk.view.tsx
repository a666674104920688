import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Radios, Select } from "../ui/choice.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { ClauseMark, ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import type { Explained } from "../words/refusals.ts";
import type { Ticked } from "./bulk.ts";

interface BulkFrame {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly path: string;
  readonly list: { readonly href: string; readonly label: string };
  /** "văn bản" */
  readonly what: string;
}

export interface AskView extends BulkFrame {
  readonly items: readonly Ticked[];
  readonly actions: readonly {
    readonly name: string;
    readonly label: string;
    readonly hint: string;
    readonly choice: { readonly label: string; readonly options: readonly Option[]; readonly value: string } | null;
  }[];
  readonly action: string;
  readonly reason: string;
  readonly refusals: readonly SummaryItem[];
}

/** What is to be done with the ticked things, and the one reason for all of them. */
export function AskPage({ view }: { readonly view: AskView }) {
  const { desk, nonce, path, list, what, items, actions, action, reason, refusals } = view;
  const title = `Làm với ${formatNumber(items.length)} ${what} đã chọn`;
  const breadcrumbs = [{ label: "Bàn làm việc", href: "/ban-bien-tap" }, list, { label: "Làm hàng loạt" }];
  return (
    <DeskLayout desk={desk} title={title} path={path} nonce={nonce} breadcrumbs={breadcrumbs}>
      <PageHead
        title={title}
        lead="Mỗi mục được xét riêng như khi làm bằng tay; mục nào không được phép thì giữ nguyên."
      />
      <ErrorSummary items={refusals} />
      {items.length === 0 ? (
        <LinkButton href={list.href}>Về danh sách</LinkButton>
      ) : (
        <form class="form" method="post" action={path}>
          <input type="hidden" name="csrf" value={desk.csrf} />
          {items.map(({ id, mark }) => (
            <>
              <input type="hidden" name="muc" value={id} key={id} />
              <input type="hidden" name={`dau-${id}`} value={mark} key={`dau-${id}`} />
            </>
          ))}
          <Radios
            name="viec"
            label="Việc cần làm"
            value={action}
            options={actions.map(({ name, label, hint, choice }) => ({
              value: name,
              label,
              hint,
              ...(choice
                ? {
                    children: (
                      <Select
                        name={`chon-${name}`}
                        label={choice.label}
                        placeholder="Chọn"
                        options={choice.options}
                        value={choice.value}
                        optional
                      />
                    ),
                  }
                : {}),
            }))}
          />
          <TextArea
            name="ly-do"
            label="Lý do"
            hint="Một lý do chung cho tất cả, ít nhất 10 ký tự; được lưu trong nhật ký."
            value={reason}
            rows={3}
          />
          <Actions>
            <Button kind="primary">Làm với từng mục</Button>
            <LinkButton href={list.href} kind="quiet">
              Thôi
            </LinkButton>
          </Actions>
        </form>
      )}
      {items.length > 0 && (
        <Table
          caption="Các mục đã chọn"
          columns={[
            { key: "name", label: "Mục", cell: ({ name }: Ticked) => name },
            { key: "state", label: "Tình trạng", cell: ({ state }) => state },
          ]}
          rows={items}
          rowKey={({ id }) => id}
        />
      )}
    </DeskLayout>
  );
}

export interface DoneRow {
  readonly id: string;
  readonly name: string;
  readonly isDone: boolean;
  readonly why: readonly Explained[];
}

export interface DoneView extends BulkFrame {
  readonly label: string;
  readonly reason: string;
  readonly rows: readonly DoneRow[];
}

/** What was done and what was refused, item by item, with the clause. */
export function DonePage({ view }: { readonly view: DoneView }) {
  const { desk, nonce, path, list, label, reason, rows } = view;
  const done = rows.filter(({ isDone }) => isDone).length;
  const refused = rows.length - done;
  const title = `Kết quả: ${label}`;
  const breadcrumbs = [{ label: "Bàn làm việc", href: "/ban-bien-tap" }, list, { label: title }];
  return (
    <DeskLayout desk={desk} title={title} path={path} nonce={nonce} breadcrumbs={breadcrumbs}>
      <PageHead
        title={title}
        lead={`Lý do: ${reason}`}
        actions={<LinkButton href={list.href}>Về danh sách</LinkButton>}
      />
      <Notice
        kind={refused > 0 ? "warn" : "ok"}
        live
        title={`Đã làm ${formatNumber(done)} mục${refused > 0 ? `, ${formatNumber(refused)} mục không được` : ""}.`}
      />
      <Table
        caption="Từng mục"
        columns={[
          { key: "name", label: "Mục", cell: ({ name }: DoneRow) => name },
          {
            key: "result",
            label: "Kết quả",
            cell: ({ isDone, why }) =>
              isDone ? (
                <Tag icon="check" tone="good">
                  Đã làm
                </Tag>
              ) : (
                <>
                  <Tag icon="refused" tone="stop">
                    Không được
                  </Tag>
                  {why.map(({ text, clause, remedy }) => (
                    <span class="cell-note" key={text}>
                      {text} {remedy} {clause && <ClauseMark clause={clause} />}
                    </span>
                  ))}
                </>
              ),
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </DeskLayout>
  );
}
