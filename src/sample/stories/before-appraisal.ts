import { STANDING_DEPUTY, step, usual } from "../roads.ts";
import type { Story } from "../story.ts";

const GDTX = { author: "ctv.giao-duc-thuong-xuyen", head: "truong.giao-duc-thuong-xuyen" } as const;
const TRAINING = { author: "ctv.dao-tao", head: "truong.dao-tao" } as const;
const OFFICE = { author: "ctv.to-chuc-hanh-chinh", head: "truong.to-chuc-hanh-chinh" } as const;
const LANGUAGES = { author: "ctv.ngoai-ngu-tin-hoc", head: "truong.ngoai-ngu-tin-hoc" } as const;
const IT = { author: "ctv.cong-nghe-thong-tin", head: "thuky", appraiser: STANDING_DEPUTY } as const;

/** Articles that have not reached the board's appraisal yet. */
export const STORIES_BEFORE_APPRAISAL: readonly Story[] = [
  {
    category: "tuyen-sinh",
    unit: "dao-tao",
    road: usual(1, TRAINING, "DRAFT"),
    write: () => ({
      title: "Hỏi đáp về lớp trung cấp liên kết",
      lead: "Những câu hỏi thường gặp của học viên và cha mẹ về việc học song song văn hóa và nghề.",
      body: `
**Học viên lớp 10 có được đăng ký học nghề không?** Có. Học viên học văn hóa buổi sáng, học nghề ba buổi chiều mỗi tuần.

**Tốt nghiệp được cấp bằng gì?** (chờ Phòng Đào tạo thống nhất câu trả lời với trường liên kết)`,
    }),
  },
  {
    category: "hoat-dong-chuyen-mon",
    unit: "giao-duc-thuong-xuyen",
    road: [
      ...usual(4, GDTX, "AWAITING_HEAD"),
      step(2, "10:05", GDTX.head, "MEMBER", {
        act: "returnToAuthor",
        reason: "Đề nghị bổ sung số tiết dạy thử và ý kiến của tổ trưởng; câu mở đầu còn dài",
      }),
    ],
    write: (on) => ({
      title: "Tổ Lịch sử – Địa lí dạy thử chuyên đề lịch sử địa phương",
      lead: `Trong tuần từ ngày ${on.date(8)}, tổ Lịch sử – Địa lí dạy thử chuyên đề về lịch sử địa phương tại các lớp 11.`,
      body: `
Chuyên đề do giáo viên trong tổ cùng biên soạn, có bản đồ, ảnh tư liệu và phiếu hỏi dành cho học viên phỏng vấn người cao tuổi trong gia đình.

Tiết dạy diễn ra sôi nổi, nhiều học viên kể lại câu chuyện của ông bà mình.`,
    }),
  },
  {
    category: "guong-nguoi-tot-viec-tot",
    unit: "giao-duc-thuong-xuyen",
    road: usual(2, { ...GDTX, author: "ctv.ngoai" }, "DRAFT"),
    write: () => ({
      title: "Cựu học viên mở tủ sách cho trẻ em xóm trọ",
      lead: "Từ vài chục cuốn sách mang theo ngày nhập học, một cựu học viên đã gây dựng tủ sách nhỏ ở xóm trọ gần khu công nghiệp.",
      body: `
Tủ sách mở cửa sáng Chủ nhật hằng tuần. Mỗi lần có chừng mười lăm cháu đến đọc.

(Sẽ viết thêm sau buổi gặp cuối tuần.)`,
    }),
  },
  {
    category: "hoat-dong-chuyen-mon",
    unit: "dao-tao",
    road: usual(3, TRAINING, "AWAITING_HEAD"),
    write: (on) => ({
      title: "Đổi mới kiểm tra, đánh giá ở các lớp liên kết",
      lead: "Phòng Đào tạo thống nhất với các trường liên kết về cách kiểm tra thường xuyên bằng sản phẩm học tập.",
      body: `
Từ học kỳ này, mỗi học phần có ít nhất một bài kiểm tra bằng sản phẩm: bản vẽ, mô hình, bảng tính hoặc bài thuyết trình. Tiêu chí chấm được phát cho học viên ngay buổi đầu.

Việc thực hiện được kiểm tra giữa kỳ, dự kiến ngày ${on.date(-15)}.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "ngoai-ngu-tin-hoc",
    road: usual(1, LANGUAGES, "AWAITING_HEAD"),
    write: () => ({
      title: "Câu lạc bộ tiếng Anh tối thứ Sáu",
      lead: "Câu lạc bộ mở cho mọi học viên, mỗi tuần một chủ đề gần gũi: đi chợ, chỉ đường, phỏng vấn xin việc.",
      body: `
Buổi đầu tiên có hơn bốn mươi người tham dự. Các nhóm luân phiên đóng vai người bán, người mua với những món hàng bằng giấy.

Tuần sau câu lạc bộ tập phỏng vấn xin việc, có sự tham gia của cán bộ nhân sự một doanh nghiệp trên địa bàn.`,
    }),
  },
  {
    category: "thong-bao",
    unit: "to-chuc-hanh-chinh",
    road: usual(1, OFFICE, "AWAITING_HEAD"),
    write: (on) => ({
      title: "Thông báo tạm ngừng cấp nước để sửa chữa đường ống",
      lead: `Trung tâm tạm ngừng cấp nước khu nhà A từ 13 giờ đến 17 giờ ${on.named(-3)} để sửa chữa đường ống.`,
      body: `
Các lớp học chiều ngày nói trên tại khu nhà A chuyển sang khu nhà B, sơ đồ phòng học dán tại sảnh. Văn phòng vẫn làm việc bình thường.

Các phòng, đơn vị chủ động trữ nước và khóa các van trước 12 giờ 45 phút.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "giao-duc-thuong-xuyen",
    cover: "cong-truong",
    road: usual(1, { ...GDTX, author: "ctv.ngoai" }, "AWAITING_HEAD"),
    write: () => ({
      title: "Ngày trở về của những lớp học buổi tối",
      lead: "Hơn một trăm cựu học viên các lớp buổi tối gặp lại nhau dưới mái trường cũ.",
      body: `
Người nay là chủ xưởng mộc, người là y sĩ, người vẫn chạy chợ. Họ ngồi lại đúng bàn cũ, đọc tên nhau theo sổ điểm danh mười lăm năm trước.

Ban liên lạc cựu học viên công bố quỹ hỗ trợ tiền xe buýt cho học viên có hoàn cảnh khó khăn trong năm học này.`,
    }),
  },
  {
    category: "tuyen-truyen-chinh-sach",
    unit: "cong-nghe-thong-tin",
    road: usual(1, IT, "AWAITING_HEAD"),
    write: () => ({
      title: "Cách đặt mật khẩu dễ nhớ mà khó đoán",
      lead: "Hướng dẫn ngắn dành cho học viên, cán bộ, giáo viên khi dùng tài khoản của Trung tâm.",
      body: `
- Ghép bốn từ không liên quan thành một câu chỉ mình bạn hiểu;
- Không dùng lại mật khẩu của thư điện tử hay mạng xã hội;
- Không cho người khác mượn tài khoản, kể cả đồng nghiệp.

Khi nghi ngờ lộ mật khẩu, hãy đổi ngay và báo cho Phòng Công nghệ thông tin.`,
    }),
  },
  {
    category: "hoat-dong-chuyen-mon",
    unit: "giao-duc-thuong-xuyen",
    cover: "lop-hoc",
    road: usual(1, GDTX, "SUBMITTED"),
    write: (on) => ({
      title: "Ôn tập giữa kỳ: mỗi lớp một kế hoạch",
      lead: `Các lớp 12 hoàn thành kế hoạch ôn tập giữa kỳ trước ngày ${on.date(1)}, công khai tới từng học viên.`,
      body: `
Kế hoạch ghi rõ phần nào ôn trên lớp, phần nào tự học, ai là người giải đáp. Học viên yếu được xếp học phụ đạo miễn phí hai buổi mỗi tuần.

Phòng Giáo dục thường xuyên kiểm tra việc thực hiện bằng phiếu hỏi ngắn gửi học viên sau mỗi tuần.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "ngoai-ngu-tin-hoc",
    cover: "may-tinh",
    road: usual(3, { ...LANGUAGES, addressee: "phoban.chuyen-mon" }, "SUBMITTED"),
    write: () => ({
      title: "Phòng máy số 3 hoạt động trở lại sau nâng cấp",
      lead: "Ba mươi máy tính được nâng cấp bộ nhớ và ổ cứng, đủ điều kiện tổ chức thi thực hành tin học.",
      body: `
Toàn bộ công việc do giáo viên và kỹ thuật viên của Trung tâm tự làm trong hai tuần, tiết kiệm khoảng một phần ba kinh phí so với dự toán.

Phòng máy mở cho học viên tự thực hành từ 17 giờ đến 19 giờ các ngày trong tuần, có người trực hướng dẫn.`,
    }),
  },
  {
    category: "thong-bao",
    unit: "to-chuc-hanh-chinh",
    road: usual(1, { ...OFFICE, addressee: "phoban.hanh-chinh" }, "SUBMITTED"),
    write: (on) => ({
      title: "Thông báo nhận hồ sơ xét học bổng khuyến học",
      lead: `Trung tâm nhận hồ sơ xét học bổng khuyến học học kỳ I năm học ${on.schoolYear} đến hết ngày ${on.date(-10)}.`,
      body: `
Đối tượng: học viên có hoàn cảnh khó khăn, đi học chuyên cần, kết quả rèn luyện từ khá trở lên. Mỗi suất 1.000.000 đồng.

Hồ sơ gồm đơn theo mẫu có ý kiến của giáo viên chủ nhiệm. Danh sách xét chọn chỉ gửi tới người nộp hồ sơ, không niêm yết công khai.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "cong-nghe-thong-tin",
    road: usual(1, IT, "SUBMITTED"),
    write: () => ({
      title: "Thư viện số của Trung tâm có thêm 240 bài giảng",
      lead: "Sau hai tháng phát động, các tổ chuyên môn đã đóng góp 240 bài giảng điện tử vào kho học liệu dùng chung.",
      body: `
Mỗi bài giảng đều qua tổ trưởng duyệt, ghi rõ tác giả và nguồn tư liệu. Môn có nhiều bài nhất là Vật lí, tiếp đến là Ngữ văn và Tin học.

Học viên dùng tài khoản lớp học để xem; giáo viên được tải về chỉnh sửa với điều kiện ghi tên tác giả gốc.`,
    }),
  },
];
