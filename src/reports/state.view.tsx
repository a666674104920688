import type { IconName } from "../ui/icon.tsx";
import { Tag } from "../ui/status.tsx";
import { REPORT_STATES, type ReportState } from "./rules.ts";

const LOOKS: Readonly<Record<ReportState, { icon: IconName; tone: "quiet" | "wait" | "back" | "good" }>> = {
  DRAFT: { icon: "edit", tone: "quiet" },
  SUBMITTED: { icon: "stamp", tone: "wait" },
  RETURNED: { icon: "returned", tone: "back" },
  ACCEPTED: { icon: "check-circle", tone: "good" },
};

export function ReportStateTag({ state }: { readonly state: ReportState }) {
  return (
    <Tag icon={LOOKS[state].icon} tone={LOOKS[state].tone}>
      {REPORT_STATES[state]}
    </Tag>
  );
}
