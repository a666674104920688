import type { ComponentChildren } from "preact";
import { Document } from "../ui/document.tsx";
import { Emblem } from "../ui/emblem.tsx";
import { formatNumber } from "../ui/format.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Breadcrumbs, type Crumb, MenuClose } from "../ui/navigation.tsx";

export interface DeskNavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** How many wait there; nothing is drawn for zero. */
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

export interface DeskNavGroup {
  /** Left out for the first, unnamed group. */
  readonly label?: string | undefined;
  /** Begins as one line with its name. */
  readonly folded?: boolean | undefined;
  readonly items: readonly DeskNavItem[];
}

export interface HatChoice {
  readonly value: string;
  /** "Thư ký Ban biên tập" */
  readonly label: string;
  readonly current?: boolean | undefined;
}

/** What every page of the newsroom shares. */
export interface DeskFrame {
  readonly siteName: string;
  readonly shortName: string;
  readonly personName: string;
  /** Every hat the person may wear now; with one, no chooser is drawn. */
  readonly hats: readonly HatChoice[];
  /** "Thay mặt Giám đốc theo Giấy ủy quyền 12/GUQ", when acting under a delegation. */
  readonly onBehalf?: string | undefined;
  readonly csrf: string;
  readonly nav: readonly DeskNavGroup[];
  readonly notifications: { readonly href: string; readonly count: number };
  readonly assets: { readonly css: string; readonly fonts?: readonly string[] | undefined };
  /** Shown above every page: demo data, restored copy, a step where nobody may act. */
  readonly banner?: string | undefined;
}

export interface DeskLayoutProps {
  readonly desk: DeskFrame;
  readonly title: string;
  readonly breadcrumbs?: readonly Crumb[] | undefined;
  /** Where the person is, so that changing the hat comes back here. */
  readonly path?: string | undefined;
  /** Island scripts this page needs. */
  readonly scripts?: readonly string[] | undefined;
  readonly nonce?: string | undefined;
  /** Lets the work use the whole width: the editor, wide tables. */
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** The newsroom's frame: where one works, in which hat, and what waits. Needs no script. */
export function DeskLayout({ desk, title, breadcrumbs, path, scripts, nonce, wide, children }: DeskLayoutProps) {
  return (
    <Document
      title={`${title} | Ban biên tập ${desk.shortName}`}
      robots="noindex, nofollow"
      css={[desk.assets.css]}
      fonts={desk.assets.fonts}
      scripts={scripts}
      nonce={nonce}
      bodyClass="desk"
    >
      <a class="skip-link" href="#noi-dung">
        Bỏ qua, đến nội dung chính
      </a>
      <header class="desk-bar">
        <a class="desk-home" href="/ban-bien-tap">
          <Emblem />
          <span class="desk-home-names">
            <span class="desk-home-room">Ban biên tập</span>
            <span class="desk-home-name">{desk.shortName}</span>
          </span>
        </a>
        <button class="menu-button" type="button" popovertarget="muc-luc">
          <Icon name="menu" />
          Danh mục
        </button>
        <div class="desk-person">
          <HatForm desk={desk} path={path} />
          <a class="desk-bell" href={desk.notifications.href}>
            <Icon name="bell" />
            <span class="desk-bell-label">Thông báo</span>
            {desk.notifications.count > 0 && (
              <span class="count count-strong">
                {formatNumber(desk.notifications.count)}
                <span class="visually-hidden"> chưa đọc</span>
              </span>
            )}
          </a>
          <form method="post" action="/ban-bien-tap/dang-xuat">
            <input type="hidden" name="csrf" value={desk.csrf} />
            <button class="desk-bar-button" type="submit">
              <Icon name="sign-out" />
              Đăng xuất
            </button>
          </form>
        </div>
      </header>
      <nav class="desk-nav" id="muc-luc" popover="auto" aria-label="Danh mục Ban biên tập">
        <MenuClose menu="muc-luc" />
        {desk.nav.map((group) => (
          <NavGroup key={group.label ?? ""} {...group} />
        ))}
        <ul class="desk-nav-list desk-nav-last">
          <li>
            <a class="desk-nav-link" href="/">
              <Icon name="external" />
              Xem trang công khai
            </a>
          </li>
        </ul>
      </nav>
      <main id="noi-dung" class={wide ? "desk-main desk-main-wide" : "desk-main"} tabIndex={-1}>
        {desk.banner && <p class="desk-banner">{desk.banner}</p>}
        {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
        {children}
      </main>
    </Document>
  );
}

/** Who is acting, and in which of their roles: evidence records the role chosen here. */
function HatForm({ desk, path }: { readonly desk: DeskFrame; readonly path: string | undefined }) {
  const current = desk.hats.find((hat) => hat.current) ?? desk.hats[0];
  return (
    <div class="hat">
      <p class="hat-person">
        <Icon name="person" />
        <strong>{desk.personName}</strong>
      </p>
      {desk.hats.length > 1 ? (
        <form class="hat-form" method="post" action="/ban-bien-tap/vai-tro">
          <input type="hidden" name="csrf" value={desk.csrf} />
          {path && <input type="hidden" name="tro-lai" value={path} />}
          <label for="vai-tro">đang thực hiện với vai trò</label>
          <select class="hat-select" id="vai-tro" name="hat">
            {desk.hats.map(({ value, label }) => (
              <option key={value} value={value} selected={value === current?.value}>
                {label}
              </option>
            ))}
          </select>
          <button class="desk-bar-button" type="submit">
            Đổi
          </button>
        </form>
      ) : (
        current && <p class="hat-form">đang thực hiện với vai trò {current.label}</p>
      )}
      {desk.onBehalf && <p class="hat-behalf">{desk.onBehalf}</p>}
    </div>
  );
}

function NavGroup({ label, folded, items }: DeskNavGroup) {
  const list = (
    <ul class="desk-nav-list">
      {items.map(({ href, label, icon, count, current }) => (
        <li key={href}>
          <a class="desk-nav-link" href={href} aria-current={current ? "page" : undefined}>
            <Icon name={icon} />
            {label}
            {count !== undefined && count > 0 && <span class="count">{formatNumber(count)}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
  if (!label) return list;
  return (
    <details class="desk-nav-group" open={!folded}>
      <summary class="desk-nav-label">
        {label}
        <Icon name="down" />
      </summary>
      {list}
    </details>
  );
}
