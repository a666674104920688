import type { Sentence } from "../newsroom/move-words.ts";
import type { ConsultationCode } from "./rules.ts";

/** Why an act about consultations and opinions is refused. A code without a sentence does not compile. */
export const consultationSentences: Readonly<Record<ConsultationCode, Sentence>> = {
  consultationUnknown: { text: "Không tìm thấy đợt lấy ý kiến này.", remedy: "Hãy mở lại danh sách." },
  consultationInverted: {
    text: "Thời điểm đóng không sau thời điểm mở.",
    remedy: "Hãy xem lại hai thời điểm.",
  },
  consultationOver: {
    text: "Thời điểm đóng đã qua, người dân không còn gửi được ý kiến.",
    remedy: "Hãy trả lại để chọn thời điểm đóng muộn hơn.",
  },
  consultationUnitFixed: {
    text: "Đợt lấy ý kiến đã công bố giữ nguyên đơn vị phụ trách.",
    remedy: "Hãy chọn lại đơn vị ban đầu.",
  },
  questionWithoutText: { text: "Câu hỏi {number} có lựa chọn nhưng chưa có lời hỏi.", remedy: "Hãy nhập câu hỏi." },
  questionOneChoice: {
    text: "Câu hỏi {number} chỉ có một lựa chọn.",
    remedy: "Hãy thêm lựa chọn, hoặc xóa hết để người dân trả lời bằng lời.",
  },
  questionChoicesTwice: { text: "Câu hỏi {number} có hai lựa chọn giống nhau.", remedy: "Hãy sửa lại các lựa chọn." },
  tooManyQuestions: { text: "Quá nhiều câu hỏi.", remedy: "Nhiều nhất 10 câu; phần khác xin đặt trong nội dung." },
  documentNotPublic: {
    text: "“{line}” không phải địa chỉ một văn bản đang công bố trong thư viện.",
    remedy: "Hãy dán địa chỉ trang văn bản, ví dụ: /van-ban/27-qd-gdtxhp-2023. Dự thảo chưa ban hành thì đính kèm tệp.",
  },
  openingFixed: {
    text: "Đợt lấy ý kiến đã công bố giữ nguyên thời điểm mở.",
    remedy: "Hãy nhập lại thời điểm mở ban đầu.",
  },
  questionsFixed: {
    text: "Các câu hỏi đã công bố không đổi được, vì người dân trả lời theo câu đã đọc.",
    remedy: "Hãy giữ nguyên câu hỏi; muốn hỏi khác, hãy tạo đợt lấy ý kiến mới.",
  },
  closingEarlier: {
    text: "Thời hạn đã công bố chỉ được kéo dài, không được rút ngắn.",
    remedy: "Hãy nhập thời điểm đóng cũ hoặc muộn hơn.",
  },
  extensionReasonMissing: {
    text: "Chưa ghi lý do gia hạn.",
    remedy: "Hãy ghi lý do, ít nhất 10 ký tự; lý do được công bố.",
  },
  extensionTooLate: {
    text: "Đợt lấy ý kiến đã đóng nên không gia hạn được.",
    remedy: "Hãy tạo đợt lấy ý kiến mới.",
  },
  reportTooEarly: {
    text: "Đợt lấy ý kiến chưa đóng.",
    remedy: "Tổng hợp tiếp thu, giải trình được lập sau khi hết hạn gửi ý kiến.",
  },
  reportOutdated: {
    text: "Số ý kiến hoặc nhóm ý kiến đã thay đổi sau khi lưu bản tổng hợp.",
    remedy: "Hãy mở và lưu lại bản tổng hợp để số liệu được đếm lại.",
  },
  opinionsUnjudged: {
    text: "Còn {count} ý kiến chưa được xem xét.",
    remedy: "Hãy đưa từng ý kiến vào một nhóm, hoặc không đưa vào tổng hợp kèm lý do.",
  },
  groupUnanswered: {
    text: "Nhóm ý kiến “{topic}” chưa đủ nội dung, kết quả và giải trình.",
    remedy: "Hãy điền đủ ba mục của nhóm.",
  },
  opinionUnknown: { text: "Không tìm thấy ý kiến này.", remedy: "Hãy mở lại danh sách ý kiến." },
  opinionNotYours: {
    text: "Ý kiến do đơn vị khác xem xét.",
    remedy: "Thư ký hoặc trưởng đơn vị phụ trách làm được việc này.",
  },
  verdictMissing: { text: "Chưa chọn cách xem xét ý kiến.", remedy: "Hãy chọn đưa vào tổng hợp hoặc không." },
  topicMissing: { text: "Chưa ghi nhóm ý kiến.", remedy: "Hãy ghi tên nhóm, không quá 150 ký tự." },
  asideReasonMissing: {
    text: "Chưa ghi lý do không đưa vào tổng hợp.",
    remedy: "Hãy ghi lý do, ít nhất 10 ký tự. Ý kiến vẫn được lưu nguyên văn.",
  },
  judgingOver: {
    text: "Bản tổng hợp đang chờ duyệt hoặc đã công bố.",
    remedy: "Nếu đang chờ duyệt, hãy đề nghị trả lại rồi xem xét tiếp.",
  },
  keptStill: { text: "Chưa đến hạn xóa dữ liệu cá nhân.", remedy: "Hệ thống tự xóa khi đến hạn." },
  opinionNotOpen: {
    text: "Đợt lấy ý kiến {when}, nên ý kiến chưa được nhận.",
    remedy: "Xin gửi ý kiến trong thời hạn; ngoài thời hạn, xin dùng mục Hỏi đáp, góp ý.",
  },
  opinionEmpty: {
    text: "Chưa có ý kiến nào.",
    remedy: "Xin trả lời ít nhất một câu hỏi, hoặc viết ý kiến của bạn.",
  },
  opinionChoiceUnknown: { text: "Câu {number}: lựa chọn này không có.", remedy: "Xin chọn lại." },
  opinionAnswerTooLong: {
    text: "Câu {number}: trả lời quá 2.000 ký tự.",
    remedy: "Xin viết gọn lại, hoặc đính kèm phần dài thành tệp.",
  },
  opinionAnswerUnusable: {
    text: "Câu {number}: có mã trang web hoặc ký tự không đọc được.",
    remedy: "Xin chỉ viết chữ thường bằng tiếng Việt Unicode.",
  },
  opinionConsentMissing: {
    text: "Bạn đã ghi họ tên hoặc thư điện tử nhưng chưa đồng ý để Trung tâm lưu.",
    remedy: "Xin đánh dấu ô đồng ý, hoặc xóa họ tên và thư điện tử để gửi không nêu tên.",
  },
};
