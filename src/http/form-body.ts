import type { IncomingMessage } from "node:http";
import { parse } from "node:querystring";
import type { MultipartFile, MultipartValue } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { TooLarge } from "./errors.ts";

/** A form as it arrived: text in NFC (law.md §12); a name sent several times has several values. */
export type Fields = Record<string, string | string[]>;

/** More fields than any form of ours has; the rest of a flood is not read. */
const MOST_FIELDS = 2000;

export function parseForm(text: string): Fields {
  const fields: Fields = Object.create(null);
  for (const [name, value] of Object.entries(parse(text, "&", "=", { maxKeys: MOST_FIELDS }))) {
    fields[name] = Array.isArray(value) ? value.map(normal) : normal(value ?? "");
  }
  return fields;
}

/**
 * Reads a form with files. Each file is given to `keep` as a stream, one after the other, and must be read to its end
 * there; what `keep` returns comes back in order. An empty file control is no file.
 *
 * Nothing is read before the form's token was found right, and a text longer than the limit is refused, never cut.
 */
export async function readForm<T>(
  request: FastifyRequest,
  keep: (file: MultipartFile) => Promise<T>,
): Promise<{ fields: Fields; files: T[] }> {
  const fields: Fields = Object.create(null);
  const files: T[] = [];
  for await (const part of request.formParts ?? []) {
    if (part.type === "file") {
      if (part.filename) files.push(await keep({ ...part, filename: normal(part.filename) }));
      else part.file.resume();
      continue;
    }
    if (part.valueTruncated || part.fieldnameTruncated) throw new TooLarge(`The field ${part.fieldname} is too long`);
    addField(fields, part);
  }
  return { fields, files };
}

/**
 * The words of a form with files that was refused, its files only counted. Beyond a limit nothing more is read: what came
 * before is what can be kept.
 */
export async function readWords(request: FastifyRequest): Promise<{ fields: Fields; files: number }> {
  const fields: Fields = Object.create(null);
  let files = 0;
  try {
    for await (const part of request.formParts ?? []) {
      if (part.type === "field") addField(fields, part);
      else if (part.filename) files += 1;
      if (part.type === "file") part.file.on("error", () => {}).resume();
    }
  } catch (error) {
    request.log.debug({ err: error }, "a refused form was not read to its end");
  }
  return { fields, files };
}

/** A browser that is still sending when it is answered shows its own error, not our page. Bounded by the time-outs. */
export function allArrived(raw: IncomingMessage): Promise<void> {
  if (raw.complete || raw.readableEnded || raw.destroyed) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  raw
    .unpipe()
    .once("close", resolve)
    .once("end", resolve)
    .once("error", () => resolve())
    .resume();
  return promise;
}

function addField(fields: Fields, { fieldname, value }: MultipartValue): void {
  const text = normal(typeof value === "string" ? value : JSON.stringify(value));
  const before = fields[fieldname];
  fields[fieldname] = before === undefined ? text : [before, text].flat();
}

/** A zero byte, which nobody types and one of our databases cannot hold, becomes the mark of what could not be read. */
function normal(text: string): string {
  return text.normalize("NFC").replaceAll("\0", "\uFFFD");
}
