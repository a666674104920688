import type { FastifyRequest } from "fastify";
import { hatsThatMay } from "../access/permissions.ts";
import { boardWarnings } from "../board/warnings.queries.ts";
import { dayOf } from "../kernel/clock.ts";
import { countDueReviews } from "../library/documents.queries.ts";
import { LIBRARY_PATHS } from "../library/paths.ts";
import { countNotifications } from "../newsroom/notifications.queries.ts";
import type { Portal } from "../portal.ts";
import type { Hat } from "../regulation/hats.ts";
import type { IconName } from "../ui/icon.tsx";
import type { DeskFrame, DeskNavGroup } from "./layout.view.tsx";
import type { Visitor } from "./visitor.ts";

interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** Permission of the page: whoever may not open it does not see it. */
  readonly may: string;
  readonly onlyDemo?: boolean;
}

const PLACES: readonly { readonly label?: string; readonly places: readonly Place[] }[] = [
  {
    places: [
      { href: "/ban-bien-tap", label: "Việc của tôi", icon: "inbox", may: "article.read" },
      { href: "/ban-bien-tap/bai/moi", label: "Viết bài", icon: "edit", may: "article.create" },
      { href: "/ban-bien-tap/bai", label: "Tất cả bài", icon: "news", may: "article.read" },
      { href: "/ban-bien-tap/cong-khai", label: "Công khai", icon: "disclosure", may: "disclosure.read" },
      { href: "/ban-bien-tap/hoi-dap", label: "Hỏi đáp, góp ý", icon: "question", may: "enquiry.read" },
      { href: "/ban-bien-tap/go-bo", label: "Yêu cầu gỡ bỏ", icon: "taken", may: "takedown.read" },
      { href: "/ban-bien-tap/ngoai-le", label: "Ngoại lệ", icon: "alert", may: "exception.read" },
    ],
  },
  {
    label: "Danh mục, trang",
    places: [
      { href: "/ban-bien-tap/van-ban", label: "Văn bản", icon: "document", may: "library.read" },
      { href: "/ban-bien-tap/thu-tuc", label: "Thủ tục hành chính", icon: "services", may: "catalogue.read" },
      { href: "/ban-bien-tap/dich-vu", label: "Dịch vụ công", icon: "link", may: "catalogue.read" },
      { href: "/ban-bien-tap/trang", label: "Trang, tuyển sinh", icon: "document", may: "page.read" },
      { href: "/ban-bien-tap/danh-ba", label: "Danh bạ", icon: "phone", may: "page.read" },
      { href: "/ban-bien-tap/tt-37", label: "Theo Thông tư 37", icon: "list", may: "page.read" },
    ],
  },
  {
    label: "Tổ chức",
    places: [
      { href: "/ban-bien-tap/ban-bien-tap", label: "Ban biên tập", icon: "board", may: "board.read" },
      { href: "/ban-bien-tap/tham-quyen", label: "Thẩm quyền", icon: "scale", may: "board.read" },
      { href: "/ban-bien-tap/ban-bien-tap/uy-quyen", label: "Ủy quyền", icon: "stamp", may: "board.read" },
      { href: "/ban-bien-tap/chuyen-muc", label: "Chuyên mục", icon: "folder", may: "category.read" },
    ],
  },
  {
    label: "Theo dõi",
    places: [
      { href: "/ban-bien-tap/tim-kiem", label: "Từ được tìm", icon: "search", may: "search.read" },
      { href: "/ban-bien-tap/nhat-ky", label: "Nhật ký", icon: "history", may: "evidence.read" },
      { href: "/ban-bien-tap/thu-da-gui", label: "Thư đã gửi", icon: "mail", may: "mail.read" },
    ],
  },
  {
    label: "Quản trị",
    places: [
      { href: "/ban-bien-tap/can-cu", label: "Căn cứ pháp lý", icon: "scale", may: "basis.read" },
      { href: "/ban-bien-tap/ngay-nghi", label: "Ngày nghỉ", icon: "calendar", may: "calendar.change" },
      { href: "/ban-bien-tap/tai-khoan", label: "Tài khoản", icon: "key", may: "account.manage" },
      { href: "/ban-bien-tap/cai-dat", label: "Cài đặt", icon: "settings", may: "settings.change" },
      { href: "/ban-bien-tap/mat-khau", label: "Mật khẩu của tôi", icon: "lock", may: "signed-in" },
      { href: "/ban-bien-tap/giao-dien", label: "Giao diện", icon: "eye", may: "signed-in", onlyDemo: true },
    ],
  },
];

/** Who hears on every page that the board leaves a step without anybody (REQ-040). */
const TOLD_OF_GAPS: readonly Hat[] = ["CHIEF", "STANDING_DEPUTY", "SECRETARY", "ADMIN", "DIRECTOR"];

/** What every page of the desk shows around its own part. `current` is the address of the menu's item it belongs to. */
export async function deskFrame(portal: Portal, request: FastifyRequest, current?: string): Promise<DeskFrame> {
  const { visitor } = request;
  if (!visitor) throw new Error("A page of the desk was asked for by nobody");
  const settings = await portal.settings();
  const isDemo = settings["portal.isDemo"];
  const { deskCss, fonts } = request.server.deskAssets;
  return {
    siteName: settings["site.name"],
    shortName: settings["site.shortName"],
    personName: visitor.person.fullName,
    hats: visitor.hats.map(({ appointment, label }) => ({
      value: appointment,
      label,
      current: appointment === visitor.hat.appointment,
    })),
    onBehalf: onBehalf(visitor),
    csrf: request.csrf,
    nav: navigation(visitor.hat.hat, isDemo, current, await waiting(portal, visitor)),
    notifications: {
      href: "/ban-bien-tap/thong-bao",
      count: (await countNotifications(portal.db, visitor.person.id)).unread,
    },
    assets: { css: deskCss, fonts },
    banner: await banner(portal, visitor.hat.hat, isDemo),
  };
}

/** How many wait for this person, by the address of the menu's item. */
async function waiting({ db, clock }: Portal, { actor }: Visitor): Promise<Readonly<Record<string, number>>> {
  return { [LIBRARY_PATHS.desk]: await countDueReviews(db, actor, dayOf(clock.now())) };
}

function navigation(
  hat: Hat,
  isDemo: boolean,
  current: string | undefined,
  counts: Readonly<Record<string, number>>,
): DeskNavGroup[] {
  return PLACES.map(({ label, places }) => ({
    label,
    items: places
      .filter(({ may, onlyDemo }) => hatsThatMay(may).includes(hat) && (!onlyDemo || isDemo))
      .map(({ href, label, icon }) => ({ href, label, icon, count: counts[href], current: href === current })),
  })).filter(({ items }) => items.length > 0);
}

function onBehalf({ actor }: Visitor): string | undefined {
  if (actor.delegations.length === 0) return undefined;
  const documents = [...new Set(actor.delegations.map(({ document }) => document))];
  return `có ủy quyền theo ${documents.join(", ")}`;
}

async function banner(portal: Portal, hat: Hat, isDemo: boolean): Promise<string | undefined> {
  const demo = isDemo ? "Dữ liệu mẫu để dùng thử: mọi tên người và bài đều là giả." : "";
  if (!TOLD_OF_GAPS.includes(hat)) return demo || undefined;
  const warnings = await boardWarnings(portal.db, dayOf(portal.clock.now()));
  const blocking = warnings.filter(({ blocks }) => blocks).map(({ text }) => text);
  return [demo, ...blocking].filter(Boolean).join(" ") || undefined;
}
