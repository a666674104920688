import type { ComponentChildren } from "preact";
import type { DeskFrame } from "../desk/layout.view.tsx";
import { attachmentAddress } from "../media/addresses.ts";
import { hatName } from "../regulation/hats.ts";
import { Panel, Timeline } from "../ui/data.tsx";
import { ClauseMark } from "../ui/feedback.tsx";
import { formatBytes, formatDate, formatDateTime } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";

/** So many working days before it is due, the colour says so. */
const SOON = 2;

/** Until when, in a colour and in words: how many working days are left, or how late it is. */
export function DueTag({ due, left, isOpen }: { due: string; left: number; isOpen: boolean }) {
  const day = formatDate(`${due}T00:00:00Z`);
  if (!isOpen) return <>{day}</>;
  const [icon, tone, words] =
    left < 0
      ? (["alert", "stop", `quá ${-left} ngày làm việc`] as const)
      : left === 0
        ? (["clock", "wait", "hết hạn hôm nay"] as const)
        : ([
            left <= SOON ? "clock" : "calendar",
            left <= SOON ? "wait" : "quiet",
            `còn ${left} ngày làm việc`,
          ] as const);
  return (
    <>
      {day}{" "}
      <Tag icon={icon} tone={tone}>
        {words}
      </Tag>
    </>
  );
}

export interface SlipHistoryLine {
  readonly id: string;
  readonly label: string;
  readonly person: string;
  readonly hat: string;
  readonly at: string;
  readonly clause: string;
  readonly reason: string | null;
  readonly exception: string | null;
}

/** Who did what, when, by which clause; first things first. */
export function SlipHistory({ lines }: { readonly lines: readonly SlipHistoryLine[] }) {
  return (
    <Panel title="Quá trình xử lý">
      <Timeline
        items={lines.map(({ id, label, person, hat, at, clause, reason, exception }) => ({
          id,
          title: (
            <>
              {label}
              <ClauseMark clause={clause} />
            </>
          ),
          when: formatDateTime(at),
          at,
          detail: (
            <>
              {person}
              {hat !== "SYSTEM" && `, ${hatName(hat)}`}
              {reason && <p>{reason}</p>}
              {exception && <p>Ngoại lệ, lý do: “{exception}”</p>}
            </>
          ),
        }))}
      />
    </Panel>
  );
}

export interface SlipFile {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
}

export function SlipFiles({ files }: { readonly files: readonly SlipFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map(({ hash, name, size }) => (
        <li key={hash}>
          <a href={attachmentAddress(hash, name)}>{name}</a> ({formatBytes(size)})
        </li>
      ))}
    </ul>
  );
}

export interface StepFormProps {
  readonly desk: DeskFrame;
  readonly action: string;
  readonly act: string;
  readonly title: string;
  readonly clause: string;
  readonly children: ComponentChildren;
}

/** One step that may be made now, with what it asks for. */
export function StepForm({ desk, action, act, title, clause, children }: StepFormProps) {
  return (
    <Panel title={title}>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="viec" value={act} />
        <p class="hint">
          Căn cứ:
          <ClauseMark clause={clause} />
        </p>
        {children}
      </form>
    </Panel>
  );
}

/** Words as they were sent: lines kept, nothing read as markup. */
export function SentWords({ text }: { readonly text: string }) {
  return (
    <div class="prose">
      <blockquote>
        {text
          .split(/\n+/)
          .filter(Boolean)
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </blockquote>
    </div>
  );
}
