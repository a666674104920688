import { LinkButton } from "../ui/button.tsx";
import { Notice } from "../ui/feedback.tsx";
import { formatNumber } from "../ui/format.ts";
import { JOB_STATES, type Job } from "./job.ts";

export const JOBS_PATH = "/ban-bien-tap/viec-dai";

/** How far, as a bar and in words. */
export function JobBar({ job }: { readonly job: Pick<Job, "id" | "done" | "total" | "title"> }) {
  const words = `${formatNumber(job.done)} trên ${formatNumber(job.total)}`;
  return (
    <>
      <progress class="job-bar" max={Math.max(1, job.total)} value={job.done} aria-label={`Tiến độ: ${job.title}`}>
        {words}
      </progress>
      <span class="cell-note">{words}</span>
    </>
  );
}

/** Work that goes on behind a page: how far it is, and how the page is kept from renewing itself. */
export function JobProgress({
  job,
  here,
  isStill,
}: {
  readonly job: Job;
  readonly here: string;
  readonly isStill: boolean;
}) {
  return (
    <Notice title={job.cancelAskedAt ? "Đang dừng" : JOB_STATES[job.state]}>
      <p>
        <JobBar job={job} />
      </p>
      <p>
        Có thể rời trang này; việc vẫn tiếp tục. Dừng việc ở trang <a href={JOBS_PATH}>Việc dài</a>.
      </p>
      <LinkButton href={isStill ? here : `${here}?tu-lam-moi=khong`} kind="quiet">
        {isStill ? "Cho trang tự làm mới" : "Trang tự làm mới sau 4 giây; ngừng tự làm mới"}
      </LinkButton>
    </Notice>
  );
}
