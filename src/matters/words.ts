import type { Sentence } from "../newsroom/move-words.ts";
import type { MatterCode } from "./rules.ts";

export const matterSentences: Readonly<Record<MatterCode, Sentence>> = {
  matterNotAtThisStep: {
    text: "Việc này không còn ở bước đó hoặc chưa đến bước đó.",
    remedy: "Hãy mở lại trang để xem việc đang ở đâu.",
  },
  matterNotYours: {
    text: "Bước này của người được giao hoặc người nêu việc.",
    remedy: "Bạn vẫn gửi được ý kiến ở phần Trao đổi.",
  },
  matterOwn: {
    text: "Việc do chính bạn nêu, người khác trả lời.",
    remedy: "Hãy để Trưởng Ban, Giám đốc hoặc thành viên khác của Ban biên tập trả lời.",
  },
  matterMoved: {
    text: "Trong lúc bạn soạn, {who} đã cập nhật việc này: {label}.",
    remedy: "Điều bạn nhập vẫn còn dưới đây. Hãy xem phần mới trong quá trình xử lý rồi gửi lại nếu vẫn cần.",
  },
  matterFieldMissing: { text: "Chưa nhập “{label}”.", remedy: "Hãy nhập rồi gửi lại; phần đã nhập vẫn còn." },
  matterFieldLong: { text: "“{label}” dài quá {most} ký tự.", remedy: "Hãy viết gọn lại hoặc đính kèm tệp." },
  matterUnreadable: {
    text: "“{label}” có ký tự không đọc được gần “{around}”.",
    remedy: "Hãy gõ lại chỗ đó bằng tiếng Việt Unicode.",
  },
  matterDayInvalid: { text: "“{label}” chưa phải là một ngày.", remedy: "Hãy chọn ngày trên lịch, ví dụ 25/12/2026." },
  matterDayPast: { text: "“{label}” là ngày đã qua.", remedy: "Hãy chọn từ hôm nay trở đi." },
  matterDayAhead: { text: "“{label}” là ngày chưa đến.", remedy: "Hãy ghi đúng ngày trên văn bản." },
  matterChoiceUnknown: { text: "“{label}” chưa chọn đúng.", remedy: "Hãy chọn một mục trong danh sách." },
  matterYearInvalid: { text: "Năm chưa đúng.", remedy: "Hãy ghi năm nay, năm trước hoặc năm sau, bằng bốn chữ số." },
  matterYearTaken: {
    text: "Năm {year} đã có hồ sơ này: {code}.",
    remedy: "Hãy mở hồ sơ đó để bổ sung, hoặc lập cho năm khác.",
  },
  matterNobody: {
    text: "Chưa chọn người nhận.",
    remedy: "Nhiệm vụ, lời đôn đốc luôn có người nhận: hãy đánh dấu ít nhất một.",
  },
  matterPersonUnknown: {
    text: "Có người nhận hôm nay không còn giữ vai trò trong Ban biên tập.",
    remedy: "Hãy chọn lại người nhận.",
  },
  matterUnitUnknown: {
    text: "Có đơn vị nhận không còn hoạt động hoặc chưa có trưởng đơn vị.",
    remedy: "Hãy chọn lại đơn vị nhận.",
  },
  matterUnitNotInCharge: {
    text: "Phó Trưởng ban đôn đốc các đơn vị mình phụ trách.",
    remedy: "Hãy chỉ chọn đơn vị phụ trách, hoặc nhờ Thư ký, Trưởng Ban đôn đốc đơn vị khác.",
  },
  matterUnitMissing: {
    text: "Chưa chọn đơn vị.",
    remedy: "Bạn phụ trách nhiều đơn vị: hãy chọn việc này của đơn vị nào.",
  },
  matterFileUnknown: { text: "Có tệp không còn trong Cổng.", remedy: "Hãy chọn lại tệp." },
};
