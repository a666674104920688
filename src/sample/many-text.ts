import type { BodyDoc, BodyNode } from "../newsroom/content.ts";
import type { StoryText } from "./story.ts";

/** Numbers that look random and are the same at every run. */
export type Dice = (below: number) => number;

export function diceFrom(seed: number): Dice {
  let state = (seed * 2_654_435_761 + 97) % 2_147_483_647 || 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const WHAT = [
  "Tập huấn",
  "Hội thảo",
  "Kế hoạch",
  "Thông báo",
  "Khai giảng",
  "Tổng kết",
  "Sơ kết",
  "Sinh hoạt chuyên đề",
  "Kiểm tra",
  "Hướng dẫn",
  "Lịch học",
  "Ngày hội",
];
const OF = [
  "bồi dưỡng giáo viên",
  "lớp 12 giáo dục thường xuyên",
  "ứng dụng công nghệ thông tin",
  "ôn thi tốt nghiệp",
  "phòng, chống đuối nước",
  "an toàn giao thông",
  "ngoại ngữ buổi tối",
  "tin học văn phòng",
  "hướng nghiệp, dạy nghề",
  "xây dựng xã hội học tập",
  "đọc sách và tự học",
  "công tác chủ nhiệm",
  "thi chọn học viên giỏi",
  "chuyển đổi số trong dạy học",
];
const WHEN = ["đợt", "khóa", "lần", "kỳ"];
const PARTS = [
  "Mục đích, yêu cầu",
  "Nội dung thực hiện",
  "Kết quả bước đầu",
  "Tổ chức thực hiện",
  "Những việc cần lưu ý",
];

const OPENINGS = [
  "Theo kế hoạch năm học,",
  "Thực hiện hướng dẫn của cấp trên,",
  "Sau khi thống nhất với các đơn vị,",
  "Trong tuần qua,",
  "Căn cứ tình hình thực tế,",
  "Từ đầu học kỳ,",
  "Theo ghi nhận tại các lớp,",
  "Tiếp nối kết quả năm trước,",
];
const SUBJECTS = [
  "các tổ chuyên môn",
  "Phòng Đào tạo",
  "giáo viên chủ nhiệm",
  "Ban Giám đốc",
  "học viên các lớp buổi tối",
  "bộ phận thường trực",
  "Đoàn Thanh niên",
  "đơn vị phối hợp",
  "Hội đồng chấm thi",
  "nhóm giáo viên cốt cán",
];
const VERBS = [
  "rà soát lại kế hoạch dạy học và điều chỉnh cho phù hợp với từng nhóm đối tượng",
  "tổ chức dự giờ, trao đổi kinh nghiệm và ghi lại những cách làm hiệu quả",
  "chuẩn bị đầy đủ phòng học, thiết bị, học liệu và phân công người trực",
  "phổ biến nội quy, hướng dẫn cách sử dụng kho học liệu dùng chung",
  "tiếp nhận ý kiến của người học, trả lời từng việc và công khai kết quả",
  "phối hợp với gia đình, nơi làm việc để học viên đi học chuyên cần",
  "kiểm tra, đánh giá kết quả theo tiêu chí đã thống nhất từ đầu năm học",
  "đăng ký sản phẩm cụ thể, có thời hạn và người chịu trách nhiệm",
  "bố trí thêm giờ giải đáp cho những học viên còn gặp khó khăn",
  "hoàn thiện hồ sơ, lưu trữ bản điện tử và gửi báo cáo đúng thời hạn",
];
const ENDINGS = [
  "Các ý kiến góp ý được gửi về văn phòng trước cuối tuần.",
  "Kết quả sẽ được thông báo tại buổi sinh hoạt gần nhất.",
  "Đây là căn cứ để đánh giá thi đua cuối năm.",
  "Nội dung này được duy trì hằng tháng.",
  "Trung tâm không thu thêm bất kỳ khoản nào ngoài quy định.",
  "Thời gian cụ thể do giáo viên chủ nhiệm thông báo đến từng lớp.",
  "Nhiều học viên cho biết cách làm này dễ theo hơn trước.",
  "Việc thực hiện được kiểm tra vào giữa kỳ và cuối kỳ.",
];

const one = (dice: Dice, of: readonly string[]): string => of[dice(of.length)]!;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const sentence = (dice: Dice) => `${one(dice, OPENINGS)} ${one(dice, SUBJECTS)} ${one(dice, VERBS)}.`;
const paragraph = (dice: Dice) =>
  [
    sentence(dice),
    ...Array.from({ length: 1 + dice(2) }, () => `${capital(one(dice, SUBJECTS))} ${one(dice, VERBS)}.`),
    one(dice, ENDINGS),
  ].join(" ");

const block = (type: string, text: string, id: string, attrs = {}): BodyNode => ({
  type,
  attrs: { ...attrs, id },
  content: [{ type: "text", text }],
});

/** An article of 400 to 900 words that reads like an official one; the same number always gives the same. */
export function generatedText(number: number, year: number): Omit<StoryText, "body"> & { readonly body: BodyDoc } {
  const dice = diceFrom(number);
  const title = `${one(dice, WHAT)} ${one(dice, OF)} ${one(dice, WHEN)} ${1 + dice(9)} năm ${year}, số ${number}`;
  const content: BodyNode[] = [];
  const add = (type: string, text: string, attrs = {}) => content.push(block(type, text, `d${content.length}`, attrs));
  const parts = 3 + dice(2);
  for (let part = 0; part < parts && content.length < 12; part += 1) {
    if (part > 0) add("heading", PARTS[part]!, { level: 2 });
    for (let left = 2 + dice(2); left > 0; left -= 1) add("paragraph", paragraph(dice));
    if (part === 1) {
      const items = Array.from({ length: 3 + dice(3) }, () => ({
        type: "listItem",
        content: [{ type: "paragraph", content: [{ type: "text", text: `${capital(one(dice, VERBS))};` }] }],
      }));
      content.push({ type: "bulletList", attrs: { id: `d${content.length}` }, content: items });
    }
  }
  return { title, lead: `${sentence(dice)} ${one(dice, ENDINGS)}`, body: { type: "doc", content } };
}
