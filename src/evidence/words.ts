import { ARTICLE_MOVES } from "../regulation/article-moves.ts";

const ACTS: Readonly<Record<string, string>> = {
  "account.create": "Mở tài khoản",
  "account.password": "Đổi hoặc đặt lại mật khẩu",
  "account.disable": "Khóa tài khoản",
  "account.enable": "Mở khóa tài khoản",
  "signin.done": "Đăng nhập",
  "signin.refused": "Đăng nhập bị từ chối",
  "signin.end": "Đăng xuất",
  "password.refused": "Nhập sai mật khẩu khi đổi mật khẩu",
  "settings.change": "Đổi cài đặt",
  "setup.done": "Thiết lập Cổng",
  "setup.link": "Tạo liên kết thiết lập",
  "unit.add": "Ghi đơn vị",
  "unit.change": "Sửa đơn vị",
  "field.add": "Ghi lĩnh vực",
  "person.add": "Ghi người",
  "person.leave": "Ghi thôi việc",
  "appointment.add": "Phân công",
  "appointment.end": "Kết thúc phân công",
  "delegation.add": "Ủy quyền",
  "delegation.revoke": "Thu hồi ủy quyền",
  "category.add": "Thêm chuyên mục",
  "category.rename": "Đổi tên chuyên mục",
  "article.create": "Viết bài",
  "comment.add": "Nhận xét",
  "comment.resolve": "Đánh dấu nhận xét đã xử lý",
};

/** An act of the log in words; one that has none keeps its name. */
export function actName(act: string): string {
  const move = act.startsWith("edition.") ? act.slice("edition.".length) : "";
  return ACTS[act] ?? ARTICLE_MOVES.find((rule) => rule.act === move)?.label ?? act;
}

const KINDS: Readonly<Record<string, string>> = {
  person: "Người",
  edition: "Bản bài",
  article: "Bài",
  unit: "Đơn vị",
  field: "Lĩnh vực",
  appointment: "Phân công",
  delegation: "Ủy quyền",
  category: "Chuyên mục",
  account: "Tài khoản",
  settings: "Cài đặt",
  portal: "Cổng",
  comment: "Nhận xét",
};

/** What an act was done to: the kind of thing, and its name where it is known. */
export function subjectName(subject: string, known: ReadonlyMap<string, string>): string {
  const [kind = "", id = ""] = subject.split(":", 2);
  const name = known.get(id);
  return [KINDS[kind] ?? kind, ...(name === undefined ? [] : [name])].join(": ");
}
