import type { Day } from "../kernel/clock.ts";
import type { Settings } from "../settings/settings.ts";
import type { Db } from "../storage/database.ts";
import type { PublicState } from "./checklist.ts";
import { livePages } from "./pages.queries.ts";
import { isPersonalMail } from "./rules.ts";
import { structureOn } from "./structure.queries.ts";

/** What the public finds on the portal on a day, for the TT 37 checklist. */
export async function publicState(db: Db, settings: Settings, day: Day): Promise<PublicState> {
  const { units, leaders } = await structureOn(db, day);
  const procedures = await db
    .selectFrom("catalogue_entry")
    .select((is) => ["kind", is.fn.countAll<number>().as("total")])
    .where("status", "=", "PUBLIC")
    .where("expired_on", "is", null)
    .groupBy("kind")
    .execute();
  const inCatalogue = (kind: string) => Number(procedures.find((row) => row.kind === kind)?.total ?? 0);
  const articles = await db
    .selectFrom("published_article")
    .select((is) => is.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const documents = await db
    .selectFrom("document")
    .select((is) => is.fn.countAll<number>().as("total"))
    .where("state", "=", "PUBLIC")
    .executeTakeFirstOrThrow();
  const disclosures = await db
    .selectFrom("disclosure_entry")
    .select((is) => is.fn.countAll<number>().as("total"))
    .where("published_at", "is not", null)
    .executeTakeFirstOrThrow();
  const consultations = await db
    .selectFrom("consultation_text")
    .select((is) => is.fn.countAll<number>().as("total"))
    .where("part", "=", "call")
    .where("live_version", "is not", null)
    .executeTakeFirstOrThrow();
  const email = settings["site.email"];
  return {
    livePages: new Set((await livePages(db, "text")).map(({ slug }) => slug)),
    units: units.length,
    unitsWithoutDuties: units.filter(({ duties }) => duties.trim() === "").map(({ name }) => name),
    leaders: leaders.length,
    leadersWithoutContact: leaders
      .filter(({ position, contact: { phone, email: mail, task } }) => !position || !phone || !mail || !task)
      .map(({ name }) => name),
    hasAddress: settings["site.address"] !== "",
    hasPhone: settings["site.phone"] !== "",
    email,
    isPersonalMail: isPersonalMail(email),
    articles: Number(articles.total),
    documents: Number(documents.total),
    disclosures: Number(disclosures.total),
    consultations: Number(consultations.total),
    admissions: (await livePages(db, "admission")).length,
    procedures: inCatalogue("procedure"),
    services: inCatalogue("service"),
  };
}
