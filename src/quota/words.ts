import type { Sentence } from "../newsroom/move-words.ts";
import type { ExemptionCode, MarkCode } from "./rules.ts";

export const quotaSentences: Readonly<Record<MarkCode | ExemptionCode, Sentence>> = {
  markNotPublished: {
    text: "Bài chưa được đăng nên chưa đánh giá chất lượng.",
    remedy: "Chất lượng được đánh giá sau khi bài đăng lên Cổng; trước đó hãy ghi nhận xét ở trang của bài.",
  },
  markOwn: {
    text: "Không ai tự đánh giá chất lượng bài mình viết.",
    remedy: "Bài do Thư ký viết được Trưởng Ban hoặc Phó Trưởng ban thường trực đánh giá.",
  },
  markBySecretary: {
    text: "Chất lượng bài này do Thư ký đánh giá.",
    remedy: "Trưởng Ban, Phó Trưởng ban thường trực chỉ đánh giá bài do Thư ký viết hoặc của đơn vị Thư ký phụ trách.",
  },
  markLevelMissing: {
    text: "Chưa chọn mức chất lượng.",
    remedy: "Hãy chọn Đạt chất lượng, Cần cải thiện hoặc Không đạt.",
  },
  markNoteMissing: {
    text: "Chưa ghi bài thiếu gì.",
    remedy: "Hãy đánh dấu tiêu chí chưa đạt hoặc ghi ngắn gọn điều cần sửa, để người viết biết.",
  },
  markReasonMissing: {
    text: "Tháng {month} đã khép lại: đổi đánh giá phải ghi lý do.",
    remedy: "Hãy ghi lý do thay đổi; lý do được đưa vào báo cáo kỳ sau.",
  },
  markMoved: {
    text: "Bài vừa được người khác đánh giá.",
    remedy: "Hãy xem đánh giá hiện tại rồi quyết định có đổi hay không.",
  },
  exemptUnitUnknown: {
    text: "Chưa chọn đơn vị, hoặc đơn vị này không có chỉ tiêu.",
    remedy: "Hãy chọn một phòng hoặc tổ chức trực thuộc. Ban Giám đốc, Ban biên tập không có chỉ tiêu.",
  },
  exemptMonthsInvalid: {
    text: "Khoảng tháng được miễn chưa đúng.",
    remedy: "Hãy ghi từ tháng nào đến tháng nào, ví dụ 11/2026; tháng sau không trước tháng đầu.",
  },
  exemptTooLong: {
    text: "Một quyết định miễn không quá 12 tháng.",
    remedy: "Hãy chia thành nhiều quyết định.",
  },
  exemptDecisionMissing: { text: "Chưa ghi số quyết định.", remedy: "Ví dụ: 45/QĐ-GDTXHP." },
  exemptDayInvalid: {
    text: "Ngày quyết định chưa đúng.",
    remedy: "Hãy ghi ngày ký, không sau hôm nay ({today}).",
  },
  exemptReasonMissing: { text: "Chưa ghi lý do.", remedy: "Lý do hiện trong bảng chỉ tiêu và trong báo cáo." },
  exemptFrozen: {
    text: "Kết quả tháng {month} đã chốt theo báo cáo, không miễn lùi được.",
    remedy: "Hãy chọn từ tháng chưa chốt.",
  },
  exemptTwice: {
    text: "Đơn vị đã được miễn trong khoảng này theo {decision}.",
    remedy: "Hãy chọn khoảng khác, hoặc thu hồi quyết định cũ trước.",
  },
  exemptGone: {
    text: "Quyết định miễn này không còn hiệu lực.",
    remedy: "Hãy tải lại trang để xem danh sách hiện nay.",
  },
};
