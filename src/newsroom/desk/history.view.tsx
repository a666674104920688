import type { Id } from "../../kernel/ids.ts";
import { clauseWords } from "../../regulation/clause-words.ts";
import { hatName } from "../../regulation/hats.ts";
import { Timeline, type TimelineEntry } from "../../ui/data.tsx";
import { formatDateTime } from "../../ui/format.ts";
import type { HistoryLine, MoveLine, VersionLine } from "../history-lines.queries.ts";
import { copiedEdition } from "./copy-note.ts";
import { paths } from "./paths.ts";
import { DID, TAKEDOWN_REASONS } from "./words.ts";

/** Steps and versions in sight at first; the rest is one press away. */
const SHOWN = 4;

/** What happened, latest first: who, in which hat, under which paper, when, by which clause, and why. */
export function History({ lines, edition }: { readonly lines: readonly HistoryLine[]; readonly edition: Id }) {
  // The first text comes with the article itself: it is no act of its own.
  const told = lines.filter((line) => line.kind === "move" || line.version > 1).toReversed();
  const entries = told.map((line) => (line.kind === "move" ? moveEntry(line) : versionEntry(line, edition)));
  const [shown, rest] = [entries.slice(0, SHOWN), entries.slice(SHOWN)];
  return (
    <>
      <Timeline items={shown} />
      {rest.length > 0 && (
        <details class="more">
          <summary>Xem {rest.length} việc trước đó</summary>
          <Timeline items={rest} />
        </details>
      )}
    </>
  );
}

const BACK: readonly string[] = ["returnToAuthor", "sendBack", "returnUnapproved", "release", "missSchedule"];
const STOP: readonly string[] = ["cancel", "withdraw", "decideTakedown", "executeTakedown"];
const GOOD: readonly string[] = ["approve", "publish", "publishScheduled"];

function moveEntry(line: MoveLine): TimelineEntry {
  const tone = BACK.includes(line.act)
    ? ("back" as const)
    : STOP.includes(line.act)
      ? ("stop" as const)
      : GOOD.includes(line.act)
        ? ("good" as const)
        : undefined;
  return {
    id: line.id,
    icon: tone === "back" ? "returned" : tone === "stop" ? "cancelled" : tone === "good" ? "check" : "history",
    title: (
      <>
        <strong>{line.name}</strong> {DID[line.act]}
      </>
    ),
    when: formatDateTime(line.at),
    at: line.at,
    detail: <MoveDetail line={line} />,
    tone,
  };
}

function MoveDetail({ line }: { readonly line: MoveLine }) {
  const { input, onBehalf } = line;
  const hat = line.hat === "SYSTEM" ? "Hệ thống" : hatName(line.hat);
  const note = line.act === "decideTakedown" ? TAKEDOWN_REASONS[input.note ?? ""] : input.note;
  return (
    <>
      <p>
        {hat}
        {onBehalf && `, thay mặt ${hatName(onBehalf.hat)} ${onBehalf.name} theo giấy ủy quyền số ${onBehalf.document}`}.
        Theo {clauseWords(line.clause)}.
      </p>
      {(line.addressee || input.addressee) && <p>{addresseeWords(line)}</p>}
      {line.reason && <p>Lý do: “{line.reason}”</p>}
      {note && <p>Ghi chú: “{note}”</p>}
      {input.point && <p>Thuộc điểm {input.point} khoản 1 Điều 17.</p>}
      {input.checked && input.checked.length > 0 && <p>Đã đánh dấu {input.checked.length} điểm kiểm tra.</p>}
      {input.publishAt && <p>Giờ đăng: {formatDateTime(input.publishAt)}.</p>}
      {line.exception && <p>Ngoại lệ, lý do: “{line.exception}”</p>}
    </>
  );
}

function addresseeWords({ addressee, input }: MoveLine): string {
  if (input.addressee === "SECRETARY") return "Nơi nhận: Thư ký Ban biên tập.";
  if (input.addressee === "MEMBER") return "Nơi nhận: đơn vị, người viết.";
  return addressee ? `Nơi nhận: ${addressee}.` : "";
}

function versionEntry(line: VersionLine, edition: Id): TimelineEntry {
  return {
    id: `ban-${line.version}`,
    icon: "edit",
    title: (
      <>
        <strong>{line.name}</strong> lưu bản {line.version}
      </>
    ),
    when: formatDateTime(line.at),
    at: line.at,
    detail: (
      <p>
        {hatName(line.hat)}. <VersionNote line={line} />
        <a href={`${paths.compare(edition)}?tu=${line.version - 1}&den=${line.version}`}>Xem đã sửa những gì</a>
      </p>
    ),
  };
}

function VersionNote({ line }: { readonly line: VersionLine }) {
  return line.note && !copiedEdition(line.note) ? <>“{line.note}” </> : null;
}

/** Every text that was kept, latest first, with what it changed. */
export function Versions({ versions, edition }: { readonly versions: readonly VersionLine[]; readonly edition: Id }) {
  return (
    <ol class="versions" reversed>
      {versions.toReversed().map((line) => (
        <li key={line.version} value={line.version}>
          Bản {line.version}: {line.name}, {formatDateTime(line.at)}
          {line.version > 1 && (
            <>
              {" · "}
              <a href={`${paths.compare(edition)}?tu=${line.version - 1}&den=${line.version}`}>
                so với bản {line.version - 1}
              </a>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
