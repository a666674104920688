import type { Result } from "../kernel/result.ts";
import type { OutsideProblem } from "../outbound/fetch-outside.ts";

/** What is wrong with where a link leads; "" when nothing is. */
export type LinkFault = "" | "gone" | "broken" | "noHost" | "silent" | "notPublic" | "invalid";

export const LINK_FAULTS: Readonly<Record<Exclude<LinkFault, "">, string>> = {
  gone: "trang đích không còn",
  broken: "máy chủ đích báo lỗi",
  noHost: "không còn máy chủ mang tên này",
  silent: "máy chủ đích không trả lời",
  notPublic: "dẫn vào mạng nội bộ",
  invalid: "địa chỉ viết sai",
};

/** Whoever asks to see a person, asks to wait or takes no such request is there all the same. */
const IS_THERE: readonly number[] = [401, 403, 405, 406, 429, 451];

/** By what the machine of the link answered. */
export function faultOfStatus(status: number): LinkFault {
  if (status < 400 || IS_THERE.includes(status)) return "";
  return status >= 500 ? "broken" : "gone";
}

/** By what became of asking it. An answer too large to be read is an answer. */
export function faultOfAnswer(answer: Result<{ readonly status: number }, OutsideProblem>): LinkFault {
  if (answer.ok) return faultOfStatus(answer.value.status);
  const faults: Readonly<Record<OutsideProblem, LinkFault>> = {
    addressInvalid: "invalid",
    addressUnknown: "noHost",
    addressNotPublic: "notPublic",
    unreachable: "silent",
    certificate: "broken",
    tooSlow: "silent",
    tooLarge: "",
    unreadable: "",
    redirected: "",
  };
  return faults[answer.error];
}
