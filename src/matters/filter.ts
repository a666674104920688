import { one } from "../http/form-state.ts";
import { MATTER_KINDS, MATTER_STATE_NAMES, type MatterKindName } from "../regulation/matter-kinds.ts";
import { MATTER_SIDES, type MatterFilter, type MatterSide } from "./matters.queries.ts";

/** The filter of an address; what it does not know says nothing. */
export function readMatterFilter(query: unknown): MatterFilter {
  const side = one(query, "ai");
  const kind = one(query, "loai");
  const state = one(query, "tinh-trang");
  const isKind = Object.hasOwn(MATTER_KINDS, kind);
  const states: readonly string[] = ["mo", "xong", ...MATTER_STATE_NAMES];
  return {
    side: (MATTER_SIDES as readonly string[]).includes(side) ? (side as MatterSide) : "can-toi",
    kind: isKind ? (kind as MatterKindName) : "",
    state: states.includes(state) ? (state as MatterFilter["state"]) : "",
    onlyLate: one(query, "qua-han") === "co",
  };
}

/** The address of a page of the filtered list. */
export function matterHref(path: string, { side, kind, state, onlyLate }: MatterFilter, page = 1): string {
  const query = new URLSearchParams();
  if (side !== "can-toi") query.set("ai", side);
  if (kind) query.set("loai", kind);
  if (state) query.set("tinh-trang", state);
  if (onlyLate) query.set("qua-han", "co");
  if (page > 1) query.set("trang", String(page));
  const search = query.toString();
  return search === "" ? path : `${path}?${search}`;
}
