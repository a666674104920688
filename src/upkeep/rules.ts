import { isDay } from "../board/rules.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { ActingHat } from "../regulation/hats.ts";
import { ASSET_KINDS, type AssetKind } from "./kinds.ts";

/** What is known of something the portal runs on. */
export interface AssetContent {
  readonly kind: AssetKind;
  /** "ttgdtxhaiphong.haiphong.edu.vn", "Máy chủ web Dell R350" */
  readonly name: string;
  /** Number, serial, place, capacity: what tells it from others. */
  readonly detail: string;
  readonly owner: Id;
  /** Registrar, issuer or seller, and how to reach it. */
  readonly supplier: string;
  readonly contact: string;
  /** "" where it does not end. */
  readonly expiresOn: Day | "";
}

export interface AssetFacts {
  readonly isKnown: boolean;
  readonly isRetired: boolean;
  readonly version: number;
  readonly hasOwner: boolean;
}

export type AssetCode =
  | "assetUnknown"
  | "assetRetired"
  | "assetChanged"
  | "assetNameMissing"
  | "assetOwnerMissing"
  | "assetSupplierMissing"
  | "assetExpiryMissing"
  | "assetDayInvalid"
  | "assetReasonMissing";

/** Why it cannot be entered or changed as said; empty when it can. */
export function saveRefusals(
  content: AssetContent,
  { isKnown, isRetired, version, hasOwner }: AssetFacts,
  seen: number,
  hat: ActingHat,
): Refusal[] {
  const { clause, mustExpire } = ASSET_KINDS[content.kind];
  if (hat !== "ADMIN") return [{ code: "notThisHat", clause }];
  if (!isKnown) return [{ code: "assetUnknown", clause }];
  if (isRetired) return [{ code: "assetRetired", clause }];
  if (version !== seen) return [{ code: "assetChanged", clause }];
  const refusals: Refusal[] = [];
  const refuse = (code: AssetCode) => refusals.push({ code, clause });
  if (content.name === "") refuse("assetNameMissing");
  if (!hasOwner) refuse("assetOwnerMissing");
  if (mustExpire && content.supplier === "") refuse("assetSupplierMissing");
  if (content.expiresOn === "" && mustExpire) refuse("assetExpiryMissing");
  if (content.expiresOn !== "" && !isDay(content.expiresOn)) refuse("assetDayInvalid");
  return refusals;
}

/** Why it cannot be said to be no longer used; empty when it can. */
export function retireRefusals(
  facts: Omit<AssetFacts, "version" | "hasOwner">,
  reason: string,
  hat: ActingHat,
): Refusal[] {
  const clause = "Đ12.k4";
  if (hat !== "ADMIN") return [{ code: "notThisHat", clause }];
  if (!facts.isKnown) return [{ code: "assetUnknown", clause }];
  if (facts.isRetired) return [{ code: "assetRetired", clause }];
  return reason === "" ? [{ code: "assetReasonMissing", clause }] : [];
}
