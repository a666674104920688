import type { FastifyRequest } from "fastify";
import { TooLarge } from "../../http/errors.ts";
import { type Fields, readForm } from "../../http/form-body.ts";

export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first file of a form and its other fields. A file beyond the route's limit is refused, never cut. */
export async function receiveFile(request: FastifyRequest): Promise<{ file: ReceivedFile | null; fields: Fields }> {
  const { fields, files } = await readForm(request, async ({ file, filename }) => {
    const chunks: Buffer[] = [];
    for await (const chunk of file) chunks.push(chunk as Buffer);
    if (file.truncated) throw new TooLarge(`The file ${filename} is too large`);
    return { name: filename, bytes: Buffer.concat(chunks) };
  });
  return { file: files[0] ?? null, fields };
}
