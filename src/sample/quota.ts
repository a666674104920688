import { actWithin, type By, type Command } from "../act.ts";
import { addMonths, type Month } from "../kernel/months.ts";
import { decidePlan } from "../plan/commands/decide-plan.ts";
import { linkArticles } from "../plan/commands/link-articles.ts";
import { proposePlan } from "../plan/commands/propose-plan.ts";
import { articlesOf, readPlan } from "../plan/plan.queries.ts";
import { exemptUnit } from "../quota/commands/exempt-unit.ts";
import { markQuality } from "../quota/commands/mark-quality.ts";
import { waitingForMark } from "../quota/marks.queries.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Tx } from "../storage/database.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { daysFrom } from "./days.ts";

/** Working days between two evenings on which articles are marked; those of the last days are left to whoever tries it. */
const EVERY = 10;
const LEFT = 6;
const NOTES = [
  "Ảnh chụp ngược sáng, chưa có chú thích; lần sau gửi kèm tên người trong ảnh.",
  "Bài chưa nêu kết quả cụ thể, nên ghi số học viên tham gia.",
  "Bài đăng chậm so với sự kiện, mất tính thời sự.",
];

/** Marks of quality all along, one exemption, and the plans of this month and the next (Đ16.k3, Đ11.g2, Đ9.k2). */
export function sampleQuota(centre: SampleCentre, clock: SampleClock, from: number): Act[] {
  const days = daysFrom(clock.today);
  const secretary: By = { person: centre.people.thuky!.id, hat: "SECRETARY" };
  const chief: By = { person: centre.people.giamdoc!.id, hat: "CHIEF" };
  const evenings = Array.from({ length: Math.floor((from - LEFT) / EVERY) }, (_, week) => LEFT + week * EVERY);
  const month: Month = days.today.slice(0, 7);
  const unit = centre.units["ngoai-ngu-tin-hoc"]!;
  return [
    ...evenings.map(
      (back): Act => ({
        at: days.at(back, "16:50"),
        run: async (tx, at) => {
          await markAll(tx, at, secretary);
          // What the secretary wrote, or his unit: the head of the board marks it.
          await markAll(tx, at, chief);
        },
      }),
    ),
    {
      at: days.at(20, "09:40"),
      run: async (tx, at) => {
        const exempt = days.day(20).slice(0, 7);
        await enter(tx, at, chief, exemptUnit, {
          unit,
          from: exempt,
          to: exempt,
          decision: "61/QĐ-GDTXHP",
          decisionDay: days.day(21),
          reason: "Cả Trung tâm tập trung tổ chức ba đợt thi chứng chỉ tin học liên tiếp trong tháng.",
        });
      },
    },
    ...plans(centre, month, days),
  ];
}

async function markAll(tx: Tx, at: string, by: By): Promise<void> {
  const criteria = (await readSettings(tx))["quota.criteria"];
  for (const { article, publishedAt } of await waitingForMark(tx, by, at)) {
    // By the minute of its publication: the same on every filling of a day.
    const lot = Number(publishedAt.slice(14, 16)) + Number(publishedAt.slice(8, 10));
    const level = lot % 23 === 0 ? "poor" : lot % 7 === 0 ? "improve" : "good";
    await enter(tx, at, by, markQuality, {
      article,
      level,
      unmet: level === "good" ? [] : [criteria[lot % criteria.length]!],
      note: level === "good" ? "" : NOTES[lot % NOTES.length]!,
      reason: "",
      seen: 0,
    });
  }
}

function plans(centre: SampleCentre, month: Month, days: ReturnType<typeof daysFrom>): Act[] {
  const secretary: By = { person: centre.people.thuky!.id, hat: "SECRETARY" };
  const chief: By = { person: centre.people.giamdoc!.id, hat: "CHIEF" };
  const propose = (
    period: Month,
    orientation: string,
    themes: readonly (readonly [string, string | null, number])[],
  ) => ({
    period,
    orientation,
    themes: themes.map(([name, code, target]) => ({
      key: "" as const,
      name,
      unit: code === null ? null : centre.units[code]!,
      target,
    })),
    seen: 0,
  });
  return [
    {
      at: days.at(24, "14:20"),
      run: async (tx, at) => {
        await enter(
          tx,
          at,
          secretary,
          proposePlan,
          propose(month, "Lấy người học làm trung tâm: nêu gương học viên vượt khó, thầy cô đổi mới cách dạy.", [
            ["Gương học viên vượt khó", "giao-duc-thuong-xuyen", 3],
            ["Dạy và học đổi mới", "dao-tao", 2],
            ["Chuyển đổi số trong Trung tâm", null, 2],
          ]),
        );
      },
    },
    {
      at: days.at(23, "09:10"),
      run: async (tx, at) => {
        const input = { period: month, version: 1, outcome: "decided", note: "", number: "38/KH-GDTXHP" } as const;
        await enter(tx, at, chief, decidePlan, input);
      },
    },
    {
      at: days.at(1, "17:05"),
      run: async (tx, at) => {
        const themes = (await readPlan(tx, month))?.inForce?.themes ?? [];
        const articles = await articlesOf(tx, month);
        const names = new Map(
          (await tx.selectFrom("unit").select(["id", "name"]).execute()).map(({ id, name }) => [id, name]),
        );
        for (const { key, unit, target } of themes) {
          const mine = articles.filter((one) => unit === null || one.unit === names.get(unit));
          const ticked = mine.slice(0, target).map(({ article }) => article);
          if (ticked.length > 0)
            await enter(tx, at, secretary, linkArticles, { period: month, theme: key, ticked, offered: ticked });
        }
      },
    },
    {
      at: days.at(1, "17:20"),
      run: async (tx, at) => {
        await enter(
          tx,
          at,
          secretary,
          proposePlan,
          propose(addMonths(month, 1), "Tổng kết học kỳ, tuyên truyền tuyển sinh và an toàn trường học.", [
            ["Tuyển sinh học kỳ II", "dao-tao", 3],
            ["An toàn, phòng chống cháy nổ", "to-chuc-hanh-chinh", 1],
            ["Kết quả thi, kiểm tra", "giao-duc-thuong-xuyen", 2],
          ]),
        );
      },
    },
  ];
}

/** The sample obeys the rules; when it does not, the sample is wrong. */
async function enter<I, S, C>(tx: Tx, at: string, by: By, command: Command<I, S, C>, input: I): Promise<C> {
  const answer = await actWithin(tx, at, by, command, input);
  if (answer.ok) return answer.value;
  throw new Error(`${command.name}: ${answer.error.map(({ code, clause }) => `${code} (${clause})`).join(", ")}`);
}
