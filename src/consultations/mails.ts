import type { Follow } from "../evidence/outbox.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Settings } from "../settings/settings.ts";
import { CONSULTATION_PATHS } from "./paths.ts";

export interface ReceiptTo {
  readonly email: string;
  readonly code: string;
  readonly title: string;
}

/** Tells whoever left an e-mail that the opinion came in, and where its fate can be read. */
export function opinionReceipt(settings: Settings, { email, code, title }: ReceiptTo): Follow[] {
  if (email === "") return [];
  const text = [
    "Kính gửi ông/bà,",
    `${settings["site.shortName"]} đã nhận ý kiến của ông/bà về: ${title}.`,
    `Mã phiếu: ${code}\nXem kết quả tiếp thu, giải trình: ${siteOrigin(settings)}${CONSULTATION_PATHS.receipt(code)}`,
    `${settings["site.shortName"]}\n${settings["site.address"]}\nĐiện thoại: ${settings["site.phone"]}`,
    "Thư gửi tự động, xin không trả lời thư này.",
  ].join("\n\n");
  return [{ kind: "mail", to: email, subject: `Đã nhận ý kiến (mã ${code})`, text }];
}
