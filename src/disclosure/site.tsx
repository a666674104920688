import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { publicPage } from "../http/public-page.ts";
import { addDays, type Day, dayOf, startOfDay } from "../kernel/clock.ts";
import { csv } from "../lists/csv-out.ts";
import { listDownloads } from "../lists/download.ts";
import type { Portal } from "../portal.ts";
import { siteOrigin } from "../settings/origin.ts";
import { readFrame } from "../site/pages.ts";
import type { Assets } from "../ui/assets.ts";
import { renderDocument } from "../ui/document.tsx";
import { readNotices } from "./address.queries.ts";
import { disclosureAddress } from "./address-task.ts";
import { publishedYears, readEntries, readItems } from "./disclosure.queries.ts";
import { isSchoolYear, type SchoolYear, schoolYearOf } from "./due.ts";
import { readNames } from "./names.queries.ts";
import { PUBLIC_PATHS } from "./paths.ts";
import { readFaults, readRounds } from "./proof.queries.ts";
import { proofWords, ribbon } from "./proof.ts";
import { ProofPage } from "./proof.view.tsx";
import { DisclosureHome, DisclosureItemPage, DisclosureYear, type YearSummary } from "./public.view.tsx";
import { itemView, lastUpdate, shownContent } from "./public-models.ts";
import { readRedactions } from "./redactions.queries.ts";
import { countStandings, type RegisterLine, register } from "./register.ts";
import { registerSheet } from "./sheet.ts";
import { DISCLOSURE_TAG, PROOF_TAG } from "./tags.ts";

/** What is shown on the proof page beside the ribbon. */
const FAULTS_SHOWN = 30;

/**
 * The public pages of disclosure (Đ13.k1.c). They are always there: no setting, hat or clock is asked whether to show
 * them, and what was published once is found at its address whatever became of its item or regime.
 */
export function disclosureSite(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  const today = () => dayOf(portal.clock.now());
  const frame = () => readFrame(portal, assets);
  const page = (body: VNode, ...more: string[]): PublicPage => ({
    body: renderDocument(body),
    tags: ["all", "board", DISCLOSURE_TAG, ...more],
    // Whether a day is past is another answer tomorrow.
    until: startOfDay(addDays(today(), 1)),
  });

  async function yearLines(year: SchoolYear): Promise<RegisterLine[]> {
    const entries = await readEntries(db, { year, onlyPublic: true });
    return register(await readItems(db), entries, year, await readWorkCalendar(db), today());
  }
  const summary = async (year: SchoolYear): Promise<YearSummary> => {
    const lines = await yearLines(year);
    return { year, lines, counts: countStandings(lines) };
  };
  const rounds = () => readRounds(db, yearAgo(today()));

  publicPage(app, PUBLIC_PATHS.home, {}, async () => {
    const settings = await portal.settings();
    const current = schoolYearOf(today());
    const years = [...new Set([current, ...(await publishedYears(db))])].sort().reverse();
    const summaries = await Promise.all(years.map(summary));
    const notice = (await readNotices(db)).find(({ address }) => address === disclosureAddress(settings));
    const view = {
      inCharge: settings["disclosure.inCharge"],
      lastUpdate: lastUpdate(summaries.flatMap(({ lines }) => lines)),
      current: summaries.find(({ year }) => year === current)!,
      years: summaries,
      citations: [...new Set((await readItems(db)).map(({ regime }) => regime.citation))],
      notice: notice ? { day: notice.sentOn, document: notice.documentNumber } : null,
      proof: proofWords(ribbon(await rounds(), today())),
    };
    return page(<DisclosureHome frame={await frame()} view={view} />, PROOF_TAG);
  });

  publicPage(app, PUBLIC_PATHS.proof, {}, async () => {
    const known = await rounds();
    const view = {
      days: ribbon(known, today()),
      faults: await readFaults(db, FAULTS_SHOWN),
      last: known.at(-1) ?? null,
    };
    return page(<ProofPage frame={await frame()} view={view} />, PROOF_TAG);
  });

  publicPage(app, "/cong-khai/:nam", {}, async ({ params }) => {
    const view = await summary(askedYear(params.nam!));
    if (view.lines.length === 0) throw new NotFound();
    return page(<DisclosureYear frame={await frame()} view={view} />);
  });

  listDownloads(app, "/cong-khai/:nam/bang", "public", async (request) => {
    const year = askedYear((request.params as { nam: string }).nam);
    return registerSheet(year, await yearLines(year), siteOrigin(await portal.settings()));
  });

  async function askedLine(nam: string, muc: string): Promise<RegisterLine> {
    const lines = (await yearLines(askedYear(nam))).filter(({ item }) => item.code === muc);
    const line = lines.find(({ published }) => published.length > 0) ?? lines[0];
    if (!line) throw new NotFound();
    return line;
  }

  async function itemPage(nam: string, muc: string, version: number | null): Promise<PublicPage> {
    const line = await askedLine(nam, muc);
    const redactions = (await readRedactions(db)).filter(({ entry }) => line.published.some(({ id }) => id === entry));
    const view = itemView(line, redactions, await readNames(db), version);
    if (!view) throw new NotFound();
    return page(<DisclosureItemPage frame={await frame()} view={view} />);
  }

  async function tableCsv(nam: string, muc: string, version: number | null, number: number): Promise<PublicPage> {
    const { published } = await askedLine(nam, muc);
    const entry = version === null ? published.at(-1) : published.find((one) => one.version === version);
    if (!entry) throw new NotFound();
    const { content } = shownContent(entry, await readRedactions(db, { entry: entry.id }));
    const table = content.tables[number - 1];
    if (!table) throw new NotFound();
    return {
      body: csv([table.columns, ...table.rows]),
      tags: ["all", DISCLOSURE_TAG],
      type: "text/csv; charset=utf-8",
    };
  }

  publicPage(app, "/cong-khai/:nam/:muc", {}, ({ params }) => itemPage(params.nam!, params.muc!, null));

  publicPage(app, "/cong-khai/:nam/:muc/:phan", {}, ({ params }) => {
    const [, version] = /^ban-([1-9]\d{0,3})$/.exec(params.phan!) ?? [];
    if (version) return itemPage(params.nam!, params.muc!, Number(version));
    const [, table] = /^bang-([1-9]\d?)\.csv$/.exec(params.phan!) ?? [];
    if (table) return tableCsv(params.nam!, params.muc!, null, Number(table));
    throw new NotFound();
  });

  publicPage(app, "/cong-khai/:nam/:muc/:ban/:bang", {}, ({ params }) => {
    const [, version] = /^ban-([1-9]\d{0,3})$/.exec(params.ban!) ?? [];
    const [, table] = /^bang-([1-9]\d?)\.csv$/.exec(params.bang!) ?? [];
    if (!version || !table) throw new NotFound();
    return tableCsv(params.nam!, params.muc!, Number(version), Number(table));
  });
}

function askedYear(text: string): SchoolYear {
  if (!isSchoolYear(text)) throw new NotFound();
  return text;
}

const yearAgo = (day: Day): string => startOfDay(addDays(day, -364));
