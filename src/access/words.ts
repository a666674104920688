import type { Sentence } from "../newsroom/move-words.ts";

/** Why an act on accounts is refused. */
export const accessSentences: Readonly<Record<string, Sentence>> = {
  accountPersonUnknown: {
    text: "Không tìm thấy người cần mở tài khoản.",
    remedy: "Tài khoản chỉ mở cho một người có tên trong danh sách. Hãy ghi tên người đó ở mục Ban biên tập trước.",
  },
  accountPersonLeft: {
    text: "{person} đã thôi làm việc nên không mở tài khoản được.",
    remedy: "Nếu người này trở lại, hãy ghi lại ở mục Ban biên tập trước.",
  },
  accountPersonUnnamed: {
    text: "“{person}” chưa phải họ và tên đầy đủ của một người.",
    remedy: "Mỗi tài khoản là của một người có họ tên; không mở tài khoản dùng chung. Hãy ghi đủ họ và tên.",
  },
  accountExists: {
    text: "{person} đã có tài khoản “{username}”. Mỗi người chỉ có một tài khoản.",
    remedy: "Nếu người này quên mật khẩu, hãy đặt lại mật khẩu.",
  },
  accountUnknown: { text: "Người này chưa có tài khoản.", remedy: "Hãy mở tài khoản trước." },
  accountDisabled: { text: "Tài khoản của {person} đang khóa.", remedy: "Hãy mở khóa trước khi đặt lại mật khẩu." },
  accountOwn: {
    text: "Bạn không thể tự khóa tài khoản của mình.",
    remedy: "Nếu bạn thôi làm quản trị, hãy nhờ người quản trị kế nhiệm khóa.",
  },
  usernameInvalid: {
    text: "Tên đăng nhập “{username}” chưa dùng được.",
    remedy:
      "Dùng từ 3 đến 60 chữ cái thường không dấu hoặc chữ số, có thể có dấu chấm hay gạch ngang ở giữa, ví dụ nguyen.lan.",
  },
  usernameTaken: {
    text: "Tên đăng nhập “{username}” đã có người dùng.",
    remedy: "Hãy chọn tên khác, ví dụ thêm tên đệm.",
  },
  passwordShort: {
    text: "Mật khẩu cần ít nhất {shortest} ký tự.",
    remedy: "Một câu ngắn dễ nhớ, có dấu cách, là mật khẩu tốt.",
  },
  passwordLong: { text: "Mật khẩu dài quá 128 ký tự.", remedy: "Hãy rút ngắn." },
  passwordHasName: {
    text: "Mật khẩu không được chứa tên đăng nhập hoặc họ tên của bạn.",
    remedy: "Hãy chọn một câu không ai đoán được từ tên bạn.",
  },
  passwordCommon: {
    text: "Mật khẩu này quá dễ đoán.",
    remedy: "Hãy ghép vài từ không liên quan với nhau, thêm số và dấu.",
  },
  passwordNotRepeated: {
    text: "Hai lần nhập mật khẩu mới chưa giống nhau.",
    remedy: "Hãy nhập lại cả hai ô.",
  },
  passwordSame: { text: "Mật khẩu mới trùng với mật khẩu hiện tại.", remedy: "Hãy chọn mật khẩu khác." },
  passwordTooSoon: {
    text: "Vừa có những lần nhập sai mật khẩu nên chưa thử tiếp được.",
    remedy: "Có thể thử lại sau {time}.",
  },
  passwordWrong: { text: "Mật khẩu hiện tại chưa đúng.", remedy: "Hãy nhập lại mật khẩu đang dùng." },
};
