import type { DoorSource } from "../site/doors.ts";
import { TRAFFIC } from "./paths.ts";

export const TRAFFIC_DOORS: DoorSource = {
  tags: [],
  groups: async () => [{ title: "Về Cổng", doors: [{ href: TRAFFIC, label: "Lượt truy cập" }] }],
};
