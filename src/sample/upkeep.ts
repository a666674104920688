import { actWithin } from "../act.ts";
import { addDays } from "../kernel/clock.ts";
import { saveAsset } from "../upkeep/commands/save-asset.ts";
import type { AssetContent } from "../upkeep/rules.ts";
import type { Act } from "./acts.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { daysFrom } from "./days.ts";

type Kept = Omit<AssetContent, "owner" | "expiresOn"> & {
  /** Days from today until it ends; null when it does not. */
  readonly ends: number | null;
};

// biome-ignore format: one thing a line
const KEPT: readonly Kept[] = [
  { kind: "domain", name: "trungtam.example", detail: "Tên miền của Cổng", supplier: "Nhà đăng ký tên miền Mẫu", contact: "1900 0000", ends: 212 },
  { kind: "certificate", name: "Chứng thư https của trungtam.example", detail: "Tự gia hạn 90 ngày một lần", supplier: "Nơi cấp chứng thư Mẫu", contact: "", ends: 24 },
  { kind: "hardware", name: "Máy chủ web", detail: "2 bộ xử lý, RAM 32 GB, đặt tại phòng máy tầng 2", supplier: "Công ty Thiết bị Mẫu", contact: "0225 000 0001", ends: 470 },
  { kind: "hardware", name: "Bộ lưu điện phòng máy", detail: "3 kVA, thay ắc quy hai năm một lần", supplier: "Công ty Thiết bị Mẫu", contact: "0225 000 0001", ends: null },
  { kind: "network", name: "Đường truyền Internet 300 Mb/s", detail: "Hợp đồng hằng năm", supplier: "Nhà mạng Mẫu", contact: "1800 0000", ends: 96 },
  { kind: "database", name: "Ổ sao lưu ngoài", detail: "4 TB, cất tại Phòng Tổ chức – Hành chính", supplier: "", contact: "", ends: null },
  { kind: "licence", name: "Phần mềm phòng, chống mã độc cho 20 máy", detail: "", supplier: "Công ty Phần mềm Mẫu", contact: "hotro@phanmem.example", ends: 51 },
];

/** Working days before today when the administrator put the register in order. */
const PUT_IN_ORDER = 33;

/** The register of what the sample portal runs on, some of it about to end (Đ4.k4, Đ12.k4). */
export function sampleUpkeep(centre: SampleCentre, clock: SampleClock): Act[] {
  const owner = centre.people.quantri!.id;
  const at = daysFrom(clock.today).at(PUT_IN_ORDER, "14:30");
  return KEPT.map(({ ends, ...kept }) => ({
    at,
    async run(tx, now) {
      const expiresOn = ends === null ? "" : addDays(clock.today, ends);
      const input = { id: null, seen: 0, content: { ...kept, owner, expiresOn } };
      const answer = await actWithin(tx, now, { person: owner, hat: "ADMIN" }, saveAsset, input);
      if (!answer.ok) throw new Error(`${kept.name}: ${JSON.stringify(answer.error)}`);
    },
  }));
}
