import { readable } from "../board/rules.ts";
import { TickForm, tickColumn } from "../bulk/tick.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { type Column, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { Pagination } from "../ui/navigation.tsx";
import { Tag } from "../ui/status.tsx";
import type { LibraryFrame } from "./desk-frame.ts";
import { LibraryPage, Token } from "./desk-page.view.tsx";
import { DOCUMENT_KINDS, documentName } from "./document.ts";
import { type FilterChoices, filterHref, isFiltered, type LibraryFilter, VALIDITY_CHOICES } from "./filter.ts";
import { ValidityTag } from "./library-list.view.tsx";
import { LIBRARY_PATHS } from "./paths.ts";
import type { ShelvedDocument } from "./shelf.ts";

export interface DeskListView {
  readonly frame: LibraryFrame;
  readonly rows: readonly ShelvedDocument[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly filter: LibraryFilter;
  readonly choices: FilterChoices;
  readonly today: string;
  readonly mayAdd: boolean;
}

/** Every document, drafts too, with what narrows the list. */
export function DeskListPage({ view }: { readonly view: DeskListView }) {
  const { frame, rows, total, page, pages, filter, choices, today, mayAdd } = view;
  const choose = (name: string, label: string, options: FilterChoices["kinds"], value: string) => (
    <Select {...{ name, label, options, value }} placeholder="Tất cả" optional />
  );
  const states = Object.entries(VALIDITY_CHOICES).map(([value, { label }]) => ({ value, label }));
  return (
    <LibraryPage
      frame={frame}
      title="Văn bản"
      tab={LIBRARY_PATHS.desk}
      lead={`${formatNumber(total)} văn bản${isFiltered(filter) ? " khớp với bộ lọc" : ""}.`}
      actions={
        <>
          {mayAdd && (
            <LinkButton href={LIBRARY_PATHS.add} icon="plus" kind="primary">
              Thêm văn bản
            </LinkButton>
          )}
          <Downloads href={filterHref(LIBRARY_PATHS.deskCsv, filter)} />
        </>
      }
    >
      <form class="filters" method="get" action={LIBRARY_PATHS.desk} aria-label="Lọc văn bản">
        <Field name="tu-khoa" label="Từ khóa" type="search" value={filter.words} optional />
        <Field name="so" label="Số, ký hiệu" value={filter.number} optional />
        {choose("loai", "Loại", choices.kinds, filter.kind)}
        {choose("nam", "Năm", choices.years, filter.year)}
        {choose("don-vi", "Đơn vị quản lý", choices.units, filter.unit)}
        {choose("hieu-luc", "Hiệu lực", states, filter.validity)}
        <div class="filters-buttons">
          <Button icon="search">Lọc</Button>
          {isFiltered(filter) && (
            <LinkButton href={LIBRARY_PATHS.desk} kind="quiet">
              Bỏ lọc
            </LinkButton>
          )}
        </div>
      </form>
      <TickForm list="van-ban" shown={mayAdd && rows.length > 0}>
        <Table
          caption="Danh sách văn bản"
          captionHidden
          columns={mayAdd ? [TICK, ...columns(today)] : columns(today)}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title="Không có văn bản nào khớp" icon="document" />}
        />
      </TickForm>
      <Pagination page={page} pages={pages} href={(number) => filterHref(LIBRARY_PATHS.desk, filter, number)} />
    </LibraryPage>
  );
}

const TICK = tickColumn<ShelvedDocument>(({ id }) => id, documentName);

const NAME: Column<ShelvedDocument> = {
  key: "number",
  label: "Số, ký hiệu",
  heads: true,
  cell: ({ id, number, kind }) => (
    <>
      <a href={LIBRARY_PATHS.item(id)}>{number}</a>
      <span class="cell-note">{DOCUMENT_KINDS[kind]}</span>
    </>
  ),
};

function columns(today: string): readonly Column<ShelvedDocument>[] {
  return [
    NAME,
    { key: "issued", label: "Ban hành", cell: ({ issuedOn }) => <time dateTime={issuedOn}>{readable(issuedOn)}</time> },
    {
      key: "abstract",
      label: "Trích yếu",
      cell: ({ abstract, unitName }) => (
        <>
          {abstract}
          <span class="cell-note">{unitName}</span>
        </>
      ),
    },
    {
      key: "state",
      label: "Tình trạng",
      cell: ({ isPublic, validity }) =>
        isPublic ? (
          <ValidityTag state={validity.state} />
        ) : (
          <Tag icon="edit" tone="quiet">
            Chưa công bố
          </Tag>
        ),
    },
    {
      key: "review",
      label: "Rà soát",
      cell: ({ reviewOn }) => (
        <>
          <time dateTime={reviewOn}>{readable(reviewOn)}</time>
          {reviewOn <= today && <span class="cell-note">Đã đến hạn</span>}
        </>
      ),
    },
  ];
}

export interface DueRow extends ShelvedDocument {
  readonly mayConfirm: boolean;
}

interface DueView {
  readonly frame: LibraryFrame;
  readonly rows: readonly DueRow[];
  readonly today: string;
}

/** Documents whose review is due within a month, each with its one click (Đ13.k1.b, REQ-071). */
export function DuePage({ view: { frame, rows, today } }: { readonly view: DueView }) {
  const own: Column<DueRow>[] = [
    { ...NAME, cell: (row) => NAME.cell(row) },
    { key: "abstract", label: "Trích yếu", cell: ({ abstract }) => abstract },
    { key: "unit", label: "Đơn vị quản lý", cell: ({ unitName }) => unitName },
    {
      key: "due",
      label: "Hạn rà soát",
      cell: ({ reviewOn }) => (
        <>
          <time dateTime={reviewOn}>{readable(reviewOn)}</time>
          <span class="cell-note">{reviewOn <= today ? "Đã đến hạn" : "Sắp đến hạn"}</span>
        </>
      ),
    },
    { key: "validity", label: "Hiệu lực", cell: ({ validity }) => <ValidityTag state={validity.state} /> },
    {
      key: "act",
      label: "Việc cần làm",
      cell: (row) =>
        row.mayConfirm ? (
          <form method="post" action={LIBRARY_PATHS.confirm(row.id)}>
            <Token frame={frame} />
            <input type="hidden" name="ve" value={LIBRARY_PATHS.due} />
            <Button icon="check">
              Vẫn đúng<span class="visually-hidden">: {documentName(row)}</span>
            </Button>
          </form>
        ) : (
          "Chờ đơn vị quản lý"
        ),
    },
  ];
  return (
    <LibraryPage
      frame={frame}
      title="Văn bản cần rà soát"
      tab={LIBRARY_PATHS.due}
      lead="Đến hạn, đơn vị quản lý xem lại văn bản: còn đúng thì bấm “Vẫn đúng”; không còn đúng thì sửa, hoặc ghi văn bản thay thế."
    >
      <Table
        caption="Văn bản đến hạn rà soát trong 30 ngày tới"
        columns={own}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Không có văn bản nào đến hạn rà soát" icon="check-circle" />}
      />
    </LibraryPage>
  );
}
