import type { Sentence } from "../newsroom/move-words.ts";
import type { EventCode } from "./rules.ts";

/** Why an act about events is refused. A code without a sentence does not compile. */
export const eventSentences: Readonly<Record<EventCode, Sentence>> = {
  eventNotYours: {
    text: "Sự kiện này do đơn vị khác tổ chức.",
    remedy: "Trưởng đơn vị tổ chức, Thư ký, Phó Trưởng ban thường trực hoặc Trưởng Ban biên tập làm được việc này.",
  },
  eventUnknown: { text: "Không tìm thấy sự kiện này.", remedy: "Hãy mở lại danh sách sự kiện." },
  eventSeenOld: {
    text: "Sự kiện vừa được người khác sửa (bản {version}).",
    remedy: "Những gì bạn nhập vẫn còn ở dưới. Hãy mở bản mới để xem, rồi làm lại.",
  },
  eventKindUnknown: { text: "Chưa chọn loại sự kiện.", remedy: "Hãy chọn một loại trong danh sách." },
  eventTitleMissing: { text: "Chưa có tên sự kiện.", remedy: "Hãy nhập tên như sẽ hiện trên lịch." },
  eventPlaceMissing: {
    text: "Chưa có địa điểm.",
    remedy: "Hãy ghi phòng, cơ sở; họp trực tuyến thì ghi “Trực tuyến”.",
  },
  eventUnitUnknown: { text: "Chưa chọn đơn vị tổ chức.", remedy: "Hãy chọn đơn vị trong danh sách." },
  eventUnitFixed: {
    text: "Sự kiện đã có tin, bài của đơn vị tổ chức nên không đổi đơn vị được.",
    remedy: "Nếu chọn nhầm đơn vị, hãy hủy sự kiện này và ghi sự kiện mới.",
  },
  eventTextLong: { text: "Mục này dài quá {most} ký tự.", remedy: "Hãy rút gọn; chi tiết có thể để trong tin, bài." },
  eventStartMissing: { text: "{which} chưa có giờ bắt đầu.", remedy: "Hãy nhập ngày, giờ bắt đầu." },
  eventEndMissing: {
    text: "{which} chưa có giờ kết thúc.",
    remedy: "Hạn đăng tin, bài tính từ lúc kết thúc, nên sự kiện phải có giờ kết thúc. Hãy nhập ngày, giờ dự kiến.",
  },
  eventTimeInvalid: { text: "Ngày, giờ của {of} chưa đúng.", remedy: "Hãy nhập đủ ngày, tháng, năm và giờ." },
  eventInverted: {
    text: "{which} kết thúc trước khi bắt đầu.",
    remedy: "Hãy sửa để giờ kết thúc sau giờ bắt đầu.",
  },
  eventTimeFar: { text: "Năm của {of} ở quá xa hôm nay.", remedy: "Hãy xem lại năm đã nhập." },
  eventSessionsMany: {
    text: "Một sự kiện có nhiều nhất {most} buổi.",
    remedy: "Hãy ghi phần còn lại thành sự kiện khác.",
  },
  eventMoveReasonMissing: {
    text: "Chưa có lý do đổi thời gian.",
    remedy: "Hãy ghi lý do (ít nhất 10 ký tự); lịch cũ và lý do được giữ lại.",
  },
  eventOver: {
    text: "Sự kiện đã qua giờ kết thúc, hạn đăng tin, bài đang tính.",
    remedy: "Việc này đổi hạn, nên chỉ Trưởng Ban hoặc Phó Trưởng ban thường trực ghi được, kèm lý do.",
  },
  eventCancelled: { text: "Sự kiện đã hủy và được giữ nguyên.", remedy: "Nếu tổ chức lại, hãy ghi sự kiện mới." },
  eventStaysPublic: {
    text: "Sự kiện đã hiện trên lịch công khai nên không chuyển thành nội bộ được.",
    remedy: "Nếu không tổ chức nữa, hãy hủy sự kiện và ghi lý do.",
  },
  eventReasonMissing: { text: "Lý do còn quá ngắn.", remedy: "Hãy ghi lý do để người đọc hiểu, ít nhất 10 ký tự." },
  eventArticleUnknown: { text: "Chưa chọn tin, bài.", remedy: "Hãy chọn một bài trong danh sách." },
  eventArticleOtherUnit: {
    text: "Bài này của đơn vị khác, không phải đơn vị tổ chức sự kiện.",
    remedy: "Hãy chọn bài của đơn vị tổ chức, hoặc viết bài từ sự kiện.",
  },
  eventArticleElsewhere: {
    text: "Bài này đã nói về sự kiện “{event}”.",
    remedy: "Mỗi bài chỉ tính cho một sự kiện. Nếu liên kết trước đó nhầm, hãy bỏ liên kết ở sự kiện ấy.",
  },
  eventArticleLinked: { text: "Bài này đã được liên kết với sự kiện.", remedy: "Không cần làm lại." },
  eventArticleEarlier: {
    text: "Bài này đăng trước khi sự kiện bắt đầu, nên là tin báo trước.",
    remedy: "Hãy chọn bài đưa tin về sự kiện, đăng từ lúc sự kiện bắt đầu.",
  },
  eventHasArticle: {
    text: "Sự kiện đã có bài “{title}”.",
    remedy: "Hãy mở bài ấy để viết tiếp; nếu cần thêm bài khác, hãy liên kết bài đã có.",
  },
  eventLinkUnknown: { text: "Liên kết này không còn.", remedy: "Hãy mở lại sự kiện để xem." },
};
