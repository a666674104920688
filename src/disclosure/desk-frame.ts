import type { Refusal } from "../kernel/result.ts";
import type { SummaryItem } from "../ui/feedback.tsx";
import type { Crumb } from "../ui/navigation.tsx";
import { explain } from "../words/refusals.ts";
import { DESK_PATHS } from "./paths.ts";
import type { DISCLOSURE_PERMISSIONS } from "./permissions.ts";

export type Typed = Readonly<Record<string, string>>;
export type ById = { Params: { id: string } };

export const may = (permission: keyof typeof DISCLOSURE_PERMISSIONS) => ({ config: { may: permission } });

export const told = (refusals: readonly Refusal[]): SummaryItem[] => refusals.map((refusal) => explain(refusal));

/** The way to a page of the room, without the page itself. */
export const crumbs = (): Crumb[] => [
  { label: "Bàn làm việc", href: "/ban-bien-tap" },
  { label: "Công khai", href: DESK_PATHS.home },
];
