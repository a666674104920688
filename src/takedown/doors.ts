import type { DoorSource } from "../site/doors.ts";
import { TAKEDOWN_PATHS } from "./paths.ts";

/** Đ15.k3: where anybody may ask that something be taken down. */
export const TAKEDOWN_DOORS: DoorSource = {
  tags: [],
  groups: async () => [
    { title: "Hỏi đáp, góp ý", doors: [{ href: TAKEDOWN_PATHS.form, label: "Yêu cầu gỡ bỏ thông tin" }] },
  ],
};
