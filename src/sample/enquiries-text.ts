export interface SampleQuestion {
  readonly kind?: "opinion";
  readonly unit?: "dao-tao" | "to-chuc-hanh-chinh";
  readonly topic: string;
  readonly name: string;
  readonly content: string;
  readonly answer?: string;
}

/** Invented questions with their answers, as parents and learners ask. */
export const ANSWERED: readonly SampleQuestion[] = [
  {
    unit: "dao-tao",
    topic: "Lịch học lớp 10",
    name: "Người Hỏi Mẫu",
    content: "Con tôi học lớp 10 hệ giáo dục thường xuyên thì học vào buổi nào, có học buổi tối không?",
    answer:
      "Lớp 10 có hai lựa chọn: học buổi sáng từ thứ Hai đến thứ Bảy, hoặc học buổi tối từ thứ Hai đến thứ Sáu, từ 18 giờ đến 21 giờ. Khi nộp hồ sơ, gia đình ghi lớp muốn học; Trung tâm xếp theo số chỗ còn lại.",
  },
  {
    unit: "dao-tao",
    topic: "Hồ sơ nhập học",
    name: "Người Hỏi Mẫu",
    content: "Hồ sơ nhập học lớp 10 cần những giấy tờ gì? Có phải công chứng không?",
    answer:
      "Hồ sơ gồm đơn đăng ký theo mẫu, học bạ trung học cơ sở, bằng hoặc giấy chứng nhận tốt nghiệp tạm thời và bản sao giấy khai sinh.\nBản sao không cần công chứng nếu mang theo bản chính để đối chiếu.",
  },
  {
    unit: "dao-tao",
    topic: "Chuyển trường",
    name: "Người Hỏi Mẫu",
    content: "Học sinh đang học trung học phổ thông có chuyển sang học tại Trung tâm giữa năm được không?",
    answer:
      "Được, nếu chuyển trong hai tuần đầu của học kỳ và lớp còn chỗ. Gia đình mang đơn xin chuyển có xác nhận của trường cũ và học bạ tới phòng Đào tạo trong giờ hành chính.",
  },
  {
    unit: "to-chuc-hanh-chinh",
    topic: "Cấp lại giấy xác nhận",
    name: "Người Hỏi Mẫu",
    content: "Tôi học tại Trung tâm năm 2012, nay mất giấy chứng nhận thì xin cấp lại thế nào?",
    answer:
      "Người học đến phòng Tổ chức – Hành chính với căn cước và đơn đề nghị theo mẫu. Trung tâm tra sổ gốc và trả bản sao từ sổ gốc trong 3 ngày làm việc, không thu lệ phí.",
  },
  {
    kind: "opinion",
    unit: "to-chuc-hanh-chinh",
    topic: "Chỗ để xe",
    name: "Người Góp Ý Mẫu",
    content: "Chỗ để xe của học viên buổi tối thiếu đèn, đi lại khó. Đề nghị Trung tâm lắp thêm đèn.",
    answer:
      "Cảm ơn góp ý. Trung tâm đã kiểm tra và đưa việc lắp thêm bốn đèn ở nhà để xe vào kế hoạch sửa chữa của quý này.",
  },
  {
    unit: "dao-tao",
    topic: "Chứng chỉ tin học",
    name: "Người Hỏi Mẫu",
    content: "Kỳ thi chứng chỉ ứng dụng công nghệ thông tin cơ bản gần nhất tổ chức khi nào, đăng ký ở đâu?",
    answer:
      "Trung tâm tổ chức thi vào tuần cuối mỗi quý. Lịch thi và mẫu đăng ký được đăng ở mục Thông báo trước kỳ thi 30 ngày; đăng ký tại Trung tâm Ngoại ngữ – Tin học.",
  },
];

/** What came in lately and still waits: for the secretary, for the unit, and for the board. */
export const WAITING: readonly SampleQuestion[] = [
  {
    topic: "Học phí và miễn giảm",
    name: "Nguyễn Văn Mẫu",
    content: "Gia đình tôi thuộc hộ cận nghèo thì con được giảm học phí bao nhiêu và làm thủ tục ở đâu?",
  },
  {
    unit: "dao-tao",
    topic: "Học bù",
    name: "Phạm Thị Mẫu",
    content: "Lớp buổi tối nghỉ hai buổi vì mưa bão thì Trung tâm có dạy bù không, vào ngày nào?",
  },
  {
    unit: "dao-tao",
    topic: "Xếp lớp tiếng Anh",
    name: "Hoàng Văn Mẫu",
    content: "Tôi muốn hỏi lớp tiếng Anh cho người đi làm có kiểm tra đầu vào không?",
    answer:
      "Có. Người học làm bài kiểm tra 45 phút để xếp lớp, không thu phí. Lịch kiểm tra vào sáng thứ Bảy hằng tuần.",
  },
];

/** The question that an article answers as well. */
export const CORRECTED = {
  topic: "Chứng chỉ tin học",
  article: "Trả lời phản ánh về thời gian trả chứng chỉ tin học",
} as const;
