import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { PageHead, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import { JOB_STATES, type Job } from "./job.ts";
import { JOBS_PATH, JobBar } from "./progress.view.tsx";
import type { Upkeep } from "./upkeep.ts";

export interface JobRow extends Job {
  readonly name: string;
  readonly isOpen: boolean;
  readonly mayCancel: boolean;
}

export interface JobsView {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly rows: readonly JobRow[];
  readonly upkeep: readonly Pick<Upkeep, "kind" | "title" | "hint">[];
  readonly items: readonly SummaryItem[];
  readonly done: string | undefined;
  readonly isRunning: boolean;
  readonly isStill: boolean;
}

/** Long work: how far each is, what came of it, and the button that stops it. */
export function JobsPage({ view }: { readonly view: JobsView }) {
  const { desk, nonce, rows, upkeep, items, done, isRunning, isStill } = view;
  const breadcrumbs = [{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Việc dài" }];
  return (
    <DeskLayout desk={desk} title="Việc dài" path={JOBS_PATH} nonce={nonce} breadcrumbs={breadcrumbs}>
      <PageHead
        title="Việc dài"
        lead="Việc máy chủ làm từng bước nhỏ. Dừng lúc nào cũng được: phần đã làm vẫn giữ, và được ghi rõ ở đây."
        actions={
          isRunning && (
            <LinkButton href={isStill ? JOBS_PATH : `${JOBS_PATH}?tu-lam-moi=khong`}>
              {isStill ? "Cho trang tự làm mới" : "Ngừng tự làm mới"}
            </LinkButton>
          )
        }
      />
      {done && <Notice kind="ok" live title={done} />}
      <ErrorSummary items={items} />
      <Table
        caption="Các việc, đang làm trước"
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Chưa có việc dài nào" icon="clock" />}
        columns={[
          {
            key: "title",
            label: "Việc",
            cell: ({ title, name, createdAt }: JobRow) => (
              <>
                {title}
                <span class="cell-note">
                  {name}, {formatDateTime(createdAt)}
                </span>
              </>
            ),
          },
          { key: "progress", label: "Tiến độ", cell: (job) => <JobBar job={job} /> },
          { key: "state", label: "Tình trạng", cell: (job) => <JobStateCell job={job} /> },
          {
            key: "cancel",
            label: "Dừng",
            cell: ({ id, title, mayCancel }) =>
              mayCancel ? (
                <form method="post" action={`${JOBS_PATH}/${id}/dung`}>
                  <input type="hidden" name="csrf" value={desk.csrf} />
                  <Button kind="danger" icon="close">
                    Dừng<span class="visually-hidden"> {title}</span>
                  </Button>
                </form>
              ) : (
                "–"
              ),
          },
        ]}
      />
      {upkeep.length > 0 && (
        <Panel title="Việc trên Cổng">
          {upkeep.map(({ kind, title, hint }) => (
            <form class="form" method="post" action={JOBS_PATH} key={kind}>
              <input type="hidden" name="csrf" value={desk.csrf} />
              <input type="hidden" name="viec" value={kind} />
              <p>{hint}</p>
              <Button>{title}</Button>
            </form>
          ))}
        </Panel>
      )}
    </DeskLayout>
  );
}

function JobStateCell({ job: { state, outcome, cancelAskedAt, isOpen, endedAt } }: { readonly job: JobRow }) {
  if (isOpen) {
    return (
      <Tag icon="clock" tone={state === "RUNNING" ? "work" : "wait"}>
        {cancelAskedAt ? "Đang dừng" : JOB_STATES[state]}
      </Tag>
    );
  }
  return (
    <>
      {state === "DONE" ? (
        <Tag icon="check" tone="good">
          {JOB_STATES[state]}
        </Tag>
      ) : (
        <Tag icon={state === "FAILED" ? "alert" : "cancelled"} tone={state === "FAILED" ? "stop" : "back"}>
          {JOB_STATES[state]}
        </Tag>
      )}
      <span class="cell-note">
        {outcome}
        {endedAt && ` ${formatDateTime(endedAt)}.`}
      </span>
    </>
  );
}
