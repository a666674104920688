import { STANDING_DEPUTY, step, usual } from "../roads.ts";
import type { Story } from "../story.ts";

const TRAINING = { author: "ctv.dao-tao", head: "truong.dao-tao" } as const;
const LANGUAGES = { author: "ctv.ngoai-ngu-tin-hoc", head: "truong.ngoai-ngu-tin-hoc" } as const;
const DEPUTY = ["phoban.chuyen-mon", "DEPUTY"] as const;

/** Admission, courses and the choice of a trade. */
export const ADMISSION_STORIES: readonly Story[] = [
  {
    category: "tuyen-sinh",
    unit: "dao-tao",
    cover: "lop-hoc",
    attachments: ["phieu-dang-ky"],
    road: usual(40, { ...TRAINING, addressee: "phoban.chuyen-mon", appraiser: DEPUTY }),
    write: (on) => ({
      title: `Thông báo tuyển sinh bổ sung lớp 10 giáo dục thường xuyên năm học ${on.schoolYear}`,
      lead: "Trung tâm tuyển bổ sung 90 học viên lớp 10 chương trình giáo dục thường xuyên cấp trung học phổ thông theo phương thức xét tuyển.",
      body: `
## Đối tượng

Người đã tốt nghiệp trung học cơ sở, không giới hạn tuổi; có nguyện vọng học ban ngày hoặc buổi tối.

## Chỉ tiêu

| Lớp | Thời gian học | Chỉ tiêu |
| 10 ban ngày | Sáng, thứ Hai đến thứ Bảy | 45 |
| 10 buổi tối | 18 giờ đến 21 giờ, thứ Hai đến thứ Sáu | 45 |

## Hồ sơ

1. Phiếu đăng ký dự tuyển theo mẫu đính kèm;
2. Bản sao học bạ trung học cơ sở;
3. Bản sao giấy chứng nhận tốt nghiệp trung học cơ sở tạm thời hoặc bằng tốt nghiệp;
4. Bản sao giấy khai sinh hoặc căn cước.

Bản sao mang theo bản chính để đối chiếu, không cần chứng thực.

## Thời gian, địa điểm

Nhận hồ sơ trong giờ hành chính từ ngày ${on.date(38)} đến hết ngày ${on.date(24)} tại Phòng Đào tạo (tầng 1, nhà A). Kết quả được thông báo cho từng người sau ba ngày làm việc.

Trung tâm **không thu lệ phí** xét tuyển và không ủy quyền cho cá nhân, tổ chức nào thu hộ.`,
    }),
  },
  {
    category: "tuyen-sinh",
    unit: "dao-tao",
    cover: "nghe-nghiep",
    road: usual(26, { ...TRAINING, approver: STANDING_DEPUTY }),
    write: (on) => ({
      title: "Ngày hội hướng nghiệp: chọn nghề từ điều mình làm được",
      lead: `Mười hai gian tư vấn, bốn xưởng thực hành mở cửa cho hơn 600 học viên lớp 11, 12 trong Ngày hội hướng nghiệp ${on.date(27)}.`,
      body: `
Thay vì nghe giới thiệu ngành nghề trong hội trường, năm nay học viên được làm thử: đấu một mạch điện đơn giản, may một đường chỉ thẳng, cắm một lẵng hoa, lập một bảng tính thu chi.

Ở gian “Hỏi người đang làm nghề”, các cựu học viên hiện là thợ điện, kế toán, đầu bếp, điều dưỡng trả lời những câu hỏi rất đời thường: lương tháng đầu bao nhiêu, nghề này có phải thức đêm không, học bao lâu thì đi làm được.

> Câu hỏi tôi được nghe nhiều nhất là: em học không giỏi thì làm được không. Tôi trả lời: em kiên trì không?

## Học tiếp ở đâu

- Trung cấp liên kết tại Trung tâm: điện dân dụng, kỹ thuật chế biến món ăn;
- Các trường cao đẳng trên địa bàn thành phố nhận học viên tốt nghiệp chương trình giáo dục thường xuyên;
- Lớp nghề ngắn hạn ba tháng vào buổi tối.

![nghe-nghiep] Tranh minh họa: bốn nhóm nghề tại ngày hội.

Tổ tư vấn tiếp tục làm việc vào chiều thứ Sáu hằng tuần, phòng 105. Học viên có thể đến cùng cha mẹ, không cần hẹn trước.`,
    }),
  },
  {
    category: "tuyen-sinh",
    unit: "ngoai-ngu-tin-hoc",
    cover: "may-tinh",
    road: usual(20, { ...LANGUAGES, appraiser: DEPUTY }),
    write: (on) => ({
      title: "Khai giảng các lớp ngoại ngữ, tin học buổi tối",
      lead: `Trung tâm Ngoại ngữ – Tin học mở bảy lớp buổi tối, khai giảng ngày ${on.date(14)}; học viên của Trung tâm được giảm 20% học phí.`,
      body: `
| Lớp | Buổi học | Thời lượng | Học phí |
| Tiếng Anh bậc 2 | Thứ Hai, Tư, Sáu | 60 tiết | 1.800.000 đồng |
| Tiếng Anh bậc 3 | Thứ Ba, Năm, Bảy | 90 tiết | 2.600.000 đồng |
| Tiếng Hàn sơ cấp | Thứ Ba, Năm | 60 tiết | 2.100.000 đồng |
| Tin học văn phòng | Thứ Hai, Tư | 45 tiết | 1.200.000 đồng |

Mỗi lớp không quá 20 người. Học viên kiểm tra đầu vào miễn phí để xếp lớp; ai chưa vừa sức được đổi lớp trong tuần đầu.

Giáo viên đứng lớp là giáo viên của Trung tâm và giáo viên thỉnh giảng có chứng chỉ sư phạm. Giáo trình do Hội đồng chuyên môn lựa chọn, có bản đọc trên máy tính.

Đăng ký trực tiếp tại phòng 102 hoặc gọi số điện thoại ghi ở cuối trang, từ 8 giờ đến 20 giờ.`,
    }),
  },
  {
    category: "thong-bao",
    unit: "ngoai-ngu-tin-hoc",
    road: [
      ...usual(32, { ...LANGUAGES, approver: STANDING_DEPUTY }),
      step(9, "14:20", "giamdoc", "CHIEF", {
        act: "decideTakedown",
        reason: "Đợt thi thử đã kết thúc, thông tin trong bài không còn giá trị và dễ gây hiểu nhầm",
        note: "outdated",
      }),
      step(8, "08:10", "thuky", "SECRETARY", { act: "executeTakedown" }),
    ],
    write: (on) => ({
      title: "Đăng ký thi thử tiếng Anh bậc 3 miễn phí",
      lead: `Trung tâm tổ chức một buổi thi thử tiếng Anh bậc 3 ngày ${on.date(21)}, dành cho 60 người đăng ký sớm nhất.`,
      body: `
Buổi thi thử gồm bốn kỹ năng, theo đúng cấu trúc đề và thời gian của kỳ thi chính thức. Kết quả chỉ dùng để tham khảo, không có giá trị thay chứng chỉ.

Người dự thi đăng ký tại văn phòng trước ngày ${on.date(23)}, mang theo căn cước khi đến thi.

Bài viết được chữa chung vào chiều cùng ngày; ai muốn nghe nhận xét riêng đăng ký thêm với giáo viên coi thi.`,
    }),
  },
];
