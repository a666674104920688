import type { By } from "../act.ts";
import { contentFrom } from "../desk/record-fields.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { keepAttachment } from "../media/upload.ts";
import type { Portal } from "../portal.ts";
import { expireEntry } from "../services/commands/expire-entry.ts";
import { saveEntry } from "../services/commands/save-entry.ts";
import { type EntryKind, fieldsOf } from "../services/fields.ts";
import type { SampleCentre } from "./centre.ts";
import { SAMPLE_PROCEDURES, SAMPLE_SERVICES } from "./services-text.ts";

/** Procedures and services of the sample centre, each entered by the head of the unit that owns it. */
export async function fillServices(portal: Portal, centre: SampleCentre): Promise<void> {
  const today = dayOf(portal.clock.now());
  const reviewOn = Temporal.PlainDate.from(today).add({ months: 9 }).toString();
  const heads = new Map(
    Object.values(centre.people)
      .filter(({ hats }) => hats.includes("MEMBER"))
      .map(({ id, unit }) => [unit, { person: id, hat: "MEMBER" } satisfies By]),
  );
  const procedures = new Map<string, Id>();
  const enter = async (kind: EntryKind, code: string, unit: string, values: object, files: string[] = []) => {
    const of = values as Readonly<Record<string, string | readonly string[] | undefined>>;
    const content = contentFrom(fieldsOf(kind), ({ key }) => [of[key] ?? ""].flat().join("\n"));
    const owner = centre.units[unit]!;
    const input = { id: null, kind, code, unit: owner, content, reviewOn, files, publish: true };
    const answer = await portal.act(heads.get(owner)!, saveEntry, input);
    if (!answer.ok) throw new Error(`${code}: ${answer.error.map(({ code: why }) => why).join(", ")}`);
    return answer.value.id;
  };
  for (const { code, unit, form, over, ...values } of SAMPLE_PROCEDURES) {
    const by = heads.get(centre.units[unit]!)!;
    const files = form ? [await keepForm(portal, form, by.person)] : [];
    const id = await enter("procedure", code, unit, values, files);
    procedures.set(code, id);
    if (over) await portal.act(by, expireEntry, { id, on: today, reason: over });
  }
  for (const { code, unit, procedure, ...values } of SAMPLE_SERVICES) {
    await enter("service", code, unit, { ...values, procedure: procedures.get(procedure ?? "") });
  }
}

/** A blank form as a text file: what is sent to the portal passes the same checks as any upload. */
async function keepForm(portal: Portal, { name, text }: { name: string; text: string }, by: Id): Promise<string> {
  const kept = await keepAttachment(portal, { bytes: new TextEncoder().encode(text), name, by });
  if (!kept.ok) throw new Error(kept.error.message);
  return kept.value.file;
}
