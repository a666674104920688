/** The encodings a stored page exists in. */
export type Encoding = "identity" | "gzip" | "br";

/**
 * The encoding to answer with, from `Accept-Encoding`: Brotli where the browser takes it, else gzip, else none.
 * A weight of zero refuses an encoding; other weights do not outrank ours, since Brotli is the smallest for all.
 */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (accept === undefined) return "identity";
  const taken = new Map<string, boolean>();
  for (const part of accept.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    taken.set(name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  }
  const takes = (name: string) => taken.get(name) ?? taken.get("*") ?? false;
  return takes("br") ? "br" : takes("gzip") || taken.get("x-gzip") === true ? "gzip" : "identity";
}

/** Whether `If-None-Match` names this version. A proxy may have weakened the tag (`W/`): it still names the same text. */
export function namesVersion(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch === "*") return true;
  return ifNoneMatch.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === etag);
}
