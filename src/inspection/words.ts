import type { Sentence } from "../newsroom/move-words.ts";
import type { InspectionCode } from "./rules.ts";

export const inspectionSentences: Readonly<Record<InspectionCode, Sentence>> = {
  inspectionUnknown: { text: "Không có cuộc kiểm tra này.", remedy: "Hãy mở lại từ trang Kiểm tra, đánh giá." },
  inspectionNotNow: {
    text: "Không thể “{act}”: cuộc kiểm tra đang ở bước “{state}”.",
    remedy: "Hãy tải lại trang để xem việc làm được lúc này.",
  },
  inspectionNotYours: {
    text: "Vai trò này không được “{act}”.",
    remedy:
      "Giám đốc hoặc Trưởng Ban lập cuộc kiểm tra; người được cử chấm điểm; Giám đốc kết luận; Thư ký soạn bài công khai. Nếu bạn giữ nhiều vai trò, hãy đổi vai trò ở đầu trang.",
  },
  inspectionOwnUnit: {
    text: "Người kiểm tra không chấm đơn vị của chính mình.",
    remedy: "Hãy để thành viên khác của đoàn chấm đơn vị này.",
  },
  inspectionOtherUnit: {
    text: "Chỉ trưởng đơn vị được giải trình cho đơn vị của mình.",
    remedy: "Hãy chọn đúng đơn vị, hoặc đổi vai trò ở đầu trang.",
  },
  inspectionSayWhy: { text: "“{act}” cần ghi rõ nội dung, ít nhất 10 ký tự.", remedy: "Hãy ghi ngắn gọn, cụ thể." },
  inspectionTypeUnknown: { text: "Chưa chọn loại cuộc kiểm tra.", remedy: "Hãy chọn một loại trong danh sách." },
  inspectionTitleMissing: { text: "Chưa ghi tên cuộc kiểm tra.", remedy: "Hãy ghi tên, không quá 300 ký tự." },
  inspectionDecisionMissing: {
    text: "Chưa ghi số quyết định hoặc kế hoạch.",
    remedy: "Hãy ghi số, ký hiệu văn bản cử đoàn kiểm tra.",
  },
  inspectionPeriodInverted: {
    text: "Kỳ kiểm tra chưa đúng: ngày cuối phải từ ngày đầu trở đi.",
    remedy: "Hãy chọn lại hai ngày.",
  },
  inspectionPeriodNotOver: {
    text: "Kỳ kiểm tra chưa kết thúc.",
    remedy: "Rút mẫu, chốt điểm làm được từ ngày sau ngày cuối của kỳ.",
  },
  inspectionNoUnit: { text: "Chưa chọn đơn vị được kiểm tra.", remedy: "Hãy chọn ít nhất một đơn vị." },
  inspectionUnitUnknown: {
    text: "Đơn vị không thuộc cuộc kiểm tra này.",
    remedy: "Hãy chọn đơn vị trong danh sách của cuộc kiểm tra.",
  },
  inspectionYearlyAllUnits: {
    text: "Đánh giá hằng năm phải có mọi phòng, tổ chức trực thuộc; còn thiếu: {units}.",
    remedy: "Hãy chọn thêm các đơn vị này.",
  },
  inspectionYearlyTooLong: { text: "Kỳ đánh giá hằng năm không dài quá một năm.", remedy: "Hãy chọn lại hai ngày." },
  inspectionNoTeam: { text: "Chưa cử ai kiểm tra.", remedy: "Hãy chọn ít nhất một người." },
  inspectionMemberUnknown: {
    text: "Có người được chọn không giữ vai trò kiểm tra được.",
    remedy: "Hãy chọn trong danh sách; vai trò Người kiểm tra được phân công ở trang Ban biên tập.",
  },
  inspectionUnitWithoutInspector: {
    text: "{unit}: cả đoàn đều là người của đơn vị này, không ai chấm được.",
    remedy: "Hãy cử thêm một người ngoài đơn vị.",
  },
  inspectionNoCriteria: {
    text: "Chưa có bộ tiêu chí nào áp dụng cho kỳ này.",
    remedy: "Hãy lập bộ tiêu chí có ngày áp dụng trước ngày cuối của kỳ.",
  },
  inspectionDrawn: { text: "Mẫu đã được rút, không rút lại.", remedy: "Ai cũng tính lại được mẫu từ số gốc đã ghi." },
  inspectionNotDrawn: { text: "Chưa rút mẫu bài.", remedy: "Hãy bấm “Rút mẫu bài” trước khi chốt điểm." },
  inspectionMarksMissing: {
    text: "{unit} chưa được chấm tiêu chí “{criterion}”.",
    remedy: "Hãy chấm đủ các tiêu chí do người kiểm tra chấm.",
  },
  inspectionComputed: {
    text: "Tiêu chí này do Cổng tính từ dữ liệu, không chấm tay.",
    remedy: "Nếu thấy sai, hãy ghi nhận xét, hoặc ghi kết quả xem bài trong mẫu.",
  },
  inspectionMarkOutOfRange: { text: "Điểm phải là số nguyên từ 0 đến 100.", remedy: "Hãy nhập lại điểm." },
  inspectionMarkUnexplained: {
    text: "Điểm chấm tay cần ghi lý do, ít nhất 10 ký tự.",
    remedy: "Hãy ghi căn cứ của điểm.",
  },
  inspectionArticleNotDrawn: { text: "Bài này không nằm trong mẫu đã rút.", remedy: "Hãy chọn bài trong mẫu." },
  inspectionFindingMissing: { text: "Chưa ghi nhận xét.", remedy: "Hãy ghi ít nhất 10 ký tự." },
  inspectionExplanationOpen: {
    text: "Còn {count} đơn vị chưa giải trình và chưa hết hạn giải trình.",
    remedy: "Kết luận khi mọi đơn vị đã giải trình, hoặc khi hết hạn.",
  },
  inspectionNotConcluded: {
    text: "Giám đốc chưa kết luận, kết quả chưa được công khai.",
    remedy: "Giám đốc kết luận trước, sau đó Thư ký soạn bài công khai.",
  },
  inspectionDrafted: {
    text: "Bài công khai kết quả đã được soạn.",
    remedy: "Hãy mở bài để sửa tiếp theo bốn bước. Sau khi đính chính điểm, trang này cho soạn bản đính chính.",
  },
  inspectionCategoryMissing: { text: "Chưa chọn chuyên mục cho bài công khai.", remedy: "Hãy chọn chuyên mục." },
  inspectionNoSuchScore: {
    text: "Không có điểm này để đính chính.",
    remedy: "Hãy chọn đơn vị và tiêu chí trong bảng điểm.",
  },
  inspectionSameScore: { text: "Điểm mới giống điểm đang có.", remedy: "Hãy nhập điểm khác, hoặc không đính chính." },
  weightsNot100: { text: "Tổng trọng số phải bằng 100, nay là {sum}.", remedy: "Hãy sửa trọng số các tiêu chí." },
  weightInvalid: {
    text: "Mỗi trọng số là số nguyên từ 1 đến 100.",
    remedy: "Hãy sửa trọng số; để trống tên nếu bỏ tiêu chí.",
  },
  criterionNameMissing: { text: "Có tiêu chí chưa có tên.", remedy: "Hãy ghi tên từng tiêu chí." },
  criterionTwice: { text: "Một tiêu chí được ghi hai lần.", remedy: "Hãy bỏ bớt một dòng." },
  criterionSourceUnknown: {
    text: "Cách tính của tiêu chí không có trong danh sách.",
    remedy: "Hãy chọn lại cách tính.",
  },
  criteriaDayInvalid: { text: "Ngày áp dụng chưa đúng.", remedy: "Hãy chọn ngày." },
  criteriaNameMissing: { text: "Chưa đặt tên bộ tiêu chí.", remedy: "Hãy ghi tên." },
};
