import type { FastifyRequest } from "fastify";
import { one } from "../board/forms.ts";
import type { DeskFrame } from "../desk/layout.view.tsx";
import type { Visitor } from "../desk/visitor.ts";
import type { Portal } from "../portal.ts";
import type { AboutFrame } from "./desk.view.tsx";

/** What the desk pages of this room are given. */
export interface AboutDesk {
  readonly portal: Portal;
  frame(request: FastifyRequest, current?: string): Promise<DeskFrame>;
}

const DONE: Readonly<Record<string, string>> = {
  luu: "Đã lưu bản nháp.",
  submit: "Đã gửi duyệt.",
  headApprove: "Đã duyệt tại đơn vị; trang chờ Trưởng Ban phê duyệt.",
  approve: "Đã phê duyệt; trang công khai đã đổi sang bản này.",
  return: "Đã trả lại cho người soạn.",
  "lien-he": "Đã ghi thông tin liên hệ.",
};

/** Whoever is signed in. The access room lets nobody else come this far. */
export function visitorOf(request: FastifyRequest): Visitor {
  if (!request.visitor) throw new Error("A page of this room was reached by nobody");
  return request.visitor;
}

export async function aboutFrame(
  desk: AboutDesk,
  request: FastifyRequest,
  current: string,
  path = current,
): Promise<AboutFrame> {
  const frame = await desk.frame(request, current);
  return { desk: frame, nonce: request.nonce, path, done: DONE[one(request.query, "xong")] };
}
