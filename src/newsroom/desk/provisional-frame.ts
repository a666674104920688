import type { FastifyRequest } from "fastify";
import type { DeskFrame } from "../../desk/layout.view.tsx";
import type { Portal } from "../../portal.ts";

export async function deskFrame(_portal: Portal, request: FastifyRequest, current?: string): Promise<DeskFrame> {
  const visitor = request.visitor!;
  const item = (href: string, label: string, icon: "inbox" | "news" | "bell" | "folder" | "alert") => ({
    href,
    label,
    icon,
    current: href === current,
  });
  return {
    siteName: "Trung tâm GDTX Hải Phòng",
    shortName: "GDTX Hải Phòng",
    personName: visitor.person.fullName,
    hats: visitor.hats.map(({ appointment, label }) => ({
      value: appointment,
      label,
      current: appointment === visitor.hat.appointment,
    })),
    csrf: request.csrf,
    nav: [
      {
        items: [
          item("/ban-bien-tap", "Việc của tôi", "inbox"),
          item("/ban-bien-tap/bai", "Bài", "news"),
          item("/ban-bien-tap/chuyen-muc", "Chuyên mục", "folder"),
          item("/ban-bien-tap/ngoai-le", "Ngoại lệ", "alert"),
        ],
      },
    ],
    notifications: { href: "/ban-bien-tap/thong-bao", count: 0 },
    assets: { css: (request.server as unknown as { deskAssets: { deskCss: string } }).deskAssets.deskCss },
  };
}
