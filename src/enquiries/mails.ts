import { type Receiver, slipLetter } from "../intake/letter.ts";
import type { Settings } from "../settings/settings.ts";
import { formatDate } from "../ui/format.ts";
import { ENQUIRIES, ENQUIRY_KINDS, type EnquiryKind } from "./rules.ts";

interface Asker extends Receiver {
  readonly kind: string;
}

const kindWord = (kind: string) => ENQUIRY_KINDS[kind as EnquiryKind].toLowerCase();

/** Tells the sender that it came in, until when it is answered, and how to follow it. */
export const receiptMail = (settings: Settings, to: Asker, due: string) =>
  slipLetter(settings, ENQUIRIES, to, `Đã nhận ${kindWord(to.kind)}`, [
    `${settings["site.shortName"]} đã nhận ${kindWord(to.kind)} của ông/bà và sẽ trả lời trước hết ngày ${formatDate(`${due}T00:00:00Z`)}.`,
  ]);

export const answerMail = (settings: Settings, to: Asker, answer: string) =>
  slipLetter(settings, ENQUIRIES, to, `Trả lời ${kindWord(to.kind)}`, [
    `${settings["site.shortName"]} trả lời ${kindWord(to.kind)} của ông/bà như sau:`,
    answer,
  ]);

export const declineMail = (settings: Settings, to: Asker, reason: string) =>
  slipLetter(settings, ENQUIRIES, to, `Về ${kindWord(to.kind)} đã gửi`, [
    `${settings["site.shortName"]} không trả lời được ${kindWord(to.kind)} của ông/bà vì lý do sau:`,
    reason,
  ]);
