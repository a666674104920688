import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { readable } from "../board/rules.ts";
import { linesOf } from "../desk/record-fields.ts";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { publicPage } from "../http/public-page.ts";
import { type Day, dayOf, startOfDay } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { attachmentAddress } from "../media/addresses.ts";
import type { Portal } from "../portal.ts";
import { officialAddress, type SiteFrame } from "../site/frame.ts";
import { common as readCommon } from "../site/pages.ts";
import { sectionHref } from "../site/site-frame.ts";
import type { Assets } from "../ui/assets.ts";
import { type Alternate, renderDocument } from "../ui/document.tsx";
import { formatDate } from "../ui/format.ts";
import { ADMISSIONS, admissionHref, FIXED_PAGES, type FixedPage, type PageFile } from "./fields.ts";
import { livePage, livePages, type Page } from "./pages.queries.ts";
import { STRUCTURE } from "./paths.ts";
import { type AdmissionPhase, admissionPhase } from "./rules.ts";
import { structureSheet, unitContactsSheet } from "./sheet.ts";
import {
  AboutLinks,
  AdmissionPage,
  AdmissionsPage,
  ContactPage,
  EnglishContact,
  fixedLinks,
  PlainAboutPage,
  StructurePage,
  TextPage,
  UnitPage,
} from "./site.view.tsx";
import { structureOn } from "./structure.queries.ts";

/** Introduction, structure, contacts and admissions: public pages made from records and approved texts (Đ14.k1, k4, k7). */
export function aboutSite(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  const common = () => readCommon(portal, assets);
  const today = () => dayOf(portal.clock.now());
  const page = (body: VNode): PublicPage => ({
    body: renderDocument(body),
    tags: ["all", "about", "board"],
    // Terms of office and time windows end by themselves.
    until: startOfDay(Temporal.PlainDate.from(today()).add({ days: 1 }).toString()),
  });
  const liveSlugs = async () => new Set((await livePages(db, "text")).map(({ slug }) => slug));

  for (const fixed of FIXED_PAGES) {
    publicPage(app, fixed.path, {}, async () => {
      const { frame } = await common();
      const live = await liveSlugs();
      const text = await livePage(db, "text", fixed.slug);
      if (!text && fixed.slug !== "gioi-thieu") throw new NotFound();
      if (!text) return page(<PlainAboutPage frame={frame} links={fixedLinks(live)} />);
      return page(
        <TextPage frame={frame} view={textView(frame, fixed, text, live)}>
          {fixed.slug === "gioi-thieu" && <AboutLinks links={fixedLinks(live)} />}
          {fixed.slug === "en-contact" && <EnglishContact frame={frame} />}
        </TextPage>,
      );
    });
  }

  publicPage(app, STRUCTURE, {}, async () => {
    const { frame } = await common();
    const alternates = translations(frame, STRUCTURE, "/en/structure", (await liveSlugs()).has("en-structure"));
    return page(<StructurePage frame={frame} view={await structureOn(db, today())} alternates={alternates} />);
  });

  publicPage(app, `${STRUCTURE}/:code`, {}, async ({ params }) => {
    const { frame } = await common();
    const unit = (await structureOn(db, today())).units.find(({ code }) => code === params.code);
    if (!unit) throw new NotFound();
    return page(<UnitPage frame={frame} unit={unit} />);
  });

  publicPage(app, "/lien-he", {}, async () => {
    const { frame } = await common();
    const alternates = translations(frame, "/lien-he", "/en/contact", (await liveSlugs()).has("en-contact"));
    return page(<ContactPage frame={frame} view={{ structure: await structureOn(db, today()), alternates }} />);
  });

  listDownloads(app, "/lien-he", "public", async () => unitContactsSheet(await structureOn(db, today())));
  listDownloads(app, STRUCTURE, "public", async () => structureSheet(await structureOn(db, today())));

  publicPage(app, ADMISSIONS, {}, async () => {
    const { frame, list } = await common();
    const order: readonly AdmissionPhase[] = ["open", "ahead", "closed"];
    const rows = (await livePages(db, "admission"))
      .map((admission) => ({ ...admissionRow(admission, today()), closesOn: admission.content.closesOn ?? "" }))
      .sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase) || (a.closesOn < b.closesOn ? 1 : -1));
    const section = list.find(({ slug }) => slug === "tuyen-sinh");
    const view = { rows, news: section ? sectionHref(section.slug) : null };
    return page(<AdmissionsPage frame={frame} view={view} />);
  });

  publicPage(app, `${ADMISSIONS}/:slug`, {}, async ({ params }) => {
    const { frame } = await common();
    const admission = await livePage(db, "admission", params.slug!);
    if (!admission) throw new NotFound();
    return page(<AdmissionPage frame={frame} view={admissionView(admission, today())} />);
  });
}

function textView(frame: SiteFrame, fixed: FixedPage, text: Page, live: ReadonlySet<string>) {
  const other =
    fixed.counterpart !== undefined
      ? { path: fixed.counterpart, isLive: true }
      : {
          path: FIXED_PAGES.find(({ slug }) => slug === fixed.translation)?.path ?? "",
          isLive: fixed.translation !== undefined && live.has(fixed.translation),
        };
  const [vi, en] = fixed.lang === "vi" ? [fixed.path, other.path] : [other.path, fixed.path];
  return {
    path: fixed.path,
    title: text.content.title ?? "",
    lead: text.content.lead ?? "",
    body: text.content.body ?? "",
    lang: fixed.lang,
    alternates: translations(frame, vi, en, other.isLive),
    approvedOn: text.liveAt ? formatDate(text.liveAt) : "",
    unit: text.unitName,
    files: filesOf(text.files),
  };
}

/** The two languages of a page, said only when both have their text. */
function translations(frame: SiteFrame, vi: string, en: string, both: boolean): Alternate[] {
  if (!both) return [];
  return [
    { lang: "vi", href: officialAddress(frame, vi) },
    { lang: "en", href: officialAddress(frame, en) },
  ];
}

const filesOf = (files: readonly PageFile[]) =>
  files.map(({ hash, name, title, size }) => ({ href: attachmentAddress(hash, name), name, title, size }));

function windowOf({ content: { opensOn = "", closesOn = "" } }: Page) {
  return { opensOn, closesOn, words: `từ ${readable(opensOn)} đến hết ${readable(closesOn)}` };
}

function admissionRow(admission: Page, today: Day) {
  const window = windowOf(admission);
  const { title = "", schoolYear = "", quota = "" } = admission.content;
  return {
    href: admissionHref(admission.slug),
    title,
    schoolYear,
    quota,
    window: window.words,
    phase: admissionPhase(window, today),
  };
}

function admissionView(admission: Page, today: Day) {
  const { content, files } = admission;
  const text = (key: string) => content[key] ?? "";
  const { href, window, phase } = admissionRow(admission, today);
  return {
    path: href,
    phase,
    window: `Nhận hồ sơ ${window}`,
    title: text("title"),
    facts: [
      { term: "Năm học", value: text("schoolYear") },
      { term: "Chương trình", value: text("programme") },
      { term: "Chỉ tiêu", value: text("quota") },
      { term: "Hình thức", value: text("form") },
      { term: "Nơi nộp hồ sơ", value: text("place") },
      { term: "Lệ phí, học phí", value: text("fee") },
      { term: "Liên hệ", value: text("contact") },
    ].filter(({ value }) => value),
    subjects: linesOf(text("subjects")),
    conditions: linesOf(text("conditions")),
    dossier: linesOf(text("dossier")),
    note: text("note"),
    files: filesOf(files.filter(({ role }) => role === "file")),
    results: filesOf(files.filter(({ role }) => role === "result")),
    approvedOn: admission.liveAt ? formatDate(admission.liveAt) : "",
    unit: admission.unitName,
  };
}
