import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { addDays, type Day, dayOf, type Instant, startOfDay } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { quoted } from "../kernel/vietnamese.ts";
import { afterWorkingTime } from "../kernel/working-time.ts";
import type { State } from "../regulation/states.ts";
import type { Db } from "../storage/database.ts";

interface Step extends Duty {
  readonly states: readonly State[];
  readonly days: "duties.headDays" | "duties.reviewDays" | "duties.finalDays" | "duties.postDays";
}

const step = (
  key: string,
  name: string,
  hat: Duty["hat"],
  more: Pick<Step, "states" | "days" | "escalateTo">,
): Step => ({
  key,
  name,
  hat,
  clause: "Đ21.k2",
  when: "Trong số ngày làm việc ghi ở Cài đặt, tính từ khi bài đến bước này",
  closedBy: "Bài chuyển sang bước khác",
  remindHours: [],
  ...more,
});

/** How long an article may wait at each of the four steps (REQ-149); the days are settings. */
export const ARTICLE_STEPS: readonly Step[] = [
  step("article-head", "Duyệt bài của đơn vị", "MEMBER", {
    states: ["AWAITING_HEAD"],
    days: "duties.headDays",
    escalateTo: "SECRETARY",
  }),
  step("article-review", "Thẩm định, chỉnh sửa bài", "SECRETARY", {
    states: ["SUBMITTED", "UNDER_REVIEW"],
    days: "duties.reviewDays",
    escalateTo: "CHIEF",
  }),
  step("article-final", "Phê duyệt bài", "CHIEF", {
    states: ["AWAITING_FINAL"],
    days: "duties.finalDays",
    escalateTo: "DIRECTOR",
  }),
  step("article-post", "Đăng bài đã duyệt", "SECRETARY", {
    states: ["APPROVED"],
    days: "duties.postDays",
    escalateTo: "CHIEF",
  }),
];

/** A step is over within this many days, whatever the settings and however long Tết is. */
const LONGEST_DAYS = 60;

export const ARTICLE_DUTIES: DutySource = {
  duties: ARTICLE_STEPS,
  async items({ db, settings, calendar, from, to, unfinished }) {
    const [first, after] = [startOfDay(from), startOfDay(addDays(to, 1))];
    const waits = waitsOf(await readMoves(db, unfinished ? null : addDays(from, -LONGEST_DAYS)));
    return waits.flatMap(({ rule, edition, since, left }): DutyItem[] => {
      if (unfinished && left) return [];
      const due = afterWorkingTime(since, settings[rule.days], settings["duties.workHours"], calendar);
      if (due < first || due >= after) return [];
      const holder = left ? null : (edition.claimed ?? edition.sentTo);
      return [
        {
          duty: rule.key,
          term: { period: since, opens: since, due, gone: null },
          subject: edition.id,
          about: quoted(edition.title || "Bài chưa có tiêu đề"),
          unit: rule.hat === "MEMBER" ? edition.unit : null,
          people: rule.key === "article-review" && holder !== null ? [holder] : [],
          doneAt: left?.to === "WITHDRAWN" ? null : (left?.at ?? null),
          excused: left?.to === "WITHDRAWN" ? `Bài được rút ngày ${dayOf(left.at)}` : "",
          href: `/ban-bien-tap/bai/${edition.id}`,
        },
      ];
    });
  },
};

interface MovedEdition {
  readonly id: Id;
  readonly title: string;
  readonly unit: Id;
  readonly claimed: Id | null;
  readonly sentTo: Id | null;
}

interface Move {
  readonly edition: MovedEdition;
  readonly from: string | null;
  readonly to: string;
  readonly at: Instant;
}

/** Moves since a day; without one, those of editions that wait now. In order of edition and time. */
async function readMoves(db: Db, since: Day | null): Promise<Move[]> {
  let query = db
    .selectFrom("edition_move as move")
    .innerJoin("edition", "edition.id", "move.edition_id")
    .select(["move.from_state", "move.to_state", "move.at"])
    .select(["edition.id", "edition.title", "edition.unit_id", "edition.claimed_by", "edition.submitted_to"]);
  query =
    since === null
      ? query.where("edition.state", "in", [...new Set(ARTICLE_STEPS.flatMap(({ states }) => states))])
      : query.where("move.at", ">=", startOfDay(since));
  const rows = await query.orderBy("edition.id").orderBy("move.evidence_seq").execute();
  return rows.map((row) => ({
    edition: {
      id: row.id,
      title: row.title,
      unit: row.unit_id,
      claimed: row.claimed_by,
      sentTo: row.submitted_to,
    },
    from: row.from_state,
    to: row.to_state,
    at: row.at,
  }));
}

interface Wait {
  readonly rule: Step;
  readonly edition: MovedEdition;
  readonly since: Instant;
  /** The move that ended it. */
  left?: Move;
}

const ruleOf = (state: string | null) => ARTICLE_STEPS.find(({ states }) => states.some((one) => one === state));

/** Every time that an edition waited at a step: taking it up or giving it back within a step begins nothing anew. */
function waitsOf(moves: readonly Move[]): Wait[] {
  const waits: Wait[] = [];
  let open: Wait | undefined;
  for (const move of moves) {
    if (open?.edition.id !== move.edition.id) open = undefined;
    const rule = ruleOf(move.to);
    if (open && open.rule !== rule) open.left = move;
    if (rule === undefined) open = undefined;
    else if (rule !== open?.rule && rule !== ruleOf(move.from)) {
      open = { rule, edition: move.edition, since: move.at };
      waits.push(open);
    }
  }
  return waits;
}
