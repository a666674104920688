import type { Id } from "../kernel/ids.ts";

const VIOLATIONS = "/ban-bien-tap/vi-pham";
const INCIDENTS = "/ban-bien-tap/vu-viec";

export const VIOLATION_PATHS = {
  violations: VIOLATIONS,
  addViolation: `${VIOLATIONS}/moi`,
  violation: (id: Id) => `${VIOLATIONS}/ho-so/${id}`,
  incidents: INCIDENTS,
  addIncident: `${INCIDENTS}/moi`,
  incident: (id: Id) => `${INCIDENTS}/ho-so/${id}`,
};
