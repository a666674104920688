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
  "disclosure.adopt": "Lập danh mục công khai",
  "disclosure.changeItem": "Sửa mục công khai",
  "disclosure.prepare": "Soạn nội dung công khai",
  "disclosure.save": "Lưu nội dung công khai",
  "disclosure.sendToHead": "Gửi trưởng đơn vị duyệt nội dung công khai",
  "disclosure.approveInUnit": "Duyệt nội dung công khai trong đơn vị",
  "disclosure.return": "Trả lại nội dung công khai",
  "disclosure.approve": "Phê duyệt nội dung công khai",
  "disclosure.publish": "Đăng nội dung công khai",
  "disclosure.proposeRedaction": "Ghi yêu cầu che dữ liệu công khai",
  "disclosure.confirmRedaction": "Xác nhận che dữ liệu công khai",
  "disclosure.executeRedaction": "Che dữ liệu công khai theo văn bản",
  "disclosure.notice": "Báo Sở địa chỉ chuyên mục Công khai",
  "page.save": "Soạn trang",
  "page.submit": "Gửi duyệt trang",
  "page.headApprove": "Trưởng đơn vị duyệt trang",
  "page.approve": "Phê duyệt và công bố trang",
  "page.return": "Trả lại trang",
  "contact.set": "Ghi thông tin liên hệ",
  "catalogue.save": "Ghi thủ tục, dịch vụ",
  "catalogue.confirm": "Xác nhận thủ tục, dịch vụ vẫn đúng",
  "catalogue.expire": "Đánh dấu thủ tục, dịch vụ hết hiệu lực",
  "comment.add": "Nhận xét",
  "comment.resolve": "Đánh dấu nhận xét đã xử lý",
  "document.add": "Ghi văn bản",
  "document.change": "Sửa văn bản",
  "document.publish": "Công bố văn bản",
  "document.file": "Thêm hoặc thay tệp của văn bản",
  "document.relate": "Ghi quan hệ giữa hai văn bản",
  "document.unrelate": "Rút quan hệ giữa hai văn bản",
  "document.confirm": "Xác nhận văn bản vẫn đúng",
  "basis.save": "Ghi căn cứ pháp lý",
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
  disclosure: "Công khai",
  disclosureItem: "Mục công khai",
  disclosureNotice: "Báo Sở",
  document: "Văn bản",
  basis: "Căn cứ pháp lý",
  procedure: "Thủ tục",
  service: "Dịch vụ",
  page: "Trang",
};

/** What an act was done to: the kind of thing, and its name where it is known. */
export function subjectName(subject: string, known: ReadonlyMap<string, string>): string {
  const [kind = "", id = ""] = subject.split(":", 2);
  const name = known.get(id);
  return [KINDS[kind] ?? kind, ...(name === undefined ? [] : [name])].join(": ");
}
