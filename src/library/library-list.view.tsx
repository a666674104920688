import { readable } from "../board/rules.ts";
import { DownloadLinks } from "../lists/downloads.view.tsx";
import { type SiteFrame, standingIn } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { type Column, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { Pagination } from "../ui/navigation.tsx";
import { Tag } from "../ui/status.tsx";
import { DOCUMENT_KINDS } from "./document.ts";
import {
  type Choice,
  type FilterChoices,
  filterHref,
  isFiltered,
  type LibraryFilter,
  SORTS,
  VALIDITY_CHOICES,
} from "./filter.ts";
import { LIBRARY_PATHS } from "./paths.ts";
import type { ShelvedDocument } from "./shelf.ts";
import { VALIDITY_WORDS } from "./validity-words.ts";

export interface LibraryListView {
  readonly rows: readonly ShelvedDocument[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly filter: LibraryFilter;
  readonly choices: FilterChoices;
  /** "24/11/2026": the day of which "còn hiệu lực" speaks. */
  readonly today: string;
}

const SORT_CHOICES = Object.entries(SORTS).map(([value, label]) => ({ value, label }));
const STATE_CHOICES = Object.entries(VALIDITY_CHOICES).map(([value, { label }]) => ({ value, label }));

/** Thư viện văn bản: filtered by every field in the address, on numbered pages (Đ14.k3, REQ-082). */
export function LibraryListPage({ frame, view }: { readonly frame: SiteFrame; readonly view: LibraryListView }) {
  const { rows, total, page, pages, filter, today } = view;
  const hrefOf = (number: number) => filterHref(LIBRARY_PATHS.site, filter, number);
  const narrowed = isFiltered(filter);
  return (
    <SiteLayout
      frame={standingIn(frame, LIBRARY_PATHS.site)}
      title={page > 1 ? `Văn bản, trang ${formatNumber(page)}` : "Văn bản"}
      description={`Văn bản chuyên ngành, văn bản quản lý của ${frame.shortName}: tra theo số ký hiệu, loại, năm, cơ quan ban hành, hiệu lực.`}
      path={hrefOf(page)}
      breadcrumbs={[{ label: "Trang chủ", href: "/" }, { label: "Văn bản" }]}
      robots={narrowed ? "noindex, follow" : undefined}
      prev={page > 1 ? hrefOf(page - 1) : undefined}
      next={page < pages ? hrefOf(page + 1) : undefined}
    >
      <header class="section-head">
        <h1>Văn bản</h1>
        <p class="section-lead">Văn bản chuyên ngành và văn bản quản lý có liên quan đến hoạt động của Trung tâm.</p>
      </header>
      <Filters view={view} />
      <p class="section-facts" role="status">
        <span>
          {formatNumber(total)} văn bản{narrowed && " khớp với điều kiện"}
          {pages > 1 && `, trang ${formatNumber(page)} trên ${formatNumber(pages)}`}. Hiệu lực tính đến {today}.
        </span>
        <DownloadLinks href={filterHref(LIBRARY_PATHS.csv, filter)} what="danh sách văn bản" />
      </p>
      <Table
        caption="Danh sách văn bản"
        captionHidden
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Không có văn bản nào khớp" icon="document">
            <p>
              Hãy bớt điều kiện, hoặc <a href={LIBRARY_PATHS.site}>xem tất cả văn bản</a>. Muốn tìm trong nội dung tệp,
              hãy dùng ô <a href={`/tim-kiem?q=${encodeURIComponent(filter.words)}`}>Tìm kiếm</a>.
            </p>
          </EmptyState>
        }
      />
      <Pagination page={page} pages={pages} href={hrefOf} label="Các trang của danh sách văn bản" />
    </SiteLayout>
  );
}

function Filters({ view: { filter, choices } }: { readonly view: LibraryListView }) {
  const choose = (name: string, label: string, options: readonly Choice[], value: string, placeholder = "Tất cả") => (
    <Select {...{ name, label, options, value, placeholder }} id={`loc-${name}`} optional />
  );
  return (
    <form class="filters" method="get" action={LIBRARY_PATHS.site} aria-label="Lọc văn bản">
      <Field
        name="tu-khoa"
        id="loc-tu-khoa"
        label="Từ khóa"
        type="search"
        value={filter.words}
        maxlength={100}
        optional
      />
      <Field name="so" id="loc-so" label="Số, ký hiệu" value={filter.number} maxlength={40} optional />
      <details class="filters-more filters-more-open-wide" open={isFolded(filter)}>
        <summary>Lọc theo loại, năm, hiệu lực, cơ quan</summary>
        <div class="filters-grid">
          {choose("loai", "Loại văn bản", choices.kinds, filter.kind)}
          {choose("nam", "Năm ban hành", choices.years, filter.year)}
          {choose("hieu-luc", "Hiệu lực", STATE_CHOICES, filter.validity)}
          {choose("co-quan", "Cơ quan ban hành", choices.issuers, filter.issuer)}
          {choose("nguoi-ky", "Người ký", choices.signers, filter.signer)}
          {choose("linh-vuc", "Lĩnh vực", choices.fields, filter.field)}
          {choose("don-vi", "Đơn vị quản lý", choices.units, filter.unit)}
          <Select name="sap-xep" id="loc-sap-xep" label="Sắp xếp" options={SORT_CHOICES} value={filter.sort} optional />
        </div>
      </details>
      <div class="filters-buttons">
        <Button icon="search" kind="primary">
          Lọc
        </Button>
        {(isFiltered(filter) || filter.sort) && (
          <LinkButton href={LIBRARY_PATHS.site} kind="quiet">
            Bỏ lọc
          </LinkButton>
        )}
      </div>
    </form>
  );
}

/** Whether a condition that a phone folds away says something. */
const isFolded = ({ kind, year, validity, issuer, signer, field, unit, sort }: LibraryFilter): boolean =>
  [kind, year, validity, issuer, signer, field, unit, sort].some((value) => value !== "");

const COLUMNS: readonly Column<ShelvedDocument>[] = [
  {
    key: "number",
    label: "Số, ký hiệu",
    cell: ({ slug, number, kind }) => (
      <>
        <a href={LIBRARY_PATHS.document(slug!)}>{number}</a>
        <span class="cell-note">{DOCUMENT_KINDS[kind]}</span>
      </>
    ),
  },
  {
    key: "issued",
    label: "Ngày ban hành",
    cell: ({ issuedOn }) => <time dateTime={issuedOn}>{readable(issuedOn)}</time>,
  },
  {
    key: "abstract",
    label: "Trích yếu",
    cell: ({ abstract, issuer }) => (
      <>
        {abstract}
        <span class="cell-note">{issuer}</span>
      </>
    ),
  },
  { key: "validity", label: "Hiệu lực", cell: ({ validity }) => <ValidityTag state={validity.state} /> },
];

/** The state of a document: a word, a shape and a colour. */
export function ValidityTag({ state }: { readonly state: keyof typeof VALIDITY_WORDS }) {
  const { word, icon, tone } = VALIDITY_WORDS[state];
  return (
    <Tag icon={icon} tone={tone}>
      {word}
    </Tag>
  );
}
