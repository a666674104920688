import { createAccountCommand } from "../access/commands/create-account.ts";
import { hashPassword } from "../access/password-hash.ts";
import { actWithin, BY_SYSTEM } from "../act.ts";
import { readConfig } from "../config.ts";
import { dayOf, startOfDay } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { createPortal, type Portal } from "../portal.ts";
import { hatName } from "../regulation/hats.ts";
import { fillAbout } from "../sample/about.ts";
import { sampleAcknowledgements } from "../sample/acknowledgements.ts";
import { play } from "../sample/acts.ts";
import { fillArticles, keepMedia, sampleBegin, storyActs } from "../sample/articles.ts";
import { fillCentre, SAMPLE_PEOPLE, type SampleCentre } from "../sample/centre.ts";
import { sampleChecks } from "../sample/checks.ts";
import { type SampleClock, sampleClock } from "../sample/clock.ts";
import { fillConsultations, pastConsultationActs } from "../sample/consultations.ts";
import { daysFrom } from "../sample/days.ts";
import { disclosureActs, disclosureBegin, finishDisclosure } from "../sample/disclosure.ts";
import { answerActs, fillEnquiries } from "../sample/enquiries.ts";
import { sampleEvents } from "../sample/events.ts";
import { sampleInspections } from "../sample/inspection.ts";
import { fillLibrary } from "../sample/library.ts";
import { sampleMatters } from "../sample/matters.ts";
import { sampleQuota } from "../sample/quota.ts";
import { sampleReports } from "../sample/reports.ts";
import { fillServices } from "../sample/services.ts";
import { fillSharing } from "../sample/sharing.ts";
import { fillTraffic } from "../sample/traffic.ts";
import { sampleUpkeep } from "../sample/upkeep.ts";
import { YEAR_BEGUN } from "../sample/year/life.ts";
import { lifeStories } from "../sample/year/stories.ts";
import { sampleYearlyInspection } from "../sample/yearly-inspection.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { isLoopback } from "../settings/origin.ts";
import { noOptions } from "./arguments.ts";
import { runUntilStopped } from "./serve.ts";

/** Key of the setting that keeps the password: demo data is open to whoever sits at this machine. */
const PASSWORD = "demo.password";

/**
 * `portal demo`: a sample centre on this machine. The first start fills it; later starts keep what is there. Its
 * passwords work only in demo data, and it never listens beyond loopback.
 */
export async function demoCommand(args: readonly string[]): Promise<number> {
  noOptions(args);
  const config = readConfig({
    ...process.env,
    PORTAL_LOG: process.env.PORTAL_LOG ?? "warn",
  });
  if (!isLoopback(config.host)) {
    throw new Error(
      `Bản dùng thử chỉ chạy trên máy này (127.0.0.1), không nghe tại ${config.host}. Muốn chạy thật: npm start`,
    );
  }
  const clock = sampleClock();
  const portal = await createPortal(config, clock);
  try {
    const password = await passwordOf(portal, clock);
    const settings = await portal.settings();
    const here = `127.0.0.1:${config.port}`;
    if (settings["site.canonicalHost"] !== here) {
      await portal.act(BY_SYSTEM, changeSettings, {
        "site.canonicalHost": here,
        "site.aliases": [],
        "site.hostConfirmed": true,
      });
    }
    return await runUntilStopped(portal, { loopback: true, reach: "public-and-loopback" }, async ({ address }) => {
      process.stdout.write(`\nBản dùng thử đang chạy: ${address}\n\n${table(password, address)}\n`);
    });
  } catch (error) {
    await portal.close();
    throw error;
  }
}

/** Fills empty data; refuses data that is not a demonstration, or whose filling was cut short. */
async function passwordOf(portal: Portal, clock: SampleClock): Promise<string> {
  const used = await portal.db.selectFrom("evidence").select("seq").limit(1).executeTakeFirst();
  if (!used) {
    process.stdout.write("Đang ghi một năm hoạt động của Trung tâm mẫu, khoảng mười giây…\n");
    return fillDemo(portal, clock);
  }
  const { dataFolder } = portal.config;
  if (!(await portal.settings())["portal.isDemo"]) {
    throw new Error(`Thư mục ${dataFolder} chứa dữ liệu thật. Bản dùng thử không chạy trên dữ liệu thật.`);
  }
  const kept = await portal.db.selectFrom("setting").select("value").where("key", "=", PASSWORD).executeTakeFirst();
  if (kept) return JSON.parse(kept.value) as string;
  throw new Error(`Lần chạy trước dừng khi chưa tạo xong dữ liệu mẫu. Hãy xóa thư mục ${dataFolder} rồi chạy lại.`);
}

/** A year of the centre with so many articles before its last weeks. What is written last, the password, says that nothing is missing. */
export async function fillDemo(portal: Portal, clock: SampleClock, articles = 150): Promise<string> {
  const password = process.env.PORTAL_DEMO_PASSWORD ?? `thu-${newId().slice(0, 10)}`;
  const [first] = [daysFrom(clock.today).at(YEAR_BEGUN, "07:00"), disclosureBegin(clock)].sort();
  clock.set(first!);
  const centre = await fillCentre(portal);
  await giveAccounts(portal, centre, password);
  // Readers leave no act; reports of the past count them.
  await fillTraffic(portal, { now: () => startOfDay(clock.today) });
  // One stream of acts: those of the last weeks are told one by one, the rest of the year by its seed.
  const begin = sampleBegin(clock);
  const media = await keepMedia(portal, centre);
  const life = { seed: 27, articles, from: YEAR_BEGUN, until: 6, today: clock.today };
  const acts = [
    ...storyActs(lifeStories(life), { days: daysFrom(clock.today), centre, media }),
    ...disclosureActs(portal, centre, clock, begin),
    ...pastConsultationActs(portal, centre, clock),
    ...answerActs(portal, centre, clock, YEAR_BEGUN - 5),
    ...sampleChecks(centre, clock, YEAR_BEGUN - 1),
    ...sampleEvents(centre, clock),
    ...sampleQuota(centre, clock, YEAR_BEGUN - 1),
    ...sampleReports(centre, clock, dayOf(first!)),
    ...sampleMatters(centre, clock),
    ...sampleYearlyInspection(centre, clock, YEAR_BEGUN),
    ...sampleInspections(centre, clock),
    ...sampleUpkeep(centre, clock),
    ...sampleAcknowledgements(centre, clock, YEAR_BEGUN),
  ];
  await play(
    portal,
    clock,
    acts.filter(({ at }) => at < begin),
  );
  await fillLibrary(portal, centre, clock);
  await fillArticles(
    portal,
    centre,
    clock,
    acts.filter(({ at }) => at >= begin),
    media,
  );
  await finishDisclosure(portal, centre, clock);
  await fillServices(portal, centre);
  await fillAbout(portal, centre);
  await fillConsultations(portal, centre, clock);
  clock.live();
  await fillEnquiries(portal, centre);
  await fillSharing(portal);
  const [changed_at, value] = [clock.now(), JSON.stringify(password)];
  await portal.database.transact((tx) =>
    tx.insertInto("setting").values({ key: PASSWORD, value, changed_at, changed_by: "system" }).execute(),
  );
  return password;
}

/** One password for all, so it is hashed once. */
async function giveAccounts(portal: Portal, centre: SampleCentre, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await portal.database.transact(async (tx) => {
    for (const [username, { id: person }] of Object.entries(centre.people)) {
      const input = { person, username, passwordHash, mustChange: false, isDemo: true };
      const answer = await actWithin(tx, portal.clock.now(), BY_SYSTEM, createAccountCommand, input);
      if (!answer.ok) throw new Error(`Không tạo được tài khoản mẫu ${username}.`);
    }
  });
}

function table(password: string, address: string): string {
  const rows = SAMPLE_PEOPLE.map(({ username, fullName, hats }) => [
    username,
    fullName,
    [...new Set(hats.map(({ hat }) => hatName(hat)))].join("; "),
  ]);
  const width = (column: number) => Math.max(...rows.map((row) => row[column]!.length));
  const lines = rows.map(
    ([username, fullName, hats]) => `  ${username!.padEnd(width(0))}  ${fullName!.padEnd(width(1))}  ${hats}`,
  );
  return `Đăng nhập tại ${address}/ban-bien-tap, mật khẩu chung: ${password}\n\n${lines.join("\n")}\n`;
}
