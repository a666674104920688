import type { FastifyRequest } from "fastify";
import { readForm } from "../http/form-body.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Refusal } from "../kernel/result.ts";
import { receiveAttachment } from "../media/attachments.ts";
import type { FileStore } from "../storage/files.ts";
import type { IntakeFile } from "./files.ts";
import { readStamp } from "./stamp.ts";

const MOST_FILES = 3;
const FILE_BYTES = 10 * 1024 * 1024;

/** For the route's config: a file beyond our own limit is still read to its end, so that the words come back. */
export const INTAKE_UPLOAD = { fileSize: 3 * FILE_BYTES, files: MOST_FILES + 3 };

/** A field people do not see; whoever fills it is a program. */
export const TRAP_FIELD = "trang-web";
export const STAMP_FIELD = "mo-luc";

export interface SentForm {
  readonly fields: unknown;
  readonly files: readonly ReadyFile[];
  /** What the form itself says against it: filled by a program, files that are not taken. */
  readonly refusals: readonly Refusal[];
}

interface ReadyFile extends Omit<IntakeFile, "hash"> {
  readonly bytes: Uint8Array;
}

/** Reads a form of the public with its files; everything wrong comes back at once, and nothing is kept yet. */
export async function readSentForm(request: FastifyRequest, secret: string, now: Instant): Promise<SentForm> {
  const { fields, files: sent } = await readForm(request, async ({ file, filename }) => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of file) {
      size += (chunk as Buffer).length;
      if (size <= FILE_BYTES) chunks.push(chunk as Buffer);
    }
    return { name: filename, bytes: size <= FILE_BYTES ? Buffer.concat(chunks) : null };
  });
  const refusals = [...programRefusals(fields, secret, now)];
  if (sent.length > MOST_FILES) refusals.push({ code: "tooManyFiles", clause: "Đ6.k2" });
  const files: ReadyFile[] = [];
  for (const { name, bytes } of sent.slice(0, MOST_FILES)) {
    if (bytes === null) {
      refusals.push(fileRefused(name, "Tệp nặng hơn 10 MB. Xin giảm dung lượng rồi chọn lại."));
      continue;
    }
    const judged = await receiveAttachment(bytes, name);
    if (judged.ok) files.push(judged.value);
    else refusals.push(fileRefused(name, judged.error.message));
  }
  return { fields, files, refusals };
}

const fileRefused = (name: string, why: string): Refusal => ({
  code: "fileRefused",
  clause: "Đ6.k2",
  detail: { name: name.slice(0, 80), why },
});

function programRefusals(fields: Readonly<Record<string, string | string[]>>, secret: string, now: Instant): Refusal[] {
  if ([fields[TRAP_FIELD] ?? ""].flat().join("") !== "") return [{ code: "trapFilled", clause: "Đ17.k3" }];
  const verdict = readStamp(secret, [fields[STAMP_FIELD] ?? ""].flat()[0] ?? "", now);
  if (verdict === "good") return [];
  return [{ code: verdict === "tooFast" ? "filledTooFast" : "formTooOld", clause: "Đ17.k3" }];
}

/** Puts the bytes of accepted files into the store, under the names the records will hold. */
export async function storeFiles(store: FileStore, files: readonly ReadyFile[]): Promise<IntakeFile[]> {
  const kept: IntakeFile[] = [];
  for (const { bytes, name, originalName, mime, size } of files) {
    kept.push({ hash: await store.put(bytes), name, originalName, mime, size });
  }
  // The same file chosen twice is one file.
  return [...new Map(kept.map((file) => [file.hash, file])).values()];
}
