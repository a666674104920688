import type { Follow } from "../evidence/outbox.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Settings } from "../settings/settings.ts";
import { formatDate } from "../ui/format.ts";
import { ENQUIRY_PATHS } from "./paths.ts";
import { ENQUIRY_KINDS, type EnquiryKind } from "./rules.ts";

interface Receiver {
  readonly name: string;
  readonly email: string;
  readonly code: string;
  readonly kind: string;
}

const kindWord = (kind: string) => ENQUIRY_KINDS[kind as EnquiryKind].toLowerCase();

function letter(settings: Settings, to: Receiver, subject: string, lines: readonly string[]): Follow[] {
  if (to.email === "") return [];
  const link = `${siteOrigin(settings)}${ENQUIRY_PATHS.receipt(to.code)}`;
  const text = [
    `Kính gửi ông/bà ${to.name},`,
    ...lines,
    `Mã tra cứu: ${to.code}\nTình trạng: ${link}`,
    `${settings["site.shortName"]}\n${settings["site.address"]}\nĐiện thoại: ${settings["site.phone"]}`,
    "Thư gửi tự động, xin không trả lời thư này.",
  ].join("\n\n");
  return [{ kind: "mail", to: to.email, subject: `${subject} (mã ${to.code})`, text }];
}

/** Tells the sender that it came in, until when it is answered, and how to follow it. */
export function receiptMail(settings: Settings, to: Receiver, due: string): Follow[] {
  return letter(settings, to, `Đã nhận ${kindWord(to.kind)}`, [
    `${settings["site.shortName"]} đã nhận ${kindWord(to.kind)} của ông/bà và sẽ trả lời trước hết ngày ${formatDate(`${due}T00:00:00Z`)}.`,
  ]);
}

export function answerMail(settings: Settings, to: Receiver, answer: string): Follow[] {
  return letter(settings, to, `Trả lời ${kindWord(to.kind)}`, [
    `${settings["site.shortName"]} trả lời ${kindWord(to.kind)} của ông/bà như sau:`,
    answer,
  ]);
}

export function declineMail(settings: Settings, to: Receiver, reason: string): Follow[] {
  return letter(settings, to, `Về ${kindWord(to.kind)} đã gửi`, [
    `${settings["site.shortName"]} không trả lời được ${kindWord(to.kind)} của ông/bà vì lý do sau:`,
    reason,
  ]);
}
