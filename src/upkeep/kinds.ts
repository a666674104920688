/** What a portal runs on (Đ4.k4, Đ12.k4), with the clause it is kept for. */
export const ASSET_KINDS = {
  domain: { name: "Tên miền", clause: "Đ4.k4", mustExpire: true, supplier: "Nhà đăng ký" },
  certificate: { name: "Chứng thư bảo mật (https)", clause: "Đ4.k4", mustExpire: true, supplier: "Nơi cấp" },
  hardware: { name: "Máy tính, thiết bị", clause: "Đ12.k4", mustExpire: false, supplier: "Nhà cung cấp" },
  network: { name: "Mạng, đường truyền", clause: "Đ12.k4", mustExpire: false, supplier: "Nhà cung cấp" },
  database: { name: "Cơ sở dữ liệu, lưu trữ", clause: "Đ12.k4", mustExpire: false, supplier: "Nhà cung cấp" },
  software: { name: "Phần mềm hỗ trợ", clause: "Đ12.k4", mustExpire: false, supplier: "Nhà cung cấp" },
  licence: { name: "Bản quyền, thuê bao", clause: "Đ12.k4", mustExpire: true, supplier: "Nhà cung cấp" },
} as const satisfies Record<string, AssetKindWords>;

interface AssetKindWords {
  readonly name: string;
  readonly clause: string;
  /** Refused without the day it ends (REQ-023). */
  readonly mustExpire: boolean;
  /** What the office it comes from is called. */
  readonly supplier: string;
}

export type AssetKind = keyof typeof ASSET_KINDS;

export const isAssetKind = (text: string): text is AssetKind => Object.hasOwn(ASSET_KINDS, text);
