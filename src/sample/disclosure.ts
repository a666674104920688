import { actWithin, BY_SYSTEM, type By, type Command } from "../act.ts";
import { delegate } from "../board/commands/delegate.ts";
import { adoptSeed } from "../disclosure/commands/adopt-seed.ts";
import { changeItem } from "../disclosure/commands/change-item.ts";
import { type EntryMove, moveEntry } from "../disclosure/commands/move-entry.ts";
import { prepareEntry } from "../disclosure/commands/prepare-entry.ts";
import { recordNotice } from "../disclosure/commands/record-notice.ts";
import { confirmRedaction, executeRedaction, proposeRedaction } from "../disclosure/commands/redact.ts";
import { type DisclosureContent, EMPTY_CONTENT } from "../disclosure/content.ts";
import { readEntry, readItems } from "../disclosure/disclosure.queries.ts";
import type { Item } from "../disclosure/disclosure.ts";
import { firstYearOf, type SchoolYear, schoolYear, schoolYearOf, yearWords } from "../disclosure/due.ts";
import { gridFromPaste, tableFrom } from "../disclosure/table-text.ts";
import { addSeconds, type Day, dayOf, fromLocalInput, type Instant } from "../kernel/clock.ts";
import { type Id, newId, sha256 } from "../kernel/ids.ts";
import { csv } from "../lists/csv-out.ts";
import { keepAttachment } from "../media/upload.ts";
import type { Portal } from "../portal.ts";
import type { Hat } from "../regulation/hats.ts";
import { changeSettings } from "../settings/change-settings.ts";
import type { WholeAct } from "./acts.ts";
import { dropMails, sampleBegin } from "./articles.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { SAMPLE_DISCLOSURE } from "./disclosure-text.ts";

const CURRENT = "tt-09-2024";
/** Rounds of the proof a day, at these hours. */
const HOURS = ["00:30", "06:30", "12:30", "18:30"] as const;
/** Days of the sample on which the server stood still, and one on which an address did not answer; days back. */
const STOOD_STILL: readonly number[] = [17, 18, 61];
const FAULTY = 40;

interface Planned {
  readonly code: string;
  readonly year: SchoolYear;
  readonly on: Day;
  readonly more?: Partial<DisclosureContent>;
}

/** The first instant of the sample's disclosure: the spring in which the last school year was to be disclosed. */
export function disclosureBegin(clock: SampleClock): Instant {
  return at(`${firstYearOf(schoolYearOf(clock.today))}-05-04`, "08:00");
}

const at = (day: Day, time: string): Instant => fromLocalInput(`${day}T${time}`)!;

/**
 * The sample centre's disclosure until `until`: the last school year nearly whole (one item missing, one late, one
 * superseded), the present one begun, and the rounds of the proof with their gaps. Expects a centre filled before.
 */
export function disclosureActs(portal: Portal, centre: SampleCentre, clock: SampleClock, until: Instant): WholeAct[] {
  const hands = handsOf(portal, centre, clock);
  const published = planned(clock.today)
    .filter((plan) => isBefore(plan, until))
    .map((plan) => ({ at: at(plan.on, "14:00"), whole: () => hands.publish(plan) }));
  return [{ at: disclosureBegin(clock), whole: hands.setUp }, ...published];
}

/** What the sample does last: a superseded version, a redacted one, drafts on their way, and the rounds until now. */
export async function finishDisclosure(portal: Portal, centre: SampleCentre, clock: SampleClock): Promise<void> {
  const hands = handsOf(portal, centre, clock);
  const now = schoolYearOf(clock.today);
  const last = schoolYear(firstYearOf(now) - 1);
  // In a year whose plans fell into the days of the articles, these are published now.
  const rest = planned(clock.today).filter((plan) => plan.on < clock.today && !isBefore(plan, sampleBegin(clock)));
  for (const plan of rest) await hands.publish(plan);
  await hands.redact("mien-giam-hoc-bong", last);
  await hands.begin("ke-hoach-giao-duc", now, []);
  await hands.begin("kiem-dinh-chat-luong", now, ["sendToHead"]);
  await hands.begin("du-toan-ngan-sach", now, ["sendToHead", "approveInUnit"]);
  await fillRounds(portal, clock);
  await portal.database.transact((tx) => dropMails(tx, clock.now()));
}

const isBefore = ({ on }: Planned, until: Instant): boolean => at(on, "18:00") < until;

/** What is published when, told from the present school year. `so-du-cac-quy` of the last year stays missing. */
function planned(today: Day): Planned[] {
  const now = schoolYearOf(today);
  const first = firstYearOf(now);
  const last = schoolYear(first - 1);
  const before = (codes: readonly string[], month: string): Planned[] =>
    codes.map((code, index) => ({ code, year: last, on: `${first}-${month}-${String(8 + index).padStart(2, "0")}` }));
  const plans: Planned[] = [
    ...before(["thong-tin-chung", "to-chuc-bo-may", "quy-che-noi-bo", "hoc-phi-cac-khoan-thu"], "05"),
    ...before(["doi-ngu", "co-so-vat-chat", "kiem-dinh-chat-luong", "ke-hoach-tuyen-sinh", "ke-hoach-giao-duc"], "06"),
    ...before(["thu-chi-tai-chinh", "mien-giam-hoc-bong", "ket-qua-giao-duc"], "06").map((plan, index) => ({
      ...plan,
      on: `${first}-06-${22 + index}`,
    })),
    { code: "bao-cao-thuong-nien", year: last, on: `${first}-06-29` },
    { code: "du-toan-ngan-sach", year: last, on: `${first}-07-09` },
    {
      code: "doi-ngu",
      year: last,
      on: `${first}-08-12`,
      more: {
        changedOn: `${first}-08-03`,
        changeNote: "Bổ sung hai giáo viên tiếp nhận tháng 8",
        text: "Số liệu cập nhật sau khi tiếp nhận hai giáo viên, quyết định ngày 03/8.",
      },
    },
    ...["thong-tin-chung", "to-chuc-bo-may", "quy-che-noi-bo", "hoc-phi-cac-khoan-thu", "ke-hoach-tuyen-sinh"].map(
      (code, index) => ({ code, year: now, on: `${first}-08-${24 + index}` }),
    ),
    ...["doi-ngu", "co-so-vat-chat"].map((code, index) => ({ code, year: now, on: `${first}-09-${10 + index}` })),
  ];
  return plans.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function handsOf(portal: Portal, { people, units }: SampleCentre, clock: SampleClock) {
  const by = (username: string, hat: Hat): By => ({ person: people[username]!.id, hat });
  const unitOf = (code: string) => SAMPLE_DISCLOSURE[code]?.unit ?? "to-chuc-hanh-chinh";

  async function enter<I, S, C>(who: By, command: Command<I, S, C>, input: I): Promise<C> {
    const answer = await portal.database.transact((tx) => actWithin(tx, clock.now(), who, command, input));
    if (answer.ok) return answer.value;
    const why = answer.error.map(({ code, clause }) => `${code} (${clause})`).join(", ");
    throw new Error(`${command.name} ${JSON.stringify(input)}: ${why}`);
  }
  const pass = () => clock.set(addSeconds(clock.now(), 60));
  const itemOf = async (code: string): Promise<Item> => {
    const items = (await readItems(portal.db)).filter((item) => item.code === code && item.regime.toYear === null);
    return items.find(({ regime }) => regime.id === CURRENT) ?? items[0]!;
  };

  async function contentOf(item: Item, year: SchoolYear, more: Partial<DisclosureContent> = {}) {
    const words = SAMPLE_DISCLOSURE[item.code]?.words ?? {};
    const tables = (words.tables ?? []).flatMap(
      ([caption, lines]) => tableFrom(gridFromPaste(lines), caption, null) ?? [],
    );
    const files: DisclosureContent["files"][number][] = [];
    if (words.hasFile) {
      const bytes = new TextEncoder().encode(csv(tables.flatMap(({ columns, rows }) => [columns, ...rows])));
      const by = people["ctv.to-chuc-hanh-chinh"]!.id;
      const kept = await keepAttachment(portal, { bytes, name: `${item.title}, ${yearWords(year)}.csv`, by });
      if (!kept.ok) throw new Error(kept.error.message);
      files.push({
        file: kept.value.file,
        name: kept.value.name,
        size: kept.value.size,
        title: `${item.title} (bảng gốc)`,
      });
    }
    const text = (words.text ?? "").replaceAll("{năm}", yearWords(year));
    return { ...EMPTY_CONTENT, title: item.title, text, tables, files, ...more };
  }

  async function begin(
    code: string,
    year: SchoolYear,
    acts: readonly EntryMove["act"][],
    more?: Partial<DisclosureContent>,
  ): Promise<Id> {
    const item = await itemOf(code);
    const writer = by(`ctv.${unitOf(code)}`, "CONTRIBUTOR");
    const { id: entry } = await enter(writer, prepareEntry, { item: item.id, year });
    await enter(writer, moveEntry, { entry, act: "save", content: await contentOf(item, year, more) });
    for (const act of acts) {
      pass();
      const who: Readonly<Record<string, By>> = {
        sendToHead: writer,
        approveInUnit: by(`truong.${unitOf(code)}`, "MEMBER"),
        approve: by("thuongtruc", "STANDING_DEPUTY"),
        publish: by("thuky", "SECRETARY"),
      };
      await enter(who[act]!, moveEntry, { entry, act });
    }
    return entry;
  }

  return {
    begin,
    async setUp() {
      await enter(BY_SYSTEM, adoptSeed, {});
      for (const item of await readItems(portal.db)) {
        await enter(BY_SYSTEM, changeItem, { ...item, item: item.id, unit: units[unitOf(item.code)]! });
      }
      await enter(BY_SYSTEM, changeSettings, {
        "disclosure.inCharge": "Bùi Văn Sơn, Trưởng phòng Tổ chức – Hành chính",
      });
      pass();
      await enter(by("thuky", "SECRETARY"), recordNotice, {
        sentOn: dayOf(clock.now()),
        documentNumber: "31/GDTXHP-HC",
        note: "Báo địa chỉ chuyên mục Công khai",
      });
    },
    async publish({ code, year, more }: Planned) {
      await begin(code, year, ["sendToHead", "approveInUnit", "approve", "publish"], more);
    },
    async redact(code: string, year: SchoolYear) {
      const item = await itemOf(code);
      const row = await portal.db
        .selectFrom("disclosure_entry")
        .select("id")
        .where("item_id", "=", item.id)
        .where("school_year", "=", year)
        .where("state", "=", "PUBLISHED")
        .executeTakeFirstOrThrow();
      const { content } = (await readEntry(portal.db, row.id))!;
      const hide = "[đã che theo quy định]";
      const tables = content.tables.map((table) =>
        table.columns[0] === "Họ và tên" ? { ...table, rows: table.rows.map(([, ...rest]) => [hide, ...rest]) } : table,
      );
      const { id: redaction } = await enter(by("thuky", "SECRETARY"), proposeRedaction, {
        entry: row.id,
        orderNumber: "118/CAHP-PA05",
        orderDay: dayOf(addSeconds(clock.now(), -2 * 24 * 3600)),
        orderIssuer: "Công an thành phố Hải Phòng",
        reason: "Bảo vệ dữ liệu cá nhân của học viên chưa thành niên",
        content: { ...content, tables },
      });
      pass();
      await enter(by("giamdoc", "CHIEF"), confirmRedaction, { redaction });
      pass();
      await enter(by("giamdoc", "CHIEF"), delegate, {
        to: by("thuongtruc", "STANDING_DEPUTY").person,
        powers: ["disclosure.redact"],
        from: dayOf(clock.now()),
        until: dayOf(clock.now()),
        document: "21/GUQ-GDTXHP",
        reason: "Xác nhận việc che dữ liệu theo văn bản số 118/CAHP-PA05",
      });
      pass();
      await enter(by("thuongtruc", "STANDING_DEPUTY"), confirmRedaction, { redaction });
      pass();
      await enter(by("thuky", "SECRETARY"), executeRedaction, { redaction });
    },
  };
}

/** Four rounds a day since the first publication, with the days on which nobody looked left open. */
async function fillRounds(portal: Portal, clock: SampleClock): Promise<void> {
  const today = Temporal.PlainDate.from(clock.today);
  const begin = Temporal.PlainDate.from(dayOf(disclosureBegin(clock))).add({ days: 5 });
  const rows: {
    id: string;
    started_at: string;
    finished_at: string;
    addresses: number;
    failed: number;
    digest: string;
  }[] = [];
  for (let day = begin; Temporal.PlainDate.compare(day, today) < 0; day = day.add({ days: 1 })) {
    const back = day.until(today).days;
    if (STOOD_STILL.includes(back)) continue;
    for (const [index, hour] of HOURS.entries()) {
      const started = at(day.toString(), hour);
      const failed = back === FAULTY && index === 2 ? 1 : 0;
      const finished = addSeconds(started, 4);
      const digest = sha256(`mẫu ${started}`);
      rows.push({ id: newId(), started_at: started, finished_at: finished, addresses: 30, failed, digest });
    }
  }
  await portal.database.transact(async (tx) => {
    for (let from = 0; from < rows.length; from += 100) {
      await tx
        .insertInto("disclosure_round")
        .values(rows.slice(from, from + 100))
        .execute();
    }
  });
}
