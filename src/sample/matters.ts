import { actWithin, type By } from "../act.ts";
import { type MoveInput, moveMatter } from "../matters/commands/move-matter.ts";
import { raiseMatter } from "../matters/commands/raise-matter.ts";
import { loadMatter } from "../matters/matters.queries.ts";
import type { Hat } from "../regulation/hats.ts";
import type { MatterKindName } from "../regulation/matter-kinds.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { type Days, daysFrom } from "./days.ts";

/** Working days before today when the sample's year began: its yearly records come first. */
const BEGUN = 250;

type Who = readonly [username: string, hat: Hat];

interface Told {
  readonly kind: MatterKindName;
  /** Working days before today, and when. */
  readonly at: readonly [back: number, time: string];
  readonly by: Who;
  readonly content: (days: Days) => Readonly<Record<string, string>>;
  /** User names; codes of units. */
  readonly people?: readonly string[];
  readonly units?: readonly string[];
  readonly steps: readonly Step[];
}

interface Step {
  readonly at: readonly [back: number, time: string];
  readonly by: Who;
  readonly act: MoveInput["act"];
  readonly words?: string;
  readonly said?: (days: Days) => Readonly<Record<string, string>>;
}

const CHIEF: Who = ["giamdoc", "CHIEF"];
const DIRECTOR: Who = ["giamdoc", "DIRECTOR"];
const SECRETARY: Who = ["thuky", "SECRETARY"];
const ADMIN: Who = ["quantri", "ADMIN"];
const TRAINING: Who = ["truong.dao-tao", "MEMBER"];
const OFFICE: Who = ["truong.to-chuc-hanh-chinh", "MEMBER"];

// biome-ignore format: one story a paragraph
const TOLD: readonly Told[] = [
  { kind: "review", at: [BEGUN - 3, "09:10"], by: SECRETARY,
    content: (days) => ({ title: `Rà soát, đề xuất nâng cấp Cổng năm ${days.day(BEGUN - 3).slice(0, 4)}`, year: days.day(BEGUN - 3).slice(0, 4), text: "Cổng chạy ổn định, tốc độ mở trang tốt; máy chủ còn bảo hành hai năm.", upgrade: "Thêm tìm kiếm không dấu trong Văn bản; in lịch khai giảng.", equipment: "Một máy ảnh dùng chung; thay ắc quy bộ lưu điện." }),
    steps: [{ at: [BEGUN - 6, "10:00"], by: CHIEF, act: "agree", words: "Đồng ý phương án; máy ảnh mua trong quý II." }] },
  { kind: "workplan", at: [BEGUN - 4, "14:20"], by: SECRETARY,
    content: (days) => ({ title: "Quản lý, vận hành Cổng thông tin điện tử", year: String(Number(days.day(BEGUN - 4).slice(0, 4)) + 1), text: "Giữ hai lần kiểm tra mỗi ngày; mỗi đơn vị ít nhất 02 tin, bài mỗi tháng; nâng cấp tìm kiếm trong quý III." }),
    steps: [{ at: [BEGUN - 8, "15:30"], by: DIRECTOR, act: "agree", words: "Đưa vào phần nhiệm vụ chuyển đổi số.", said: () => ({ planNumber: "04/KH-GDTXHP" }) }] },
  { kind: "task", at: [40, "08:20"], by: CHIEF, people: ["truong.dao-tao"],
    content: (days) => ({ title: "Bổ sung ảnh lớp học nghề vào trang Giới thiệu", text: "Chụp mới ba phòng thực hành, gửi ảnh gốc kèm chú thích và tác giả.", due: days.day(30) }),
    steps: [
      { at: [39, "09:05"], by: TRAINING, act: "accept" },
      { at: [32, "15:40"], by: TRAINING, act: "finish", words: "Đã gửi 12 ảnh kèm chú thích; Thư ký đã đăng vào trang Giới thiệu." },
    ] },
  { kind: "task", at: [12, "10:10"], by: CHIEF, people: ["truong.to-chuc-hanh-chinh"],
    content: (days) => ({ title: "Rà soát biểu mẫu thủ tục rút hồ sơ", text: "Đối chiếu biểu mẫu đang đăng với bản mới của Sở; thay tệp cũ, ghi ngày phiên bản.", due: days.day(3) }),
    steps: [
      { at: [11, "08:15"], by: OFFICE, act: "accept" },
      { at: [4, "16:30"], by: OFFICE, act: "comment", words: "Đang chờ bản scan có dấu của Sở, dự kiến đầu tuần sau có." },
    ] },
  { kind: "task", at: [2, "08:40"], by: DIRECTOR, people: ["thuky", "phoban.chuyen-mon"],
    content: (days) => ({ title: "Chuẩn bị chuyên mục tuyển sinh học kỳ II", text: "Thống nhất các tin, bài cần đăng, người viết và ngày đăng; báo cáo Giám đốc.", due: days.day(-5) }),
    steps: [] },
  { kind: "proposal", at: [25, "14:00"], by: ["phoban.chuyen-mon", "DEPUTY"],
    content: () => ({ title: "Mỗi tháng một bài về học viên tiêu biểu", text: "Giao các phòng luân phiên viết bài về học viên vượt khó, học viên đạt giải để khích lệ phong trào học tập." }),
    steps: [{ at: [22, "10:30"], by: DIRECTOR, act: "agree", words: "Đồng ý. Thư ký đưa vào kế hoạch tuyên truyền, bắt đầu từ tháng sau." }] },
  { kind: "proposal", at: [4, "09:20"], by: TRAINING,
    content: () => ({ title: "Thêm ô đăng ký tư vấn khóa học trên trang chủ", text: "Nhiều người hỏi khóa học ngoại ngữ qua điện thoại; có ô đăng ký sẽ đỡ bỏ sót." }),
    steps: [] },
  { kind: "difficulty", at: [28, "15:10"], by: ["truong.ngoai-ngu-tin-hoc", "MEMBER"],
    content: () => ({ title: "Giáo viên chưa quen viết tin trên Cổng", text: "Hai giáo viên mới chưa biết chèn ảnh và ghi nguồn, bài hay bị trả lại. Đề nghị hướng dẫn trực tiếp một buổi." }),
    steps: [{ at: [24, "16:00"], by: SECRETARY, act: "answer", words: "Phòng Công nghệ thông tin đã hướng dẫn một buổi tại Trung tâm Ngoại ngữ – Tin học, gửi kèm tài liệu một trang." }] },
  { kind: "difficulty", at: [5, "10:45"], by: ["truong.giao-duc-thuong-xuyen", "MEMBER"],
    content: () => ({ title: "Thiếu máy ảnh khi có hai sự kiện cùng ngày", text: "Phòng chỉ mượn được một máy ảnh; sự kiện ở cơ sở 2 phải chụp bằng điện thoại, ảnh mờ." }),
    steps: [] },
  { kind: "ticket", at: [18, "07:50"], by: ["ctv.dao-tao", "CONTRIBUTOR"],
    content: () => ({ title: "Không tải được tệp Word đính kèm", text: "Ở trang viết bài, chọn tệp .doc cũ thì báo không nhận.", priority: "thuong" }),
    steps: [
      { at: [18, "09:10"], by: ADMIN, act: "accept" },
      { at: [17, "10:00"], by: ADMIN, act: "answer", words: "Cổng chỉ nhận tệp .docx vì tệp .doc cũ không kiểm tra an toàn được. Anh chị mở bằng Word, chọn Lưu thành .docx rồi tải lên." },
    ] },
  { kind: "ticket", at: [9, "13:40"], by: OFFICE,
    content: () => ({ title: "Cấp tài khoản cho văn thư mới", text: "Phòng có văn thư mới từ đầu tháng, cần tài khoản cộng tác viên.", priority: "thuong" }),
    steps: [{ at: [8, "08:30"], by: ADMIN, act: "answer", words: "Đã tạo tài khoản theo quyết định phân công của phòng, gửi hướng dẫn đăng nhập qua thư." }] },
  { kind: "ticket", at: [1, "15:20"], by: ["ctv.ngoai-ngu-tin-hoc", "CONTRIBUTOR"],
    content: () => ({ title: "Ảnh bìa bị cắt mất đầu người trên điện thoại", text: "Bài về lớp tiếng Anh giao tiếp: trên điện thoại ảnh bìa bị cắt phần trên.", priority: "thuong" }),
    steps: [] },
  { kind: "authority", at: [20, "09:30"], by: SECRETARY,
    content: (days) => ({ title: "Rà soát an toàn thông tin các trang thông tin điện tử", number: "2156/CAHP-PA05", issuer: "Công an thành phố Hải Phòng (Phòng PA05)", issuedOn: days.day(23), due: days.day(10), text: "Rà soát tài khoản, bản vá, sao lưu; báo cáo kết quả bằng văn bản." }),
    steps: [{ at: [12, "16:10"], by: SECRETARY, act: "finish", words: "Đã rà soát, không phát hiện tài khoản lạ; đã gửi báo cáo.", said: () => ({ replyNumber: "118/GDTXHP-CNTT" }) }] },
  { kind: "upgrade", at: [35, "10:00"], by: ["thuongtruc", "STANDING_DEPUTY"],
    content: () => ({ title: "Cho phép tìm kiếm không dấu trong Văn bản", text: "Người dân gõ không dấu chưa tìm được văn bản theo trích yếu." }),
    steps: [
      { at: [33, "08:30"], by: CHIEF, act: "agree", words: "Đồng ý, làm ngoài giờ hành chính." },
      { at: [32, "09:00"], by: ADMIN, act: "plan", words: "Cài bản mới vào tối thứ Sáu, sao lưu trước khi cài.", said: (days) => ({ plannedOn: days.day(28) }) },
      { at: [28, "17:20"], by: ADMIN, act: "finish", words: "Đã cài, thử tìm không dấu với 20 văn bản.", said: (days) => ({ version: "1.2.0", backup: `sao-luu ${days.date(28)} 17:00` }) },
    ] },
  { kind: "upgrade", at: [6, "14:30"], by: TRAINING,
    content: () => ({ title: "In lịch khai giảng thành tờ A4", text: "Cần nút in lịch khai giảng các lớp để dán bảng tin." }),
    steps: [] },
  { kind: "reminder", at: [7, "08:10"], by: SECRETARY, units: ["giao-duc-thuong-xuyen", "ngoai-ngu-tin-hoc"],
    content: () => ({ title: "Cung cấp tin, bài trong tháng", text: "Đề nghị hai đơn vị khẩn trương gửi tin, bài để bảo đảm ít nhất 02 tin, bài có chất lượng trong tháng (khoản 3 Điều 16 Quy chế)." }),
    steps: [{ at: [6, "16:45"], by: ["truong.giao-duc-thuong-xuyen", "MEMBER"], act: "comment", words: "Phòng đã gửi một bài, bài thứ hai gửi trong tuần." }] },
  { kind: "reminder", at: [3, "09:00"], by: ["phoban.hanh-chinh", "DEPUTY"], units: ["to-chuc-hanh-chinh"],
    content: () => ({ title: "Cập nhật nội dung công khai", text: "Đề nghị Phòng cập nhật đầy đủ nội dung công khai về đội ngũ theo phân công (điểm c khoản 1 Điều 13 Quy chế)." }),
    steps: [] },
];

/** What the board raised, answered and left open in the last weeks, one late task among it, to be done among the other acts. */
export function sampleMatters(centre: SampleCentre, clock: SampleClock): Act[] {
  const days = daysFrom(clock.today);
  const by = ([username, hat]: Who): By => ({ person: centre.people[username]!.id, hat });
  return TOLD.flatMap(({ kind, at, by: raiser, content, people = [], units = [], steps }) => {
    let code = "";
    const raise: Act = {
      at: days.at(...at),
      run: async (tx, now) => {
        const answer = await actWithin(tx, now, by(raiser), raiseMatter, {
          kind,
          content: content(days),
          people: people.map((name) => centre.people[name]!.id),
          units: units.map((name) => centre.units[name]!),
          unit: null,
          files: [],
        });
        if (!answer.ok) throw new Error(JSON.stringify(answer.error));
        code = answer.value.code;
      },
    };
    const moves = steps.map(
      ({ at: when, by: mover, act, words = "", said }): Act => ({
        at: days.at(...when),
        run: async (tx, now) => {
          const seen = (await loadMatter(tx, code))!.moves;
          const input = { code, act, seen, words, said: said?.(days) ?? {}, files: [] };
          const answer = await actWithin(tx, now, by(mover), moveMatter, input);
          if (!answer.ok) throw new Error(JSON.stringify(answer.error));
        },
      }),
    );
    return [raise, ...moves];
  });
}
