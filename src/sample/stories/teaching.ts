import { deed, STANDING_DEPUTY, step, usual } from "../roads.ts";
import type { Step, Story } from "../story.ts";

const TRAINING = { author: "ctv.dao-tao", head: "truong.dao-tao" } as const;
const DEPUTY = ["phoban.chuyen-mon", "DEPUTY"] as const;

/** Teaching, examinations and training. */
export const TEACHING_STORIES: readonly Story[] = [
  {
    category: "hoat-dong-chuyen-mon",
    unit: "cong-nghe-thong-tin",
    cover: "may-tinh",
    attachments: ["ke-hoach"],
    road: usual(35, { author: "ctv.cong-nghe-thong-tin", head: "thuky", appraiser: STANDING_DEPUTY }),
    write: (on) => ({
      title: "Tập huấn chuyển đổi số cho 86 cán bộ, giáo viên",
      lead: `Trong ba buổi từ ${on.date(38)} đến ${on.date(36)}, Phòng Công nghệ thông tin tổ chức tập huấn kỹ năng số, gắn với công việc hằng ngày của từng vị trí.`,
      body: `
Khác với các đợt trước, lần này mỗi người tham gia mang theo một việc đang làm dở: một giáo án cần số hóa, một bảng điểm cần đối chiếu, một công văn cần ký số. Người hướng dẫn cùng làm cho đến khi xong việc.

## Nội dung ba buổi

| Buổi | Nội dung | Sản phẩm |
| 1 | Soạn bài giảng điện tử, dùng kho học liệu chung | Mỗi tổ hai bài giảng |
| 2 | Giao bài, chấm bài, nhận xét trên hệ thống quản lý học tập | Một lớp học thử |
| 3 | Chữ ký số, văn thư điện tử, nhận biết thư lừa đảo | Một hồ sơ công việc điện tử |

Kết thúc đợt tập huấn, 79 người hoàn thành đủ ba sản phẩm; bảy người vắng vì lịch dạy sẽ học bù. Các bài giảng tốt được đưa vào kho học liệu dùng chung của Trung tâm.

Phòng Công nghệ thông tin duy trì bàn hỗ trợ vào chiều thứ Tư hằng tuần tại phòng máy số 2. Kế hoạch chi tiết được đính kèm bài viết này.`,
    }),
  },
  {
    category: "hoat-dong-chuyen-mon",
    unit: "dao-tao",
    cover: "hoi-thao",
    road: usual(31, {
      author: "truong.dao-tao",
      head: "truong.dao-tao",
      addressee: "phoban.chuyen-mon",
      appraiser: DEPUTY,
    }),
    write: (on) => ({
      title: "Hội thảo “Dạy người lớn học: kinh nghiệm từ lớp buổi tối”",
      lead: `Hội thảo chuyên môn ngày ${on.date(31)} ghi nhận 11 tham luận của giáo viên đang trực tiếp dạy các lớp vừa học vừa làm.`,
      body: `
Học viên người lớn có vốn sống phong phú nhưng ít thời gian, dễ nản khi kiến thức cũ đã quên. Từ thực tế ấy, các tham luận tập trung trả lời một câu hỏi: bốn mươi lăm phút trên lớp buổi tối nên dành cho việc gì?

## Những điều được đồng thuận

- Bắt đầu bài học bằng một tình huống trong đời sống hoặc nghề nghiệp của học viên;
- Chia nội dung thành phần *phải biết* và phần *nên biết*, in sẵn tóm tắt nửa trang;
- Kiểm tra ngắn năm phút cuối giờ, chấm ngay, không để dồn;
- Dành mười lăm phút đầu buổi cho người đến muộn vì tan ca.

Tham luận của tổ Toán được thảo luận sôi nổi nhất. Nhóm tác giả đề xuất dùng hóa đơn tiền điện, bảng lương, bản vẽ nhà để dạy hàm số và hình học; qua hai học kỳ áp dụng, số bài kiểm tra đạt yêu cầu ở ba lớp thử nghiệm tăng từ 61% lên 74%.

### Kết luận

Phó Giám đốc Trần Quốc Hưng giao các tổ chuyên môn chọn mỗi tổ hai chuyên đề để dạy thử trong tháng tới, có dự giờ và rút kinh nghiệm. Kỷ yếu hội thảo được lưu tại thư viện.`,
    }),
  },
  {
    category: "hoat-dong-chuyen-mon",
    unit: "giao-duc-thuong-xuyen",
    cover: "bai-thi",
    slips: [{ wrote: "48 học viên", should: "46 học viên" }],
    road: usual(28, {
      author: "ctv.giao-duc-thuong-xuyen",
      head: "truong.giao-duc-thuong-xuyen",
      edits: "Số dự thi theo biên bản phòng thi là 46",
    }),
    write: (on) => ({
      title: `Thi chọn học viên giỏi cấp Trung tâm năm học ${on.schoolYear}`,
      lead: `Ngày ${on.date(30)}, 46 học viên lớp 11 và 12 dự thi sáu môn để chọn đội tuyển dự thi cấp thành phố.`,
      body: `
Kỳ thi được tổ chức theo đúng quy trình: đề thi mã hóa, phòng thi hai giám thị, bài thi rọc phách, mỗi bài chấm hai vòng độc lập.

| Môn | Số dự thi | Số được chọn |
| Ngữ văn | 12 | 4 |
| Toán | 10 | 3 |
| Lịch sử | 9 | 3 |
| Địa lí | 7 | 3 |
| Sinh học | 5 | 2 |
| Tiếng Anh | 3 | 1 |

Theo nhận xét của Hội đồng chấm thi, bài Ngữ văn năm nay có nhiều liên hệ thực tế, câu chữ sáng rõ hơn; bài Toán còn mất điểm ở phần trình bày lập luận.

Danh sách đội tuyển được niêm yết tại văn phòng và gửi riêng đến từng học viên. Lớp bồi dưỡng bắt đầu từ tuần tới, mỗi môn hai buổi, không thu học phí.`,
    }),
  },
  {
    category: "hoat-dong-chuyen-mon",
    unit: "dao-tao",
    road: usual(24, { ...TRAINING, appraiser: DEPUTY, approver: STANDING_DEPUTY }),
    write: (on) => ({
      title: "Bồi dưỡng thường xuyên giáo viên: 100% hoàn thành giai đoạn 1",
      lead: "Giáo viên của Trung tâm đã hoàn thành giai đoạn 1 chương trình bồi dưỡng thường xuyên, gồm 40 tiết trực tuyến và 20 tiết trực tiếp.",
      body: `
Giai đoạn 1 kéo dài năm tuần, kết thúc ngày ${on.date(26)}. Nội dung gồm kiểm tra, đánh giá theo năng lực; tư vấn tâm lý cho người học; an toàn trên môi trường mạng.

Các tổ tự chọn thời gian học trực tuyến nhưng phải nộp bài thu hoạch đúng hạn. Bài thu hoạch được chấm chéo giữa các tổ, 23 bài được đánh giá tốt.

Giai đoạn 2 tập trung vào nghiên cứu bài học tại tổ chuyên môn. Mỗi giáo viên dạy một tiết có dự giờ, cùng phân tích bằng phiếu quan sát người học thay vì chấm điểm người dạy.`,
    }),
  },
  {
    category: "thong-bao",
    unit: "ngoai-ngu-tin-hoc",
    cover: "bai-thi",
    attachments: ["lich-thi"],
    slips: [{ wrote: "7 giờ 15 phút", should: "7 giờ 00 phút" }],
    road: [
      ...usual(37, {
        author: "ctv.ngoai-ngu-tin-hoc",
        head: "truong.ngoai-ngu-tin-hoc",
        addressee: "phoban.chuyen-mon",
        appraiser: DEPUTY,
      }),
      ...correction(),
    ],
    write: (on) => ({
      title: "Lịch thi đánh giá năng lực ngoại ngữ và ứng dụng công nghệ thông tin",
      lead: `Trung tâm Ngoại ngữ – Tin học thông báo lịch thi ngày ${on.date(18)} dành cho thí sinh đã đăng ký đợt này.`,
      body: `
Thí sinh có mặt tại phòng thi lúc **7 giờ 00 phút** để làm thủ tục, mang theo căn cước hoặc giấy tờ tùy thân có ảnh. Thí sinh đến sau khi tính giờ làm bài 15 phút không được dự thi ca đó.

| Ca | Giờ bắt đầu | Nội dung |
| 1 | 7 giờ 30 | Tiếng Anh: Nghe và Đọc |
| 2 | 9 giờ 45 | Tiếng Anh: Viết |
| 3 | 13 giờ 30 | Tin học: trắc nghiệm |
| 4 | 15 giờ 30 | Tin học: thực hành |

Số báo danh và phòng thi gửi qua tin nhắn trước ngày thi ba ngày; thí sinh chưa nhận được xin liên hệ văn phòng tầng 1.

Vật dụng được mang vào phòng thi: bút viết, thước, căn cước. Điện thoại và đồng hồ thông minh gửi tại bàn thư ký.`,
    }),
  },
];

function correction(): Step[] {
  const why = "Đính chính giờ tập trung của thí sinh: 7 giờ 00 phút, không phải 7 giờ 15 phút";
  return [
    step(34, "08:05", "thuky", "SECRETARY", { act: "proposeCorrection", note: why }),
    deed(34, "08:20", "thuky", "SECRETARY", { kind: "edit", note: why }),
    step(34, "08:30", "thuky", "SECRETARY", { act: "forward" }),
    step(34, "09:15", ...STANDING_DEPUTY, { act: "approve" }),
    step(34, "09:25", "thuky", "SECRETARY", { act: "publish" }),
  ];
}
