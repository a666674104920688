import { readable } from "../board/rules.ts";
import { DownloadLinks } from "../lists/downloads.view.tsx";
import type { SiteFrame } from "../site/frame.ts";
import { standingIn } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { type Column, DescriptionList, Table } from "../ui/data.tsx";
import { formatDate, formatDateTime } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import type { Crumb } from "../ui/navigation.tsx";
import { Tag } from "../ui/status.tsx";
import { type SchoolYear, yearWords } from "./due.ts";
import { PUBLIC_PATHS } from "./paths.ts";
import type { ItemView, VersionLink } from "./public-models.ts";
import { countWords, StandingTag, VersionBody } from "./public-parts.view.tsx";
import type { Counts, RegisterLine } from "./register.ts";

const HOME: Crumb = { label: "Trang chủ", href: "/" };
const SECTION: Crumb = { label: "Công khai", href: PUBLIC_PATHS.home };
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export interface YearSummary {
  readonly year: SchoolYear;
  readonly counts: Counts;
  readonly lines: readonly RegisterLine[];
}

export interface DisclosureHomeView {
  readonly inCharge: string;
  readonly lastUpdate: string | null;
  readonly current: YearSummary;
  readonly years: readonly YearSummary[];
  readonly citations: readonly string[];
  readonly notice: { readonly day: string; readonly document: string } | null;
  /** What the last walk of an anonymous reader found. */
  readonly proof: string;
}

/** Công khai: the present year first, all years below, who is in charge, what is missing (REQ-072, REQ-073). */
export function DisclosureHome({ frame, view }: { readonly frame: SiteFrame; readonly view: DisclosureHomeView }) {
  return (
    <SiteLayout
      frame={standingIn(frame, PUBLIC_PATHS.home)}
      title="Công khai"
      path={PUBLIC_PATHS.home}
      description={`Nội dung công khai của ${frame.siteName}: chất lượng, tài chính, đội ngũ, cơ sở vật chất theo từng năm học.`}
      breadcrumbs={[HOME, { label: "Công khai" }]}
    >
      <header class="section-head">
        <h1>Công khai</h1>
        <p class="section-lead">
          Mọi nội dung {frame.shortName} phải công khai theo quy định, theo từng năm học. Nội dung đã đăng luôn hiển
          thị, không gỡ bỏ, không ẩn; khi thay đổi, bản cũ vẫn đọc được tại địa chỉ của nó.
        </p>
      </header>
      <DescriptionList
        items={[
          { term: "Người phụ trách công khai", value: view.inCharge || "Đang cập nhật" },
          { term: "Cập nhật lần cuối", value: view.lastUpdate ? readable(view.lastUpdate) : "Chưa có nội dung nào" },
          { term: "Hiển thị liên tục", value: <a href={PUBLIC_PATHS.proof}>{view.proof}</a> },
          ...(view.notice
            ? [
                {
                  term: `Đã báo ${frame.superiorBody}`,
                  value: `Văn bản số ${view.notice.document} ngày ${readable(view.notice.day)}`,
                },
              ]
            : []),
        ]}
      />
      <YearPart view={view.current} />
      <section class="disclosure-part" aria-labelledby="cac-nam">
        <h2 class="part-title" id="cac-nam">
          Các năm học
        </h2>
        <ul class="disclosure-years">
          {view.years.map(({ year, counts }) => (
            <li key={year}>
              <a href={PUBLIC_PATHS.year(year)}>{capital(yearWords(year))}</a>
              <span>{countWords(counts)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="disclosure-part" aria-labelledby="can-cu">
        <h2 class="part-title" id="can-cu">
          Căn cứ
        </h2>
        <ul class="disclosure-citations">
          <li>
            Điều 13 khoản 1 điểm c và Điều 14 khoản 6 <a href="/quy-che">Quy chế hoạt động của Cổng</a>
          </li>
          {view.citations.map((citation) => (
            <li key={citation}>{citation}</li>
          ))}
        </ul>
      </section>
    </SiteLayout>
  );
}

/** Every item of a year under its group, with where it stands. */
function YearPart({ view }: { readonly view: YearSummary }) {
  const { year, counts, lines } = view;
  return (
    <section class="disclosure-part" aria-labelledby={`nam-${year}`}>
      <h2 class="part-title" id={`nam-${year}`}>
        {capital(yearWords(year))}
      </h2>
      <p>{countWords(counts) || "Chưa có mục nào phải công khai"}.</p>
      <Table
        caption={`Nội dung công khai ${yearWords(year)}`}
        captionHidden
        columns={columns(lines)}
        rows={lines}
        rowKey={({ item }) => item.id}
      />
      {lines.length > 0 && (
        <p class="section-facts">
          <DownloadLinks href={`${PUBLIC_PATHS.year(year)}/bang.csv`} what={`công khai ${yearWords(year)}`} />
        </p>
      )}
    </section>
  );
}

const columns = (lines: readonly RegisterLine[]): readonly Column<RegisterLine>[] => [
  {
    key: "item",
    label: "Nội dung",
    cell: (line) => {
      const { item, year } = line;
      const before = lines[lines.indexOf(line) - 1]?.item;
      const isFirst = before?.group !== item.group || before.regime.id !== item.regime.id;
      return (
        <>
          {isFirst && (
            <span class="disclosure-group">
              {item.group}. {item.groupTitle}
            </span>
          )}
          <a href={PUBLIC_PATHS.item(year, item.code)}>{item.title}</a>
        </>
      );
    },
  },
  { key: "standing", label: "Tình trạng", cell: ({ standing }) => <StandingTag standing={standing} /> },
  {
    key: "when",
    label: "Ngày đăng hoặc hạn",
    cell: ({ published, due }) => {
      const last = published.at(-1);
      if (!last) return `Đang cập nhật, hạn ${readable(due)}`;
      return `Đăng ${formatDate(last.publishedAt!)}${last.version > 1 ? `, bản ${last.version}` : ""}`;
    },
  },
];

export function DisclosureYear({ frame, view }: { readonly frame: SiteFrame; readonly view: YearSummary }) {
  const { year, lines } = view;
  const title = `Công khai ${yearWords(year)}`;
  return (
    <SiteLayout
      frame={standingIn(frame, PUBLIC_PATHS.home)}
      title={title}
      path={PUBLIC_PATHS.year(year)}
      description={`${title} của ${frame.siteName}.`}
      breadcrumbs={[HOME, SECTION, { label: capital(yearWords(year)) }]}
    >
      <header class="section-head">
        <h1>{title}</h1>
        <p class="section-lead">{[...new Set(lines.map(({ item }) => item.regime.name))].join("; ")}</p>
      </header>
      <YearPart view={view} />
    </SiteLayout>
  );
}

/** One item of a year: its newest version, or an older one that says what took its place. */
export function DisclosureItemPage({ frame, view }: { readonly frame: SiteFrame; readonly view: ItemView }) {
  const { item, year, shown, line } = view;
  const title = shown?.title || item.title;
  return (
    <SiteLayout
      frame={standingIn(frame, PUBLIC_PATHS.home)}
      title={`${title}, ${yearWords(year)}${view.isLive || !shown ? "" : ` (bản ${shown.version})`}`}
      path={view.path}
      description={`${title} của ${frame.siteName}, ${yearWords(year)}.`}
      breadcrumbs={[
        HOME,
        SECTION,
        { label: capital(yearWords(year)), href: PUBLIC_PATHS.year(year) },
        { label: item.title },
      ]}
    >
      <article class="disclosure-entry">
        <header class="section-head">
          <p class="eyebrow">
            {item.group}. {item.groupTitle}
          </p>
          <h1>{title}</h1>
          <p class="section-facts">
            <StandingTag standing={line.standing} />
            <span>{view.period}</span>
          </p>
        </header>
        {shown && !view.isLive && <Replaced view={view} />}
        {shown ? (
          <VersionBody view={shown} />
        ) : (
          <p class="nothing">
            Đang cập nhật, hạn {readable(line.due)}. {view.unit && `Đơn vị phụ trách: ${view.unit}.`}
          </p>
        )}
        <section class="disclosure-part" aria-labelledby="ve-noi-dung">
          <h2 class="part-title" id="ve-noi-dung">
            Về nội dung này
          </h2>
          <DescriptionList items={about(view, frame)} />
        </section>
        {view.versions.length > 0 && (
          <Table
            caption="Các bản đã đăng"
            columns={VERSION_COLUMNS}
            rows={view.versions}
            rowKey={({ version }) => String(version)}
          />
        )}
      </article>
    </SiteLayout>
  );
}

function Replaced({ view }: { readonly view: ItemView }) {
  const live = view.versions[0]!;
  return (
    <div class="notice notice-warn">
      <Icon name="replaced" />
      <div class="notice-body">
        <p class="notice-title">Bản này đã thay thế</p>
        <p>
          Bản đang có hiệu lực là{" "}
          <a href={PUBLIC_PATHS.item(view.year, view.item.code)}>
            bản {live.version}, đăng ngày {formatDate(live.publishedAt)}
          </a>
          . Bản cũ giữ nguyên để đối chiếu.
        </p>
      </div>
    </div>
  );
}

function about({ item, shown, unit, line }: ItemView, frame: SiteFrame) {
  const rows = [
    { term: "Căn cứ", value: `${item.citation}; ${item.regime.citation}` },
    { term: "Biểu mẫu", value: item.forms },
    { term: "Cơ quan công khai", value: frame.shortName },
    { term: "Đơn vị phụ trách", value: shown?.unit || unit },
    { term: "Hạn công khai", value: readable(line.due) },
    ...(shown
      ? [
          { term: "Ngày đăng", value: formatDateTime(shown.publishedAt) },
          { term: "Người phê duyệt", value: shown.approver },
          { term: "Ngày có thay đổi", value: shown.changedOn && readable(shown.changedOn) },
          { term: "Điểm thay đổi", value: shown.changeNote },
          { term: "Mã nội dung (SHA-256)", value: <span class="disclosure-hash">{shown.hash}</span> },
        ]
      : []),
  ];
  return rows.filter(({ value }) => value !== "");
}

const VERSION_COLUMNS: readonly Column<VersionLink>[] = [
  { key: "version", label: "Bản", cell: ({ version, href }) => <a href={href}>Bản {version}</a> },
  { key: "at", label: "Đăng lúc", cell: ({ publishedAt }) => formatDateTime(publishedAt) },
  {
    key: "state",
    label: "Tình trạng",
    cell: ({ isLive, isRedacted }) => (
      <>
        <Tag icon={isLive ? "check-circle" : "replaced"} tone={isLive ? "live" : "quiet"}>
          {isLive ? "Đang có hiệu lực" : "Đã thay thế"}
        </Tag>
        {isRedacted && " Có dữ liệu được che theo văn bản"}
      </>
    ),
  },
  { key: "note", label: "Điểm thay đổi", cell: ({ changeNote }) => changeNote || "Bản đầu" },
];
