import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { termUntil } from "../duties/rhythm.ts";
import { expiriesOf, readAssets } from "./assets.queries.ts";
import { ASSET_KINDS } from "./kinds.ts";
import { assetPath } from "./paths.ts";

/** Days before the end at which whoever answers for it is reminded (REQ-023). */
const REMIND_DAYS = [60, 30, 7] as const;

const duty = (key: string, clause: string, name: string): Duty => ({
  key,
  clause,
  name,
  hat: "ADMIN",
  when: "Trước ngày hết hạn ghi trong sổ",
  closedBy: "Ghi ngày hết hạn mới, hoặc ghi là thôi dùng",
  remindHours: REMIND_DAYS.map((days) => days * 24),
  escalateTo: "CHIEF",
});

/** Đ4.k4: an address that lapses takes the portal with it. */
const ADDRESS = duty("address-renewal", "Đ4.k4", "Gia hạn tên miền, chứng thư");
/** Đ12.k4 */
const SUPPORT = duty("asset-renewal", "Đ12.k4", "Gia hạn bản quyền, bảo hành, thuê bao");

export const UPKEEP_DUTIES: DutySource = {
  duties: [ADDRESS, SUPPORT],
  async items({ db, from, to }) {
    const assets = await readAssets(db);
    return assets.flatMap((asset) =>
      expiriesOf(asset)
        .filter(({ on }) => on >= from && on <= to)
        .map(
          ({ on, doneAt }): DutyItem => ({
            duty: ASSET_KINDS[asset.content.kind].clause === ADDRESS.clause ? ADDRESS.key : SUPPORT.key,
            term: termUntil(on, REMIND_DAYS[0]),
            subject: asset.id,
            about: asset.content.name,
            unit: null,
            people: [asset.content.owner],
            doneAt,
            excused: "",
            href: assetPath(asset.id),
          }),
        ),
    );
  },
};
