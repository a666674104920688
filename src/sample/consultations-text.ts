import type { Call } from "../consultations/call.ts";
import type { TypedGroup } from "../consultations/report.ts";

export interface SampleOpinion {
  readonly choice: number;
  readonly words: string;
  readonly content: string;
  /** Its group in the report; null when it is set aside. */
  readonly topic: string | null;
}

const HOUR = "Giờ vào lớp";
const PARKING = "Chỗ để xe buổi tối";
const STORM = "Học trực tuyến ngày mưa bão";

/** Over, with its results. */
export const EVENING_CLASSES: Call = {
  title: "Giờ học các lớp buổi tối",
  lead: "Trung tâm hỏi ý kiến học viên, phụ huynh về giờ vào lớp và điều kiện học buổi tối trước khi xếp thời khóa biểu.",
  body: `Các lớp giáo dục thường xuyên buổi tối hiện vào lớp lúc 18 giờ 00. Nhiều học viên đi làm phản ánh khó đến kịp.

## Phương án đang cân nhắc
- Giữ 18 giờ 00, tan lớp 20 giờ 30.
- Lùi đến 18 giờ 30, tan lớp 21 giờ 00.
- Lùi đến 19 giờ 00, tan lớp 21 giờ 30.

Ý kiến của bạn được tổng hợp, trả lời công khai tại trang này.`,
  place: "Phòng Đào tạo, trụ sở Trung tâm; daotao@trungtam.example",
  documents: [],
  questions: [
    { text: "Bạn muốn lớp buổi tối vào học lúc mấy giờ?", choices: ["18 giờ 00", "18 giờ 30", "19 giờ 00"] },
    { text: "Điều gì làm bạn khó học buổi tối nhất?", choices: [] },
  ],
};

export const EVENING_OPINIONS: readonly SampleOpinion[] = [
  { choice: 1, words: "Tan ca lúc 17 giờ 30, kẹt xe nên hay vào lớp muộn.", content: "", topic: HOUR },
  { choice: 1, words: "Con nhỏ phải đón xong mới đi học được.", content: "", topic: HOUR },
  { choice: 0, words: "", content: "Nhà em xa, học muộn thì về khuya không yên tâm. Xin giữ giờ cũ.", topic: HOUR },
  { choice: 1, words: "Buổi tối sân xe chật, phải gửi ngoài đường.", content: "", topic: PARKING },
  { choice: 2, words: "Đi làm ca đến 18 giờ.", content: "", topic: HOUR },
  {
    choice: 1,
    words: "",
    content: "Đề nghị mở thêm cổng sau để gửi xe, tối thứ Ba và thứ Năm rất đông.",
    topic: PARKING,
  },
  {
    choice: 1,
    words: "Những hôm mưa to đường ngập.",
    content: "Mong có buổi học trực tuyến khi có bão.",
    topic: STORM,
  },
  { choice: 0, words: "", content: "Giữ nguyên giờ học để kịp chuyến xe buýt cuối.", topic: HOUR },
  { choice: 1, words: "", content: "Ngày mưa bão xin cho học qua mạng như năm trước.", topic: STORM },
  { choice: 1, words: "", content: "Cần mua máy tính cũ giá rẻ xin liên hệ cửa hàng của tôi.", topic: null },
];

export const EVENING_REPORT: { readonly lead: string; readonly groups: readonly TypedGroup[] } = {
  lead: "Phần lớn ý kiến chọn vào lớp lúc 18 giờ 30. Trung tâm áp dụng giờ mới từ học kỳ II và trả lời từng nhóm ý kiến dưới đây.",
  groups: [
    {
      topic: HOUR,
      gist: "Người đi làm, người có con nhỏ xin lùi giờ; người ở xa xin giữ giờ cũ để kịp xe buýt.",
      outcome: "partly",
      reply:
        "Vào lớp lúc 18 giờ 30 từ học kỳ II. Học viên ở xa được đăng ký về trước 20 giờ 45, giáo viên gửi bài phần còn lại.",
    },
    {
      topic: PARKING,
      gist: "Sân để xe chật vào tối thứ Ba và thứ Năm; đề nghị mở cổng sau.",
      outcome: "accepted",
      reply: "Mở cổng sau và bố trí thêm người trông xe các tối thứ Ba, thứ Năm, bắt đầu từ tháng tới.",
    },
    {
      topic: STORM,
      gist: "Đề nghị học trực tuyến vào ngày mưa bão.",
      outcome: "explained",
      reply:
        "Chương trình cấp trung học phổ thông phải học trực tiếp; khi có lệnh nghỉ do bão, Trung tâm tổ chức học bù và gửi bài ôn qua mạng.",
    },
  ],
};

/** Open now. */
export const STUDENT_RULES: Call = {
  title: "Dự thảo Nội quy học viên sửa đổi",
  lead: "Trung tâm lấy ý kiến về dự thảo Nội quy học viên trước khi Giám đốc ban hành.",
  body: `Dự thảo sửa ba nội dung so với nội quy đang áp dụng.

## Nội dung sửa
- Điện thoại: để chế độ im lặng, chỉ dùng trong giờ học khi giáo viên cho phép.
- Thẻ học viên: dùng mã trên điện thoại thay thẻ giấy.
- Nghỉ học: báo trước qua Cổng hoặc điện thoại, không phải nộp đơn giấy.

Xin đọc dự thảo đính kèm và cho biết ý kiến.`,
  place: "Phòng Tổ chức – Hành chính, trụ sở Trung tâm; tochuc@trungtam.example",
  documents: [],
  questions: [
    {
      text: "Bạn có đồng ý dùng mã trên điện thoại thay thẻ học viên giấy không?",
      choices: ["Đồng ý", "Đồng ý nếu vẫn có thẻ giấy cho người cần", "Không đồng ý"],
    },
    { text: "Nội dung nào của dự thảo cần sửa thêm?", choices: [] },
  ],
};

export const DRAFT_RULES: readonly string[] = [
  "DỰ THẢO",
  "NỘI QUY HỌC VIÊN",
  "Điều 1. Học viên đi học đúng giờ, mang theo mã học viên trên điện thoại hoặc thẻ giấy.",
  "Điều 2. Trong giờ học, điện thoại để chế độ im lặng; chỉ dùng khi giáo viên cho phép.",
  "Điều 3. Học viên nghỉ học báo trước qua Cổng thông tin điện tử hoặc điện thoại.",
  "Điều 4. Học viên giữ gìn vệ sinh, tài sản và tôn trọng mọi người trong Trung tâm.",
];

export const RULES_OPINIONS: readonly SampleOpinion[] = [
  { choice: 1, words: "Điều 1 nên ghi rõ ai được cấp thẻ giấy.", content: "", topic: null },
  { choice: 0, words: "", content: "", topic: null },
  {
    choice: 0,
    words: "",
    content: "Việc báo nghỉ qua Cổng rất tiện, mong có thư xác nhận đã nhận.",
    topic: null,
  },
];
