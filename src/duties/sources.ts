import type { DutySource } from "./duty.ts";

/** Every duty of the portal, room by room. */
export const DUTY_SOURCES: readonly DutySource[] = [];
