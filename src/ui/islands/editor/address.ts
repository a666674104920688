import { readHref } from "../../../newsroom/body/href.ts";

/** Where a link may lead: to a page, an e-mail address or a telephone, and nowhere else. */
export type Address = { readonly ok: true; readonly href: string } | { readonly ok: false; readonly message: string };

const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;

/**
 * Reads an address as people type it: `haiphong.edu.vn/tin` gets its `https://`, an e-mail address its `mailto:`,
 * a telephone number its `tel:`; a path of this site stays as it is. What the server would refuse
 * (`javascript:`, `data:` and every other kind) is refused here with a sentence.
 */
export function readAddress(typed: string): Address {
  const text = typed.trim();
  if (text === "") return { ok: false, message: "Hãy nhập địa chỉ cần dẫn tới." };
  const href = readHref(withScheme(text));
  if (href === null) {
    return {
      ok: false,
      message: "Chỉ nhận địa chỉ trang (https://, http://), thư điện tử (mailto:) hoặc số điện thoại (tel:).",
    };
  }
  if (/^https?:/i.test(href) && !new URL(href).hostname.includes(".")) {
    return { ok: false, message: "Địa chỉ này chưa đủ. Ví dụ: https://gdtxhaiphong.edu.vn" };
  }
  return { ok: true, href };
}

function withScheme(text: string): string {
  if (text.startsWith("/") || text.startsWith("tel:") || SCHEME.test(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  if (/^\+?[\d .()-]{8,}$/.test(text)) return `tel:${text.replace(/[^\d+]/g, "")}`;
  return `https://${text}`;
}
