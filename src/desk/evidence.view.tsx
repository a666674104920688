import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { PageHead, Table } from "../ui/data.tsx";
import { ClauseMark, EmptyState } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { Pagination } from "../ui/navigation.tsx";
import { type DeskFrame, DeskLayout } from "./layout.view.tsx";

export interface LogLine {
  readonly seq: number;
  readonly at: string;
  readonly when: string;
  readonly who: string;
  readonly hat: string;
  readonly act: string;
  readonly subject: string;
  /** The same thing's whole story in the log. */
  readonly subjectHref: string;
  readonly clause: string | null;
  readonly reason: string | null;
  /** What was done, value by value. */
  readonly details: readonly { readonly name: string; readonly value: string }[];
  readonly hash: string;
}

export interface LogView {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly path: string;
  /** What of the log this hat reaches, in a sentence. */
  readonly reach: string;
  readonly lines: readonly LogLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly typed: {
    readonly act: string;
    readonly person: string;
    readonly subject: string;
    readonly from: string;
    readonly to: string;
  };
  readonly acts: readonly { readonly value: string; readonly label: string }[];
  readonly people: readonly { readonly value: string; readonly label: string }[];
  href(page: number): string;
  readonly csvHref: string;
}

const HREF = "/ban-bien-tap/nhat-ky";

/** The evidence log, latest first. Nothing here can be changed, by anybody. */
export function LogPage({ view }: { readonly view: LogView }) {
  const { desk, nonce, path, lines, total, page, pages, href } = view;
  const crumbs = [{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Nhật ký" }];
  return (
    <DeskLayout desk={desk} title="Nhật ký" path={path} nonce={nonce} breadcrumbs={crumbs} wide>
      <PageHead
        title="Nhật ký"
        lead={`${view.reach} Không ai sửa hay xóa được dòng nào.`}
        actions={<Downloads href={view.csvHref} />}
      />
      <LogFilterForm view={view} />
      <p>
        Có <strong>{formatNumber(total)}</strong> dòng.
      </p>
      <Table
        caption="Các việc đã làm, mới nhất trước"
        captionHidden
        rows={lines}
        rowKey={({ seq }) => String(seq)}
        empty={<EmptyState title="Không có dòng nào như vậy" icon="history" />}
        columns={[
          { key: "so", label: "Số", cell: ({ seq }) => formatNumber(seq), align: "end" },
          { key: "luc", label: "Lúc", cell: ({ at, when }) => <time dateTime={at}>{when}</time> },
          {
            key: "ai",
            label: "Ai, với vai trò",
            cell: ({ who, hat }) => (
              <>
                {who}
                <br />
                <small>{hat}</small>
              </>
            ),
          },
          { key: "viec", label: "Việc", heads: true, cell: (line) => <Act line={line} /> },
          {
            key: "doi-tuong",
            label: "Đối tượng",
            cell: ({ subject, subjectHref }) => <a href={subjectHref}>{subject}</a>,
          },
          { key: "noi-dung", label: "Nội dung", cell: (line) => <Details line={line} /> },
        ]}
      />
      <Pagination page={page} pages={pages} href={href} />
    </DeskLayout>
  );
}

function Act({ line: { act, clause, reason } }: { readonly line: LogLine }) {
  return (
    <>
      {act}
      {clause && <ClauseMark clause={clause} />}
      {reason && (
        <>
          <br />
          <small>Lý do: {reason}</small>
        </>
      )}
    </>
  );
}

/** The values of the act, and the beginning of the hash that seals them. */
function Details({ line: { details, hash } }: { readonly line: LogLine }) {
  return (
    <small>
      {details.map(({ name, value }) => (
        <span key={name}>
          {name}: {value}
          <br />
        </span>
      ))}
      Mã băm: <code>{hash.slice(0, 12)}…</code>
    </small>
  );
}

function LogFilterForm({ view: { typed, acts, people } }: { readonly view: LogView }) {
  const isFiltered = Object.values(typed).some(Boolean);
  return (
    <form class="filters" method="get" action={HREF} aria-label="Lọc nhật ký">
      <Select name="viec" label="Việc" options={acts} placeholder="Mọi việc" value={typed.act} optional />
      <Select name="nguoi" label="Người" options={people} placeholder="Mọi người" value={typed.person} optional />
      <Field name="tu" label="Từ ngày" type="date" value={typed.from} width="short" optional />
      <Field name="den" label="Đến hết ngày" type="date" value={typed.to} width="short" optional />
      {typed.subject && <input type="hidden" name="doi-tuong" value={typed.subject} />}
      <div class="filters-buttons">
        <Button icon="search">Lọc</Button>
        {isFiltered && (
          <LinkButton kind="quiet" href={HREF}>
            Bỏ lọc
          </LinkButton>
        )}
      </div>
    </form>
  );
}
