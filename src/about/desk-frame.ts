import type { FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { one } from "../http/form-state.ts";
import type { AboutFrame } from "./desk.view.tsx";

const DONE: Readonly<Record<string, string>> = {
  luu: "Đã lưu bản nháp.",
  submit: "Đã gửi duyệt.",
  headApprove: "Đã duyệt tại đơn vị; trang chờ Trưởng Ban phê duyệt.",
  approve: "Đã phê duyệt; trang công khai đã đổi sang bản này.",
  return: "Đã trả lại cho người soạn.",
  "van-dung": "Đã xác nhận vẫn đúng; đơn vị xem lại sau một năm.",
  "lien-he": "Đã ghi thông tin liên hệ.",
};

export async function aboutFrame(
  desk: DeskRoom,
  request: FastifyRequest,
  current: string,
  path = current,
): Promise<AboutFrame> {
  const frame = await desk.frame(request, current);
  return { desk: frame, nonce: request.nonce, path, done: DONE[one(request.query, "xong")] };
}
