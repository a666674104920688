import { ofBoard, STANDING_DEPUTY, step, usual } from "../roads.ts";
import type { Story } from "../story.ts";

const GDTX = { author: "ctv.giao-duc-thuong-xuyen", head: "truong.giao-duc-thuong-xuyen" } as const;

/** Events of the centre. */
export const EVENT_STORIES: readonly Story[] = [
  {
    category: "tin-tuc-su-kien",
    unit: "giao-duc-thuong-xuyen",
    cover: "cong-truong",
    slips: [{ wrote: "14 lớp 12", should: "12 lớp 12" }],
    road: usual(42, { ...GDTX, edits: "Soát lại số lớp theo quyết định biên chế lớp" }),
    write: (on) => ({
      title: `Khai giảng các lớp 12 hệ giáo dục thường xuyên, năm học ${on.schoolYear}`,
      lead: `Sáng ${on.named(43)}, thầy và trò 12 lớp 12 hệ giáo dục thường xuyên của Trung tâm bước vào năm học cuối cấp với buổi khai giảng gọn nhẹ, ấm áp.`,
      body: `
Đúng 7 giờ 15 phút, tiếng trống trường vang lên trên sân Trung tâm. Năm nay, Trung tâm có 12 lớp 12 với hơn năm trăm học viên, trong đó bốn lớp học buổi tối dành cho người vừa học vừa làm.

Phát biểu khai giảng, Giám đốc Nguyễn Đức Minh biểu dương tinh thần tự học của học viên các khóa trước và đề nghị mỗi giáo viên chủ nhiệm lập kế hoạch ôn tập riêng cho lớp mình ngay từ tháng đầu.

> Nhiều anh chị ngồi đây sau một ngày làm việc. Thầy cô xin hứa sẽ không để buổi học nào trôi qua mà các anh chị ra về tay không.

## Ba việc trọng tâm của năm học

- Ôn tập theo chuẩn kiến thức, kỹ năng của Chương trình giáo dục thường xuyên cấp trung học phổ thông;
- Mở phòng tự học có giáo viên trực từ 17 giờ 30 đến 19 giờ các ngày trong tuần;
- Giữ liên lạc với gia đình và nơi làm việc của học viên để không ai phải bỏ học giữa chừng.

![lop-hoc] Tranh minh họa: giờ học đầu tiên của năm học.

Ngay sau lễ khai giảng, các lớp về phòng sinh hoạt chủ nhiệm, học nội quy và nhận thời khóa biểu. Giờ học chính thức bắt đầu từ tiết 3 cùng ngày.

Phòng Giáo dục thường xuyên cho biết học viên chuyển nơi ở hoặc thay đổi ca làm việc có thể xin đổi lớp trong hai tuần đầu; hồ sơ nộp tại văn phòng, không thu lệ phí.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "ban-giam-doc",
    cover: "la-co",
    road: ofBoard(44, ["giamdoc", "CHIEF"], { approver: STANDING_DEPUTY }),
    write: (on) => ({
      title: `Thư của Giám đốc gửi cán bộ, giáo viên và học viên đầu năm học ${on.schoolYear}`,
      lead: "Nhân dịp bước vào năm học mới, Giám đốc Trung tâm gửi thư tới toàn thể cán bộ, giáo viên, nhân viên, học viên và các bậc cha mẹ học viên.",
      body: `
Kính gửi các thầy cô giáo, cán bộ, nhân viên; các bậc cha mẹ và các em học viên thân mến!

Năm học vừa qua, dù còn nhiều khó khăn về cơ sở vật chất, tập thể chúng ta đã hoàn thành các nhiệm vụ được giao. Tỷ lệ học viên đi học chuyên cần tăng, số học viên bỏ học giảm so với năm trước. Kết quả ấy có phần đóng góp thầm lặng của từng người.

Năm học này, tôi mong chúng ta cùng làm tốt ba điều: dạy thật, học thật và công khai thật. Mọi thông tin về tuyển sinh, thu chi, lịch thi, kết quả đều được đăng kịp thời trên Cổng thông tin điện tử của Trung tâm để cha mẹ học viên và xã hội cùng giám sát.

Với các em học viên, hãy nhớ rằng không có con đường học tập nào là muộn. Trung tâm luôn mở cửa cho người muốn học.

Chúc các thầy cô và các em một năm học mới mạnh khỏe, tiến bộ.

**Nguyễn Đức Minh**, Giám đốc Trung tâm`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "to-chuc-hanh-chinh",
    cover: "hoi-thao",
    road: usual(11, {
      author: "ctv.to-chuc-hanh-chinh",
      head: "truong.to-chuc-hanh-chinh",
      appraiser: ["phoban.hanh-chinh", "DEPUTY"],
    }),
    write: (on) => ({
      title: `Hội nghị viên chức, người lao động năm học ${on.schoolYear}`,
      lead: `Chiều ${on.named(12)}, Trung tâm tổ chức Hội nghị viên chức, người lao động, thông qua Quy chế dân chủ và Quy chế chi tiêu nội bộ sửa đổi.`,
      body: `
Dự hội nghị có đại diện lãnh đạo các phòng, đơn vị cùng toàn thể viên chức, người lao động. Hội nghị nghe báo cáo kết quả thực hiện nghị quyết năm học trước, báo cáo tài chính công khai và báo cáo hoạt động của Ban Thanh tra nhân dân.

Các ý kiến thảo luận tập trung vào việc sửa chữa dãy phòng học phía đông, bổ sung máy tính cho phòng thực hành và chế độ làm thêm giờ của giáo viên dạy lớp buổi tối. Ban Giám đốc trả lời trực tiếp 17 ý kiến, tiếp thu 4 ý kiến đưa vào kế hoạch quý tới.

## Chỉ tiêu được thông qua

| Nội dung | Năm trước | Năm nay |
| Học viên chuyên cần từ 90% số buổi | 82% | 86% |
| Giáo viên có bài giảng điện tử dùng chung | 58% | 75% |
| Thủ tục giải quyết đúng hạn | 97% | 99% |

Hội nghị bầu Ban Thanh tra nhân dân nhiệm kỳ mới gồm ba người và phát động phong trào thi đua năm học với chủ đề “Mỗi giờ lên lớp là một giờ có ích”.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "giao-duc-thuong-xuyen",
    cover: "doc-sach",
    road: usual(9, { ...GDTX, hour: "07:00" }),
    write: (on) => ({
      title: "Ngày hội đọc sách: hơn ba trăm cuốn sách được trao tay",
      lead: `Trong hai buổi chiều ${on.date(11)} và ${on.date(10)}, phòng đọc của Trung tâm đón hơn bốn trăm lượt học viên đến đổi sách, nghe kể chuyện sách và ghi phiếu mượn.`,
      body: `
Mỗi lớp chuẩn bị một bàn sách nhỏ. Có lớp mang tới sách nghề, có lớp mang truyện thiếu nhi cho con em của học viên, có lớp giới thiệu bộ sách lịch sử địa phương do chính giáo viên sưu tầm.

Góc “Đổi một lấy một” được chờ đợi nhất: học viên đặt vào giỏ một cuốn đã đọc và chọn về một cuốn chưa đọc, kèm mảnh giấy ghi một câu tâm đắc. Sau hai buổi, 312 cuốn sách đã tìm được người đọc mới.

![sach-vo] Tranh minh họa: bàn sách của các lớp.

Cô phụ trách thư viện cho biết từ nay phòng đọc mở thêm buổi tối các ngày thứ Ba và thứ Năm, đến 20 giờ, để học viên lớp buổi tối có chỗ tự học.

> Tôi đi làm cả ngày, tưởng không còn sức đọc. Nhưng cầm cuốn sách nhỏ đọc mười trang trên xe buýt, thấy ngày dài cũng ngắn lại.

Câu ấy được ghi trên một mảnh giấy không đề tên, hiện treo ở cửa phòng đọc.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "giao-duc-thuong-xuyen",
    cover: "ben-song",
    road: [
      ...usual(22, { ...GDTX, approver: STANDING_DEPUTY }),
      step(1, "09:10", "truong.giao-duc-thuong-xuyen", "MEMBER", {
        act: "proposeCorrection",
        note: "Bổ sung lịch tập bơi tháng tới theo thông báo mới của đơn vị phối hợp",
      }),
    ],
    write: (on) => ({
      title: "Trang bị kỹ năng phòng, chống đuối nước cho học viên",
      lead: `Hơn 260 học viên khối 10 tham gia buổi học kỹ năng an toàn dưới nước do Trung tâm phối hợp với câu lạc bộ bơi của phường tổ chức ngày ${on.date(24)}.`,
      body: `
Buổi học mở đầu bằng một câu hỏi: nếu thấy bạn bị ngã xuống nước, việc đầu tiên cần làm là gì? Nhiều cánh tay giơ lên và phần lớn trả lời “nhảy xuống cứu”. Đó cũng là điều người hướng dẫn muốn các em thay đổi.

## Bốn bước cần nhớ

1. Kêu to để gọi người lớn và gọi số cấp cứu 115;
2. Tìm phao, can nhựa, sào hoặc dây ném cho người bị nạn;
3. Chỉ xuống nước khi đã được học cứu đuối và có người hỗ trợ trên bờ;
4. Đưa người bị nạn lên bờ, kiểm tra hơi thở, hà hơi thổi ngạt và ép tim nếu cần.

Sau phần lý thuyết, học viên lần lượt thực hành ném phao, thả nổi và di chuyển cùng áo phao tại bể bơi của câu lạc bộ. Các em chưa biết bơi được xếp nhóm riêng, có hai người hướng dẫn kèm.

Trung tâm khuyến nghị gia đình không để các em tự đi tắm sông, tắm biển khi không có người lớn biết bơi đi cùng, nhất là sau những ngày mưa lớn.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "giao-duc-thuong-xuyen",
    cover: "cay-xanh",
    road: usual(4, { ...GDTX, approver: STANDING_DEPUTY }),
    write: (on) => ({
      title: "Đoàn viên, thanh niên Trung tâm ra quân làm đẹp khuôn viên",
      lead: `Sáng ${on.named(4)}, gần một trăm đoàn viên, học viên cùng dọn vệ sinh, trồng cây và sơn lại hàng rào phía cổng sau.`,
      body: `
Từ 14 giờ, các chi đoàn chia thành bốn nhóm: nhặt rác quanh khu để xe, trồng bổ sung cây bóng mát, sơn hàng rào và phân loại giấy vụn ở kho lưu trữ.

Sau hai giờ, 35 cây non đã vào đất; hơn hai tạ giấy được gom để bán gây quỹ học bổng. Số tiền thu được sẽ niêm yết công khai tại bảng tin văn phòng.

Ban Chấp hành Đoàn dự kiến duy trì hoạt động vào tuần cuối mỗi tháng và phân công từng lớp chăm sóc cây theo hàng.`,
    }),
  },
];
