import type { ComponentChildren } from "preact";
import { type Alternate, Document, type FeedLink, type Social } from "../ui/document.tsx";
import { Emblem } from "../ui/emblem.tsx";
import { Icon } from "../ui/icon.tsx";
import { Breadcrumbs, type Crumb, MenuClose } from "../ui/navigation.tsx";
import { feedLinks } from "./feeds.ts";
import { officialAddress, type SiteFrame } from "./frame.ts";
import { type PaperFacts, PaperHead } from "./paper-head.view.tsx";
import { ReaderBar } from "./reader-bar.view.tsx";

export interface SiteLayoutProps {
  readonly frame: SiteFrame;
  /** The page's own title; the institution's name is added. Empty on the home page. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Path of the page, for the canonical address. Left out on error pages. */
  readonly path?: string | undefined;
  /** Number and day, for the head of the printed page. */
  readonly paper?: PaperFacts | undefined;
  readonly breadcrumbs?: readonly Crumb[] | undefined;
  readonly social?: Social | undefined;
  readonly jsonLd?: object | undefined;
  readonly robots?: string | undefined;
  readonly nonce?: string | undefined;
  readonly feeds?: readonly FeedLink[] | undefined;
  readonly prev?: string | undefined;
  readonly next?: string | undefined;
  readonly lang?: string | undefined;
  readonly alternates?: readonly Alternate[] | undefined;
  /** What was searched for, to show it again in the box. */
  readonly query?: string | undefined;
  readonly children: ComponentChildren;
}

/** The public frame: institution, sections, search, and at the foot who answers for it all. Needs no script. */
export function SiteLayout({ frame, title, path, paper, breadcrumbs, query, children, ...head }: SiteLayoutProps) {
  return (
    <Document
      title={title ? `${title} | ${frame.siteName}` : frame.siteName}
      canonical={path === undefined ? undefined : officialAddress(frame, path)}
      css={[frame.assets.css]}
      fonts={frame.assets.fonts}
      early={frame.assets.early}
      scripts={frame.assets.js}
      manifest="/manifest.webmanifest"
      bodyClass="site"
      {...head}
      feeds={head.feeds ?? feedLinks(`Tin mới | ${frame.siteName}`, null)}
    >
      <a class="skip-link" href="#noi-dung">
        Bỏ qua, đến nội dung chính
      </a>
      <SiteHeader frame={frame} query={query} />
      {path !== undefined && <PaperHead frame={frame} path={path} facts={paper} />}
      {breadcrumbs && (
        <div class="wrap">
          <Breadcrumbs items={breadcrumbs} />
          <OtherLanguage lang={head.lang} alternates={head.alternates} />
        </div>
      )}
      <main id="noi-dung" class="site-main wrap" tabIndex={-1}>
        {children}
      </main>
      <SiteFoot frame={frame} />
    </Document>
  );
}

const LANGUAGES: Readonly<Record<string, string>> = { vi: "Tiếng Việt", en: "English" };

/** The same page in the other language, where there is one (REQ-038). */
function OtherLanguage({ lang = "vi", alternates = [] }: Pick<SiteLayoutProps, "lang" | "alternates">) {
  const other = alternates.find((one) => one.lang !== lang);
  if (!other) return null;
  return (
    <nav class="other-language" aria-label="Ngôn ngữ / Language">
      <a href={other.href} hreflang={other.lang} lang={other.lang}>
        {LANGUAGES[other.lang] ?? other.lang}
      </a>
    </nav>
  );
}

function SiteHeader({ frame, query }: { readonly frame: SiteFrame; readonly query: string | undefined }) {
  return (
    <header class="site-header">
      <ReaderBar />
      <div class="masthead wrap">
        <a class="identity" href="/">
          <Emblem />
          <span class="identity-names">
            <span class="identity-superior">{frame.superiorBody}</span>
            <span class="identity-name">{frame.siteName}</span>
          </span>
        </a>
        <button class="menu-button" type="button" popovertarget="danh-muc">
          <Icon name="menu" />
          Danh mục
        </button>
        <search class="site-search">
          <form action="/tim-kiem" method="get">
            <label class="visually-hidden" for="tu-khoa">
              Tìm trong Cổng thông tin điện tử
            </label>
            <input
              class="input"
              id="tu-khoa"
              type="search"
              name="q"
              value={query}
              placeholder="Tìm kiếm"
              maxlength={200}
            />
            <button class="search-button" type="submit" aria-label="Tìm kiếm">
              <Icon name="search" />
            </button>
          </form>
        </search>
      </div>
      <nav class="site-nav" id="danh-muc" popover="auto" aria-label="Danh mục chính">
        <MenuClose menu="danh-muc" />
        <ul class="site-nav-list wrap">
          {frame.menu.map(({ href, label, current }) => (
            <li key={href}>
              <a href={href} aria-current={current ? "page" : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function SiteFoot({ frame }: { readonly frame: SiteFrame }) {
  const { address, phone, email, responsible, permission } = frame.footer;
  return (
    <footer class="site-footer">
      <div class="wrap site-footer-grid">
        <section aria-labelledby="chan-trang">
          <h2 class="footer-name" id="chan-trang">
            {frame.siteName}
          </h2>
          <dl class="footer-facts">
            <Fact term="Cơ quan chủ quản" value={frame.superiorBody} />
            <Fact term="Địa chỉ" value={address} />
            <Fact term="Điện thoại" value={phone} href={`tel:${phone.replace(/[^\d+]/g, "")}`} />
            <Fact term="Thư điện tử" value={email} href={`mailto:${email}`} />
            <Fact term="Chịu trách nhiệm nội dung" value={responsible} />
            <Fact term="Căn cứ hoạt động" value={permission} />
          </dl>
        </section>
        <nav aria-label="Liên kết cuối trang">
          <ul class="footer-links">
            <FootLink href="/gioi-thieu" label="Giới thiệu" />
            <FootLink href="/quy-che" label="Quy chế và việc thực hiện" />
            <FootLink href="/so-do-cong" label="Sơ đồ cổng" />
            <FootLink href="/lien-he" label="Liên hệ" />
            <FootLink href="/hoi-dap/gui" label="Gửi câu hỏi, góp ý" />
            <FootLink href="/lay-y-kien" label="Lấy ý kiến" />
            <FootLink href="/yeu-cau-go-bo" label="Yêu cầu gỡ bỏ thông tin" />
            <FootLink href="/rss" label="Tin tức dạng RSS" />
            <FootLink href="/du-lieu-mo" label="Dữ liệu mở" />
          </ul>
        </nav>
      </div>
      <p class="footer-visits wrap">
        <a href="/luot-truy-cap">Lượt truy cập</a>
        <span data-visits="/luot-truy-cap.json" />
      </p>
      <div class="footer-legal">
        <div class="wrap">
          <p>
            Địa chỉ chính thức của Cổng là <a href={officialAddress(frame, "/")}>{officialAddress(frame)}</a>. Mọi tên
            miền và địa chỉ truy cập khác đều không được {frame.shortName} thừa nhận; {frame.shortName} không chịu trách
            nhiệm về nội dung đăng tải trên đó.
          </p>
          <p>
            Khi trích dẫn, sử dụng lại thông tin trên Cổng, vui lòng ghi rõ tác giả, nguồn thông tin và tuân theo quy
            định hiện hành về khai thác thông tin.
          </p>
        </div>
      </div>
    </footer>
  );
}

function Fact({ term, value, href }: { readonly term: string; readonly value: string; readonly href?: string }) {
  if (!value) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{href ? <a href={href}>{value}</a> : value}</dd>
    </div>
  );
}

function FootLink({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <li>
      <a href={href}>{label}</a>
    </li>
  );
}
