import { readHref } from "../body/href.ts";
import type { Link, Reading } from "./reading.ts";

/**
 * The address of a link, or null after noting why it is not kept. Only http, https, mailto and tel lead anywhere
 * for a reader; paths, files on the author's disk and script are not carried over (REQ-139).
 */
export function keptHref(address: string, text: string, reading: Reading): string | null {
  const href = readHref(address);
  if (href !== null && !href.startsWith("/")) return href;
  reading.tally.add("unsafeLink", `${text} (${address})`.trim());
  return null;
}

/** The link a field stands for: `HYPERLINK "https://…"`. Null for other fields; without address for links within the file. */
export function linkOfField(instruction: string, reading: Reading): Link | null {
  const link = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))?/i.exec(instruction);
  if (!link) return null;
  const address = link[1] ?? link[2] ?? "";
  if (address !== "") return { href: keptHref(address, "", reading) };
  reading.tally.add("innerLink");
  return { href: null };
}
