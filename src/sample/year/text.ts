import type { StoryText } from "../story.ts";
import type { Dice } from "./dice.ts";

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

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = (dice: Dice) => `${dice.one(OPENINGS)} ${dice.one(SUBJECTS)} ${dice.one(VERBS)}.`;

function paragraph(dice: Dice): string {
  const more = Array.from({ length: 1 + dice.below(2) }, () => `${capital(dice.one(SUBJECTS))} ${dice.one(VERBS)}.`);
  return [sentence(dice), ...more, dice.one(ENDINGS)].join(" ");
}

/** An article of 400 to 900 words under this title and lead, in the notation of `markup.ts`. */
export function storyText(title: string, lead: string, dice: Dice): StoryText {
  const blocks: string[] = [];
  const parts = 3 + dice.below(2);
  for (let part = 0; part < parts && blocks.length < 12; part += 1) {
    if (part > 0) blocks.push(`## ${PARTS[part]!}`);
    for (let left = 2 + dice.below(2); left > 0; left -= 1) blocks.push(paragraph(dice));
    if (part === 1) {
      const items = Array.from({ length: 3 + dice.below(3) }, () => `- ${capital(dice.one(VERBS))};`);
      blocks.push(items.join("\n"));
    }
  }
  return { title, lead: `${lead} ${dice.one(ENDINGS)}`, body: blocks.join("\n\n") };
}
