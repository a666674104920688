import type { RecordContent, RecordField } from "../desk/record-fields.ts";
import { MATTER_KINDS, type MatterFieldKey, type MatterKindName, type MatterMove } from "../regulation/matter-kinds.ts";

export type MatterField = RecordField<MatterFieldKey>;
export type MatterContent = RecordContent<MatterFieldKey>;

const FIELDS: Readonly<Record<MatterFieldKey, Omit<MatterField, "key">>> = {
  title: { name: "tieu-de", label: "Tiêu đề", kind: "line" },
  text: { name: "noi-dung", label: "Nội dung", kind: "text" },
  due: { name: "han", label: "Hạn hoàn thành", kind: "date" },
  priority: { name: "muc-do", label: "Mức độ", kind: "choice" },
  year: { name: "nam", label: "Năm", kind: "number" },
  number: { name: "so-ky-hieu", label: "Số, ký hiệu văn bản", kind: "line" },
  issuer: { name: "co-quan", label: "Cơ quan gửi", kind: "line" },
  issuedOn: { name: "ngay-van-ban", label: "Ngày văn bản", kind: "date" },
  upgrade: { name: "phuong-an", label: "Phương án nâng cấp, chỉnh sửa Cổng", kind: "text" },
  equipment: { name: "trang-thiet-bi", label: "Phương án đầu tư trang thiết bị", kind: "text" },
  plannedOn: { name: "ngay-lam", label: "Ngày dự kiến thực hiện", kind: "date" },
  version: {
    name: "phien-ban-moi",
    label: "Phiên bản sau nâng cấp",
    kind: "line",
    hint: "Chưa đổi phiên bản thì ghi phiên bản đang chạy.",
  },
  backup: {
    name: "ban-sao-luu",
    label: "Bản sao lưu đã lấy trước khi làm",
    kind: "line",
    hint: "Tên thư mục hoặc thời điểm sao lưu. Chưa sao lưu thì chưa được nâng cấp.",
  },
  replyNumber: {
    name: "so-tra-loi",
    label: "Văn bản trả lời",
    kind: "line",
    hint: "Số, ký hiệu, ngày; trả lời bằng cách khác thì ghi rõ cách nào.",
  },
  planNumber: { name: "so-ke-hoach", label: "Số, ký hiệu kế hoạch công tác", kind: "line" },
};

/** Longest text of one line. Characters. */
export const LONGEST_LINE = 300;
export const PRIORITIES = { thuong: "Bình thường", gap: "Gấp: Cổng hoặc chuyên mục không dùng được" } as const;

export const fieldOf = (key: MatterFieldKey): MatterField => ({ key, ...FIELDS[key] });

/** The fields of a kind's form, as this kind calls them. */
export function fieldsOfKind(kind: MatterKindName): readonly MatterField[] {
  const { fields, optional = [], labels = {} } = MATTER_KINDS[kind];
  return fields.map((key) => ({
    ...fieldOf(key),
    ...(labels[key] === undefined ? {} : { label: labels[key] }),
    ...(optional.includes(key) ? { optional: true } : {}),
  }));
}

/** What a step asks for besides its words. */
export const fieldsOfMove = ({ asks = [] }: Pick<MatterMove, "asks">): readonly MatterField[] => asks.map(fieldOf);
