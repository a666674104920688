import type { FastifyRequest } from "fastify";
import { TooLarge } from "../http/errors.ts";
import { type Fields, readForm } from "../http/form-body.ts";
import { one } from "../http/form-state.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { keepAttachment } from "../media/upload.ts";
import type { Portal } from "../portal.ts";
import type { SummaryItem } from "../ui/feedback.tsx";
import { explain } from "../words/refusals.ts";
import type { KeptFile } from "./record-form.view.tsx";

/** A record's form as it is shown: everything typed, every reason beside its control. */
export interface RecordState {
  readonly typed: Readonly<Record<string, string>>;
  readonly files: readonly KeptFile[];
  readonly items: readonly SummaryItem[];
  readonly errors: Readonly<Record<string, string>>;
}

/** A form nobody has typed in yet. */
export const EMPTY_RECORD: RecordState = { typed: {}, files: [], items: [], errors: {} };

/** The words of refusals, and beside which control each stands: the one it names, or the one `controls` says. */
export function explained(
  refusals: readonly Refusal[],
  controls: Readonly<Record<string, string>>,
): Pick<RecordState, "items" | "errors"> {
  const told = refusals.map((refusal) => {
    const control = refusal.detail?.name ?? controls[refusal.code];
    return { control, ...explain(refusal) };
  });
  return {
    items: told.map(({ control, text, clause, remedy }) => ({
      text,
      clause,
      remedy,
      ...(control ? { href: `#${control}` } : {}),
    })),
    errors: Object.fromEntries(told.flatMap(({ control, text }) => (control ? [[control, text]] : []))),
  };
}

/** What a sent record's form holds. Files are received as they come; why one was not is said in `fileErrors`. */
export interface SentRecord {
  readonly fields: Fields;
  readonly value: (name: string) => string;
  /** Hashes received now, by the name of their control. */
  readonly received: ReadonlyMap<string, readonly string[]>;
  readonly fileErrors: readonly string[];
}

/** Reads a record's form, with or without files. */
export async function readRecord(portal: Portal, request: FastifyRequest, by: Id): Promise<SentRecord> {
  const received = new Map<string, string[]>();
  const fileErrors: string[] = [];
  const read = async () => {
    const { fields } = await readForm(request, async ({ file, filename, fieldname }) => {
      const chunks: Buffer[] = [];
      for await (const chunk of file) chunks.push(chunk as Buffer);
      if (file.truncated) throw new TooLarge(`The file ${filename} is too large`);
      const kept = await keepAttachment(portal, { bytes: Buffer.concat(chunks), name: filename, by });
      if (kept.ok) received.set(fieldname, [...(received.get(fieldname) ?? []), kept.value.file]);
      else fileErrors.push(`${filename}: ${kept.error.message}`);
    });
    return fields;
  };
  const fields = request.isMultipart() ? await read() : ((request.body ?? {}) as Fields);
  return { fields, value: (name) => one(fields, name), received, fileErrors };
}
