import { deed, STANDING_DEPUTY, step, usual } from "../roads.ts";
import type { Story } from "../story.ts";

const GDTX = { author: "ctv.giao-duc-thuong-xuyen", head: "truong.giao-duc-thuong-xuyen" } as const;
const TRAINING = { author: "ctv.dao-tao", head: "truong.dao-tao" } as const;
const OFFICE = { author: "ctv.to-chuc-hanh-chinh", head: "truong.to-chuc-hanh-chinh" } as const;
const LANGUAGES = { author: "ctv.ngoai-ngu-tin-hoc", head: "truong.ngoai-ngu-tin-hoc" } as const;
const IT = { author: "ctv.cong-nghe-thong-tin", head: "thuky", appraiser: STANDING_DEPUTY } as const;
const DEPUTY = ["phoban.chuyen-mon", "DEPUTY"] as const;

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
    road: usual(2, { ...OFFICE, addressee: "phoban.hanh-chinh" }, "SUBMITTED"),
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
    road: usual(2, IT, "SUBMITTED"),
    write: () => ({
      title: "Thư viện số của Trung tâm có thêm 240 bài giảng",
      lead: "Sau hai tháng phát động, các tổ chuyên môn đã đóng góp 240 bài giảng điện tử vào kho học liệu dùng chung.",
      body: `
Mỗi bài giảng đều qua tổ trưởng duyệt, ghi rõ tác giả và nguồn tư liệu. Môn có nhiều bài nhất là Vật lí, tiếp đến là Ngữ văn và Tin học.

Học viên dùng tài khoản lớp học để xem; giáo viên được tải về chỉnh sửa với điều kiện ghi tên tác giả gốc.`,
    }),
  },
];

/** Articles in the hands of the board, and those that ended otherwise than on the site. */
export const STORIES_WITH_THE_BOARD: readonly Story[] = [
  {
    category: "tuyen-sinh",
    unit: "dao-tao",
    cover: "nghe-nghiep",
    slips: [
      { wrote: "khoảng 90 phần trăm", should: "87%" },
      { wrote: "rất nhiều doanh nghiệp", should: "sáu doanh nghiệp" },
    ],
    road: [
      ...usual(3, { ...TRAINING, edits: "Thay ước lượng bằng số liệu của báo cáo theo dõi việc làm" }, "UNDER_REVIEW"),
      deed(2, "09:20", "thuky", "SECRETARY", {
        kind: "comment",
        block: 1,
        text: "Nhờ Phòng Đào tạo cho biết tên báo cáo và ngày ký để Ban biên tập đối chiếu.",
      }),
      deed(2, "14:10", TRAINING.head, "MEMBER", {
        kind: "comment",
        block: 1,
        text: "Số liệu lấy từ báo cáo theo dõi việc làm của Phòng, đã gửi bản chụp cho Thư ký.",
        answers: true,
      }),
      deed(2, "14:40", "thuky", "SECRETARY", { kind: "resolve" }),
      deed(1, "08:30", "thuky", "SECRETARY", { kind: "edit", note: "Ghi rõ số doanh nghiệp phối hợp" }),
      deed(1, "08:40", "thuky", "SECRETARY", {
        kind: "comment",
        block: 2,
        text: "Câu này nên nêu cụ thể nghề nào cần người nhất. Tác giả bổ sung giúp nhé?",
      }),
    ],
    write: () => ({
      title: "Học xong đi đâu: việc làm của học viên sau tốt nghiệp",
      lead: "Khảo sát học viên tốt nghiệp năm ngoái cho thấy đa số có việc làm hoặc học tiếp trong vòng sáu tháng.",
      body: `
Phòng Đào tạo gọi điện, gửi phiếu tới 412 học viên tốt nghiệp năm ngoái, nhận được 356 trả lời.

Trong số trả lời, 87% đã có việc làm hoặc đang học tiếp. Nhóm học nghề song song có việc sớm hơn nhóm chỉ học văn hóa trung bình hai tháng.

Trung tâm đang phối hợp với sáu doanh nghiệp để học viên thực tập trước khi tốt nghiệp.`,
    }),
  },
  {
    category: "hoat-dong-chuyen-mon",
    unit: "giao-duc-thuong-xuyen",
    road: usual(2, { ...GDTX, addressee: "phoban.chuyen-mon", appraiser: DEPUTY }, "UNDER_REVIEW"),
    write: () => ({
      title: "Dự giờ chéo giữa các tổ: học được gì từ lớp của bạn",
      lead: "Tháng này, mỗi giáo viên dự ít nhất một giờ dạy của tổ khác và viết nửa trang về điều mình học được.",
      body: `
Một giáo viên Toán dự giờ Ngữ văn viết: “Tôi nhận ra mình thường trả lời thay học viên”. Một giáo viên Tiếng Anh dự giờ Hóa học ghi lại cách chia nhóm theo trình độ mà không ai thấy ngại.

Các ghi chép được tập hợp thành tài liệu nội bộ của hội đồng sư phạm.`,
    }),
  },
  {
    category: "tuyen-sinh",
    unit: "ngoai-ngu-tin-hoc",
    road: [
      ...usual(4, LANGUAGES, "UNDER_REVIEW"),
      step(3, "10:40", "thuky", "SECRETARY", {
        act: "sendBack",
        reason: "Bài so sánh học phí với cơ sở khác, có tính quảng cáo; đề nghị chỉ giới thiệu lớp học của Trung tâm",
      }),
    ],
    write: () => ({
      title: "Vì sao nên học tiếng Nhật tại Trung tâm",
      lead: "Lớp tiếng Nhật sơ cấp mở vào tháng tới, học ba buổi mỗi tuần.",
      body: `
Lớp học có học phí thấp hơn các cơ sở lân cận, giáo viên nhiệt tình, phòng học thoáng mát.

Học viên được luyện nghe nói mỗi buổi và có tài liệu đọc thêm.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "to-chuc-hanh-chinh",
    road: [
      ...usual(5, OFFICE, "AWAITING_FINAL"),
      step(3, "09:30", "giamdoc", "CHIEF", {
        act: "returnUnapproved",
        addressee: "SECRETARY",
        reason: "Chưa nêu nguồn kinh phí sửa chữa; đề nghị bổ sung và rút gọn phần mô tả",
      }),
    ],
    write: () => ({
      title: "Sửa chữa dãy phòng học phía đông",
      lead: "Dãy phòng học phía đông được sửa chữa, dự kiến đưa vào sử dụng đầu học kỳ II.",
      body: `
Hạng mục gồm thay mái tôn, lát nền, sơn tường và lắp quạt trần cho sáu phòng học. Trong thời gian thi công, các lớp chuyển sang nhà B.

Khu vực thi công được rào chắn, học viên không đi vào.`,
    }),
  },
  {
    category: "guong-nguoi-tot-viec-tot",
    unit: "giao-duc-thuong-xuyen",
    cover: "doc-sach",
    slips: [{ wrote: "bác bảo vệ", should: "bác Phạm Văn Lộc, nhân viên bảo vệ" }],
    road: usual(2, { ...GDTX, edits: "Ghi đủ họ tên nhân vật, đã được nhân vật đồng ý" }, "AWAITING_FINAL"),
    write: () => ({
      title: "Người giữ đèn cho lớp học",
      lead: "Suốt chín năm, bác Phạm Văn Lộc, nhân viên bảo vệ, là người cuối cùng rời Trung tâm mỗi tối.",
      body: `
Bác đi hết ba tầng nhà, tắt từng bóng đèn, khép từng cánh cửa. Có hôm gặp học viên ngồi lại làm bài, bác không giục, chỉ bảo: “Xong thì gọi bác”.

Tủ đồ thất lạc của bác gọn như quầy sách: hộp bút, áo mưa, chìa khóa, mỗi thứ một mảnh giấy ghi ngày nhặt được.`,
    }),
  },
  {
    category: "tuyen-truyen-chinh-sach",
    unit: "cong-nghe-thong-tin",
    road: usual(3, IT, "AWAITING_FINAL"),
    write: () => ({
      title: "Sử dụng trí tuệ nhân tạo trong học tập: nên và không nên",
      lead: "Phòng Công nghệ thông tin đề xuất nguyên tắc sử dụng công cụ trí tuệ nhân tạo dành cho giáo viên và học viên.",
      body: `
- Nên dùng để gợi ý, giải thích, tự kiểm tra; không nộp nguyên văn làm bài của mình;
- Luôn đối chiếu với sách giáo khoa và nguồn chính thức;
- Không đưa thông tin cá nhân, đề thi, bảng điểm vào công cụ;
- Ghi rõ khi sản phẩm có dùng công cụ hỗ trợ.

Các tổ chuyên môn thảo luận và góp ý trước khi Trung tâm ban hành quy định.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "dao-tao",
    cover: "hoi-thao",
    road: usual(2, TRAINING, "APPROVED"),
    write: (on) => ({
      title: "Ký kết hợp tác đào tạo nghề với hai trường cao đẳng",
      lead: `Ngày ${on.date(3)}, Trung tâm ký thỏa thuận hợp tác đào tạo trung cấp liên kết với hai trường cao đẳng trên địa bàn.`,
      body: `
Theo thỏa thuận, học viên học văn hóa tại Trung tâm và học nghề tại xưởng thực hành của trường; kết quả được công nhận để học tiếp lên cao đẳng.

Khóa đầu tiên tuyển 70 học viên hai nghề điện công nghiệp và kỹ thuật chế biến món ăn.`,
    }),
  },
  {
    category: "thong-bao",
    unit: "ngoai-ngu-tin-hoc",
    road: [
      ...usual(3, LANGUAGES, "APPROVED"),
      step(1, "15:30", "thuky", "SECRETARY", { act: "schedule", hour: { back: null, time: "07:30" } }),
    ],
    write: (on) => ({
      title: "Danh mục phòng thi và lưu ý cho thí sinh đợt thi tới",
      lead: `Đợt thi ngày ${on.date(-8)} được tổ chức tại hai khu nhà; thí sinh xem kỹ số phòng trên tin nhắn để tránh nhầm.`,
      body: `
Khu nhà A: các phòng 201 đến 206, thi tiếng Anh. Khu nhà B: các phòng 301 đến 304, thi tin học.

Thí sinh gửi xe tại sân sau, vào bằng cổng phụ từ 6 giờ 30 phút.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "giao-duc-thuong-xuyen",
    road: [
      ...usual(15, { ...GDTX, author: "ctv.ngoai" }, "AWAITING_FINAL"),
      step(13, "14:45", "giamdoc", "CHIEF", {
        act: "cancel",
        reason:
          "Bài dùng nhiều đoạn của một trang khác mà không ghi nguồn, tác giả không chứng minh được quyền sử dụng",
        point: "g",
      }),
    ],
    write: () => ({
      title: "Những con đường hoa của thành phố",
      lead: "Vẻ đẹp của những con đường hoa khi mùa về.",
      body: `
Mỗi mùa, thành phố khoác lên mình một màu hoa khác nhau. Người dân và du khách nô nức chụp ảnh bên những hàng cây.

Đó là món quà thiên nhiên ban tặng cho mảnh đất này.`,
    }),
  },
  {
    category: "thong-bao",
    unit: "dao-tao",
    road: [...usual(13, TRAINING, "SUBMITTED"), step(12, "08:25", TRAINING.head, "MEMBER", { act: "withdraw" })],
    write: (on) => ({
      title: "Lịch học bù tuần tới của các lớp liên kết",
      lead: `Các lớp liên kết học bù vào hai buổi chiều ${on.date(9)} và ${on.date(8)}.`,
      body: `
Lịch chi tiết do giáo viên chủ nhiệm gửi tới từng lớp. Phòng học giữ nguyên như thời khóa biểu chính khóa.`,
    }),
  },
];
