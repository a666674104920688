import { addDays, type Day, dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Settings } from "../settings/settings.ts";

/** The one address of the section (REQ-075): official host, fixed path. */
export const disclosureAddress = (settings: Settings): string => `${siteOrigin(settings)}/cong-khai`;

export interface SentNotice {
  readonly address: string;
  readonly sentOn: Day;
  readonly documentNumber: string;
  readonly note: string;
  readonly recordedBy: Id;
  readonly recordedAt: string;
}

/** Báo Sở: open from the day of the change until a notice with day and number names the present address. */
export interface AddressTask {
  readonly address: string;
  /** Day since which the address is what it is. */
  readonly since: Day;
  readonly due: Day;
  readonly isLate: boolean;
}

/**
 * The open task, or null. It is not written anywhere, so nobody can forget or delete it: it follows from the log of
 * changes of the address and from the notices. Đ13.k1.c.g4, A-09: within the days of the setting, calendar days.
 */
export function openAddressTask(
  facts: { readonly address: string; readonly changedAt: string; readonly days: number },
  notices: readonly SentNotice[],
  today: Day,
): AddressTask | null {
  const { address, changedAt, days } = facts;
  const since = dayOf(changedAt);
  const told = notices.some((notice) => notice.address === address && notice.recordedAt >= changedAt);
  if (told) return null;
  const due = addDays(since, days);
  return { address, since, due, isLate: today > due };
}
