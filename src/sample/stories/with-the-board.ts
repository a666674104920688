import { deed, STANDING_DEPUTY, step, usual } from "../roads.ts";
import type { Story } from "../story.ts";

const GDTX = { author: "ctv.giao-duc-thuong-xuyen", head: "truong.giao-duc-thuong-xuyen" } as const;
const TRAINING = { author: "ctv.dao-tao", head: "truong.dao-tao" } as const;
const OFFICE = { author: "ctv.to-chuc-hanh-chinh", head: "truong.to-chuc-hanh-chinh" } as const;
const LANGUAGES = { author: "ctv.ngoai-ngu-tin-hoc", head: "truong.ngoai-ngu-tin-hoc" } as const;
const IT = { author: "ctv.cong-nghe-thong-tin", head: "thuky", appraiser: STANDING_DEPUTY } as const;
const DEPUTY = ["phoban.chuyen-mon", "DEPUTY"] as const;

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
    road: usual(2, IT, "AWAITING_FINAL"),
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
