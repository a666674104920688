import { normalizeLine } from "../../kernel/vietnamese.ts";

/** Something of the Word file that is not in the article, in plain Vietnamese for the person who sent it. */
export interface DroppedItem {
  readonly what: string;
  readonly count: number;
  /** The first words of the first one, where it has words. */
  readonly sample?: string;
}

/** The sentences of the report. A thing is reported even when its words were kept, if its look was not. */
export const DROPPED = {
  textBox: "Hộp văn bản (text box): chữ trong hộp không được đưa vào bài",
  footnote: "Chú thích cuối trang (footnote)",
  endnote: "Chú thích cuối tài liệu (endnote)",
  comment: "Ý kiến, nhận xét bên lề (comment)",
  insertion: "Chỗ thêm còn để ở chế độ theo dõi sửa đổi: đã nhận vào bài",
  deletion: "Chỗ xóa còn để ở chế độ theo dõi sửa đổi: đã bỏ khỏi bài",
  equation: "Công thức toán; hãy chụp thành ảnh rồi chèn lại",
  chart: "Biểu đồ; hãy chụp thành ảnh rồi chèn lại",
  smartArt: "Sơ đồ SmartArt; hãy chụp thành ảnh rồi chèn lại",
  drawing: "Hình vẽ, đường kẻ, khung",
  object: "Đối tượng nhúng (bảng tính, trình chiếu, tệp đính trong Word…); hãy đính kèm riêng",
  control: "Nút bấm, ô nhập của biểu mẫu",
  header: "Đầu trang (header)",
  footer: "Chân trang (footer)",
  macro: "Macro (mã lệnh) trong tệp",
  picture: "Ảnh có định dạng chưa dùng được (EMF, WMF, TIFF, BMP…); hãy lưu thành PNG hoặc JPEG rồi chèn lại",
  largePicture: "Ảnh quá nặng (trên 25 MB một ảnh, 60 MB hoặc 200 ảnh cả bài); hãy nén bớt rồi chèn lại",
  brokenPicture: "Ảnh hỏng hoặc thiếu trong tệp",
  linkedPicture: "Ảnh liên kết từ bên ngoài tệp (không tải về); hãy chèn ảnh trực tiếp",
  autoAlt: "Mô tả ảnh do máy tự đặt; hãy viết lại mô tả cho đúng nội dung ảnh",
  look: "Màu chữ, màu nền, phông chữ, cỡ chữ riêng: cổng dùng một kiểu chữ thống nhất",
  strike: "Nét gạch ngang chữ: chữ vẫn giữ lại",
  script: "Chữ viết cao hoặc thấp (chỉ số trên, dưới): chữ vẫn giữ lại ở dòng thường",
  pageBreak: "Dấu ngắt trang, ngắt cột",
  unsafeLink: "Liên kết không an toàn hoặc không mở được trên mạng: chữ vẫn giữ lại",
  innerLink: "Liên kết tới chỗ khác trong tệp: chữ vẫn giữ lại",
  contents: "Mục lục tự động",
  hidden: "Chữ ẩn",
  symbol: "Ký hiệu riêng của phông chữ (Wingdings, Symbol…)",
  nestedTable: "Bảng lồng trong bảng: chữ vẫn giữ lại trong ô",
  otherFile: "Tài liệu khác được nhúng vào (altChunk, subdocument)",
} as const;

export type DroppedKind = keyof typeof DROPPED;

export interface Tally {
  add(kind: DroppedKind, sample?: string): void;
  list(): DroppedItem[];
}

const SAMPLE_LENGTH = 120;

export function startTally(): Tally {
  const found = new Map<DroppedKind, { count: number; sample: string }>();
  return {
    add(kind, sample = "") {
      const item = found.get(kind) ?? { count: 0, sample: "" };
      item.count += 1;
      item.sample ||= shortened(sample);
      found.set(kind, item);
    },
    list: () =>
      (Object.keys(DROPPED) as DroppedKind[]).flatMap((kind) => {
        const item = found.get(kind);
        if (!item) return [];
        return [{ what: DROPPED[kind], count: item.count, ...(item.sample && { sample: item.sample }) }];
      }),
  };
}

function shortened(text: string): string {
  const line = normalizeLine(text.slice(0, SAMPLE_LENGTH * 4));
  return line.length <= SAMPLE_LENGTH
    ? line
    : `${line.slice(0, line.lastIndexOf(" ", SAMPLE_LENGTH) + 1 || SAMPLE_LENGTH).trimEnd()}…`;
}
