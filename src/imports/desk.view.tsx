import type { ComponentChildren } from "preact";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { Job } from "../jobs/job.ts";
import { JobProgress } from "../jobs/progress.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { FileInput } from "../ui/choice.tsx";
import { type Column, PageHead, Panel, Table } from "../ui/data.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { formatNumber } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import type { ImportColumn } from "./import-kind.ts";
import type { JudgedRow } from "./judge.ts";

interface ImportFrame {
  readonly desk: DeskFrame;
  readonly nonce: string;
  /** "văn bản" */
  readonly what: string;
  readonly path: string;
  readonly list: { readonly href: string; readonly label: string };
}

interface ImportPageProps {
  readonly view: ImportFrame;
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
}

function ImportPage({ view: { desk, nonce, path, list }, title, lead, actions, children }: ImportPageProps) {
  const breadcrumbs = [{ label: "Bàn làm việc", href: "/ban-bien-tap" }, list, { label: title }];
  return (
    <DeskLayout desk={desk} title={title} path={path} nonce={nonce} breadcrumbs={breadcrumbs}>
      <PageHead title={title} lead={lead} actions={actions} />
      {children}
    </DeskLayout>
  );
}

export interface ChooseView extends ImportFrame {
  readonly columns: readonly ImportColumn[];
  readonly fault: string | null;
}

/** Step 1: the template, and the file. */
export function ChoosePage({ view }: { readonly view: ChooseView }) {
  const { desk, what, path, list, columns, fault } = view;
  return (
    <ImportPage
      view={view}
      title={`Nhập ${what} từ bảng tính`}
      lead="Điền bảng mẫu, chọn tệp, xem trước từng dòng, rồi mới nhập. Trước khi xem lại chưa có gì được ghi."
      actions={
        <LinkButton href={`${path}/mau.xlsx`} icon="download" download>
          Tải bảng mẫu
        </LinkButton>
      }
    >
      {fault && <ErrorSummary items={[{ text: fault, href: "#tep" }]} title="Chưa đọc được bảng" />}
      <form class="form" method="post" action={path} encType="multipart/form-data" noValidate>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <FileInput
          name="tep"
          label="Tệp bảng tính"
          hint="Excel (.xlsx) hoặc CSV UTF-8, không quá 2.000 dòng. Bảng tải từ danh sách cũng dùng được."
          accept=".xlsx,.csv"
        />
        <Actions>
          <Button kind="primary" icon="eye">
            Xem trước
          </Button>
          <LinkButton href={list.href} kind="quiet">
            Thôi
          </LinkButton>
        </Actions>
      </form>
      <Panel title="Các cột">
        <Table caption="Các cột của bảng" captionHidden columns={COLUMNS} rows={columns} rowKey={({ key }) => key} />
      </Panel>
    </ImportPage>
  );
}

const COLUMNS: readonly Column<ImportColumn>[] = [
  {
    key: "label",
    label: "Tên cột",
    cell: ({ label, needed }) => (
      <>
        {label}
        {needed && <span class="cell-note">Phải có</span>}
      </>
    ),
  },
  { key: "hint", label: "Cách ghi", cell: ({ hint }) => hint || "–" },
  { key: "allowed", label: "Giá trị cho phép", cell: ({ allowed = [] }) => shortList(allowed) || "–" },
];

const shortList = (values: readonly string[]) =>
  values.length > 8 ? `${values.slice(0, 8).join("; ")}… (đủ ở bảng mẫu)` : values.join("; ");

export interface PreviewView extends ImportFrame {
  readonly action: string;
  readonly fileName: string;
  readonly problems: readonly string[];
  readonly rows: readonly JudgedRow[];
}

/** Rows without a fault that are shown; the others are shown all. */
const GOOD_SHOWN = 30;

/** Step 2: every row as it would be taken; the faults first. */
export function PreviewPage({ view }: { readonly view: PreviewView }) {
  const { desk, path, action, fileName, problems, rows } = view;
  const bad = rows.filter(({ faults }) => faults.length > 0);
  const present = rows.filter((row) => row.present !== null);
  const good = rows.filter((row) => row.faults.length === 0 && row.present === null);
  const shown = [...bad, ...present.slice(0, GOOD_SHOWN), ...good.slice(0, GOOD_SHOWN)];
  return (
    <ImportPage view={view} title="Xem trước bảng" lead={`${fileName}: ${formatNumber(rows.length)} dòng.`}>
      <ErrorSummary items={problems.map((text) => ({ text }))} />
      <Notice
        kind={bad.length > 0 ? "warn" : "ok"}
        title={`${formatNumber(good.length)} dòng nhập được, ${formatNumber(bad.length)} dòng có lỗi, ${formatNumber(present.length)} dòng đã có từ trước`}
      >
        <p>
          {bad.length > 0
            ? "Dòng có lỗi sẽ bị bỏ qua. Có thể sửa trong bảng tính rồi chọn lại tệp: dòng đã nhập sẽ không bị nhập hai lần."
            : "Chưa có gì được ghi. Khi nhập, từng dòng được xét lại như khi nhập bằng tay."}
        </p>
      </Notice>
      <form method="post" action={action}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Actions>
          {good.length > 0 && <Button kind="primary">{`Nhập ${formatNumber(good.length)} dòng`}</Button>}
          <LinkButton href={path} kind={good.length > 0 ? "quiet" : "secondary"}>
            Chọn tệp khác
          </LinkButton>
        </Actions>
      </form>
      <Table
        caption={
          shown.length < rows.length
            ? `Dòng có lỗi, và ${formatNumber(shown.length - bad.length)} dòng đầu trong số còn lại`
            : "Từng dòng"
        }
        columns={JUDGED}
        rows={shown}
        rowKey={({ line }) => String(line)}
      />
    </ImportPage>
  );
}

const JUDGED: readonly Column<JudgedRow>[] = [
  { key: "line", label: "Dòng", heads: true, cell: ({ line }) => formatNumber(line) },
  { key: "name", label: "Nội dung", cell: ({ name }) => name || "–" },
  {
    key: "verdict",
    label: "Kết quả xem trước",
    cell: ({ faults, present }) =>
      faults.length > 0 ? (
        <>
          <Tag icon="alert" tone="stop">
            Có lỗi
          </Tag>
          {faults.map((fault) => (
            <span class="cell-note" key={fault}>
              {fault}
            </span>
          ))}
        </>
      ) : present !== null ? (
        <>
          <Tag icon="check">Đã có</Tag>
          <span class="cell-note">{present}</span>
        </>
      ) : (
        <Tag icon="check" tone="good">
          Nhập được
        </Tag>
      ),
  },
];

interface ResultLine {
  readonly line: number;
  readonly name: string;
  readonly outcome: string;
  readonly isRefused: boolean;
  readonly reasons: readonly string[];
}

export interface ResultView extends ImportFrame {
  readonly action: string;
  readonly fileName: string;
  readonly problems: readonly string[];
  readonly job: Job;
  readonly counts: Readonly<Record<"entered" | "present" | "refused" | "waiting", number>>;
  readonly lines: readonly ResultLine[];
  readonly isOpen: boolean;
  /** The reader stopped the page from renewing itself. */
  readonly isStill: boolean;
}

/** Step 3: what came of each row, while it goes on and afterwards. */
export function ResultPage({ view }: { readonly view: ResultView }) {
  const { action, path, list, fileName, problems, job, lines, isOpen, isStill } = view;
  const refused = lines.filter(({ isRefused }) => isRefused);
  const shown = [...refused, ...lines.filter(({ isRefused }) => !isRefused).slice(0, GOOD_SHOWN)];
  return (
    <ImportPage
      view={view}
      title="Kết quả nhập bảng"
      lead={fileName}
      actions={isOpen ? undefined : <Downloads href={`${action}/ket-qua.csv`} />}
    >
      <ErrorSummary items={problems.map((text) => ({ text }))} />
      {isOpen ? (
        <JobProgress job={job} here={action} isStill={isStill} />
      ) : (
        <Notice kind={refused.length > 0 || job.state !== "DONE" ? "warn" : "ok"} title={job.outcome} live>
          <p>
            <a href={list.href}>Mở {list.label}</a>
            {refused.length > 0 && (
              <>
                {" hoặc sửa các dòng không nhập được rồi "}
                <a href={path}>chọn lại tệp</a>: dòng đã nhập sẽ không bị nhập hai lần
              </>
            )}
            .
          </p>
        </Notice>
      )}
      <Table
        caption={
          shown.length < lines.length
            ? `Dòng không nhập được, và ${formatNumber(GOOD_SHOWN)} dòng đầu trong số còn lại`
            : "Từng dòng"
        }
        columns={[
          { key: "line", label: "Dòng", heads: true, cell: ({ line }: ResultLine) => formatNumber(line) },
          { key: "name", label: "Nội dung", cell: ({ name }) => name || "–" },
          {
            key: "outcome",
            label: "Kết quả",
            cell: ({ outcome, isRefused, reasons }) => (
              <>
                {isRefused ? (
                  <Tag icon="alert" tone="stop">
                    {outcome}
                  </Tag>
                ) : (
                  <Tag icon="check">{outcome}</Tag>
                )}
                {reasons.map((reason) => (
                  <span class="cell-note" key={reason}>
                    {reason}
                  </span>
                ))}
              </>
            ),
          },
        ]}
        rows={shown}
        rowKey={({ line }) => String(line)}
      />
    </ImportPage>
  );
}
