import type { ContentCode } from "./content-rules.ts";

/**
 * What a person reads when content cannot be sent: one whole sentence or two for each code, saying where and
 * what to do. `{name}` slots are filled from the refusal's `detail`.
 */
export const contentSentences: Readonly<Record<ContentCode, string>> = {
  titleMissing: "Bài chưa có tiêu đề. Xin nhập tiêu đề.",
  leadMissing: "Bài chưa có tóm tắt. Xin viết một đến ba câu tóm tắt.",
  bodyMissing: "Bài chưa có nội dung. Xin viết nội dung bài.",
  authorMissing: "Bài chưa ghi tác giả. Xin ghi họ tên tác giả.",
  sourceMissing: "Bài chưa ghi nguồn. Xin ghi rõ cơ quan, đơn vị hoặc ấn phẩm cung cấp thông tin.",
  categoryMissing: "Bài chưa chọn chuyên mục. Xin chọn chuyên mục.",
  unitMissing: "Bài chưa chọn đơn vị. Xin chọn đơn vị gửi bài.",
  authorPlaceholder: "Tác giả ghi “{value}” chưa cho biết ai viết. Xin ghi họ tên tác giả.",
  sourcePlaceholder:
    "Nguồn ghi “{value}” chưa cho biết thông tin từ đâu. Xin ghi tên cơ quan, đơn vị hoặc ấn phẩm cụ thể.",
  authorNotAccountHolder:
    "Tác giả “{author}” khác với tên người dùng tài khoản ({account}). Xin ghi lý do ở ô “Bút danh / viết thay”, hoặc ghi đúng tên mình.",
  sourceUrlMissing: "Bài đăng lại chưa có địa chỉ bài gốc. Xin dán đường dẫn đến bài gốc.",
  sourceDateMissing: "Bài đăng lại chưa có ngày đăng của bài gốc. Xin chọn ngày.",
  pictureAuthorMissing: "{place}: chưa ghi tác giả ảnh. Xin ghi tên người chụp hoặc người vẽ.",
  pictureAuthorPlaceholder:
    "{place}: tác giả ảnh ghi “{value}” chưa cho biết là ai. Xin ghi tên người chụp hoặc người vẽ.",
  pictureSourceMissing: "{place}: chưa ghi nguồn ảnh. Xin ghi nơi cung cấp ảnh.",
  pictureSourcePlaceholder: "{place}: nguồn ảnh ghi “{value}” chưa cho biết từ đâu. Xin ghi nơi cung cấp ảnh.",
  pictureAltMissing:
    "{place}: chưa có mô tả cho người không nhìn thấy ảnh. Xin mô tả ảnh trong một câu, hoặc đánh dấu “Ảnh trang trí”.",
  videoTitleMissing: "{place}: video chưa có tên. Xin ghi một câu cho biết video nói về gì.",
  videoAuthorMissing: "{place}: chưa ghi tác giả video. Xin ghi tên người quay hoặc đơn vị thực hiện.",
  videoAuthorPlaceholder:
    "{place}: tác giả video ghi “{value}” chưa cho biết là ai. Xin ghi tên người quay hoặc đơn vị thực hiện.",
  videoSourceMissing: "{place}: chưa ghi nguồn video. Xin ghi nơi cung cấp video.",
  videoSourcePlaceholder: "{place}: nguồn video ghi “{value}” chưa cho biết từ đâu. Xin ghi nơi cung cấp video.",
  videoPosterMissing: "{place}: chưa có ảnh chờ. Xin chọn một ảnh hiện trước khi người đọc bấm xem.",
  videoCaptionsMissing:
    "{place}: chưa có phụ đề cho người không nghe được. Xin thêm tệp phụ đề (VTT hoặc SRT), hoặc ghi lý do không có, ví dụ “video không có lời”.",
  secrecyMark:
    "{place}: có dấu chỉ độ mật “{mark}”. Tài liệu mang độ mật không được đưa lên Cổng. Nếu đây không phải dấu mật, xin viết lại cho rõ.",
  badCharacter:
    "{place}: có {fault} ở chỗ “{around}”. Văn bản phải dùng chữ Việt Unicode theo TCVN 6909:2001. Xin chuyển mã hoặc gõ lại chỗ đó.",
};

/** The sentence of a refusal with its slots filled. */
export function contentSentence(code: ContentCode, detail: Readonly<Record<string, string>> = {}): string {
  return contentSentences[code].replace(/\{(\w+)\}/g, (slot, name: string) => detail[name] ?? slot);
}
