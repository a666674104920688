import type { FastifyRequest } from "fastify";
import { one } from "../board/forms.ts";
import type { DeskFrame } from "../desk/layout.view.tsx";
import type { Visitor } from "../desk/visitor.ts";
import type { Portal } from "../portal.ts";
import type { CatalogueFrame } from "./desk.view.tsx";
import type { EntryKind } from "./fields.ts";
import { deskPaths } from "./paths.ts";

const DONE: Readonly<Record<string, string>> = {
  luu: "Đã lưu bản nháp.",
  "cong-bo": "Đã công bố.",
  "van-dung": "Đã xác nhận vẫn đúng; đơn vị xem lại sau một năm.",
  "het-hieu-luc": "Đã đánh dấu hết hiệu lực.",
};

export interface CatalogueDesk {
  readonly portal: Portal;
  frame(request: FastifyRequest, current?: string): Promise<DeskFrame>;
}

/** Whoever is signed in. The access room lets nobody else come this far. */
export function visitorOf(request: FastifyRequest): Visitor {
  if (!request.visitor) throw new Error("A page of the catalogue was reached by nobody");
  return request.visitor;
}

export async function catalogueFrame(
  desk: CatalogueDesk,
  request: FastifyRequest,
  kind: EntryKind,
  path: string,
): Promise<CatalogueFrame> {
  const frame = await desk.frame(request, deskPaths(kind).list);
  return { desk: frame, nonce: request.nonce, path, kind, done: DONE[one(request.query, "xong")] };
}
