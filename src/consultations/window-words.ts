import type { Instant } from "../kernel/clock.ts";
import { formatDateTime } from "../ui/format.ts";
import type { Phase, Window } from "./call.ts";

/** From when until when opinions are taken, in one sentence. */
export function windowWords({ opensAt, closesAt }: Window, phase: Phase): string {
  const [from, until] = [formatDateTime(opensAt), formatDateTime(closesAt)];
  if (phase === "ahead") return `Nhận ý kiến từ ${from} đến ${until}.`;
  return phase === "open" ? `Nhận ý kiến đến ${until}.` : `Đã nhận ý kiến từ ${from} đến ${until}.`;
}

/** The next moment at which any of these opens or closes; null when nothing changes by itself any more. */
export function nextChange(windows: readonly Window[], now: Instant): Instant | null {
  const ahead = windows.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]).filter((at) => at > now);
  return ahead.sort()[0] ?? null;
}
