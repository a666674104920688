import { z } from "zod";

/** A host name, or an address of this machine, with a port if need be: no scheme, no path. */
const host = z.string().regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/);
/** From one wall time to a later one: `07:00-08:30`. */
const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => text.slice(0, 5) < text.slice(6));
const address = z.union([z.literal(""), z.email()]);

/**
 * Values a centre may change (Cfg in the requirements), each with its default and its clause. Stored by key as JSON;
 * every change is in the evidence.
 */
export const SETTINGS = {
  "site.name": z.string().min(1).default("Cổng thông tin điện tử Trung tâm Giáo dục thường xuyên Hải Phòng"),
  "site.shortName": z.string().min(1).default("Trung tâm GDTX Hải Phòng"),
  /** Cơ quan chủ quản. */
  "site.superiorBody": z.string().default("Sở Giáo dục và Đào tạo Hải Phòng"),
  /** REQ-012, A-01: the one official host; links in pages, feeds and mail use it and no other. */
  "site.canonicalHost": host.default("ttgdtxhaiphong.haiphong.edu.vn"),
  /** Hosts that redirect for ever to the canonical one. */
  "site.aliases": z.array(host).default(["tgdtxhaiphong.haiphong.edu.vn"]),
  /** set once an administrator has confirmed the address. */
  "site.hostConfirmed": z.boolean().default(false),
  "site.address": z.string().default(""),
  "site.phone": z.string().default(""),
  "site.email": address.default(""),
  /** REQ-014: who answers for the portal, and by which permission it runs. */
  "site.responsible": z.string().default(""),
  "site.permission": z.string().default(""),
  "institution.place": z.string().default("Hải Phòng"),
  /** a deputy's field approval is required before step 3 where one is in charge. Đ15.k2.b2 says "hoặc": off. */
  "newsroom.fieldApprovalRequired": z.boolean().default(false),
  /** REQ-032: which links of the responsible chain the public sees on an article. */
  "newsroom.publicChain": z
    .array(z.enum(["author", "unitApprover", "appraiser", "approver", "publisher"]))
    .default(["author", "unitApprover", "approver"]),
  /** REQ-097: hosts to which a public service may lead without a reason; each with everything under it. */
  "services.trustedHosts": z.array(host).default(["gov.vn", "edu.vn", "dichvucong.gov.vn"]),
  /** REQ-073: who is in charge of disclosure, named on its page. */
  "disclosure.inCharge": z.string().default(""),
  /** REQ-075, A-09: within so many calendar days Sở is given a new address. */
  "disclosure.noticeDays": z.number().int().min(1).max(60).default(5),
  /** Megabytes of one video; the whole of it is on the portal's own disk. */
  "media.videoMegabytes": z.number().int().min(1).max(2000).default(300),
  /** Providers whose videos may play in a page once the reader asks; all others are links. */
  "media.embeds": z.array(z.enum(["youtube", "vimeo"])).default(["youtube", "vimeo"]),
  /** law.md §3: working days in which a question is answered. */
  "enquiries.answerDays": z.number().int().min(1).max(60).default(10),
  /** law.md §7: months after which whoever asked is forgotten. */
  "enquiries.keepMonths": z.number().int().min(1).max(60).default(12),
  /** Working days in which a request to take something down is answered. */
  "takedown.answerDays": z.number().int().min(1).max(60).default(10),
  /** REQ-110: articles untouched for so many months are listed to be looked at. */
  "takedown.reviewMonths": z.number().int().min(1).max(240).default(36),
  /** Đ3.k2.c: RSS or Atom feed of Sở, shown in a block of its own; "" for none. */
  "superior.feed": z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(500)]).default(""),
  /** Minutes between two readings of that feed. */
  "superior.minutes": z.number().int().min(5).max(1440).default(30),
  /** Terms under which open data may be used again; printed in every answer. */
  "openData.licence": z
    .string()
    .min(1)
    .max(500)
    .default(
      "Được sử dụng lại với điều kiện ghi rõ tác giả, nguồn thông tin là Cổng và tuân theo quy định hiện hành về khai thác thông tin.",
    ),
  /** Đ12.k2: hours of the two checks of a working day, Vietnamese wall time. */
  "checks.morning": hours.default("07:00-08:30"),
  "checks.afternoon": hours.default("16:00-17:30"),
  /** Đ16.k3: articles of quality that every unit owes in a calendar month. */
  "quota.perMonth": z.number().int().min(1).max(20).default(2),
  /** REQ-123: whether what was taken over from elsewhere counts. */
  "quota.countRepublished": z.boolean().default(false),
  /** what an article of quality is, as the centre agreed it; shown to whoever writes and whoever marks. */
  "quota.criteria": z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(12)
    .default([
      "Đủ thông tin: việc gì, ai, ở đâu, khi nào, kết quả ra sao",
      "Chính xác: số liệu, tên người, chức danh, ngày tháng",
      "Đúng chính tả, câu văn rõ ràng",
      "Ảnh rõ, có chú thích, có quyền sử dụng",
      "Kịp thời, đúng định hướng tuyên truyền",
    ]),
  /** Tên viết tắt in the symbol of papers: BC-GDTXHP. */
  "institution.abbreviation": z.string().min(1).max(20).default("GDTXHP"),
  /** Đ11.g3, REQ-063: day of the month on which a monthly report is due and its figures end; the next begin the day after. */
  "reports.cutDay": z.number().int().min(1).max(28).default(25),
  /** Days before it is due that the draft of a report is made. */
  "reports.prepareDays": z.number().int().min(1).max(15).default(3),
  /** REQ-052: calendar days after the end of a quarter or year by which its reports are due. */
  "reports.afterDays": z.number().int().min(0).max(30).default(0),
  /** Đ12.k3 names nobody to whom the administrator reports. */
  "reports.technicalReceiver": z.enum(["CHIEF", "STANDING_DEPUTY", "DIRECTOR"]).default("CHIEF"),
  /** REQ-006: Nơi nhận of every report, after the one it is for. */
  "reports.recipients": z.array(z.string().min(1).max(200)).min(1).default(["Lưu: VT, Ban biên tập"]),
  /** REQ-149: working days that an article may wait at each step before it is late. */
  "duties.headDays": z.number().min(0.25).max(20).default(1),
  "duties.reviewDays": z.number().min(0.25).max(20).default(1),
  "duties.finalDays": z.number().min(0.25).max(20).default(1),
  "duties.postDays": z.number().min(0.25).max(20).default(0.5),
  /** Hours in which a working day is worked: parts of a day are counted within them. */
  "duties.workHours": hours.default("07:30-17:30"),
  /** Requirements §8: a reminder that would come on a day off comes on the working day before. */
  "duties.remindEarlier": z.boolean().default(true),
  /** Đ12.k2: working days in which the administrator answers a request for support. */
  "matters.ticketDays": z.number().int().min(1).max(60).default(3),
  "matters.urgentTicketDays": z.number().int().min(1).max(60).default(1),
  /** Đ18.k2: working days in which a difficulty is answered. */
  "matters.difficultyDays": z.number().int().min(1).max(60).default(10),
  /** REQ-005: working days from his appointment in which the head of a unit acknowledges the regulation. */
  "compliance.acknowledgeDays": z.number().int().min(1).max(120).default(10),
  /** Đ22.k1: month and day by which the yearly evaluation is published. */
  "inspection.publishBy": z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .default("12-31"),
  /** Working days that a unit has to explain itself (Đ19.k2, REQ-143). */
  "inspection.explainDays": z.number().int().min(1).max(60).default(5),
  /** A-11, REQ-125: calendar days after the day on which an event ends by whose end its article is on time. */
  "events.articleDays": z.number().int().min(1).max(3).default(1),
  "mail.host": z.string().default(""),
  "mail.port": z.number().int().min(1).max(65535).default(587),
  "mail.secure": z.boolean().default(false),
  "mail.user": z.string().default(""),
  "mail.password": z.string().default(""),
  "mail.from": z.string().default(""),
  /** Set when the portal was filled by `demo`: demo passwords work only here, and never beyond loopback. */
  "portal.isDemo": z.boolean().default(false),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type Settings = { readonly [Key in SettingKey]: z.infer<(typeof SETTINGS)[Key]> };
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

/** Values that must not be shown or kept in the evidence. */
export const SECRET_SETTINGS: readonly SettingKey[] = ["mail.password"];

/** Settings from stored rows; what is missing or no longer valid takes its default. */
export function settingsFrom(rows: readonly { key: string; value: string }[]): Settings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const entries = SETTING_KEYS.map((key) => {
    const text = stored.get(key);
    const parsed = SETTINGS[key].safeParse(text === undefined ? undefined : JSON.parse(text));
    return [key, parsed.success ? parsed.data : SETTINGS[key].parse(undefined)];
  });
  return Object.fromEntries(entries) as Settings;
}
