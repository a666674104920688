import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { type Column, PageHead, Panel, Table } from "../ui/data.tsx";
import { EmptyState, Notice } from "../ui/feedback.tsx";
import { formatNumber } from "../ui/format.ts";
import type { AuthorRank } from "./inspections.queries.ts";
import { LineTable, ScoreTable } from "./parts.view.tsx";
import { INSPECTION_PATHS } from "./paths.ts";
import type { RankedUnit } from "./result-article.ts";
import type { Criterion, Score, ScoreLine } from "./scores.ts";

export type PlacedAuthor = AuthorRank & { readonly place: number };

export interface Ranking {
  /** Value of the choice: a month, a quarter, a year, or an inspection. */
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Frozen by a conclusion; else counted now. */
  readonly isFinal: boolean;
  readonly criteria: readonly Criterion[];
  readonly scores: readonly Score[];
  readonly units: readonly RankedUnit[];
  readonly authors: readonly PlacedAuthor[];
  /** The inspection it is taken from; "" when it is counted now. */
  readonly inspection: string;
}

export interface RankingPageProps {
  readonly desk: DeskFrame;
  readonly ranking: Ranking;
  readonly choices: readonly Option[];
}

const query = (values: Readonly<Record<string, string>>) => `?${new URLSearchParams(values)}`;

/** Đ19.k1: who did well, with the list behind every number. */
export function RankingPage({ desk, ranking, choices }: RankingPageProps) {
  const { key, isFinal, criteria, scores, units, authors, inspection, from, to } = ranking;
  return (
    <DeskLayout desk={desk} title="Thi đua" path={INSPECTION_PATHS.ranking}>
      <PageHead
        title="Thi đua"
        lead={`${ranking.label}: từ ${readable(from)} đến ${readable(to)} (khoản 1 Điều 19).`}
      />
      <form class="filters" method="get" action={INSPECTION_PATHS.ranking} aria-label="Chọn kỳ">
        <Select name="ky" label="Kỳ" options={choices} value={key} optional />
        <div class="filters-buttons">
          <Button icon="search">Xem</Button>
        </div>
      </form>
      {isFinal ? (
        <Notice kind="ok" title="Chính thức: điểm đã chốt theo kết luận của Giám đốc." />
      ) : (
        <Notice kind="warn" title="Tạm tính: tính từ dữ liệu lúc này, chưa chốt, còn có thể thay đổi." />
      )}
      <Panel
        title="Đơn vị"
        actions={
          <div class="actions">
            <Downloads href={`${INSPECTION_PATHS.ranking}/don-vi.csv${query({ ky: key })}`} />
          </div>
        }
      >
        <ScoreTable
          caption={isFinal ? "Xếp hạng đơn vị (chính thức)" : "Xếp hạng đơn vị (tạm tính)"}
          units={units}
          criteria={criteria}
          scores={scores}
          hrefOf={(unit, criterion) =>
            inspection
              ? INSPECTION_PATHS.points(inspection, unit, criterion)
              : `${INSPECTION_PATHS.rankedPoints}${query({ ky: key, "don-vi": unit, "tieu-chi": criterion })}`
          }
        />
      </Panel>
      <Panel
        title="Người viết"
        actions={
          <div class="actions">
            <Downloads href={`${INSPECTION_PATHS.ranking}/nguoi-viet.csv${query({ ky: key })}`} />
          </div>
        }
      >
        <p>Xếp theo số bài có chất lượng, rồi số bài đã đăng, rồi ít bài phải đính chính, bị gỡ hơn.</p>
        <Table
          caption={isFinal ? "Xếp hạng người viết (chính thức)" : "Xếp hạng người viết (tạm tính)"}
          columns={authorColumns(key)}
          rows={authors}
          rowKey={({ person }) => person}
          empty={<EmptyState title="Trong kỳ chưa có bài nào được đăng" icon="award" />}
        />
      </Panel>
    </DeskLayout>
  );
}

function authorColumns(key: string): readonly Column<PlacedAuthor>[] {
  const list = (person: string, kind: string, count: number) => (
    <a href={`${INSPECTION_PATHS.rankedArticles}${query({ ky: key, nguoi: person, loai: kind })}`}>
      {formatNumber(count)}
    </a>
  );
  return [
    { key: "hang", label: "Hạng", align: "end", cell: ({ place }) => formatNumber(place) },
    {
      key: "nguoi",
      label: "Người viết",
      heads: true,
      cell: ({ name, unit }) => (
        <>
          {name}
          {unit && <span class="cell-note">{unit}</span>}
        </>
      ),
    },
    { key: "tot", label: "Bài có chất lượng", align: "end", cell: ({ person, good }) => list(person, "tot", good) },
    { key: "dang", label: "Bài đã đăng", align: "end", cell: ({ person, published }) => list(person, "", published) },
    {
      key: "sai",
      label: "Phải đính chính, bị gỡ",
      align: "end",
      cell: ({ person, faulty }) => list(person, "sai", faulty),
    },
  ];
}

export interface PointPageProps {
  readonly desk: DeskFrame;
  readonly title: string;
  /** What the number says: "26,8 trên 40 điểm". */
  readonly lead: string;
  readonly how: string;
  readonly lines: readonly ScoreLine[];
  readonly back: { readonly href: string; readonly label: string };
  readonly csvHref: string;
  readonly path: string;
}

/** The list behind one point. */
export function PointPage({ desk, title, lead, how, lines, back, csvHref, path }: PointPageProps) {
  return (
    <DeskLayout desk={desk} title={title} path={path} breadcrumbs={[back, { label: title }]}>
      <PageHead
        title={title}
        lead={lead}
        actions={
          <>
            <LinkButton href={back.href} icon="left">
              {back.label}
            </LinkButton>
            <Downloads href={csvHref} />
          </>
        }
      />
      {how && <p>{how}</p>}
      <LineTable lines={lines} />
    </DeskLayout>
  );
}
