import { movePage } from "../about/commands/move-page.ts";
import { type SavePage, savePage } from "../about/commands/save-page.ts";
import { setContact } from "../about/commands/set-contact.ts";
import { pageFields } from "../about/fields.ts";
import type { By } from "../act.ts";
import { contentFrom } from "../desk/record-fields.ts";
import { dayOf } from "../kernel/clock.ts";
import { keepAttachment } from "../media/upload.ts";
import type { Portal } from "../portal.ts";
import { SAMPLE_ADMISSIONS, SAMPLE_PAGES, SAMPLE_PEOPLE_CONTACTS, SAMPLE_UNIT_CONTACTS } from "./about-text.ts";
import type { SampleCentre } from "./centre.ts";
import { daysFrom } from "./days.ts";

/** Pages, admissions and contacts of the sample centre, each along its whole road: head, then the standing deputy. */
export async function fillAbout(portal: Portal, centre: SampleCentre): Promise<void> {
  const approver: By = { person: centre.people.thuongtruc!.id, hat: "STANDING_DEPUTY" };
  const headOf = (code: string): By => {
    const unit = centre.units[code]!;
    const head = Object.values(centre.people).find((one) => one.hats.includes("MEMBER") && one.unit === unit);
    return { person: head!.id, hat: "MEMBER" };
  };
  const publish = async (by: By, input: SavePage) => {
    const saved = done(await portal.act(by, savePage, input));
    const step = { id: saved.page, version: saved.version, reason: "" };
    done(await portal.act(by, movePage, { ...step, act: "submit" }));
    done(await portal.act(approver, movePage, { ...step, act: "approve" }));
  };
  for (const { slug, ...page } of SAMPLE_PAGES) {
    const content = contentFrom(pageFields("text"), ({ key }) => page[key as keyof typeof page] ?? "");
    const unit = centre.units["to-chuc-hanh-chinh"]!;
    await publish(headOf("to-chuc-hanh-chinh"), { id: null, kind: "text", slug, unit, content, files: [] });
  }
  const days = daysFrom(dayOf(portal.clock.now()));
  for (const { unit, result, ...admission } of SAMPLE_ADMISSIONS(days)) {
    const by = headOf(unit);
    const content = contentFrom(pageFields("admission"), ({ key }) =>
      [(admission as Readonly<Record<string, string | readonly string[]>>)[key] ?? ""].flat().join("\n"),
    );
    const files = result ? [{ hash: await keepResult(portal, result, by), role: "result" as const }] : [];
    await publish(by, { id: null, kind: "admission", slug: null, unit: centre.units[unit]!, content, files });
  }
  await fillContacts(portal, centre);
}

async function fillContacts(portal: Portal, centre: SampleCentre): Promise<void> {
  const by: By = { person: centre.people.quantri!.id, hat: "ADMIN" };
  for (const { unit, ...contact } of SAMPLE_UNIT_CONTACTS) {
    const input = { subject: "unit", id: centre.units[unit]!, task: "", isShown: true, ...contact } as const;
    done(await portal.act(by, setContact, input));
  }
  for (const { username, ...contact } of SAMPLE_PEOPLE_CONTACTS) {
    const input = { subject: "person", id: centre.people[username]!.id, place: "", isShown: true, ...contact } as const;
    done(await portal.act(by, setContact, input));
  }
}

async function keepResult(portal: Portal, { name, text }: { name: string; text: string }, by: By): Promise<string> {
  return done(await keepAttachment(portal, { bytes: new TextEncoder().encode(text), name, by: by.person })).file;
}

/** The sample obeys the rules; when it does not, the sample is wrong. */
function done<T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (answer.ok) return answer.value;
  throw new Error(JSON.stringify(answer.error));
}
