import type { ComponentChildren } from "preact";
import { DownloadLinks } from "../lists/downloads.view.tsx";
import { AttachmentList, type AttachmentView } from "../site/attachment-list.view.tsx";
import { officialAddress, type SiteFrame, standingIn } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { DescriptionList, Table } from "../ui/data.tsx";
import type { Alternate } from "../ui/document.tsx";
import { Tag } from "../ui/status.tsx";
import { ADMISSIONS, FIXED_PAGES } from "./fields.ts";
import { STRUCTURE, unitHref } from "./paths.ts";
import { PlainText } from "./plain-text.view.tsx";
import type { AdmissionPhase } from "./rules.ts";
import { unitsWithContact } from "./sheet.ts";
import type { Contact, PersonInOffice, Structure, UnitInOffice } from "./structure.queries.ts";

const home = { label: "Trang chủ", href: "/" };

export interface Link {
  readonly href: string;
  readonly label: string;
}

export interface TextPageView {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly lang: "vi" | "en";
  readonly alternates: readonly Alternate[];
  /** "05/09/2026" */
  readonly approvedOn: string;
  readonly unit: string;
  readonly files: readonly AttachmentView[];
}

interface TextPageProps {
  readonly frame: SiteFrame;
  readonly view: TextPageView;
  readonly children?: ComponentChildren;
}

/** A page whose text was approved: its words, then whatever belongs to it. */
export function TextPage({ frame, view, children }: TextPageProps) {
  const isEnglish = view.lang === "en";
  return (
    <SiteLayout
      frame={standingIn(frame, "/gioi-thieu")}
      title={view.title}
      path={view.path}
      description={view.lead || `${view.title}: ${frame.siteName}.`}
      breadcrumbs={[home, { label: view.title }]}
      lang={view.lang}
      alternates={view.alternates}
    >
      <div lang={view.lang}>
        <div class="section-head">
          <h1>{view.title}</h1>
          {view.lead && <p class="section-lead">{view.lead}</p>}
        </div>
        <div class="prose">
          <PlainText text={view.body} />
        </div>
        <AttachmentList title={isEnglish ? "Files" : "Tệp đính kèm"} files={view.files} />
        {children}
        <p class="record-owner">
          {isEnglish ? `Approved on ${view.approvedOn}.` : `${view.unit} phụ trách; phê duyệt ngày ${view.approvedOn}.`}
        </p>
      </div>
    </SiteLayout>
  );
}

/** Where an introduction leads on to. */
export function AboutLinks({ links }: { readonly links: readonly Link[] }) {
  return (
    <nav class="near" aria-label="Trong mục Giới thiệu">
      <h2 class="small-title">Xem thêm</h2>
      <ul class="near-list">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The introduction before anybody wrote one: what the institution is, under whom, and where to read on. */
export function PlainAboutPage({ frame, links }: { readonly frame: SiteFrame; readonly links: readonly Link[] }) {
  return (
    <SiteLayout
      frame={standingIn(frame, "/gioi-thieu")}
      title="Giới thiệu"
      path="/gioi-thieu"
      description={`Chức năng, nhiệm vụ và các đơn vị của ${frame.shortName}.`}
      breadcrumbs={[home, { label: "Giới thiệu" }]}
    >
      <h1>Giới thiệu</h1>
      <div class="prose">
        <p>
          {frame.siteName} là điểm truy cập chính thức của {frame.shortName}, trực thuộc {frame.superiorBody}.
        </p>
      </div>
      <AboutLinks links={links} />
    </SiteLayout>
  );
}

function Phone({ phone }: { readonly phone: string }) {
  return <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>;
}

function Ways({ contact: { phone, email, place } }: { readonly contact: Contact }) {
  if (!phone && !email && !place) return null;
  return (
    <p class="ways">
      {place && <span>{place}</span>}
      {phone && <Phone phone={phone} />}
      {email && <a href={`mailto:${email}`}>{email}</a>}
    </p>
  );
}

function PersonCard({ person }: { readonly person: PersonInOffice }) {
  return (
    <li class="person-card">
      <strong>{person.name}</strong>
      <span>
        {person.position}
        {person.isActing && " (phụ trách tạm thời)"}
      </span>
      {person.contact.task && <span class="record-hint">{person.contact.task}</span>}
      <Ways contact={person.contact} />
    </li>
  );
}

interface StructurePageProps {
  readonly frame: SiteFrame;
  readonly view: Structure;
  readonly alternates: readonly Alternate[];
}

/** Cơ cấu tổ chức: leaders above, units below, drawn from the records themselves (Đ14.k1). */
export function StructurePage({ frame, view, alternates }: StructurePageProps) {
  const groups = [
    { title: "Các phòng", units: view.units.filter(({ kind }) => kind === "department") },
    { title: "Tổ chức trực thuộc", units: view.units.filter(({ kind }) => kind === "affiliate") },
  ].filter(({ units }) => units.length > 0);
  const top = view.units.filter(({ kind }) => kind === "leadership");
  return (
    <SiteLayout
      frame={standingIn(frame, "/gioi-thieu")}
      title="Cơ cấu tổ chức"
      path={STRUCTURE}
      description={`Sơ đồ tổ chức, lãnh đạo và các đơn vị của ${frame.shortName}.`}
      alternates={alternates}
      breadcrumbs={[home, { label: "Giới thiệu", href: "/gioi-thieu" }, { label: "Cơ cấu tổ chức" }]}
    >
      <h1>Cơ cấu tổ chức</h1>
      <ul class="chart">
        <li>
          <div class="chart-node chart-top">
            {top.length > 0 ? top.map((unit) => <UnitNode key={unit.id} unit={unit} />) : <strong>Lãnh đạo</strong>}
          </div>
          <ul class="chart-groups">
            {groups.map(({ title, units }) => (
              <li key={title}>
                <h2 class="small-title">{title}</h2>
                <ul class="chart-units">
                  {units.map((unit) => (
                    <li key={unit.id} class="chart-node">
                      <UnitNode unit={unit} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </li>
      </ul>
      <section class="leaders">
        <h2 class="part-title">Lãnh đạo</h2>
        <ul class="person-cards">
          {view.leaders.map((person) => (
            <PersonCard key={person.id} person={person} />
          ))}
        </ul>
      </section>
      <p class="section-facts">
        <DownloadLinks href={`${STRUCTURE}.csv`} what="cơ cấu tổ chức và liên hệ" />
      </p>
    </SiteLayout>
  );
}

function UnitNode({ unit }: { readonly unit: UnitInOffice }) {
  return (
    <>
      <a href={unitHref(unit.code)}>{unit.name}</a>
      {unit.heads.map((head) => (
        <span class="record-hint" key={head.id}>
          {head.position}: {head.name}
        </span>
      ))}
    </>
  );
}

/** One unit: what it does, who heads it, how it is reached. */
export function UnitPage({ frame, unit }: { readonly frame: SiteFrame; readonly unit: UnitInOffice }) {
  const { contact } = unit;
  return (
    <SiteLayout
      frame={standingIn(frame, "/gioi-thieu")}
      title={unit.name}
      path={unitHref(unit.code)}
      description={`Chức năng, nhiệm vụ, người phụ trách và liên hệ của ${unit.name}.`}
      breadcrumbs={[home, { label: "Cơ cấu tổ chức", href: STRUCTURE }, { label: unit.name }]}
    >
      <h1>{unit.name}</h1>
      <div class="prose">
        <h2>Chức năng, nhiệm vụ</h2>
        {unit.duties ? <PlainText text={unit.duties} /> : <p>Chưa có nội dung.</p>}
      </div>
      {unit.heads.length > 0 && (
        <section>
          <h2 class="part-title">Người phụ trách</h2>
          <ul class="person-cards">
            {unit.heads.map((head) => (
              <PersonCard key={head.id} person={head} />
            ))}
          </ul>
        </section>
      )}
      {(contact.phone || contact.email || contact.place) && (
        <section>
          <h2 class="part-title">Liên hệ</h2>
          <DescriptionList
            items={[
              { term: "Phòng làm việc", value: contact.place },
              { term: "Điện thoại", value: contact.phone && <Phone phone={contact.phone} /> },
              { term: "Thư điện tử", value: contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a> },
            ].filter(({ value }) => value)}
          />
        </section>
      )}
    </SiteLayout>
  );
}

export interface ContactView {
  readonly structure: Structure;
  readonly alternates: readonly Alternate[];
}

/** Thông tin giao dịch: the centre's own, then each unit's (Đ14.k1, Đ14.k4). */
export function ContactPage({ frame, view }: { readonly frame: SiteFrame; readonly view: ContactView }) {
  const { address, phone, email, responsible } = frame.footer;
  const units = unitsWithContact(view.structure);
  return (
    <SiteLayout
      frame={standingIn(frame, "/lien-he")}
      title="Liên hệ"
      path="/lien-he"
      description={`Địa chỉ, điện thoại, thư điện tử chính thức của ${frame.siteName}.`}
      breadcrumbs={[home, { label: "Liên hệ" }]}
      alternates={view.alternates}
    >
      <h1>Liên hệ</h1>
      <DescriptionList
        items={[
          { term: "Địa chỉ", value: address && <address class="postal">{address}</address> },
          { term: "Điện thoại", value: phone && <Phone phone={phone} /> },
          { term: "Thư điện tử chính thức", value: email && <a href={`mailto:${email}`}>{email}</a> },
          { term: "Chịu trách nhiệm nội dung", value: responsible },
        ].filter(({ value }) => value)}
      />
      {units.length > 0 && (
        <Table
          caption="Liên hệ các đơn vị"
          columns={[
            {
              key: "unit",
              label: "Đơn vị",
              cell: ({ code, name }: UnitInOffice) => <a href={unitHref(code)}>{name}</a>,
            },
            { key: "place", label: "Phòng làm việc", cell: ({ contact }) => contact.place || "–" },
            {
              key: "phone",
              label: "Điện thoại",
              cell: ({ contact }) => (contact.phone ? <Phone phone={contact.phone} /> : "–"),
            },
            {
              key: "email",
              label: "Thư điện tử",
              cell: ({ contact }) => (contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : "–"),
            },
          ]}
          rows={units}
          rowKey={({ id }) => id}
        />
      )}
      {units.length > 0 && (
        <p class="section-facts">
          <DownloadLinks href="/lien-he.csv" what="liên hệ các đơn vị" />
        </p>
      )}
      <div class="prose">
        <p>
          Lãnh đạo và trưởng các đơn vị ở trang <a href={STRUCTURE}>Cơ cấu tổ chức</a>.
        </p>
        <p>
          Địa chỉ chính thức duy nhất của Cổng là <strong>{frame.canonicalHost}</strong>. {frame.shortName} không thừa
          nhận và không chịu trách nhiệm về nội dung tại tên miền, địa chỉ khác (Điều 2 của{" "}
          <a href="/quy-che">Quy chế</a>).
        </p>
      </div>
    </SiteLayout>
  );
}

/** The address block of the English contact page. */
export function EnglishContact({ frame }: { readonly frame: SiteFrame }) {
  const { address, phone, email } = frame.footer;
  return (
    <DescriptionList
      items={[
        {
          term: "Address",
          value: address && (
            <address class="postal" lang="vi">
              {address}
            </address>
          ),
        },
        { term: "Telephone", value: phone && <Phone phone={phone} /> },
        { term: "Official e-mail", value: email && <a href={`mailto:${email}`}>{email}</a> },
        { term: "Website", value: <a href={officialAddress(frame, "/")}>{frame.canonicalHost}</a> },
      ].filter(({ value }) => value)}
    />
  );
}

const PHASES = {
  ahead: { word: "Sắp nhận hồ sơ", icon: "schedule", tone: "wait" },
  open: { word: "Đang nhận hồ sơ", icon: "check-circle", tone: "live" },
  closed: { word: "Đã kết thúc", icon: "close", tone: "quiet" },
} as const;

export function PhaseTag({ phase }: { readonly phase: AdmissionPhase }) {
  const { word, icon, tone } = PHASES[phase];
  return (
    <Tag icon={icon} tone={tone}>
      {word}
    </Tag>
  );
}

export interface AdmissionRow {
  readonly href: string;
  readonly title: string;
  readonly schoolYear: string;
  readonly quota: string;
  readonly window: string;
  readonly phase: AdmissionPhase;
}

export interface AdmissionListView {
  readonly rows: readonly AdmissionRow[];
  /** News of the section of the same name. */
  readonly news: string | null;
}

/** Tuyển sinh: what is open first, then what is to come, then what is over (law.md §2.8). */
export function AdmissionsPage({ frame, view }: { readonly frame: SiteFrame; readonly view: AdmissionListView }) {
  return (
    <SiteLayout
      frame={standingIn(frame, ADMISSIONS)}
      title="Tuyển sinh"
      path={ADMISSIONS}
      description={`Kế hoạch, chỉ tiêu, hồ sơ, thời gian và kết quả tuyển sinh của ${frame.shortName}.`}
      breadcrumbs={[home, { label: "Tuyển sinh" }]}
    >
      <div class="section-head">
        <h1>Tuyển sinh</h1>
        {view.news && (
          <p class="section-lead">
            Tin về tuyển sinh ở chuyên mục <a href={view.news}>Tuyển sinh</a>.
          </p>
        )}
      </div>
      <Table
        caption="Các đợt tuyển sinh"
        columns={[
          {
            key: "title",
            label: "Đợt tuyển sinh",
            cell: ({ href, title }: AdmissionRow) => <a href={href}>{title}</a>,
          },
          { key: "year", label: "Năm học", cell: ({ schoolYear }) => schoolYear },
          { key: "quota", label: "Chỉ tiêu", cell: ({ quota }) => quota },
          { key: "window", label: "Thời gian nhận hồ sơ", cell: ({ window }) => window },
          { key: "phase", label: "Tình trạng", cell: ({ phase }) => <PhaseTag phase={phase} /> },
        ]}
        rows={view.rows}
        rowKey={({ href }) => href}
        empty={<p class="nothing">Chưa có thông báo tuyển sinh nào.</p>}
      />
    </SiteLayout>
  );
}

export interface AdmissionView {
  readonly path: string;
  readonly phase: AdmissionPhase;
  readonly window: string;
  readonly title: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly subjects: readonly string[];
  readonly conditions: readonly string[];
  readonly dossier: readonly string[];
  readonly note: string;
  readonly files: readonly AttachmentView[];
  readonly results: readonly AttachmentView[];
  readonly approvedOn: string;
  readonly unit: string;
}

/** One admission with everything TT 37/2020 asks for. */
export function AdmissionPage({ frame, view }: { readonly frame: SiteFrame; readonly view: AdmissionView }) {
  const list = (title: string, items: readonly string[]) => (
    <>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
  return (
    <SiteLayout
      frame={standingIn(frame, ADMISSIONS)}
      title={view.title}
      path={view.path}
      description={`${view.title}: nhận hồ sơ ${view.window}.`}
      breadcrumbs={[home, { label: "Tuyển sinh", href: ADMISSIONS }, { label: view.title }]}
    >
      <article class="record">
        <h1>{view.title}</h1>
        <p class="record-over">
          <PhaseTag phase={view.phase} /> {view.window}
        </p>
        <AttachmentList title="Kết quả, danh sách trúng tuyển" files={view.results} />
        <DescriptionList items={view.facts} />
        <div class="prose">
          {list("Đối tượng", view.subjects)}
          {list("Điều kiện", view.conditions)}
          {list("Hồ sơ", view.dossier)}
          {view.note && (
            <>
              <h2>Thông tin thêm</h2>
              <PlainText text={view.note} />
            </>
          )}
        </div>
        <AttachmentList title="Tệp đính kèm" files={view.files} />
        <p class="record-owner">
          {view.unit} phụ trách; phê duyệt ngày {view.approvedOn}.
        </p>
      </article>
    </SiteLayout>
  );
}

export const fixedLinks = (live: ReadonlySet<string>): Link[] => [
  ...FIXED_PAGES.filter(({ lang, slug }) => lang === "vi" && slug !== "gioi-thieu" && live.has(slug)).map(
    ({ path, name }) => ({ href: path, label: name }),
  ),
  { href: STRUCTURE, label: "Cơ cấu tổ chức" },
  { href: "/lien-he", label: "Liên hệ" },
  ...FIXED_PAGES.filter(({ slug }) => slug === "en-about" && live.has(slug)).map(({ path }) => ({
    href: path,
    label: "English",
  })),
];
