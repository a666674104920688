/** Why a file cannot be read as a Word document. */
export interface WordRefusal {
  readonly code: "notWord" | "oldDoc" | "encrypted" | "empty" | "tooLarge" | "bomb" | "broken" | "entities";
  /** A whole Vietnamese sentence that says what to do. */
  readonly message: string;
}

export type WordRefusalCode = WordRefusal["code"];

const MESSAGES: Record<WordRefusalCode, string> = {
  notWord: "Tệp này không phải là tệp Word (.docx); hãy chọn đúng tệp bài viết có đuôi .docx.",
  oldDoc:
    "Đây là tệp Word kiểu cũ (.doc); hãy mở tệp bằng Word, chọn “Lưu thành” (Save As), hãy lưu lại thành .docx rồi tải lên.",
  encrypted: "Tệp đang được khóa bằng mật khẩu; hãy mở tệp bằng Word, bỏ mật khẩu, lưu lại rồi tải lên.",
  empty: "Tệp không có chữ hay ảnh nào đưa vào bài được; hãy kiểm tra lại nội dung tệp rồi tải lên.",
  tooLarge: "Tệp quá lớn để đưa vào bài (tối đa 30 MB); hãy nén bớt ảnh trong Word hoặc tách tài liệu rồi tải lên.",
  bomb: "Tệp bung ra lớn bất thường nên không được mở vì lý do an toàn; hãy mở tệp bằng Word, lưu lại thành tệp .docx mới rồi tải lên.",
  broken: "Tệp bị hỏng hoặc tải lên chưa trọn vẹn; hãy mở tệp bằng Word để kiểm tra, lưu lại thành .docx rồi tải lên.",
  entities:
    "Tệp có phần khai báo không được phép trong tài liệu Word nên không được mở vì lý do an toàn; hãy mở tệp bằng Word, lưu lại thành tệp .docx mới rồi tải lên.",
};

export function wordRefusal(code: WordRefusalCode, message: string = MESSAGES[code]): WordRefusal {
  return { code, message };
}
