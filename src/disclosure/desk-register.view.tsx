import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { type Column, PageHead, Table } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { formatDate } from "../ui/format.ts";
import { StatusTag } from "../ui/status.tsx";
import type { AddressState } from "./desk-models.ts";
import { type SchoolYear, yearWords } from "./due.ts";
import { DESK_PATHS, PUBLIC_PATHS } from "./paths.ts";
import type { Names } from "./public-models.ts";
import { countWords, StandingTag } from "./public-parts.view.tsx";
import { countStandings, type RegisterLine } from "./register.ts";

export interface RegisterView {
  readonly year: SchoolYear;
  readonly years: readonly SchoolYear[];
  readonly lines: readonly RegisterLine[];
  readonly mayPrepare: (line: RegisterLine) => boolean;
  readonly mayChangeItems: boolean;
  readonly names: Names;
  readonly address: AddressState;
  readonly refusals: readonly SummaryItem[];
  readonly done: string | undefined;
}

/** The register of a school year: what is there, what is late, whose it is, and what to do next (REQ-073). */
export function RegisterPage({ desk, view }: { readonly desk: DeskFrame; readonly view: RegisterView }) {
  const { year, years, lines, names } = view;
  return (
    <DeskLayout
      desk={desk}
      title="Công khai"
      path={DESK_PATHS.home}
      wide
      breadcrumbs={[{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Công khai" }]}
    >
      <PageHead
        title={`Công khai ${yearWords(year)}`}
        lead={`${countWords(countStandings(lines))}.`}
        actions={
          <>
            <LinkButton href={PUBLIC_PATHS.home} icon="external">
              Xem chuyên mục
            </LinkButton>
            <LinkButton href={DESK_PATHS.notices} icon="mail">
              Báo Sở
            </LinkButton>
            {view.mayChangeItems && (
              <LinkButton href={DESK_PATHS.items} icon="list">
                Danh mục công khai
              </LinkButton>
            )}
            <Downloads href={`${DESK_PATHS.home}.csv?nam=${year}`} />
          </>
        }
      />
      {view.done && (
        <Notice kind="ok" live>
          <p>{view.done}</p>
        </Notice>
      )}
      <ErrorSummary items={view.refusals} />
      <AddressNotice address={view.address} />
      <nav aria-label="Năm học" class="disclosure-year-links">
        {years.map((one) => (
          <a key={one} href={DESK_PATHS.year(one)} aria-current={one === year ? "page" : undefined}>
            {one.replace("-", "–")}
          </a>
        ))}
      </nav>
      <Table
        caption={`Sổ công khai ${yearWords(year)}`}
        columns={columns(desk, view, names)}
        rows={lines}
        rowKey={({ item }) => item.id}
        empty={<p>Năm học này chưa có mục nào phải công khai.</p>}
      />
    </DeskLayout>
  );
}

export function AddressNotice({ address: { task } }: { readonly address: AddressState }) {
  if (!task) return null;
  return (
    <Notice kind={task.isLate ? "danger" : "warn"} title="Cần báo Sở địa chỉ chuyên mục Công khai">
      <p>
        Địa chỉ {task.address} có từ {readable(task.since)}; hạn báo {readable(task.due)}
        {task.isLate ? " đã qua" : ""}. Việc này chỉ xong khi ghi ngày và số văn bản ở trang{" "}
        <a href={DESK_PATHS.notices}>Báo Sở</a>.
      </p>
    </Notice>
  );
}

function columns(desk: DeskFrame, { mayPrepare }: RegisterView, names: Names): Column<RegisterLine>[] {
  return [
    {
      key: "item",
      label: "Nội dung",
      cell: ({ item, published, year }) => (
        <>
          {item.group}.{" "}
          {published.length > 0 ? <a href={PUBLIC_PATHS.item(year, item.code)}>{item.title}</a> : item.title}
        </>
      ),
    },
    { key: "standing", label: "Tình trạng", cell: ({ standing }) => <StandingTag standing={standing} /> },
    { key: "due", label: "Hạn", cell: ({ due }) => readable(due) },
    { key: "unit", label: "Đơn vị", cell: ({ item }) => (item.unit && names.get(item.unit)) || "Chưa giao" },
    {
      key: "live",
      label: "Đang hiển thị",
      cell: ({ published }) => {
        const last = published.at(-1);
        if (!last) return "Chưa có";
        return (
          <a href={DESK_PATHS.entry(last.id)}>
            Bản {last.version}, <time dateTime={last.publishedAt!}>{formatDate(last.publishedAt!)}</time>
          </a>
        );
      },
    },
    {
      key: "open",
      label: "Đang làm",
      cell: (line) => <OpenCell desk={desk} line={line} mayPrepare={mayPrepare(line)} />,
    },
  ];
}

function OpenCell({ desk, line, mayPrepare }: { desk: DeskFrame; line: RegisterLine; mayPrepare: boolean }) {
  const { open, item, year, published } = line;
  if (open) {
    return (
      <>
        <a href={DESK_PATHS.entry(open.id)}>Bản {open.version}</a> <StatusTag state={open.state} />
      </>
    );
  }
  if (!mayPrepare) return "–";
  return (
    <form method="post" action={DESK_PATHS.prepare}>
      <input type="hidden" name="csrf" value={desk.csrf} />
      <input type="hidden" name="muc" value={item.id} />
      <input type="hidden" name="nam" value={year} />
      <Button kind="quiet" icon="edit">
        {published.length > 0 ? "Soạn bản thay thế" : "Soạn"}
      </Button>
    </form>
  );
}
