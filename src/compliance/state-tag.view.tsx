import type { IconName } from "../ui/icon.tsx";
import { Tag } from "../ui/status.tsx";
import { CLAUSE_STATES, type ClauseState } from "./standing.ts";

type Tone = "quiet" | "wait" | "good" | "stop" | "work";

const LOOKS: Readonly<Record<ClauseState, { readonly icon: IconName; readonly tone: Tone }>> = {
  met: { icon: "check-circle", tone: "good" },
  soon: { icon: "clock", tone: "wait" },
  late: { icon: "alert", tone: "stop" },
  people: { icon: "person", tone: "quiet" },
  none: { icon: "info", tone: "quiet" },
};

/** How a clause stands: a word, a shape and a colour. */
export function StateTag({ state }: { readonly state: ClauseState }) {
  return <Tag {...LOOKS[state]}>{CLAUSE_STATES[state]}</Tag>;
}
