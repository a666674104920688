import type { Sentence } from "../newsroom/move-words.ts";
import type { PlanCode } from "./rules.ts";

export const planSentences: Readonly<Record<PlanCode, Sentence>> = {
  planPeriodInvalid: { text: "Chưa chọn kỳ của kế hoạch.", remedy: "Hãy chọn một tháng, quý hoặc năm." },
  planPeriodOver: {
    text: "Kỳ này đã qua: không lập, không đổi và không quyết định kế hoạch lùi ngày.",
    remedy: "Hãy lập kế hoạch cho kỳ đang diễn ra hoặc kỳ tới.",
  },
  planOrientationMissing: {
    text: "Chưa ghi định hướng nội dung.",
    remedy: "Hãy ghi ngắn gọn kỳ này tuyên truyền nhằm điều gì.",
  },
  planThemesMissing: { text: "Kế hoạch chưa có chủ đề nào.", remedy: "Hãy ghi ít nhất một chủ đề và số bài cần có." },
  planThemeIncomplete: { text: "Chủ đề ở dòng {line} chưa có tên.", remedy: "Hãy ghi tên, hoặc xóa cả dòng." },
  planThemeTwice: { text: "Chủ đề “{name}” được ghi hai lần.", remedy: "Hãy gộp hai dòng làm một." },
  planTargetInvalid: {
    text: "Số bài của dòng {line} chưa đúng.",
    remedy: "Hãy ghi số nguyên từ 1 đến 500.",
  },
  planUnitUnknown: { text: "Đơn vị ở dòng {line} không còn trong danh sách.", remedy: "Hãy chọn đơn vị khác." },
  planSame: { text: "Nội dung giống hệt bản trước.", remedy: "Không cần gửi lại khi chưa đổi gì." },
  planMoved: {
    text: "Kế hoạch vừa có bản mới hơn bản bạn đang xem.",
    remedy: "Hãy tải lại trang, xem bản mới rồi làm tiếp.",
  },
  planDecided: {
    text: "Bản này đã được xử lý và không thay đổi nữa.",
    remedy: "Muốn đổi kế hoạch, hãy đề nghị một bản mới để quyết định lại.",
  },
  planNoteMissing: { text: "Chưa ghi vì sao trả lại.", remedy: "Hãy ghi điều cần sửa cho người đề nghị." },
  planNotDelegated: {
    text: "Phó Trưởng ban thường trực quyết định kế hoạch khi có văn bản ủy quyền việc này.",
    remedy: "Hãy trình Trưởng Ban, hoặc ghi ủy quyền “Quyết định kế hoạch tuyên truyền”.",
  },
  planThemeUnknown: { text: "Không có chủ đề này trong kế hoạch.", remedy: "Hãy mở lại kế hoạch và chọn chủ đề." },
  planNotDecided: {
    text: "Kế hoạch chưa được quyết định nên chưa ghi bài thực hiện.",
    remedy: "Hãy chờ Trưởng Ban quyết định kế hoạch.",
  },
  planArticleNotYours: {
    text: "Chỉ người viết hoặc Thư ký xếp bài vào chủ đề.",
    remedy: "Hãy nhờ Thư ký xếp những bài khác.",
  },
};
