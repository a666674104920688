import { actWithin, type By, type Command } from "../act.ts";
import { planInspection } from "../inspection/commands/plan-inspection.ts";
import { stepInspection } from "../inspection/commands/step-inspection.ts";
import type { Id } from "../kernel/ids.ts";
import type { Tx } from "../storage/database.ts";
import { recordViolation } from "../violations/commands/record-violation.ts";
import { stepViolation } from "../violations/commands/step-violation.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { daysFrom } from "./days.ts";

/** Units that had nothing to add to what the inspection found, and their heads. */
const AGREED = [
  ["cong-nghe-thong-tin", "thuky"],
  ["to-chuc-hanh-chinh", "truong.to-chuc-hanh-chinh"],
  ["giao-duc-thuong-xuyen", "truong.giao-duc-thuong-xuyen"],
  ["ngoai-ngu-tin-hoc", "truong.ngoai-ngu-tin-hoc"],
] as const;

/** An evaluation that is concluded, a thematic inspection under way, and two violations (Đ19, Đ22). */
export function sampleInspections({ people, units }: SampleCentre, clock: SampleClock): Act[] {
  const days = daysFrom(clock.today);
  const by = (name: string, hat: By["hat"]): By => ({ person: people[name]!.id, hat });
  const director = by("giamdoc", "DIRECTOR");
  const inspector = by("thanhtra", "INSPECTOR");
  const secretary = by("thuky", "SECRETARY");
  const inspected = Object.entries(units)
    .filter(([code]) => code !== "ban-giam-doc")
    .map(([, id]) => id);
  const team = [people["phoban.hanh-chinh"]!.id, people.thanhtra!.id];
  const made = { yearly: "", thematic: "", late: "", wrong: "" };
  const act = (back: number, time: string, run: (tx: Tx, at: string) => Promise<void>): Act => ({
    at: days.at(back, time),
    run,
  });
  const step = (
    back: number,
    time: string,
    who: By,
    input: (id: Id) => Parameters<typeof stepInspection.load>[1],
    id: () => Id,
  ) => act(back, time, async (tx, at) => void (await must(tx, at, who, stepInspection, input(id()))));
  const year = Number(days.day(30).slice(0, 4));
  const yearly = () => made.yearly;
  return [
    act(20, "08:02", async (tx, at) => {
      const planned = await must(tx, at, director, planInspection, {
        type: "combined",
        title: "Đánh giá sử dụng Cổng lồng ghép kiểm tra chuyên môn",
        decision: `Kế hoạch số 15/KH-GDTXHP năm ${year}`,
        from: days.day(45),
        to: days.day(21),
        units: inspected,
        team,
        sampleSize: 3,
      });
      made.yearly = planned.id;
    }),
    step(20, "09:10", inspector, (inspection) => ({ inspection, act: "draw" }), yearly),
    step(19, "15:05", inspector, (inspection) => ({ inspection, act: "present" }), yearly),
    step(
      17,
      "10:20",
      by("truong.dao-tao", "MEMBER"),
      (inspection) => ({
        ...{ inspection, act: "explain", unit: units["dao-tao"]! },
        text: "Phòng nhất trí với kết quả; các bài phải đính chính do số liệu tuyển sinh thay đổi sau khi đăng, phòng sẽ kiểm tra kỹ hơn.",
      }),
      yearly,
    ),
    ...AGREED.map(([unit, head], index) =>
      step(
        16,
        `09:${10 + index * 10}`,
        by(head, "MEMBER"),
        (inspection) => ({
          inspection,
          act: "explain",
          unit: units[unit]!,
          text: "Đơn vị nhất trí với kết quả kiểm tra.",
        }),
        yearly,
      ),
    ),
    step(
      11,
      "16:40",
      director,
      (inspection) => ({
        ...{ inspection, act: "conclude" },
        text: "Các đơn vị cơ bản chấp hành Quy chế. Đơn vị có việc làm chậm cần phân công người theo dõi hạn; bài có số liệu phải được kiểm tra trước khi gửi Ban biên tập.",
      }),
      yearly,
    ),
    act(8, "09:25", async (tx, at) => {
      made.late = (
        await must(tx, at, secretary, recordViolation, {
          ...{
            unit: units["to-chuc-hanh-chinh"]!,
            type: "late",
            day: days.day(9),
            evidence: "/ban-bien-tap/den-han",
            source: "",
          },
          what: "Chậm cung cấp tin hội nghị viên chức cho Ban biên tập so với hạn một ngày.",
        })
      ).id;
    }),
    act(7, "14:15", async (tx, at) => {
      const text = "Văn thư nghỉ ốm, chưa kịp bàn giao; phòng đã phân công người thay.";
      const input = { violation: made.late, act: "explain", text, outcome: "" } as const;
      await must(tx, at, by("truong.to-chuc-hanh-chinh", "MEMBER"), stepViolation, input);
    }),
    act(5, "16:20", async (tx, at) => {
      const text = "Ghi nhận lý do; nhắc nhở đơn vị bảo đảm luôn có người thay.";
      const input = { violation: made.late, act: "conclude", text, outcome: "upheld" } as const;
      await must(tx, at, director, stepViolation, input);
    }),
    act(2, "10:35", async (tx, at) => {
      await must(tx, at, secretary, recordViolation, {
        ...{
          unit: units["ngoai-ngu-tin-hoc"]!,
          type: "inaccurate",
          day: days.day(3),
          evidence: "/ban-bien-tap/bai",
          source: "",
        },
        what: "Lịch thi chứng chỉ gửi đăng ghi sai phòng thi, phải đính chính sau khi đăng.",
      });
    }),
    act(2, "15:45", async (tx, at) => {
      const planned = await must(tx, at, director, planInspection, {
        type: "thematic",
        title: "Kiểm tra chuyên đề: chất lượng tin bài tuyển sinh",
        decision: `Quyết định số 52/QĐ-GDTXHP năm ${year}`,
        from: days.day(20),
        to: days.day(3),
        units: [units["dao-tao"]!, units["ngoai-ngu-tin-hoc"]!],
        team: team.toReversed(),
        sampleSize: 4,
      });
      made.thematic = planned.id;
    }),
    step(
      1,
      "08:50",
      inspector,
      (inspection) => ({ inspection, act: "draw" }),
      () => made.thematic,
    ),
  ];
}

async function must<I, S, C>(tx: Tx, at: string, by: By, command: Command<I, S, C>, input: I): Promise<C> {
  const answer = await actWithin(tx, at, by, command, input);
  if (!answer.ok) throw new Error(`${command.name}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
