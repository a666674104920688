import type { Follow } from "../evidence/outbox.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Settings } from "../settings/settings.ts";
import { formatDate } from "../ui/format.ts";

import { TAKEDOWN_PATHS } from "./paths.ts";

interface Receiver {
  readonly name: string;
  readonly email: string;
  readonly code: string;
  /** Path of what it is about. */
  readonly path: string;
}

function letter(settings: Settings, to: Receiver, subject: string, lines: readonly string[]): Follow[] {
  if (to.email === "") return [];
  const origin = siteOrigin(settings);
  const text = [
    `Kính gửi ông/bà ${to.name},`,
    ...lines,
    `Nội dung: ${origin}${to.path}\nMã tra cứu: ${to.code}\nTình trạng: ${origin}${TAKEDOWN_PATHS.receipt(to.code)}`,
    `${settings["site.shortName"]}\n${settings["site.address"]}\nĐiện thoại: ${settings["site.phone"]}`,
    "Thư gửi tự động, xin không trả lời thư này.",
  ].join("\n\n");
  return [{ kind: "mail", to: to.email, subject: `${subject} (mã ${to.code})`, text }];
}

export function requestMail(settings: Settings, to: Receiver, due: string): Follow[] {
  return letter(settings, to, "Đã nhận yêu cầu gỡ bỏ", [
    `${settings["site.shortName"]} đã nhận yêu cầu gỡ bỏ thông tin của ông/bà và sẽ trả lời trước hết ngày ${formatDate(`${due}T00:00:00Z`)}. Trưởng Ban biên tập xem xét và quyết định.`,
  ]);
}

export function requestAnswerMail(settings: Settings, to: Receiver, isAccepted: boolean, answer: string): Follow[] {
  const outcome = isAccepted ? "Nội dung đã được gỡ khỏi Cổng." : "Trưởng Ban biên tập không chấp nhận yêu cầu.";
  return letter(settings, to, "Trả lời yêu cầu gỡ bỏ", [`${settings["site.shortName"]} trả lời: ${outcome}`, answer]);
}
