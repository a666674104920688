import { actWithin, type By, type Command } from "../act.ts";
import { cancelEvent } from "../events/commands/cancel-event.ts";
import { linkArticle } from "../events/commands/link-article.ts";
import { saveEvent } from "../events/commands/save-event.ts";
import type { EventKind } from "../events/event.ts";
import type { Id } from "../kernel/ids.ts";
import type { Tx } from "../storage/database.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { type Days, daysFrom } from "./days.ts";

/** From this time of the working day so many before today until that time. */
type Hours = readonly [back: number, from: string, to: string];
type Moment = readonly [back: number, time: string];

interface SampleEvent {
  readonly kind: EventKind;
  readonly title: (on: Days) => string;
  readonly unit: string;
  readonly place: string;
  readonly description?: string;
  readonly sessions: readonly Hours[];
  readonly registered: Moment;
  readonly isInternal?: true;
  /** Beginning of the title of the article that tells of it, and when the two were linked. */
  readonly told?: { readonly by: string; readonly at: Moment };
  readonly moved?: { readonly to: readonly Hours[]; readonly at: Moment; readonly reason: string };
  readonly cancelled?: { readonly at: Moment; readonly reason: string };
}

const EVENTS: readonly SampleEvent[] = [
  {
    kind: "seminar",
    title: () => "Hội thảo “Dạy người lớn học: kinh nghiệm từ lớp buổi tối”",
    unit: "dao-tao",
    place: "Hội trường A, cơ sở chính",
    description: "Tham luận của giáo viên các lớp vừa học vừa làm; thảo luận theo tổ chuyên môn.",
    sessions: [[31, "08:00", "11:30"]],
    registered: [40, "09:20"],
    told: { by: "Hội thảo “Dạy người lớn học", at: [30, "16:05"] },
  },
  {
    kind: "exam",
    title: (on) => `Thi chọn học viên giỏi cấp Trung tâm năm học ${on.schoolYear}`,
    unit: "giao-duc-thuong-xuyen",
    place: "Dãy phòng học B, tầng 2",
    sessions: [
      [30, "07:30", "10:30"],
      [30, "13:30", "16:30"],
    ],
    registered: [39, "10:05"],
    told: { by: "Thi chọn học viên giỏi", at: [28, "16:10"] },
  },
  {
    kind: "training",
    title: () => "Bồi dưỡng thường xuyên giáo viên, giai đoạn 1",
    unit: "dao-tao",
    place: "Phòng họp 2, cơ sở chính",
    sessions: [
      [26, "13:30", "16:30"],
      [25, "13:30", "16:30"],
      [23, "08:00", "10:00"],
    ],
    registered: [36, "14:30"],
    told: { by: "Bồi dưỡng thường xuyên giáo viên", at: [24, "10:20"] },
  },
  {
    kind: "activity",
    title: () => "Tuyên truyền an toàn giao thông cho học viên",
    unit: "to-chuc-hanh-chinh",
    place: "Sân trường, cơ sở chính",
    sessions: [
      [18, "07:00", "07:45"],
      [17, "07:00", "07:45"],
    ],
    registered: [25, "15:40"],
    told: { by: "Tuyên truyền trật tự, an toàn giao thông", at: [18, "10:00"] },
  },
  {
    kind: "conference",
    title: (on) => `Hội nghị viên chức, người lao động năm học ${on.schoolYear}`,
    unit: "to-chuc-hanh-chinh",
    place: "Hội trường A, cơ sở chính",
    description: "Thông qua Quy chế dân chủ và Quy chế chi tiêu nội bộ sửa đổi.",
    sessions: [[12, "13:30", "16:45"]],
    registered: [20, "08:50"],
    told: { by: "Hội nghị viên chức, người lao động", at: [11, "15:30"] },
  },
  {
    kind: "event",
    title: () => "Ngày hội đọc sách",
    unit: "giao-duc-thuong-xuyen",
    place: "Phòng đọc, cơ sở chính",
    description: "Đổi sách cũ, nghe kể chuyện sách, ghi phiếu mượn.",
    sessions: [
      [11, "14:00", "17:00"],
      [10, "14:00", "17:00"],
    ],
    registered: [19, "09:15"],
    told: { by: "Ngày hội đọc sách", at: [9, "10:40"] },
  },
  {
    kind: "event",
    title: () => "Tuần lễ hưởng ứng học tập suốt đời",
    unit: "dao-tao",
    place: "Các lớp và thư viện của Trung tâm",
    sessions: [
      [13, "08:00", "17:00"],
      [11, "08:00", "17:00"],
      [9, "08:00", "17:00"],
    ],
    registered: [21, "10:30"],
    told: { by: "Học tập suốt đời bắt đầu", at: [10, "16:00"] },
  },
  {
    kind: "activity",
    title: () => "Trưng bày tranh vẽ trên máy tính “Trung tâm của em”",
    unit: "giao-duc-thuong-xuyen",
    place: "Sảnh nhà A, cơ sở chính",
    sessions: [
      [7, "08:00", "17:00"],
      [6, "08:00", "17:00"],
      [4, "08:00", "17:00"],
    ],
    registered: [12, "14:10"],
    told: { by: "Bộ tranh “Trung tâm của em”", at: [6, "16:15"] },
  },
  {
    kind: "activity",
    title: () => "Đoàn viên, thanh niên ra quân làm đẹp khuôn viên",
    unit: "giao-duc-thuong-xuyen",
    place: "Khuôn viên cơ sở chính",
    sessions: [[4, "07:30", "10:30"]],
    registered: [8, "09:40"],
    told: { by: "Đoàn viên, thanh niên Trung tâm ra quân", at: [3, "16:20"] },
  },
  {
    kind: "conference",
    title: () => "Lễ ký kết hợp tác đào tạo nghề với hai trường cao đẳng",
    unit: "dao-tao",
    place: "Phòng họp 1, cơ sở chính",
    sessions: [[3, "09:00", "10:30"]],
    registered: [8, "10:35"],
    told: { by: "Ký kết hợp tác đào tạo nghề", at: [2, "15:10"] },
  },
  {
    kind: "training",
    title: () => "Tập huấn sử dụng phần mềm điểm danh cho giáo viên chủ nhiệm",
    unit: "cong-nghe-thong-tin",
    place: "Phòng máy số 3",
    sessions: [[1, "08:00", "10:30"]],
    registered: [7, "15:05"],
  },
  {
    kind: "activity",
    title: () => "Sinh hoạt chuyên đề “Ứng xử văn minh trên mạng”",
    unit: "giao-duc-thuong-xuyen",
    place: "Hội trường A, cơ sở chính",
    sessions: [[1, "14:00", "16:30"]],
    registered: [6, "14:20"],
  },
  {
    kind: "activity",
    title: () => "Câu lạc bộ tiếng Anh: buổi giao lưu với tình nguyện viên",
    unit: "ngoai-ngu-tin-hoc",
    place: "Phòng 305, nhà B",
    sessions: [[0, "08:00", "11:00"]],
    registered: [5, "10:15"],
  },
  {
    kind: "conference",
    title: () => "Giao ban tháng các trưởng đơn vị",
    unit: "to-chuc-hanh-chinh",
    place: "Phòng họp 1",
    sessions: [[-1, "08:00", "10:00"]],
    registered: [3, "08:30"],
    isInternal: true,
  },
  {
    kind: "contest",
    title: () => "Cuộc thi “Học viên với pháp luật”",
    unit: "giao-duc-thuong-xuyen",
    place: "Hội trường A, cơ sở chính",
    sessions: [[-3, "08:00", "11:00"]],
    registered: [6, "09:00"],
    cancelled: { at: [1, "15:20"], reason: "Đơn vị phối hợp chưa bố trí được ban giám khảo; sẽ thông báo lịch mới." },
  },
  {
    kind: "seminar",
    title: () => "Hội thảo “Chọn nghề sau lớp 12”",
    unit: "dao-tao",
    place: "Hội trường A, cơ sở chính",
    description: "Doanh nghiệp, trường nghề và cựu học viên trả lời câu hỏi của học viên lớp 12.",
    sessions: [[-2, "08:00", "11:30"]],
    registered: [9, "10:50"],
    moved: {
      to: [[-6, "08:00", "11:30"]],
      at: [2, "09:35"],
      reason: "Nhường hội trường cho lịch kiểm tra giữa kỳ của khối 12.",
    },
  },
  {
    kind: "training",
    title: () => "Tập huấn kỹ năng số cho học viên người lớn",
    unit: "cong-nghe-thong-tin",
    place: "Phòng máy số 2",
    description: "Ba buổi: tài khoản và mật khẩu; thủ tục trực tuyến; nhận biết lừa đảo.",
    sessions: [
      [-4, "18:00", "20:00"],
      [-5, "18:00", "20:00"],
      [-7, "18:00", "20:00"],
    ],
    registered: [4, "14:45"],
  },
  {
    kind: "exam",
    title: () => "Kỳ thi đánh giá năng lực ngoại ngữ và ứng dụng công nghệ thông tin",
    unit: "ngoai-ngu-tin-hoc",
    place: "Nhà B, cơ sở chính",
    sessions: [
      [-8, "07:30", "11:00"],
      [-8, "13:30", "16:30"],
    ],
    registered: [10, "15:25"],
  },
];

/** The centre's events of these weeks (Đ16.k4.g3), to be done among the other acts of the sample. */
export function sampleEvents(centre: SampleCentre, clock: SampleClock): Act[] {
  const days = daysFrom(clock.today);
  const secretary: By = { person: centre.people.thuky!.id, hat: "SECRETARY" };
  return EVENTS.flatMap((one) => actsOf(one, days, centre, secretary));
}

function actsOf(one: SampleEvent, days: Days, centre: SampleCentre, by: By): Act[] {
  let event: Id | null = null;
  const at = ([back, time]: Moment) => days.at(back, time);
  const input = (sessions: readonly Hours[], reason: string) => ({
    kind: one.kind,
    title: one.title(days),
    place: one.place,
    unit: centre.units[one.unit]!,
    description: one.description ?? "",
    isPublic: !one.isInternal,
    sessions: sessions.map(([back, from, to]) => ({
      starts: `${days.day(back)}T${from}`,
      ends: `${days.day(back)}T${to}`,
    })),
    reason,
  });
  const acts: Act[] = [
    {
      at: at(one.registered),
      run: async (tx, now) => {
        event = (await enter(tx, now, by, saveEvent, { id: null, ...input(one.sessions, "") })).id;
      },
    },
  ];
  const { told, moved, cancelled } = one;
  if (told)
    acts.push({
      at: at(told.at),
      run: async (tx, now) => {
        await enter(tx, now, by, linkArticle, { event: event!, article: await articleCalled(tx, told.by) });
      },
    });
  if (moved)
    acts.push({
      at: at(moved.at),
      run: async (tx, now) => {
        await enter(tx, now, by, saveEvent, { id: event, ...input(moved.to, moved.reason) });
      },
    });
  if (cancelled)
    acts.push({
      at: at(cancelled.at),
      run: async (tx, now) => {
        await enter(tx, now, by, cancelEvent, { id: event!, reason: cancelled.reason });
      },
    });
  return acts;
}

async function enter<I, S, C>(tx: Tx, at: string, by: By, command: Command<I, S, C>, input: I): Promise<C> {
  const answer = await actWithin(tx, at, by, command, input);
  if (answer.ok) return answer.value;
  throw new Error(
    `${command.name}: ${answer.error.map(({ code, detail }) => `${code} ${detail?.name ?? ""}`).join(", ")}`,
  );
}

/** The newest article whose title begins so: the year before may have told of the same event of another year. */
async function articleCalled(tx: Tx, begin: string): Promise<Id> {
  const row = await tx
    .selectFrom("edition")
    .innerJoin("article", "article.id", "edition.article_id")
    .select("article.id")
    .where("edition.title", "like", `${begin}%`)
    .orderBy("article.created_at", "desc")
    .executeTakeFirst();
  if (!row) throw new Error(`No article is called ${begin}`);
  return row.id;
}
