import type { Sentence } from "../newsroom/move-words.ts";
import type { ReportCode } from "./rules.ts";

export const reportSentences: Readonly<Record<ReportCode, Sentence>> = {
  reportUnknown: {
    text: "Không có báo cáo này.",
    remedy: "Hãy mở lại từ danh sách báo cáo.",
  },
  reportPeriodInvalid: {
    text: "Kỳ báo cáo không hợp lệ: ngày đầu phải có thật và không sau ngày cuối.",
    remedy: "Hãy ghi lại từ ngày, đến ngày; kỳ tháng ghi dạng 2026-11.",
  },
  reportPeriodFuture: {
    text: "Kỳ báo cáo gồm những ngày chưa đến.",
    remedy: "Hãy chọn ngày cuối không sau hôm nay; báo cáo định kỳ được Cổng tự lập khi gần đến hạn.",
  },
  reportBeforeBegin: {
    text: "Kỳ này trước khi Cổng được dùng ({day}), không có số liệu để báo cáo.",
    remedy: "Hãy chọn kỳ có ngày Cổng đã hoạt động.",
  },
  reportExists: {
    text: "Báo cáo cho kỳ này đã có; mỗi kỳ chỉ một báo cáo.",
    remedy: "Hãy mở báo cáo đã có trong danh sách.",
  },
  reportTopicMissing: {
    text: "Chưa ghi nội dung cần báo cáo.",
    remedy: "Hãy ghi ngắn gọn báo cáo về việc gì.",
  },
  reportDueInvalid: {
    text: "Hạn nộp chưa ghi hoặc đã qua.",
    remedy: "Hãy chọn hạn từ hôm nay trở đi.",
  },
  reportRequestMissing: {
    text: "Chưa ghi đủ số và ngày văn bản yêu cầu của Sở.",
    remedy: "Hãy ghi số, ký hiệu và ngày của văn bản; ngày không sau hôm nay.",
  },
  reportTooEarly: {
    text: "Chưa đến lúc nộp: báo cáo này nộp được từ ngày {day}.",
    remedy: "Hãy lưu dự thảo; đến ngày đó số liệu đã đủ để nộp.",
  },
  reportMonthsOpen: {
    text: "Báo cáo quý, năm lập từ các tháng đã chốt; chưa chốt: {months}.",
    remedy: "Hãy nộp và nhận xong báo cáo các tháng ấy trước.",
  },
  reportAssessmentMissing: {
    text: "Chưa có phần đánh giá.",
    remedy: "Hãy ghi nhận xét về kết quả trong kỳ.",
  },
  reportDifficultiesMissing: {
    text: "Chưa có phần khó khăn, vướng mắc.",
    remedy: "Hãy ghi các khó khăn; nếu không có thì ghi “Không có”.",
  },
  reportProposalsMissing: {
    text: "Chưa có phần đề xuất giải pháp.",
    remedy: "Hãy ghi đề xuất; nếu không có thì ghi “Không có”.",
  },
  reportNotDraft: {
    text: "Báo cáo đã nộp, đang chờ người nhận.",
    remedy: "Cần sửa thì đề nghị người nhận trả lại kèm lý do.",
  },
  reportNotSubmitted: {
    text: "Báo cáo chưa được nộp nên chưa nhận hay trả lại được.",
    remedy: "Hãy chờ người lập báo cáo nộp.",
  },
  reportFrozen: {
    text: "Báo cáo đã nhận và chốt; không ai sửa được nữa.",
    remedy: "Điều cần nói thêm hãy ghi ở báo cáo kỳ sau.",
  },
  reportReasonMissing: {
    text: "Chưa ghi lý do trả lại.",
    remedy: "Hãy ghi cần sửa hay bổ sung điều gì.",
  },
  reportOwn: {
    text: "Bạn là người nộp báo cáo này nên không tự nhận được.",
    remedy: "Người khác giữ vai trò nhận hãy nhận; một người giữ cả hai vai trò thì ký một lần khi nộp.",
  },
  reportMoved: {
    text: "Báo cáo đã thay đổi từ lúc bạn mở trang này.",
    remedy: "Hãy đọc bản dưới đây rồi làm lại; điều bạn vừa ghi vẫn còn trong ô.",
  },
  reportUnsigned: {
    text: "Báo cáo chưa được Giám đốc nhận, ký nên chưa gửi Sở được.",
    remedy: "Hãy nộp để Giám đốc nhận, sau đó ghi số và ngày gửi.",
  },
  reportNotForAuthority: {
    text: "Chỉ báo cáo lập theo yêu cầu của Sở mới ghi gửi Sở.",
    remedy: "Hãy lập báo cáo theo yêu cầu của Sở, ghi số và ngày văn bản yêu cầu.",
  },
  reportSentBefore: {
    text: "Báo cáo này đã ghi gửi Sở ngày {day}.",
    remedy: "Cần gửi bổ sung thì lập báo cáo mới theo yêu cầu của Sở.",
  },
  reportSentNumberInvalid: {
    text: "Số văn bản phải là số nguyên từ 1.",
    remedy: "Hãy ghi số được cấp ở sổ văn bản đi, ví dụ 45.",
  },
  reportSentDayInvalid: {
    text: "Ngày gửi chưa đúng.",
    remedy: "Hãy ghi ngày của văn bản, không sau hôm nay.",
  },
};
