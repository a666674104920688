import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { STANDINGS, type Standing } from "../duties/standing.ts";
import type { FormState } from "../http/form-state.ts";
import type { BrokenLink, LinkHealth } from "../links/links.queries.ts";
import { Button } from "../ui/button.tsx";
import { type Column, PageHead, Panel, Table } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { formatDateTime, formatDay, formatNumber } from "../ui/format.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Tag } from "../ui/status.tsx";
import type { FileHealth } from "./checks.queries.ts";
import { CHECK_PATH } from "./paths.ts";

export interface ChangeLine {
  readonly seq: number;
  readonly at: string;
  /** "Đăng lên Cổng" */
  readonly act: string;
  readonly what: string;
  readonly href: string;
  readonly who: string;
}

/** Changes of one kind, as one line to open. */
export interface ChangeGroup {
  readonly act: string;
  readonly lines: readonly ChangeLine[];
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
  readonly shown: readonly ChangeGroup[];
  readonly unusual: readonly ChangeGroup[];
  readonly seen: number;
  readonly files: FileHealth;
  readonly links: LinkHealth;
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
  const { desk, current, next, mayRecord, shown, unusual, files, links, past, counts, form, done } = props;
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
      <Changes title="Thay đổi từ lần kiểm tra trước" none="Công chúng chưa thấy gì khác lần trước." groups={shown} />
      {unusual.length > 0 && <Changes title="Việc ít gặp, nên xem lại" none="" groups={unusual} />}
      {links.broken.length > 0 && <Links links={links} />}
      {files.faults.length > 0 && <Files files={files} />}
      {current && mayRecord && <RecordForm {...props} current={current} />}
      {files.faults.length === 0 && <Files files={files} />}
      {links.broken.length === 0 && <Links links={links} />}
      <Past past={past} counts={counts} />
    </DeskLayout>
  );
}

const countOf = (groups: readonly ChangeGroup[]) => groups.reduce((sum, { lines }) => sum + lines.length, 0);

function Changes({ title, none, groups }: { title: string; none: string; groups: readonly ChangeGroup[] }) {
  return (
    <section>
      <h2>
        {title}
        {groups.length > 0 && ` (${formatNumber(countOf(groups))})`}
      </h2>
      {groups.length === 0 ? (
        <p>{none}</p>
      ) : (
        <div class="check-changes">
          {groups.map(({ act, lines }) => (
            <details key={act} class="check-group" open={countOf(groups) <= OPEN_UP_TO}>
              <summary class="check-summary">
                {act}
                <span class="count">{formatNumber(lines.length)}</span>
                <Icon name="down" />
              </summary>
              <ul class="work-notices">
                {lines.map(({ seq, at, what, href, who }) => (
                  <li key={seq}>
                    <a href={href}>{what}</a>
                    <span class="work-when">
                      {who}, <time dateTime={at}>{formatDateTime(at)}</time>
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      )}
    </section>
  );
}

/** So few changes are read without opening anything. */
const OPEN_UP_TO = 8;

/** The last weeks: what was not as it should be at once, every check when asked for. */
function Past({ past, counts }: Pick<CheckPageProps, "past" | "counts">) {
  const telling = past.filter(({ standing, note }) => note !== "" || standing === "missed" || standing === "done-late");
  return (
    <Panel title="30 ngày qua">
      <p>
        {formatNumber(counts.done)} lần đúng giờ, {formatNumber(counts["done-late"])} lần muộn,{" "}
        {formatNumber(counts.missed)} lần bỏ lỡ.
      </p>
      {past.length === 0 && <EmptyState title="Chưa có lần kiểm tra nào" icon="schedule" />}
      {telling.length > 0 && (
        <Table
          caption="Lần muộn, bỏ lỡ hoặc có vấn đề"
          rows={telling}
          rowKey={({ slot }) => slot}
          columns={TELLING_COLUMNS}
        />
      )}
      {past.length > 0 && (
        <details class="check-all">
          <summary>Xem cả {formatNumber(past.length)} lần</summary>
          <Table
            caption="Các lần kiểm tra, mới nhất trước"
            captionHidden
            rows={past}
            rowKey={({ slot }) => slot}
            columns={COLUMNS}
          />
        </details>
      )}
    </Panel>
  );
}

function Files({ files: { files, unread, faults } }: { readonly files: FileHealth }) {
  return (
    <section>
      <h2>Ảnh và tệp</h2>
      {faults.length === 0 ? (
        <p>
          {files === 0
            ? "Chưa có tệp nào."
            : `Máy chủ tự đọc lại từng tệp: ${formatNumber(files - unread)} trên ${formatNumber(files)} tệp đã đọc lại, không tệp nào bị mất hay bị sửa.`}
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

function Links({ links: { targets, unseen, isCutOff, broken } }: { readonly links: LinkHealth }) {
  return (
    <section>
      <h2>
        Liên kết hỏng
        {broken.length > 0 && ` (${formatNumber(broken.length)})`}
      </h2>
      {broken.length === 0 ? (
        <p>
          {targets === 0
            ? "Chưa xem liên kết nào."
            : `Đã xem ${formatNumber(targets - unseen)} trên ${formatNumber(targets)} nơi mà các trang công khai dẫn tới, không nơi nào hỏng.`}
        </p>
      ) : (
        <ul class="work-notices">
          {broken.map((link) => (
            <li key={link.href}>
              <BrokenLine {...link} />
            </li>
          ))}
        </ul>
      )}
      {isCutOff && (
        <p>
          Một ngày nay không nơi nào bên ngoài trả lời: có lẽ máy chủ này không ra được Internet, nên liên kết ra ngoài
          chưa được xét.
        </p>
      )}
    </section>
  );
}

function BrokenLine({ href, why, goodAt, uses }: BrokenLink) {
  return (
    <>
      <span class="work-when">
        <code>{href}</code>: {why}
        {goodAt && (
          <>
            , lần cuối còn mở được <time dateTime={goodAt}>{formatDateTime(goodAt)}</time>
          </>
        )}
      </span>
      {uses.slice(0, MOST_USES).map(({ page, words }) => (
        <a key={page} href={page}>
          {words ? `“${words}” ở ${page}` : page}
        </a>
      ))}
      {uses.length > MOST_USES && <span>và {formatNumber(uses.length - MOST_USES)} trang khác</span>}
    </>
  );
}

const MOST_USES = 5;

function RecordForm({ desk, current, seen, form }: CheckPageProps & { readonly current: SlotLine }) {
  const hidden = (
    <>
      <input type="hidden" name="csrf" value={desk.csrf} />
      <input type="hidden" name="lan" value={current.slot} />
      <input type="hidden" name="da-xem" value={seen} />
    </>
  );
  return (
    <section class="panel check-record" aria-labelledby="ghi-ket-qua">
      <h2 class="panel-title" id="ghi-ket-qua">
        Ghi kết quả
      </h2>
      <form method="post" action={CHECK_PATH}>
        {hidden}
        <Button kind="primary" icon="check" name="ket-qua" value="ok">
          Đã kiểm tra, không có vấn đề
        </Button>
      </form>
      <details open={form.items.length > 0}>
        <summary>Có vấn đề cần báo</summary>
        <form class="form" method="post" action={CHECK_PATH}>
          {hidden}
          <TextArea
            name="van-de"
            label="Vấn đề gặp phải"
            hint="Ở trang nào, sai thế nào. Trưởng Ban biên tập nhận được ngay."
            rows={3}
            value={form.typed["van-de"]}
            error={form.errors["van-de"]}
          />
          <Button icon="alert" name="ket-qua" value="problem">
            Báo Trưởng Ban có vấn đề
          </Button>
        </form>
      </details>
    </section>
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
  { key: "luc", label: "Lúc", cell: ({ at }) => (at ? formatDateTime(at) : "–") },
  { key: "ai", label: "Người kiểm tra", cell: ({ name }) => name || "–" },
  { key: "van-de", label: "Vấn đề", cell: ({ note, at }) => note || (at ? "Không có" : "–") },
];

const TELLING_COLUMNS = COLUMNS.filter(({ key }) => key !== "luc");
