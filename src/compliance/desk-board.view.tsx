import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { clauseWords } from "../regulation/clause-words.ts";
import { HAT_NAMES, hatName } from "../regulation/hats.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { type Column, PageHead, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Tabs } from "../ui/navigation.tsx";
import { REGULATION_CHAPTERS, TEXT_OF } from "./carried.ts";
import { type Carried, HOWS } from "./carrying.ts";
import { type BoardFilter, filterQuery, isFiltered } from "./filter.ts";
import { COMPLIANCE_PATHS } from "./paths.ts";
import { CLAUSE_STATES, type ClauseState, type Finding, STATE_SLUGS } from "./standing.ts";
import { StateTag } from "./state-tag.view.tsx";

export interface BoardLine extends Pick<Carried, "clause" | "how" | "does" | "who"> {
  readonly state: ClauseState;
  readonly findings: readonly Finding[];
  readonly lastEvidence: string | null;
  /** Tests that hold it; null when this copy knows of none. */
  readonly tests: number | null;
}

export interface BoardView {
  readonly desk: DeskFrame;
  readonly lines: readonly BoardLine[];
  /** Of the whole board, headings left out. */
  readonly counts: Readonly<Record<ClauseState, number>>;
  readonly filter: BoardFilter;
}

/** The pages of this room, each a tab. */
export function ComplianceTabs({ at }: { readonly at: "board" | "heads" }) {
  return (
    <Tabs
      label="Thực hiện Quy chế"
      items={[
        { href: COMPLIANCE_PATHS.board, label: "Từng điều khoản", current: at === "board" },
        { href: COMPLIANCE_PATHS.heads, label: "Xác nhận của trưởng đơn vị", current: at === "heads" },
      ]}
    />
  );
}

/** Every clause of the regulation: what the software does, how it stands, what is behind it. */
export function BoardPage({ view }: { readonly view: BoardView }) {
  const { desk, lines, counts, filter } = view;
  return (
    <DeskLayout desk={desk} title="Thực hiện Quy chế" path={COMPLIANCE_PATHS.board} wide>
      <PageHead
        title="Thực hiện Quy chế"
        lead={`${formatNumber(counts.met)} điều khoản đạt, ${formatNumber(counts.soon)} sắp đến hạn, ${formatNumber(counts.late)} trễ, ${formatNumber(counts.people)} do con người thực hiện. Tình trạng tính từ dữ liệu lúc này, không ai đánh dấu bằng tay.`}
        actions={<Downloads href={`${COMPLIANCE_PATHS.board}.csv${filterQuery(filter)}`} />}
      />
      <ComplianceTabs at="board" />
      <form class="filters" method="get" action={COMPLIANCE_PATHS.board} aria-label="Lọc điều khoản">
        <Select
          name="tinh-trang"
          label="Tình trạng"
          placeholder="Tất cả"
          optional
          value={filter.state === null ? "" : STATE_SLUGS[filter.state]}
          options={(Object.keys(CLAUSE_STATES) as ClauseState[]).map((state) => ({
            value: STATE_SLUGS[state],
            label: `${CLAUSE_STATES[state]} (${formatNumber(counts[state])})`,
          }))}
        />
        <Select
          name="chuong"
          label="Chương"
          placeholder="Tất cả"
          optional
          value={filter.chapter ?? ""}
          options={REGULATION_CHAPTERS.map(({ key, title }) => ({ value: key, label: title }))}
        />
        <Select
          name="ai"
          label="Của ai"
          placeholder="Tất cả"
          optional
          value={filter.who ?? ""}
          options={HAT_NAMES.map((hat) => ({ value: hat, label: hatName(hat) }))}
        />
        <Select
          name="cach"
          label="Cách giữ"
          placeholder="Trừ đề mục"
          optional
          value={filter.how ?? ""}
          options={Object.entries(HOWS).map(([value, label]) => ({ value, label }))}
        />
        <div class="filters-buttons">
          <Button icon="search">Lọc</Button>
          {isFiltered(filter) && (
            <LinkButton href={COMPLIANCE_PATHS.board} kind="quiet">
              Bỏ lọc
            </LinkButton>
          )}
        </div>
      </form>
      {isFiltered(filter) ? (
        <Clauses caption={`${formatNumber(lines.length)} điều khoản khớp với bộ lọc`} lines={lines} />
      ) : (
        <AttentionFirst lines={lines} />
      )}
    </DeskLayout>
  );
}

/** The few clauses that ask for something, the late ones first; the others, as the regulation has them, one tap away. */
function AttentionFirst({ lines }: { readonly lines: readonly BoardLine[] }) {
  const asking = (["late", "soon"] as const).flatMap((state) => lines.filter((line) => line.state === state));
  const rest = lines.filter((line) => !asking.includes(line));
  if (asking.length === 0) return <Clauses caption={`${formatNumber(rest.length)} điều khoản`} lines={rest} />;
  return (
    <>
      <Clauses
        caption={`Cần chú ý: ${formatNumber(asking.length)} trong ${formatNumber(lines.length)} điều khoản`}
        lines={asking}
      />
      <details>
        <summary>{formatNumber(rest.length)} điều khoản còn lại</summary>
        <Clauses caption={`${formatNumber(rest.length)} điều khoản còn lại`} captionHidden lines={rest} />
      </details>
    </>
  );
}

const Clauses = (props: { caption: string; captionHidden?: boolean; lines: readonly BoardLine[] }) => (
  <Table
    caption={props.caption}
    captionHidden={props.captionHidden}
    columns={COLUMNS}
    rows={props.lines}
    rowKey={({ clause }) => clause}
    empty={<EmptyState title="Không có điều khoản nào khớp" icon="scale" />}
  />
);

const SHORT = 80;

function shortText(clause: string): string {
  const text = TEXT_OF.get(clause)?.text ?? "";
  return text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(" ", SHORT))} …`;
}

const COLUMNS: readonly Column<BoardLine>[] = [
  {
    key: "clause",
    label: "Điều khoản",
    heads: true,
    cell: ({ clause }) => (
      <>
        <a href={COMPLIANCE_PATHS.clause(clause)}>{clauseWords(clause)}</a>
        <span class="cell-note">{shortText(clause)}</span>
      </>
    ),
  },
  {
    key: "does",
    label: "Cổng làm gì",
    cell: ({ does, how }) => (
      <>
        {does}
        <span class="cell-note">{HOWS[how]}</span>
      </>
    ),
  },
  {
    key: "state",
    label: "Tình trạng",
    cell: ({ state, findings }) => (
      <>
        <StateTag state={state} />
        {findings.slice(0, 2).map(({ text, href }) => (
          <span class="cell-note" key={text}>
            {href ? <a href={href}>{text}</a> : text}
          </span>
        ))}
        {findings.length > 2 && <span class="cell-note">và {formatNumber(findings.length - 2)} việc nữa</span>}
      </>
    ),
  },
  {
    key: "evidence",
    label: "Chứng cứ mới nhất",
    cell: ({ lastEvidence }) => (lastEvidence ? formatDateTime(lastEvidence) : "–"),
  },
  {
    key: "tests",
    label: "Kiểm thử",
    align: "end",
    cell: ({ tests }) => (tests === null ? "–" : formatNumber(tests)),
  },
];
