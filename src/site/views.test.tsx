import { HtmlValidate } from "html-validate";
import type { VNode } from "preact";
import { describe, expect, test } from "vitest";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { PlainLayout } from "../desk/plain-layout.view.tsx";
import { problemView } from "../http/problems.ts";
import { renderDocument } from "../ui/document.tsx";
import { Field } from "../ui/field.tsx";
import { Showcase } from "../ui/showcase.view.tsx";
import { ArticlePage, type ArticlePageView } from "./article.view.tsx";
import type { SiteFrame } from "./frame.ts";
import { GonePage } from "./gone.view.tsx";
import { HomePage } from "./home.view.tsx";
import { ProblemPage } from "./problem.view.tsx";
import { SectionPage } from "./section.view.tsx";
import { SitemapPage } from "./sitemap.view.tsx";

const frame: SiteFrame = {
  siteName: "Trung tâm Giáo dục thường xuyên Hải Phòng",
  superiorBody: "Sở Giáo dục và Đào tạo thành phố Hải Phòng",
  shortName: "Trung tâm GDTX Hải Phòng",
  canonicalHost: "tgdtxhaiphong.haiphong.edu.vn",
  menu: [
    { href: "/tin-tuc", label: "Tin tức" },
    { href: "/cong-khai", label: "Công khai" },
  ],
  footer: {
    address: "Số 58 đường Lương Khánh Thiện, thành phố Hải Phòng",
    phone: "0225 3846 112",
    email: "vanthu@tgdtxhaiphong.haiphong.edu.vn",
    responsible: "Ông Nguyễn Văn Thiện, Giám đốc Trung tâm",
    permission: "Quyết định số 27/QĐ-GDTXHP ngày 09/5/2023",
  },
  assets: { css: "/assets/site-a1.css" },
};

const story = {
  href: "/bai-viet/ngay-hoi-doc-sach",
  title: "Ngày hội đọc sách năm 2026",
  lead: "Hơn 600 cuốn sách được trao đổi.",
  publishedAt: "2026-11-20T02:00:00Z",
  section: { href: "/tin-tuc/hoat-dong", name: "Tin hoạt động" },
  picture: {
    src: "/anh/a.jpg",
    srcset: "/anh/a-320.jpg 320w",
    width: 1200,
    height: 800,
    alt: "Học viên trao đổi sách",
  },
};

const article: ArticlePageView = {
  path: "/bai-viet/khai-giang",
  title: "Khai giảng lớp bồi dưỡng <năng lực số>",
  lead: "Lớp học kéo dài sáu tuần.",
  section: { href: "/tin-tuc/hoat-dong", name: "Tin hoạt động" },
  topSection: { href: "/tin-tuc", name: "Tin tức" },
  cover: { ...story.picture, caption: "Lễ khai giảng.", author: "Trần Minh", source: "Phòng Đào tạo" },
  bodyHtml: "<p>Sáng nay, Trung tâm khai giảng lớp học.</p>",
  author: "Nguyễn Thị Lan",
  source: "Báo Hải Phòng",
  sourceUrl: "https://baohaiphong.vn/bai",
  sourceDate: "2026-11-23T00:00:00Z",
  unit: "Phòng Công nghệ thông tin",
  reference: "2026/0148",
  publishedAt: "2026-11-24T02:15:00Z",
  updates: [{ at: "2026-11-24T07:40:00Z", note: "đính chính họ tên giảng viên" }],
  responsible: [{ part: "Phê duyệt", name: "Nguyễn Văn Thiện", post: "Giám đốc", at: "2026-11-24T01:50:00Z" }],
  attachments: [{ href: "/tep/a", title: "Kế hoạch số 118", name: "ke-hoach.pdf", size: 482_133 }],
  related: [story],
};

const desk: DeskFrame = {
  siteName: frame.siteName,
  shortName: frame.shortName,
  personName: "Bùi Thị Hoa",
  hats: [
    { value: "SECRETARY", label: "Thư ký Ban biên tập", current: true },
    { value: "UNIT_HEAD", label: "Trưởng phòng Công nghệ thông tin" },
  ],
  csrf: "c5rf",
  nav: [{ items: [{ href: "/ban-bien-tap", label: "Việc của tôi", icon: "inbox", count: 4 }] }],
  notifications: { href: "/ban-bien-tap/thong-bao", count: 3 },
  assets: { css: "/assets/desk-b2.css" },
};

const pages: Record<string, VNode> = {
  home: (
    <HomePage
      frame={frame}
      view={{
        order: ["lead", "notices", "quick", "latest", "sections"],
        extras: new Map(),
        description: "Cổng thông tin điện tử chính thức.",
        lead: story,
        latest: [story],
        latestHref: "/tin-tuc",
        notices: [{ href: "/tb/1", title: "Lịch thi nghề phổ thông", publishedAt: "2026-11-23T17:30:00Z" }],
        noticesHref: "/tin-tuc/thong-bao",
        quickLinks: [{ href: "/cong-khai", label: "Công khai", hint: "Cam kết chất lượng", icon: "disclosure" }],
        sections: [{ ...story.section, stories: [story] }],
      }}
    />
  ),
  section: (
    <SectionPage
      frame={frame}
      view={{
        ...story.section,
        above: [{ href: "/tin-tuc", name: "Tin tức" }],
        near: [{ href: "/tin-tuc/thong-bao", name: "Thông báo" }],
        stories: [story],
        page: 2,
        pages: 40,
        total: 791,
        feedSlug: "hoat-dong",
      }}
    />
  ),
  "empty section": (
    <SectionPage
      frame={frame}
      view={{ ...story.section, stories: [], page: 1, pages: 1, total: 0, feedSlug: "hoat-dong" }}
    />
  ),
  article: <ArticlePage frame={frame} view={article} />,
  "article on paper": <ArticlePage frame={frame} view={article} forPrint />,
  "404": <ProblemPage frame={frame} view={problemView("notFound", "/khong-co")} />,
  "410": <GonePage frame={frame} view={{ reason: "Không còn phù hợp về thời điểm", at: "2026-11-20T01:00:00.000Z" }} />,
  "500": <ProblemPage frame={frame} view={problemView("broken", "/", { reference: "K7F2-93QD" })} />,
  sitemap: (
    <SitemapPage
      frame={frame}
      view={{
        groups: [
          {
            title: "Tin tức",
            doors: [{ href: "/tin-tuc", label: "Tin tức", below: [{ href: "/tb", label: "Thông báo" }] }],
          },
        ],
      }}
    />
  ),
  desk: (
    <DeskLayout desk={desk} title="Việc của tôi" path="/ban-bien-tap">
      <h1>Việc của tôi</h1>
    </DeskLayout>
  ),
  "sign-in": (
    <PlainLayout siteName={frame.siteName} title="Đăng nhập" css="/assets/desk-b2.css">
      <form method="post" action="/dang-nhap">
        <Field name="ten" label="Tên đăng nhập" autocomplete="username" />
        <button type="submit">Đăng nhập</button>
      </form>
    </PlainLayout>
  ),
  showcase: <Showcase desk={desk} />,
};

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // How Preact writes HTML, not what it says.
    "doctype-style": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-implicit-button-type": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    // A table drawn as cards loses its roles unless they are written out (see ui/data.tsx).
    "no-redundant-role": "off",
    "prefer-native-element": "off",
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    "tel-non-breaking": "off",
    "require-sri": "off",
  },
});

describe.each(Object.entries(pages))("the page %s", (_name, page) => {
  const html = renderDocument(page);

  test("is valid HTML", async () => {
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message} ${m.selector}`)),
    ).toEqual([]);
  });

  test("runs no script and carries no inline style or handler", () => {
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:/);
    expect([...html.matchAll(/<script([^>]*)>/g)].filter(([, kind]) => kind !== ' type="application/ld+json"')).toEqual(
      [],
    );
  });

  test("loads nothing from another origin", () => {
    expect(html).not.toMatch(/<(?:link rel="(?:stylesheet|preload|icon)" href|script src|img src)="(?!\/[^/])/);
  });
});

const html = (name: keyof typeof pages): string => renderDocument(pages[name] as VNode);

test("an article names its author, source, unit, dates and who answers for it (REQ-036, Đ5.k3, Đ6.k3, Đ13.k2)", () => {
  const page = html("article");
  for (const words of [
    "Nguyễn Thị Lan",
    '<a href="https://baohaiphong.vn/bai">Báo Hải Phòng</a>, 23/11/2026',
    "Phòng Công nghệ thông tin",
    "09:15 ngày 24/11/2026",
    "14:40 ngày 24/11/2026",
    "đính chính họ tên giảng viên",
    "Ảnh: Trần Minh · Nguồn: Phòng Đào tạo",
    "PDF, 470,8 KB",
    "Khai giảng lớp bồi dưỡng &lt;năng lực số>",
  ]) {
    expect(page).toContain(words);
  }
  expect(page).toContain('<link rel="canonical" href="https://tgdtxhaiphong.haiphong.edu.vn/bai-viet/khai-giang"');
});

test("without a chain to show, an article has no part about responsibility", () => {
  expect(html("article")).toContain("Trách nhiệm nội dung");
  expect(renderDocument(<ArticlePage frame={frame} view={{ ...article, responsible: [] }} />)).not.toContain(
    "Trách nhiệm nội dung",
  );
});

test("the sheet for print bears the institution, the number, the date and the official address", () => {
  const page = html("article on paper");
  for (const words of [
    frame.siteName,
    "Số: 2026/0148",
    "Ngày đăng: 24/11/2026",
    "https://tgdtxhaiphong.haiphong.edu.vn/bai-viet",
  ]) {
    expect(page).toContain(words);
  }
  expect(page).not.toContain("site-nav");
});

test("every public page says which address is official and how content may be reused (Đ2.p1, Đ6.k3, Đ14.k4)", () => {
  for (const name of ["home", "section", "article", "404", "410", "sitemap"]) {
    const page = html(name);
    expect(page).toContain('<a href="https://tgdtxhaiphong.haiphong.edu.vn/">');
    expect(page).toContain("ghi rõ tác giả, nguồn thông tin");
    for (const words of Object.values(frame.footer)) expect(page).toContain(words);
    expect(page).toContain('href="/quy-che"');
    expect(page).toContain('href="/cong-khai"');
  }
});

test("what was taken down is told neutrally: the class of reason and nothing of the content (Đ15.k3.g1)", () => {
  const page = html("410");
  expect(page).toContain("Nội dung đã được gỡ bỏ");
  expect(page).toContain("Lý do: Không còn phù hợp về thời điểm.");
  expect(page).toContain('<meta name="robots" content="noindex"');
});

test("the desk says in which hat one acts, and both of its forms carry the token", () => {
  const page = html("desk");
  expect(page).toContain("đang thực hiện với vai trò");
  expect(page).toMatch(/<option value="SECRETARY" selected>/);
  expect(page.match(/<form[^>]*method="post"/g)).toHaveLength(2);
  expect(page.match(/name="csrf" value="c5rf"/g)).toHaveLength(2);
});
