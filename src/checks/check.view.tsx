import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { STANDINGS, type Standing } from "../duties/standing.ts";
import type { FormState } from "../http/form-state.ts";
import { Actions, Button } from "../ui/button.tsx";
import { type Column, PageHead, Panel, Table } from "../ui/data.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { formatDateTime, formatDay, formatNumber } from "../ui/format.ts";
import type { IconName } from "../ui/icon.tsx";
import { Tag } from "../ui/status.tsx";
import type { FileHealth } from "./checks.queries.ts";

export const CHECK_PATH = "/ban-bien-tap/kiem-tra";

export interface ChangeLine {
  readonly seq: number;
  readonly at: string;
  /** "Đăng lên Cổng" */
  readonly act: string;
  readonly what: string;
  readonly href: string;
  readonly who: string;
}

export interface SlotLine {
  readonly slot: string;
  /** "Đầu giờ buổi sáng" */
  readonly part: string;
  readonly day: string;
  /** "07:00–08:30" */
  readonly hours: string;
  readonly standing: Standing;
  readonly at: string | null;
  readonly name: string;
  readonly note: string;
}

export interface CheckPageProps {
  readonly desk: DeskFrame;
  /** The check whose turn it is; null on a day off, before its hour, and when it is done. */
  readonly current: SlotLine | null;
  /** The next one, in words, when none has its turn. */
  readonly next: string;
  readonly mayRecord: boolean;
  readonly shown: readonly ChangeLine[];
  readonly unusual: readonly ChangeLine[];
  readonly seen: number;
  readonly files: FileHealth;
  readonly past: readonly SlotLine[];
  /** Over the days listed. */
  readonly counts: Readonly<Record<Standing, number>>;
  readonly form: FormState;
  readonly done: string | undefined;
}

const TONES: Readonly<Record<Standing, { icon: IconName; tone: "quiet" | "wait" | "good" | "back" | "stop" }>> = {
  ahead: { icon: "schedule", tone: "quiet" },
  open: { icon: "schedule", tone: "wait" },
  done: { icon: "check", tone: "good" },
  "done-late": { icon: "alert", tone: "back" },
  late: { icon: "alert", tone: "back" },
  missed: { icon: "cancelled", tone: "stop" },
};

/** Đ12.k2 on one page, for a phone: what changed since the last check, one tap when all is well, a word when not. */
export function CheckPage(props: CheckPageProps) {
  const { desk, current, next, mayRecord, shown, unusual, files, past, counts, form, done } = props;
  return (
    <DeskLayout desk={desk} title="Kiểm tra Cổng" path={CHECK_PATH}>
      <PageHead
        title={current ? `Kiểm tra ${current.part.toLowerCase()}` : "Kiểm tra Cổng"}
        lead={
          current
            ? `${formatDay(current.day)}, trong giờ ${current.hours}${current.standing === "late" ? ": đã quá giờ, sẽ được ghi là làm muộn." : "."}`
            : next
        }
      />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      <Changes title="Công chúng thấy khác so với lần kiểm tra trước" none="Không có thay đổi nào." lines={shown} />
      <Changes title="Việc ít gặp, nên xem lại" none="Không có việc nào." lines={unusual} />
      <Files files={files} />
      {current && mayRecord && <RecordForm {...props} current={current} />}
      <Panel title="30 ngày qua">
        <p>
          {formatNumber(counts.done)} lần đúng giờ, {formatNumber(counts["done-late"])} lần muộn,{" "}
          {formatNumber(counts.missed)} lần bỏ lỡ.
        </p>
        <Table
          caption="Các lần kiểm tra, mới nhất trước"
          captionHidden
          rows={past}
          rowKey={({ slot }) => slot}
          columns={COLUMNS}
        />
      </Panel>
    </DeskLayout>
  );
}

function Changes({ title, none, lines }: { title: string; none: string; lines: readonly ChangeLine[] }) {
  return (
    <section>
      <h2>
        {title} ({formatNumber(lines.length)})
      </h2>
      {lines.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul class="work-notices">
          {lines.map(({ seq, at, act, what, href, who }) => (
            <li key={seq}>
              <a href={href}>
                {act}: {what}
              </a>{" "}
              <span class="work-when">
                {who}, <time dateTime={at}>{formatDateTime(at)}</time>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Files({ files: { files, unread, oldest, faults } }: { readonly files: FileHealth }) {
  return (
    <section>
      <h2>Ảnh, tệp đang lưu</h2>
      {faults.length === 0 ? (
        <p>
          {formatNumber(files)} tệp, đọc lại đến đâu đúng từng byte đến đó
          {oldest ? `; tệp đọc lâu nhất lúc ${formatDateTime(oldest)}` : ""}
          {unread > 0 ? `; còn ${formatNumber(unread)} tệp đang chờ đọc lại` : ""}.
        </p>
      ) : (
        <Notice kind="warn" title={`${formatNumber(faults.length)} tệp không còn như khi nhận`}>
          <ul>
            {faults.map(({ hash, fault }) => (
              <li key={hash}>
                <code>{hash.slice(0, 12)}…</code>: {fault}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}

function RecordForm({ desk, current, seen, form }: CheckPageProps & { readonly current: SlotLine }) {
  return (
    <Panel title="Ghi kết quả">
      <form class="form" method="post" action={CHECK_PATH}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="lan" value={current.slot} />
        <input type="hidden" name="da-xem" value={seen} />
        <Actions>
          <Button kind="primary" icon="check" name="ket-qua" value="ok">
            Đã kiểm tra, không có vấn đề
          </Button>
        </Actions>
        <TextArea
          name="van-de"
          label="Vấn đề gặp phải"
          hint="Ở trang nào, sai thế nào. Trưởng Ban biên tập nhận được ngay."
          optional
          value={form.typed["van-de"]}
          error={form.errors["van-de"]}
        />
        <Button icon="alert" name="ket-qua" value="problem">
          Báo Trưởng Ban có vấn đề
        </Button>
      </form>
    </Panel>
  );
}

const COLUMNS: readonly Column<SlotLine>[] = [
  { key: "ngay", label: "Ngày", heads: true, cell: ({ day, part }) => `${formatDay(day)}, ${part.toLowerCase()}` },
  {
    key: "tinh-trang",
    label: "Tình trạng",
    cell: ({ standing }) => (
      <Tag icon={TONES[standing].icon} tone={TONES[standing].tone}>
        {STANDINGS[standing]}
      </Tag>
    ),
  },
  { key: "luc", label: "Lúc", cell: ({ at }) => (at ? formatDateTime(at) : "") },
  { key: "ai", label: "Người kiểm tra", cell: ({ name }) => name },
  { key: "van-de", label: "Vấn đề", cell: ({ note }) => note },
];
