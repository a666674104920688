import type { FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { one } from "../http/form-state.ts";
import { type Day, dayOf } from "../kernel/clock.ts";
import type { BoardFrame } from "./board-page.view.tsx";
import { BOARD_PATHS } from "./paths.ts";
import type { BOARD_PERMISSIONS } from "./permissions.ts";
import { isDay, readable } from "./rules.ts";

export const may = (permission: keyof typeof BOARD_PERMISSIONS) => ({ config: { may: permission } });

/** What was done, by the word in the address it leads to. */
const DONE: Readonly<Record<string, string>> = {
  "phan-cong": "Đã ghi phân công.",
  "ket-thuc": "Đã ghi ngày kết thúc phân công.",
  "don-vi": "Đã ghi đơn vị.",
  "linh-vuc": "Đã ghi lĩnh vực.",
  nguoi: "Đã ghi người mới. Bước tiếp theo: nhập phân công.",
  "thoi-viec": "Đã ghi thôi việc; mọi vai trò kết thúc sau ngày làm việc cuối.",
  "uy-quyen": "Đã ghi ủy quyền.",
  "thu-hoi": "Đã thu hồi ủy quyền.",
};

export type Done = keyof typeof DONE & string;

/** Where a form leads after it did its work. */
export const afterwards = (path: string, done: Done): string => `${path}?xong=${done}`;

export async function boardFrame(desk: DeskRoom, request: FastifyRequest, path: string): Promise<BoardFrame> {
  // The menu has a place of its own for these two.
  const own: readonly string[] = [BOARD_PATHS.authority, BOARD_PATHS.delegations];
  const current = own.find((place) => path.startsWith(place)) ?? BOARD_PATHS.board;
  return {
    desk: await desk.frame(request, current),
    nonce: request.nonce,
    path,
    done: DONE[one(request.query, "xong")],
  };
}

export interface AskedDay {
  readonly day: Day;
  readonly today: Day;
  /** "hôm nay", "ngày 24/11/2026" */
  readonly dayWords: string;
  readonly dayError: string | undefined;
}

/** The day asked for in the address; today when there is none or it is no day. */
export function askedDay(desk: DeskRoom, request: FastifyRequest): AskedDay {
  const today = dayOf(desk.portal.clock.now());
  const typed = one(request.query, "ngay");
  const day = isDay(typed) ? typed : today;
  return {
    day,
    today,
    dayWords: day === today ? "hôm nay" : `ngày ${readable(day)}`,
    dayError: typed === "" || isDay(typed) ? undefined : "Ngày chưa đúng; đang xem hôm nay.",
  };
}
