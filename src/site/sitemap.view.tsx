import type { Door, DoorGroup } from "./doors.ts";
import type { SiteFrame } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";

export interface SitemapPageView {
  readonly groups: readonly DoorGroup[];
}

/** "Sơ đồ cổng": every door of the portal on one page. */
export function SitemapPage({ frame, view }: { readonly frame: SiteFrame; readonly view: SitemapPageView }) {
  return (
    <SiteLayout
      frame={frame}
      title="Sơ đồ cổng"
      description={`Tất cả các mục của Cổng thông tin điện tử ${frame.siteName}.`}
      path="/so-do-cong"
      breadcrumbs={[{ label: "Trang chủ", href: "/" }, { label: "Sơ đồ cổng" }]}
    >
      <h1>Sơ đồ cổng</h1>
      <div class="sitemap">
        {view.groups.map(({ title, doors }) => (
          <section key={title}>
            <h2 class="part-title">{title}</h2>
            <SitemapList doors={doors} />
          </section>
        ))}
      </div>
    </SiteLayout>
  );
}

function SitemapList({ doors }: { readonly doors: readonly Door[] }) {
  return (
    <ul class="sitemap-list">
      {doors.map(({ href, label, below }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          {below && below.length > 0 && <SitemapList doors={below} />}
        </li>
      ))}
    </ul>
  );
}
