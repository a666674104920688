import { Button } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { type Column, Panel, Table } from "../ui/data.tsx";
import { ClauseMark, EmptyState, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { type BoardFrame, BoardPage } from "./board-page.view.tsx";
import { BOARD_PATHS } from "./paths.ts";

export interface AuthorityRow {
  readonly id: string;
  readonly name: string;
  readonly hat: string;
  /** For which articles: "mọi bài", "bài của Phòng Đào tạo". */
  readonly reach: string;
  readonly period: string;
  /** Decision, and the delegation where one is needed. */
  readonly papers: readonly string[];
  /** Why not this very article although the office would do; empty when he may. */
  readonly obstacles: readonly string[];
}

export interface AuthorityPart {
  readonly act: string;
  readonly step: string;
  readonly label: string;
  readonly clause: string;
  readonly rows: readonly AuthorityRow[];
}

export interface AuthorityView {
  readonly frame: BoardFrame;
  readonly day: string;
  readonly dayWords: string;
  readonly dayError?: string | undefined;
  readonly acts: readonly Option[];
  readonly chosen: string;
  readonly parts: readonly AuthorityPart[];
  /** Set when the question is about one article. */
  readonly article: { readonly edition: string; readonly title: string; readonly href: string } | null;
}

/** "Ai có thể làm gì ngày …, theo văn bản nào?": answered from the same rows as the buttons. */
export function AuthorityPage({ view }: { readonly view: AuthorityView }) {
  const { frame, day, dayWords, dayError, acts, chosen, parts, article } = view;
  return (
    <BoardPage
      frame={frame}
      tab={BOARD_PATHS.authority}
      title="Thẩm quyền"
      lead={`Ai có thể làm gì ${dayWords}, theo văn bản nào?`}
    >
      <form class="form" method="get" action={BOARD_PATHS.authority}>
        {article && <input type="hidden" name="bai" value={article.edition} />}
        <Field name="ngay" type="date" label="Ngày" value={day} width="short" error={dayError} />
        <Select name="viec" label="Việc" placeholder="Tất cả" options={acts} value={chosen} optional />
        <Button icon="search">Xem</Button>
      </form>
      {article && (
        <Notice title={article.title}>
          <p>
            Chỉ tính người có thẩm quyền đối với bài này; người đã viết, sửa hoặc làm bước khác của bài được ghi rõ.{" "}
            <a href={article.href}>Mở bài</a>
          </p>
        </Notice>
      )}
      {parts.map(({ act, step, label, clause, rows }) => (
        <Panel key={act} title={`${step}: ${label}`} actions={<ClauseMark clause={clause} />}>
          <Table
            caption={`${label}: ai, theo văn bản nào`}
            captionHidden
            columns={article ? [...COLUMNS, OBSTACLES] : COLUMNS}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyState title={`Không có ai ${dayWords}`} icon="alert" />}
          />
        </Panel>
      ))}
    </BoardPage>
  );
}

const COLUMNS: readonly Column<AuthorityRow>[] = [
  { key: "name", label: "Họ và tên", cell: ({ name }) => name },
  { key: "hat", label: "Với vai trò", cell: ({ hat }) => hat },
  { key: "reach", label: "Đối với", cell: ({ reach }) => reach },
  {
    key: "papers",
    label: "Theo văn bản",
    cell: ({ papers }) => papers.join("; "),
  },
  { key: "period", label: "Hiệu lực", cell: ({ period }) => period },
];

const OBSTACLES: Column<AuthorityRow> = {
  key: "obstacles",
  label: "Với bài này",
  cell: ({ obstacles }) => (obstacles.length === 0 ? "Được" : obstacles.join(" ")),
};
