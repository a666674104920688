import { actWithin, BY_SYSTEM, type By, type Command } from "../act.ts";
import { draftResult } from "../inspection/commands/draft-result.ts";
import { planInspection } from "../inspection/commands/plan-inspection.ts";
import { adoptCriteria } from "../inspection/commands/save-criteria.ts";
import { type StepInput, stepInspection } from "../inspection/commands/step-inspection.ts";
import { loadInspection } from "../inspection/inspections.queries.ts";
import { type MoveRequest, moveEdition } from "../newsroom/commands/move-edition.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS } from "../regulation/checklists.ts";
import type { Tx } from "../storage/database.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { daysFrom } from "./days.ts";

const TICKED = [...APPRAISAL_POINTS, ...APPROVAL_POINTS].map(({ id }) => id);
const HEADS = {
  "cong-nghe-thong-tin": "thuky",
  "dao-tao": "truong.dao-tao",
  "to-chuc-hanh-chinh": "truong.to-chuc-hanh-chinh",
  "giao-duc-thuong-xuyen": "truong.giao-duc-thuong-xuyen",
  "ngoai-ngu-tin-hoc": "truong.ngoai-ngu-tin-hoc",
} as const;

/** The evaluation of the portal's first weeks, from the order to the article that publishes it (Đ22.k1). */
export function sampleYearlyInspection(centre: SampleCentre, clock: SampleClock, begun: number): Act[] {
  const days = daysFrom(clock.today);
  const { people, units, categories } = centre;
  const by = (name: string, hat: By["hat"]): By => ({ person: people[name]!.id, hat });
  const director = by("giamdoc", "DIRECTOR");
  const secretary = by("thuky", "SECRETARY");
  const deputy = by("thuongtruc", "STANDING_DEPUTY");
  const made = { inspection: "", edition: "" };
  const act = (after: number, time: string, run: Act["run"]): Act => ({ at: days.at(begun - after, time), run });
  const step = (after: number, time: string, who: By, input: Omit<StepInput, "inspection">) =>
    act(after, time, async (tx, at) => {
      await must(tx, at, who, stepInspection, { inspection: made.inspection, ...input });
    });
  const move = (after: number, time: string, who: By, input: Omit<MoveRequest, "edition" | "hash">) =>
    act(after, time, async (tx, at) => {
      const { edition } = made;
      const { content_hash: hash } = await tx
        .selectFrom("edition")
        .select("content_hash")
        .where("id", "=", edition)
        .executeTakeFirstOrThrow();
      made.edition = (await must(tx, at, who, moveEdition, { edition, hash, ...input })).result;
    });
  const year = days.day(begun - 9).slice(0, 4);
  return [
    act(10, "08:00", async (tx, at) => {
      await must(tx, at, BY_SYSTEM, adoptCriteria, {});
      const planned = await must(tx, at, director, planInspection, {
        type: "yearly",
        title: `Đánh giá hằng năm việc sử dụng Cổng, năm ${year}`,
        decision: `Kế hoạch số 31/KH-GDTXHP năm ${year}`,
        from: days.day(begun),
        to: days.day(begun - 9),
        units: Object.keys(HEADS).map((code) => units[code]!),
        team: [people["phoban.hanh-chinh"]!.id, people.thanhtra!.id],
        sampleSize: 1,
      });
      made.inspection = planned.id;
    }),
    step(10, "08:40", by("thanhtra", "INSPECTOR"), { act: "draw" }),
    step(10, "10:10", by("thanhtra", "INSPECTOR"), { act: "present" }),
    ...Object.entries(HEADS).map(([code, head], index) =>
      step(10, `14:${10 + index * 5}`, by(head, "MEMBER"), {
        ...{ act: "explain", unit: units[code]! },
        text: "Đơn vị nhất trí với kết quả, tiếp tục thực hiện Quy chế.",
      }),
    ),
    step(11, "08:20", director, {
      act: "conclude",
      text: "Các đơn vị làm quen với Cổng nhanh, đúng quy trình; năm sau giữ đều số tin, bài hằng tháng.",
    }),
    act(11, "09:00", async (tx, at) => {
      const category = categories["thong-bao"]!;
      await must(tx, at, secretary, draftResult, { inspection: made.inspection, category });
      const { article } = (await loadInspection(tx, made.inspection))!;
      made.edition = (
        await tx.selectFrom("edition").select("id").where("article_id", "=", article!).executeTakeFirstOrThrow()
      ).id;
    }),
    move(11, "09:10", secretary, { act: "submitAsBoard", addressee: people.thuongtruc!.id }),
    move(11, "10:00", deputy, { act: "claim" }),
    move(11, "10:20", deputy, { act: "forward", checked: TICKED }),
    move(11, "14:30", by("giamdoc", "CHIEF"), { act: "approve", checked: TICKED }),
    move(11, "15:20", secretary, { act: "publish" }),
  ];
}

async function must<I, S, C>(tx: Tx, at: string, by: By, command: Command<I, S, C>, input: I): Promise<C> {
  const answer = await actWithin(tx, at, by, command, input);
  if (!answer.ok) throw new Error(`${command.name}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
