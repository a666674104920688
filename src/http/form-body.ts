import { parse } from "node:querystring";
import type { MultipartFile } from "@fastify/multipart";
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
    const value = normal(typeof part.value === "string" ? part.value : JSON.stringify(part.value));
    const before = fields[part.fieldname];
    fields[part.fieldname] = before === undefined ? value : [before, value].flat();
  }
  return { fields, files };
}

function normal(text: string): string {
  return text.normalize("NFC");
}
