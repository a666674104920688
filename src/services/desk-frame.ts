import type { FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { one } from "../http/form-state.ts";
import type { CatalogueFrame } from "./desk.view.tsx";
import type { EntryKind } from "./fields.ts";
import { deskPaths } from "./paths.ts";

const DONE: Readonly<Record<string, string>> = {
  luu: "Đã lưu bản nháp.",
  "cong-bo": "Đã công bố.",
  "van-dung": "Đã xác nhận vẫn đúng; đơn vị xem lại sau một năm.",
  "het-hieu-luc": "Đã đánh dấu hết hiệu lực.",
};

export async function catalogueFrame(
  desk: DeskRoom,
  request: FastifyRequest,
  kind: EntryKind,
  path: string,
): Promise<CatalogueFrame> {
  const frame = await desk.frame(request, deskPaths(kind).list);
  return { desk: frame, nonce: request.nonce, path, kind, done: DONE[one(request.query, "xong")] };
}
