import type { Hat } from "../regulation/hats.ts";
import type { IconName } from "../ui/icon.tsx";

/** One item of the desk's menu. */
export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** Permission of the page: whoever may not open it does not see it. */
  readonly may: string;
  readonly onlyDemo?: boolean;
}

/** Items that belong together. One without a name stands open for everybody. */
export interface PlaceGroup {
  readonly label?: string;
  /** Whose daily work it is: for every other hat it is one line to open. */
  readonly dailyFor: readonly Hat[];
  readonly places: readonly Place[];
}

/** The desk's menu, in its order: daily work first, then what is looked up, then how the portal is run. */
export const PLACES: readonly PlaceGroup[] = [
  {
    dailyFor: [],
    places: [
      { href: "/ban-bien-tap", label: "Việc của tôi", icon: "inbox", may: "article.read" },
      { href: "/ban-bien-tap/bai/moi", label: "Viết bài", icon: "edit", may: "article.create" },
      { href: "/ban-bien-tap/bai", label: "Tất cả bài", icon: "news", may: "article.read" },
      { href: "/ban-bien-tap/mau", label: "Mẫu bài, mẫu trang", icon: "book", may: "template.read" },
    ],
  },
  {
    label: "Công khai, ý kiến",
    dailyFor: ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR", "INSPECTOR"],
    places: [
      { href: "/ban-bien-tap/cong-khai", label: "Công khai", icon: "disclosure", may: "disclosure.read" },
      { href: "/ban-bien-tap/hoi-dap", label: "Hỏi đáp, góp ý", icon: "question", may: "enquiry.read" },
      { href: "/ban-bien-tap/lay-y-kien", label: "Lấy ý kiến", icon: "comment", may: "consultation.read" },
      { href: "/ban-bien-tap/go-bo", label: "Yêu cầu gỡ bỏ", icon: "taken", may: "takedown.read" },
    ],
  },
  {
    label: "Nhiệm vụ, báo cáo",
    dailyFor: ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "ADMIN", "DIRECTOR"],
    places: [
      { href: "/ban-bien-tap/den-han", label: "Việc đến hạn", icon: "clock", may: "duty.read" },
      { href: "/ban-bien-tap/cong-viec", label: "Công việc", icon: "services", may: "matter.read" },
      { href: "/ban-bien-tap/su-kien", label: "Sự kiện", icon: "calendar", may: "event.read" },
      { href: "/ban-bien-tap/bao-cao", label: "Báo cáo", icon: "document", may: "report.read" },
      { href: "/ban-bien-tap/kiem-tra", label: "Kiểm tra Cổng", icon: "check-circle", may: "check.read" },
      { href: "/ban-bien-tap/chi-tieu/danh-gia", label: "Đánh giá bài", icon: "award", may: "quality.mark" },
    ],
  },
  {
    label: "Theo Quy chế",
    dailyFor: ["DIRECTOR", "INSPECTOR"],
    places: [
      { href: "/ban-bien-tap/quy-che", label: "Thực hiện Quy chế", icon: "scale", may: "compliance.read" },
      { href: "/ban-bien-tap/chi-tieu", label: "Chỉ tiêu tin, bài", icon: "news", may: "quota.read" },
      { href: "/ban-bien-tap/ke-hoach", label: "Kế hoạch tuyên truyền", icon: "list", may: "plan.read" },
      { href: "/ban-bien-tap/danh-gia", label: "Kiểm tra, đánh giá", icon: "eye", may: "inspection.read" },
      { href: "/ban-bien-tap/thi-dua", label: "Thi đua", icon: "award", may: "ranking.read" },
      { href: "/ban-bien-tap/vi-pham", label: "Vi phạm", icon: "alert", may: "violation.read" },
      { href: "/ban-bien-tap/vu-viec", label: "Hành vi bị cấm", icon: "shield", may: "incident.read" },
    ],
  },
  {
    label: "Danh mục, trang",
    dailyFor: ["MEMBER", "SECRETARY"],
    places: [
      { href: "/ban-bien-tap/van-ban", label: "Văn bản", icon: "document", may: "library.read" },
      { href: "/ban-bien-tap/thu-tuc", label: "Thủ tục hành chính", icon: "services", may: "catalogue.read" },
      { href: "/ban-bien-tap/dich-vu", label: "Dịch vụ công", icon: "link", may: "catalogue.read" },
      { href: "/ban-bien-tap/trang", label: "Trang, tuyển sinh", icon: "document", may: "page.read" },
      { href: "/ban-bien-tap/danh-ba", label: "Danh bạ", icon: "phone", may: "page.read" },
      { href: "/ban-bien-tap/chuyen-muc", label: "Chuyên mục", icon: "folder", may: "category.read" },
      { href: "/ban-bien-tap/tt-37", label: "Theo Thông tư 37", icon: "list", may: "page.read" },
    ],
  },
  {
    label: "Theo dõi",
    dailyFor: ["ADMIN", "INSPECTOR"],
    places: [
      { href: "/ban-bien-tap/ngoai-le", label: "Ngoại lệ", icon: "alert", may: "exception.read" },
      { href: "/ban-bien-tap/nhat-ky", label: "Nhật ký", icon: "history", may: "evidence.read" },
      { href: "/ban-bien-tap/truy-cap", label: "Khai thác, truy cập", icon: "eye", may: "traffic.read" },
      { href: "/ban-bien-tap/tim-kiem", label: "Từ được tìm", icon: "search", may: "search.read" },
      { href: "/ban-bien-tap/tin-cua-so", label: "Tin từ cơ quan chủ quản", icon: "rss", may: "superior.read" },
      { href: "/ban-bien-tap/thu-da-gui", label: "Thư đã gửi", icon: "mail", may: "mail.read" },
      { href: "/ban-bien-tap/viec-dai", label: "Việc dài", icon: "clock", may: "job.read" },
    ],
  },
  {
    label: "Tổ chức, thẩm quyền",
    dailyFor: ["CHIEF", "STANDING_DEPUTY", "DIRECTOR"],
    places: [
      { href: "/ban-bien-tap/ban-bien-tap", label: "Ban biên tập", icon: "board", may: "board.read" },
      { href: "/ban-bien-tap/tham-quyen", label: "Thẩm quyền", icon: "scale", may: "board.read" },
      { href: "/ban-bien-tap/ban-bien-tap/uy-quyen", label: "Ủy quyền", icon: "stamp", may: "board.read" },
      { href: "/ban-bien-tap/can-cu", label: "Căn cứ pháp lý", icon: "book", may: "basis.read" },
    ],
  },
  {
    label: "Quản trị",
    dailyFor: ["ADMIN"],
    places: [
      { href: "/ban-bien-tap/tai-san", label: "Tài sản, tên miền", icon: "services", may: "asset.read" },
      { href: "/ban-bien-tap/sap-xep", label: "Menu, trang chủ", icon: "list", may: "arrangement.read" },
      { href: "/ban-bien-tap/ngay-nghi", label: "Ngày nghỉ", icon: "calendar", may: "calendar.change" },
      { href: "/ban-bien-tap/tai-khoan", label: "Tài khoản", icon: "key", may: "account.manage" },
      { href: "/ban-bien-tap/he-thong-nhan", label: "Hệ thống nhận tin", icon: "link", may: "webhook.manage" },
      { href: "/ban-bien-tap/cai-dat", label: "Cài đặt", icon: "settings", may: "settings.change" },
    ],
  },
  {
    dailyFor: [],
    places: [
      { href: "/ban-bien-tap/mat-khau", label: "Mật khẩu của tôi", icon: "lock", may: "signed-in" },
      { href: "/ban-bien-tap/giao-dien", label: "Giao diện", icon: "eye", may: "signed-in", onlyDemo: true },
    ],
  },
];

/** The menu's item that an address of the desk belongs to; null for none. */
export function placeOf(href: string): Place | null {
  const path = href.split(/[?#]/, 1)[0] ?? "";
  const found = PLACES.flatMap(({ places }) => places)
    .filter((place) => path === place.href || path.startsWith(`${place.href}/`))
    .sort((a, b) => b.href.length - a.href.length);
  return found[0] ?? null;
}
