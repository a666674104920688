import type { Sentence } from "../newsroom/move-words.ts";
import type { SlipCode } from "./moves.ts";
import type { IntakeCode } from "./sender.ts";

/** Why something from the public is not taken as it stands; each says what to do. */
export const intakeSentences: Readonly<
  Record<IntakeCode | Exclude<SlipCode, "noDelegation" | "notThisHat"> | "articleLive" | "retentionOver", Sentence>
> = {
  senderNameMissing: { text: "Chưa có họ và tên.", remedy: "Xin ghi họ và tên, không quá 100 ký tự." },
  contactMissing: {
    text: "Chưa có cách liên hệ.",
    remedy: "Xin ghi thư điện tử hoặc số điện thoại để Trung tâm trả lời.",
  },
  contactEmailInvalid: { text: "Địa chỉ thư điện tử chưa đúng.", remedy: "Ví dụ: ten@gmail.com." },
  contactPhoneInvalid: { text: "Số điện thoại chưa đúng.", remedy: "Ví dụ: 0912 345 678." },
  contentTooShort: { text: "Nội dung còn quá ngắn.", remedy: "Xin viết rõ hơn, ít nhất 10 ký tự." },
  contentTooLong: {
    text: "Nội dung dài {length} ký tự, quá mức 5.000 ký tự.",
    remedy: "Xin viết gọn lại, hoặc đính kèm phần dài thành tệp PDF, DOCX.",
  },
  contentMarkup: {
    text: "Nội dung có mã trang web “{part}”.",
    remedy: "Xin xóa phần mã đó; chỉ cần viết chữ thường, địa chỉ trang thì dán nguyên.",
  },
  contentUnreadable: {
    text: "Nội dung có ký tự không đọc được gần “{around}”.",
    remedy: "Xin gõ lại chỗ đó bằng tiếng Việt Unicode.",
  },
  consentMissing: {
    text: "Chưa đồng ý để Trung tâm dùng thông tin liên hệ.",
    remedy: "Trung tâm chỉ trả lời được khi bạn đánh dấu ô đồng ý. Bạn cũng có thể gọi điện hoặc đến trực tiếp.",
  },
  trapFilled: {
    text: "Ô “Để trống ô này” đã có chữ.",
    remedy: "Ô đó để chặn thư rác gửi tự động. Xin xóa chữ trong ô rồi gửi lại.",
  },
  filledTooFast: {
    text: "Biểu mẫu được gửi quá nhanh sau khi mở trang.",
    remedy: "Những gì bạn nhập vẫn còn. Xin đợi vài giây rồi bấm gửi lại.",
  },
  formTooOld: {
    text: "Trang này đã mở quá lâu.",
    remedy: "Những gì bạn nhập vẫn còn. Xin bấm gửi lại sau vài giây.",
  },
  sentTooOften: {
    text: "Từ nơi bạn đang truy cập đã gửi nhiều lần trong hôm nay.",
    remedy: "Xin gửi lại sau {at}. Nếu gấp, xin gọi điện cho Trung tâm; số điện thoại ở cuối trang.",
  },
  intakeFlooded: {
    text: "Cổng đang nhận quá nhiều thư cùng lúc.",
    remedy: "Xin gửi lại sau một giờ. Nếu gấp, xin gọi điện cho Trung tâm; số điện thoại ở cuối trang.",
  },
  sentBefore: {
    text: "Nội dung này đã được gửi trong 24 giờ qua và Trung tâm đã nhận.",
    remedy: "Không cần gửi lại. Xin dùng mã tra cứu của lần gửi trước.",
  },
  fileRefused: { text: "Không nhận được tệp “{name}”.", remedy: "{why}" },
  tooManyFiles: { text: "Quá nhiều tệp.", remedy: "Xin gửi nhiều nhất 3 tệp, mỗi tệp không quá 10 MB." },
  slipNotAtThisStep: {
    text: "Việc này không còn ở bước đó hoặc chưa đến bước đó.",
    remedy: "Hãy mở lại trang để xem đang ở đâu.",
  },
  slipNotYourUnit: {
    text: "Việc này không thuộc đơn vị bạn phụ trách.",
    remedy: "Việc này thuộc trưởng đơn vị được phân công, Phó Trưởng ban phụ trách hoặc Thư ký.",
  },
  articleLive: {
    text: "Không có bài nào đang đăng tại địa chỉ này.",
    remedy: "Hãy mở bài phản hồi, đính chính trên Cổng, sao chép địa chỉ rồi dán vào đây.",
  },
  retentionOver: { text: "Chưa đến hạn xóa dữ liệu cá nhân.", remedy: "Hệ thống tự xóa khi đến hạn." },
};
