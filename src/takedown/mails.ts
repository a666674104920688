import { type Receiver, slipLetter } from "../intake/letter.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Settings } from "../settings/settings.ts";
import { formatDate } from "../ui/format.ts";
import { TAKEDOWNS } from "./rules.ts";

interface Requester extends Receiver {
  /** Path of what it is about. */
  readonly path: string;
}

const about = (settings: Settings, { path }: Requester) => `Nội dung: ${siteOrigin(settings)}${path}`;

export const requestMail = (settings: Settings, to: Requester, due: string) =>
  slipLetter(settings, TAKEDOWNS, to, "Đã nhận yêu cầu gỡ bỏ", [
    `${settings["site.shortName"]} đã nhận yêu cầu gỡ bỏ thông tin của ông/bà và sẽ trả lời trước hết ngày ${formatDate(`${due}T00:00:00Z`)}. Trưởng Ban biên tập xem xét và quyết định.`,
    about(settings, to),
  ]);

export const requestAnswerMail = (settings: Settings, to: Requester, isAccepted: boolean, answer: string) =>
  slipLetter(settings, TAKEDOWNS, to, "Trả lời yêu cầu gỡ bỏ", [
    `${settings["site.shortName"]} trả lời: ${isAccepted ? "Nội dung đã được gỡ khỏi Cổng." : "Trưởng Ban biên tập không chấp nhận yêu cầu."}`,
    answer,
    about(settings, to),
  ]);
