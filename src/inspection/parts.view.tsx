import { readable } from "../board/rules.ts";
import { type Column, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { formatNumber } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import type { InspectionState } from "./moves.ts";
import { INSPECTION_STATES } from "./moves.ts";
import type { RankedUnit } from "./result-article.ts";
import { type Criterion, pointsOf, type Score, type ScoreLine } from "./scores.ts";

export function StateTag({ state }: { readonly state: InspectionState }) {
  const looks = {
    OPEN: ["eye", "work"],
    EXPLAINING: ["clock", "wait"],
    CONCLUDED: ["stamp", "good"],
    CANCELLED: ["cancelled", "stop"],
  } as const;
  const [icon, tone] = looks[state];
  return (
    <Tag icon={icon} tone={tone}>
      {INSPECTION_STATES[state]}
    </Tag>
  );
}

export interface ScoreTableProps {
  readonly caption: string;
  readonly units: readonly RankedUnit[];
  readonly criteria: readonly Criterion[];
  readonly scores: readonly Score[];
  /** Where the list behind a point is. */
  readonly hrefOf: (unit: string, criterion: string) => string;
}

/** Units with their points; every point leads to its list. */
export function ScoreTable({ caption, units, criteria, scores, hrefOf }: ScoreTableProps) {
  const columns: Column<RankedUnit>[] = [
    { key: "hang", label: "Hạng", align: "end", cell: ({ place }) => formatNumber(place) },
    { key: "don-vi", label: "Đơn vị", heads: true, cell: ({ unit }) => unit.name },
    ...criteria.map(
      ({ key, name, weight }): Column<RankedUnit> => ({
        key,
        label: `${name} (${weight})`,
        align: "end",
        cell: ({ unit }) => {
          const score = scores.find((one) => one.unit === unit.id && one.criterion === key);
          return score ? <a href={hrefOf(unit.id, key)}>{formatNumber(pointsOf(score))}</a> : "–";
        },
      }),
    ),
    { key: "tong", label: "Tổng (100)", align: "end", cell: ({ total }) => <strong>{formatNumber(total)}</strong> },
  ];
  return (
    <div class="score-table">
      <Table caption={caption} columns={columns} rows={units} rowKey={({ unit }) => unit.id} />
    </div>
  );
}

const LINES: readonly Column<ScoreLine>[] = [
  {
    key: "noi-dung",
    label: "Nội dung",
    heads: true,
    cell: ({ what, href }) => (href ? <a href={href}>{what}</a> : what),
  },
  { key: "ngay", label: "Ngày", cell: ({ day }) => (day ? readable(day) : "–") },
  {
    key: "dat",
    label: "Đạt",
    cell: ({ isMet }) => (
      <Tag icon={isMet ? "check" : "close"} tone={isMet ? "good" : "back"}>
        {isMet ? "Có" : "Không"}
      </Tag>
    ),
  },
  { key: "ghi-chu", label: "Ghi chú", cell: ({ note }) => note || "–" },
];

/** What a point is made of. */
export function LineTable({ lines }: { readonly lines: readonly ScoreLine[] }) {
  return (
    <Table
      caption="Căn cứ của điểm"
      captionHidden
      columns={LINES}
      rows={lines}
      rowKey={({ what, day, href }) => `${what} ${day} ${href}`}
      empty={
        <EmptyState title="Trong kỳ không có việc nào phải làm" icon="check">
          <p>Đơn vị được trọn điểm tiêu chí này.</p>
        </EmptyState>
      }
    />
  );
}
