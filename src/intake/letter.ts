import type { Follow } from "../evidence/outbox.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Settings } from "../settings/settings.ts";
import type { SlipRoom } from "./slips.ts";

/** Whom a letter goes to, and the receipt it is about. */
export interface Receiver {
  readonly name: string;
  readonly email: string;
  readonly code: string;
}

/** A letter to whoever sent a slip, with its receipt; none to who left only a telephone number. */
export function slipLetter(
  settings: Settings,
  room: SlipRoom,
  to: Receiver,
  subject: string,
  lines: readonly string[],
): Follow[] {
  if (to.email === "") return [];
  const text = [
    `Kính gửi ông/bà ${to.name},`,
    ...lines,
    `Mã tra cứu: ${to.code}\nTình trạng: ${siteOrigin(settings)}${room.paths.receipt(to.code)}`,
    `${settings["site.shortName"]}\n${settings["site.address"]}\nĐiện thoại: ${settings["site.phone"]}`,
    "Thư gửi tự động, xin không trả lời thư này.",
  ].join("\n\n");
  return [{ kind: "mail", to: to.email, subject: `${subject} (mã ${to.code})`, text }];
}

/** Tells the sender by which article the centre answered before everybody (REQ-020). */
export const correctionMail = (
  settings: Settings,
  room: SlipRoom,
  to: Receiver,
  { title, path }: { readonly title: string; readonly path: string },
): Follow[] =>
  slipLetter(settings, room, to, "Bài phản hồi, đính chính", [
    `${settings["site.shortName"]} đã đăng bài phản hồi, đính chính về nội dung ông/bà gửi:`,
    `${title}\n${siteOrigin(settings)}${path}`,
  ]);
