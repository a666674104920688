import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import type { Asset } from "./assets.queries.ts";
import { ASSET_KINDS } from "./kinds.ts";

const COLUMNS: readonly SheetColumn<Asset>[] = [
  { label: "Loại", value: ({ content }) => ASSET_KINDS[content.kind].name },
  { label: "Tên", value: ({ content }) => content.name },
  { label: "Chi tiết", value: ({ content }) => content.detail },
  { label: "Người phụ trách", value: ({ ownerName }) => ownerName },
  { label: "Nơi đăng ký, nơi cấp, nhà cung cấp", value: ({ content }) => content.supplier },
  { label: "Liên hệ", value: ({ content }) => content.contact },
  { label: "Hết hạn", kind: "day", value: ({ content }) => content.expiresOn },
  { label: "Thôi dùng", kind: "time", value: ({ retiredAt }) => retiredAt },
  { label: "Lý do thôi dùng", value: ({ retiredReason }) => retiredReason },
];

/** The register as a sheet (REQ-068). */
export const assetSheet = (assets: readonly Asset[]): Sheet => sheetOf("tai-san", "Tài sản, tên miền", COLUMNS, assets);
