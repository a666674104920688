import type { Actor } from "../../board/actor.ts";
import type { Refusal } from "../../kernel/result.ts";

/** Đ7.k3: accounts and passwords are the technical contact's; the clocks and the first set-up act as the system. */
export function refuseUnlessKeeper(by: Actor): Refusal[] {
  return by.hat === "ADMIN" || by.hat === "SYSTEM" ? [] : [{ code: "notThisHat", clause: "Đ7.k3" }];
}
