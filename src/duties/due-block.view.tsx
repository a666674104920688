import { ClauseMark } from "../ui/feedback.tsx";
import { formatDateTime, formatNumber, formatRelative } from "../ui/format.ts";
import { type DueLine, StandingTag } from "./parts.view.tsx";
import { DUTY_PATH } from "./paths.ts";

const SHOWN = 5;

/** Those whose last instant is nearest, past or to come, in order of it. */
function nearest(lines: readonly DueLine[], now: string): DueLine[] {
  const distance = ({ due }: DueLine) => Math.abs(Date.parse(due) - Date.parse(now));
  return [...lines]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, SHOWN)
    .sort((a, b) => (a.due < b.due ? -1 : 1));
}

/** On one's own first page: the most pressing of what is late or due soon, in any hat. Draws nothing when there is none. */
export function DueBlock({ lines, now }: { readonly lines: readonly DueLine[]; readonly now: string }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="den-han">
      <h2 id="den-han">Việc đến hạn</h2>
      <ul class="work-list">
        {nearest(lines, now).map(({ key, what, clause, href, due, standing, hat }) => (
          <li class="work" key={key}>
            <div class="work-main">
              <h3 class="work-title">{href ? <a href={href}>{what}</a> : what}</h3>
              <p class="work-facts">
                {hat}
                <ClauseMark clause={clause} />
              </p>
            </div>
            <div class="work-state">
              <StandingTag standing={standing} />
              <p class="work-when">
                <time dateTime={due} title={formatDateTime(due)}>
                  {formatRelative(due, now)}
                </time>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href={DUTY_PATH}>Mở trang Việc đến hạn</a>
        {lines.length > SHOWN && `: còn ${formatNumber(lines.length - SHOWN)} việc nữa`}
      </p>
    </section>
  );
}
