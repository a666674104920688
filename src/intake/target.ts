/** What an address typed into the form leads to, as far as it can be told from its words alone. */
export type Target =
  | { readonly kind: "article"; readonly path: string; readonly slug: string }
  | { readonly kind: "answer"; readonly path: string; readonly number: number }
  | { readonly kind: "disclosure" | "elsewhere" | "otherPage" | "none" };

/** REQ-074: what stands under this path is never taken down. */
const DISCLOSURE_PATH = "/cong-khai";

/**
 * Reads the address of what should be taken down: a path, or a whole address under one of the portal's own hosts.
 * Another site's address is `elsewhere`; a disclosure is told by its path alone, however it is written.
 */
export function readTarget(typed: string, hosts: readonly string[]): Target {
  const text = typed.trim();
  if (text === "" || text.length > 2_000) return { kind: "none" };
  const url = parse(text);
  if (!url) return { kind: "none" };
  if (url.host !== "here" && !hosts.includes(url.host)) return { kind: "elsewhere" };
  const path = decoded(url.pathname)
    .replace(/\/+/g, "/")
    .replace(/(?<=.)\/$/, "")
    .normalize("NFC");
  const lower = path.toLowerCase();
  if (lower === DISCLOSURE_PATH || lower.startsWith(`${DISCLOSURE_PATH}/`)) return { kind: "disclosure" };
  const slug = /^\/bai-viet\/([a-z0-9-]{1,200})$/.exec(lower)?.[1];
  if (slug) return { kind: "article", path: lower, slug };
  const number = /^\/hoi-dap\/([1-9]\d{0,8})$/.exec(lower)?.[1];
  if (number) return { kind: "answer", path: lower, number: Number(number) };
  return { kind: "otherPage" };
}

/** As browsers read it: `//host` and `/\host` lead away; an address without its scheme is one of the web. */
function parse(text: string): URL | null {
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text);
  try {
    const url = new URL(hasScheme || /^[/\\]/.test(text) ? text : `https://${text}`, "https://here");
    return url.protocol === "https:" || url.protocol === "http:" ? url : null;
  } catch {
    return null;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
