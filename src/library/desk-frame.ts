import type { FastifyRequest } from "fastify";
import type { DeskFrame } from "../desk/layout.view.tsx";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { one } from "../http/form-state.ts";
import { LIBRARY_PATHS } from "./paths.ts";
import { LIBRARY_PERMISSIONS } from "./permissions.ts";

export const may = (permission: keyof typeof LIBRARY_PERMISSIONS) => ({ config: { may: permission } });

/** What was done, by the word in the address it leads to. */
const DONE: Readonly<Record<string, string>> = {
  "them-moi": "Đã ghi văn bản. Bước tiếp theo: thêm tệp toàn văn, rồi công bố.",
  "da-sua": "Đã lưu văn bản.",
  "da-cong-bo": "Đã công bố văn bản.",
  "van-dung": "Đã xác nhận vẫn đúng; lần rà soát tới sau một năm.",
  "da-them-tep": "Đã thêm tệp.",
  "da-thay-tep": "Đã thay tệp; bản trước vẫn mở được.",
  "quan-he": "Đã ghi quan hệ.",
  "rut-quan-he": "Đã rút quan hệ; lý do được lưu trong nhật ký.",
  "can-cu": "Đã lưu căn cứ.",
  "nap-can-cu": "Đã nạp danh mục ban đầu. Mỗi dòng cần được đối chiếu với văn bản chính thức.",
};

export type Done = keyof typeof DONE & string;
export const afterwards = (path: string, done: Done): string => `${path}?xong=${done}`;

/** What every page of the library's desk shares. */
export interface LibraryFrame {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly path: string;
  /** Opens the pages that change the library. */
  readonly mayChange: boolean;
  readonly done?: string | undefined;
}

export async function libraryFrame(desk: DeskRoom, request: FastifyRequest, path: string): Promise<LibraryFrame> {
  const changers: readonly string[] = LIBRARY_PERMISSIONS["library.change"];
  const current = path.startsWith(LIBRARY_PATHS.bases) ? LIBRARY_PATHS.bases : LIBRARY_PATHS.desk;
  return {
    desk: await desk.frame(request, current),
    nonce: request.nonce,
    path,
    mayChange: changers.includes(visitorOf(request).hat.hat),
    done: DONE[one(request.query, "xong")],
  };
}
