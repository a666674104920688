import { readable } from "../board/rules.ts";
import { hatName } from "../regulation/hats.ts";
import { STATES } from "../regulation/states.ts";
import { settingLabel } from "../settings/form.ts";
import { formatDateTime } from "../ui/format.ts";

/** What the values of an act are called on screen; others keep their name from the log. */
const NAMES: Readonly<Record<string, string>> = {
  account: "tài khoản",
  about: "nội dung",
  acting: "phụ trách tạm thời",
  address: "từ địa chỉ mạng",
  addressee: "gửi tới",
  allowsBoard: "nhận bài của Ban biên tập",
  article: "bài",
  block: "đoạn",
  body: "nội dung",
  category: "chuyên mục",
  checked: "điểm đã đánh dấu",
  code: "mã",
  decision: "số quyết định",
  decisionDay: "ngày quyết định",
  decisionNumber: "số quyết định",
  delivery: "lần gửi",
  description: "mô tả",
  disabled: "khóa",
  document: "số văn bản",
  duties: "nhiệm vụ",
  edition: "bản bài",
  event: "sự kiện",
  events: "sự kiện",
  exception: "lý do ngoại lệ",
  field: "lĩnh vực",
  fields: "lĩnh vực phụ trách",
  from: "từ ngày",
  fullName: "họ và tên",
  hash: "mã băm nội dung",
  hat: "vai trò",
  isDemo: "tài khoản dùng thử",
  isExternal: "cộng tác viên ngoài đơn vị",
  isRepublished: "bài dẫn lại",
  isStanding: "bộ phận thường trực",
  kind: "loại",
  mustChange: "phải đổi mật khẩu",
  name: "tên",
  nextAt: "được thử lại từ",
  note: "ghi chú",
  on: "ngày",
  origin: "nguồn bài",
  paper: "số văn bản",
  people: "số người",
  person: "người",
  point: "vi phạm điểm",
  position: "chức danh",
  powers: "quyền được ủy",
  publishAt: "giờ hẹn đăng",
  reset: "do quản trị đặt lại",
  slug: "địa chỉ",
  source: "từ bản bài",
  title: "tiêu đề",
  to: "đến",
  unit: "đơn vị",
  units: "đơn vị",
  until: "đến",
  username: "tên đăng nhập",
  version: "bản",
  why: "lý do",
};

const WORDS: Readonly<Record<string, string>> = {
  "article.published": "đăng bài",
  "article.updated": "cập nhật bài",
  "article.taken_down": "gỡ bỏ bài",
  "disclosure.published": "đăng nội dung công khai",
  wrong: "sai tên hoặc mật khẩu",
  tooSoon: "thử lại quá sớm",
  demo: "tài khoản dùng thử",
  disabled: "tài khoản đang khóa",
  left: "đã thôi làm việc",
  noHat: "không giữ vai trò nào",
  board: "Ban biên tập",
  unit: "đơn vị",
  republished: "dẫn lại",
  SECRETARY: "Thư ký Ban biên tập",
  MEMBER: "đơn vị",
};

/** Rows of our own tables, and what stands in the line already: its act, its reason. */
const LEFT_OUT: readonly string[] = ["rule", "act", "reason", "comment", "article"];

/**
 * The content of an act as a person reads it: known names in Vietnamese, ids as what they stand for, nothing for what
 * is empty. The log itself keeps the exact content under its hash.
 */
export function detailsOf(content: string, known: ReadonlyMap<string, string>): { name: string; value: string }[] {
  const { input, ...values } = JSON.parse(content) as Record<string, unknown>;
  // What the person gave for a step stands beside what came of it.
  return Object.entries({ ...(input as object | undefined), ...values }).flatMap(([name, value]) => {
    const words = LEFT_OUT.includes(name) ? "" : wordsOf(value, known, name);
    return words === "" ? [] : [{ name: nameOf(name, value), value: words }];
  });
}

function nameOf(name: string, value: unknown): string {
  // Of a person his office, of a unit or category its place in the list.
  if (name === "position" && typeof value === "number") return "thứ tự";
  if (isState(value)) return name === "from" ? "từ trạng thái" : "sang trạng thái";
  return NAMES[name] ?? settingLabel(name) ?? name;
}

const isState = (value: unknown): value is keyof typeof STATES =>
  typeof value === "string" && Object.hasOwn(STATES, value);

function wordsOf(value: unknown, known: ReadonlyMap<string, string>, name = ""): string {
  if (value === null || value === undefined || value === false) return "";
  if (value === true) return "có";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") {
    if (name === "hat") return hatName(value);
    if (isState(value)) return STATES[value];
    if (/^[0-9a-f]{64}$/.test(value)) return `${value.slice(0, 12)}…`;
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return readable(value);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatDateTime(value);
    return known.get(value) ?? WORDS[value] ?? value;
  }
  if (name === "checked" && Array.isArray(value)) return String(value.length);
  if (Array.isArray(value))
    return value
      .map((item) => wordsOf(item, known))
      .filter(Boolean)
      .join(", ");
  const { before, after, ...rest } = value as Record<string, unknown>;
  if (after !== undefined && Object.keys(rest).length === 0) {
    return `${wordsOf(before, known) || "(trống)"} → ${wordsOf(after, known) || "(trống)"}`;
  }
  return JSON.stringify(value);
}
