import { ofBoard, STANDING_DEPUTY, usual } from "../roads.ts";
import type { Story } from "../story.ts";

const OFFICE = { author: "ctv.to-chuc-hanh-chinh", head: "truong.to-chuc-hanh-chinh" } as const;
const TRAINING = { author: "ctv.dao-tao", head: "truong.dao-tao" } as const;

/** Good examples, policy, notices, and answers to readers. */
export const PEOPLE_AND_POLICY_STORIES: readonly Story[] = [
  {
    category: "guong-nguoi-tot-viec-tot",
    unit: "giao-duc-thuong-xuyen",
    cover: "sach-vo",
    slips: [{ wrote: "ba mươi bảy tuổi", should: "ngoài ba mươi tuổi" }],
    road: usual(33, {
      author: "ctv.ngoai",
      head: "truong.giao-duc-thuong-xuyen",
      edits: "Bỏ tuổi chính xác để giữ kín thông tin cá nhân của học viên",
    }),
    write: () => ({
      title: "Người thợ may học lớp 12 lúc chín giờ tối",
      lead: "Ngoài ba mươi tuổi, sau mỗi ca làm ở xưởng may, chị vẫn đều đặn có mặt ở lớp học buổi tối. Chị nói mình học để các con không hỏi “mẹ học đến lớp mấy” mà mẹ phải ngập ngừng.",
      body: `
Lớp tan lúc chín giờ tối. Trong khi nhiều người vội ra về, chị H. (tên đã được thay đổi theo đề nghị của nhân vật) nán lại hỏi thêm cô giáo một bài hình học. Hôm nay chị đến muộn hai mươi phút vì xưởng có đơn hàng gấp.

Nghỉ học từ năm lớp 9 để phụ mẹ nuôi các em, chị làm thợ may hơn mười lăm năm. Năm ngoái, xưởng cần một tổ trưởng biết đọc bản vẽ kỹ thuật và lập bảng tính. Chị làm được việc nhưng không có bằng.

> Tôi không tiếc cái chức. Tôi tiếc là mình không dám nộp đơn.

## Học lại từ phân số

Những buổi đầu, chị gần như bắt đầu lại. Phân số, quy đồng, dấu ngoặc. Chị chép bài vào mặt sau những tờ phiếu cắt vải, dán trên tường chỗ máy khâu. Tổ trưởng cũ thấy vậy xếp cho chị ca sáng suốt mùa thi.

Đến nay, chị chưa nghỉ buổi nào không phép. Điểm Toán học kỳ vừa rồi của chị là 7,4. Nhưng điều làm cô chủ nhiệm nhớ nhất lại là chuyện khác: chị lập một nhóm nhỏ, mỗi tối gọi điện nhắc nhau đi học, nhờ thế ba người định bỏ đã quay lại lớp.

Hỏi chị mong gì sau khi tốt nghiệp, chị cười: “Nộp cái đơn năm ngoái chưa nộp”.`,
    }),
  },
  {
    category: "guong-nguoi-tot-viec-tot",
    unit: "dao-tao",
    cover: "lop-hoc",
    road: usual(6, TRAINING),
    write: () => ({
      title: "Hai mươi năm giữ lửa lớp học buổi tối",
      lead: "Thầy giáo Hà Trọng Nghĩa, giáo viên Vật lí, đã dạy lớp buổi tối từ ngày Trung tâm mới có hai phòng học cấp bốn.",
      body: `
Ngày ấy điện hay mất, thầy trò học bằng đèn bão. Thầy Nghĩa tự làm bộ thí nghiệm từ vỏ lon, pin cũ và dây đồng tháo trong máy hỏng. Nhiều bộ nay vẫn còn trong tủ của phòng thực hành.

Thầy có thói quen ghi nhật ký lớp: ai nghỉ, vì sao nghỉ, hôm sau gọi điện cho ai. Hơn hai mươi cuốn sổ xếp thành hàng trên giá, cuốn nào cũng sờn gáy.

Từ năm ngoái, thầy cùng hai giáo viên trẻ quay các thí nghiệm thành đoạn phim ngắn ba phút, đưa vào kho học liệu dùng chung. Học viên đi làm ca có thể xem lại bất cứ lúc nào.

> Dạy người lớn học, điều đầu tiên là đừng làm họ xấu hổ vì đã quên.

Thầy còn ba năm nữa sẽ nghỉ hưu. Thầy bảo ba năm là đủ để làm xong bộ phim thí nghiệm lớp 11.`,
    }),
  },
  {
    category: "tuyen-truyen-chinh-sach",
    unit: "to-chuc-hanh-chinh",
    road: usual(18, OFFICE),
    write: () => ({
      title: "Tuyên truyền trật tự, an toàn giao thông trong học viên",
      lead: "Trung tâm phổ biến một số quy định về trật tự, an toàn giao thông đường bộ mà học viên, cha mẹ học viên cần nắm vững.",
      body: `
Qua theo dõi tại khu vực cổng, vẫn còn học viên đi xe máy khi chưa đủ tuổi, không cài quai mũ bảo hiểm, dừng xe dưới lòng đường giờ tan học. Trung tâm đề nghị các lớp thực hiện nghiêm các nội dung sau.

1. Người điều khiển xe gắn máy phải đủ tuổi và có giấy tờ theo quy định của pháp luật;
2. Đội mũ bảo hiểm, cài quai đúng quy cách, kể cả khi ngồi sau;
3. Không sử dụng điện thoại, ô khi đi xe; không đi hàng ba, hàng tư;
4. Gửi xe đúng nơi, tắt máy, dắt xe khi qua cổng.

Giáo viên chủ nhiệm tổ chức cho học viên và gia đình ký cam kết; kết quả chấp hành là một căn cứ để nhận xét rèn luyện.

Đội tự quản của Đoàn phối hợp với bảo vệ trực cổng từ 17 giờ đến 18 giờ 30 và từ 20 giờ 45 đến 21 giờ 15 hằng ngày.`,
    }),
  },
  {
    category: "tuyen-truyen-chinh-sach",
    unit: "cong-nghe-thong-tin",
    cover: "may-tinh",
    road: usual(16, { author: "thuky", head: "thuky", addressee: "thuongtruc", appraiser: STANDING_DEPUTY }),
    write: () => ({
      title: "Năm dấu hiệu nhận biết tin nhắn lừa đảo mạo danh nhà trường",
      lead: "Thời gian gần đây xuất hiện tin nhắn mạo danh cơ sở giáo dục yêu cầu chuyển tiền học phí, tiền cấp cứu. Phòng Công nghệ thông tin hướng dẫn cách nhận biết và xử lý.",
      body: `
## Dấu hiệu

- Thúc giục làm ngay, dọa mất quyền lợi hoặc gây hoảng sợ;
- Yêu cầu chuyển tiền vào tài khoản mang tên cá nhân;
- Đường dẫn lạ, viết sai tên trường, rút gọn;
- Xin mã xác thực, mật khẩu, ảnh căn cước;
- Cuộc gọi hình ảnh mờ, giọng ngắt quãng, từ chối gọi lại.

## Cần làm gì

Dừng lại, không bấm vào đường dẫn. Gọi cho giáo viên chủ nhiệm hoặc văn phòng theo số điện thoại ghi ở cuối trang Cổng thông tin điện tử này. Nếu đã chuyển tiền, báo ngay cho ngân hàng và cơ quan công an nơi gần nhất.

**Trung tâm không thu bất kỳ khoản tiền nào qua tài khoản cá nhân.** Mọi khoản thu đều có thông báo bằng văn bản đăng tại mục Thông báo và có phiếu thu.`,
    }),
  },
  {
    category: "tuyen-truyen-chinh-sach",
    unit: "dao-tao",
    republished: {
      author: "Thu Hằng",
      source: "Bản tin Khuyến học (ví dụ)",
      url: "https://khuyenhoc.example/xa-hoi-hoc-tap/hoc-tap-suot-doi-bat-dau-tu-to-dan-pho",
      back: 12,
    },
    cover: "sach-vo",
    road: usual(10, TRAINING),
    write: () => ({
      title: "Học tập suốt đời bắt đầu từ tổ dân phố",
      lead: "Mô hình “tủ sách đầu ngõ” và lớp học kỹ năng số cho người cao tuổi cho thấy xã hội học tập không phải là điều xa xôi.",
      body: `
Chiếc tủ gỗ cũ được sơn lại màu xanh, đặt dưới mái hiên nhà văn hóa. Không khóa, không sổ mượn. Ai lấy một cuốn thì nhớ mang trả, ai có sách thừa thì đặt vào. Sau một năm, số sách nhiều hơn lúc đầu gần gấp đôi.

Cũng tại nhà văn hóa ấy, tối thứ Năm hằng tuần có lớp dạy người cao tuổi dùng điện thoại: đặt lịch khám bệnh, nộp hồ sơ trực tuyến, nhận ra cuộc gọi lừa đảo. Người dạy là học sinh cấp ba và giáo viên đã nghỉ hưu.

Theo những người tổ chức, điều khó nhất không phải là kinh phí mà là giữ cho lớp học đều. Họ chọn cách học ít, mỗi buổi một việc, học xong làm được ngay.`,
    }),
  },
  {
    category: "thong-bao",
    unit: "to-chuc-hanh-chinh",
    cover: "la-co",
    road: usual(5, { ...OFFICE, appraiser: ["phoban.hanh-chinh", "DEPUTY"] }),
    write: ({ holiday }) => ({
      title: `Thông báo nghỉ ${holiday.name} năm ${holiday.year}`,
      lead: `Trung tâm thông báo lịch nghỉ ${holiday.name} (từ ngày ${holiday.date}) đối với học viên, cán bộ, giáo viên và nhân viên.`,
      body: `
Việc nghỉ lễ thực hiện theo quy định của Bộ luật Lao động và hướng dẫn của cấp trên. Các lớp buổi tối nghỉ cùng ngày; lịch học bù do giáo viên chủ nhiệm thông báo.

- Các phòng, đơn vị kiểm tra điện, nước, khóa cửa trước khi nghỉ;
- Phòng Tổ chức – Hành chính phân công lãnh đạo, nhân viên và bảo vệ trực 24/24 giờ;
- Bộ phận một cửa nghỉ tiếp nhận hồ sơ trực tiếp; hồ sơ gửi trực tuyến được xử lý vào ngày làm việc đầu tiên sau kỳ nghỉ.

Giáo viên chủ nhiệm nhắc học viên chấp hành pháp luật về an toàn giao thông, không tàng trữ và sử dụng pháo nổ, không tham gia tệ nạn xã hội trong dịp nghỉ.`,
    }),
  },
  {
    category: "thong-bao",
    unit: "to-chuc-hanh-chinh",
    road: usual(7, { ...OFFICE, approver: STANDING_DEPUTY }),
    write: (on) => ({
      title: "Lịch tiếp công dân và giải quyết thủ tục hành chính",
      lead: "Trung tâm thông báo lịch tiếp công dân định kỳ và thời gian trả kết quả các thủ tục thường gặp.",
      body: `
Lãnh đạo Trung tâm tiếp công dân vào sáng thứ Năm tuần đầu và tuần thứ ba hằng tháng, từ 8 giờ đến 11 giờ, tại phòng tiếp dân tầng 1. Buổi gần nhất: ${on.date(-4)}.

| Thủ tục | Thời hạn |
| Cấp bản sao bằng tốt nghiệp từ sổ gốc | Trong ngày |
| Xác nhận quá trình học tập | 1 ngày làm việc |
| Chuyển trường, tiếp nhận học viên | 2 ngày làm việc |
| Chỉnh sửa nội dung bằng, chứng chỉ | 5 ngày làm việc |

Hồ sơ quá hạn mà chưa có kết quả, công dân phản ánh theo số điện thoại hoặc thư điện tử ở cuối trang; Trung tâm trả lời trong ba ngày làm việc.`,
    }),
  },
  {
    category: "thong-tin-phan-hoi-dinh-chinh",
    unit: "to-chuc-hanh-chinh",
    road: ofBoard(14, ["phoban.hanh-chinh", "DEPUTY"], { edits: "Ghi rõ ngày bắt đầu áp dụng" }),
    slips: [{ wrote: "Từ tháng tới", should: "Từ ngày đăng thông báo này" }],
    write: (on) => ({
      title: "Trả lời phản ánh về thời gian trả chứng chỉ tin học",
      lead: `Ngày ${on.date(17)}, Trung tâm nhận được phản ánh của một bạn đọc về việc chờ chứng chỉ ứng dụng công nghệ thông tin lâu hơn thời gian ghi trên giấy hẹn.`,
      body: `
Sau khi kiểm tra, Trung tâm xác nhận phản ánh là **đúng**. Đợt thi gần nhất có 118 chứng chỉ trả chậm bốn ngày làm việc do phôi chứng chỉ về muộn. Trung tâm xin lỗi các thí sinh bị ảnh hưởng.

Từ ngày đăng thông báo này, thí sinh được nhắn tin ngay khi chứng chỉ sẵn sàng; nếu phải lùi ngày trả, Trung tâm báo trước ít nhất hai ngày kèm lý do. Thí sinh ở xa có thể đăng ký nhận qua bưu điện.

Trung tâm cảm ơn bạn đọc và mong tiếp tục nhận được góp ý qua mục Liên hệ của Cổng thông tin điện tử.`,
    }),
  },
  {
    category: "thong-tin-phan-hoi-dinh-chinh",
    unit: "ban-giam-doc",
    road: ofBoard(12, STANDING_DEPUTY),
    write: (on) => ({
      title: "Đính chính số liệu trong bài về bồi dưỡng giáo viên",
      lead: `Bài “Bồi dưỡng thường xuyên giáo viên: 100% hoàn thành giai đoạn 1” đăng ngày ${on.date(23)} có một chi tiết dễ gây hiểu nhầm, Ban biên tập xin nói rõ thêm.`,
      body: `
Tỷ lệ 100% nêu trong bài tính trên số giáo viên thuộc đối tượng bồi dưỡng của năm học này, không gồm hai giáo viên đang nghỉ thai sản và một giáo viên đang đi học sau đại học. Ba giáo viên này sẽ hoàn thành chương trình ở đợt sau.

Ban biên tập xin cáo lỗi cùng bạn đọc và cảm ơn ý kiến đóng góp.`,
    }),
  },
];
