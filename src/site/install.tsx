import type { FastifyInstance } from "fastify";
import sharp from "sharp";
import { NotFound } from "../http/errors.ts";
import { publicPage } from "../http/public-page.ts";
import type { Portal } from "../portal.ts";
import type { Assets } from "../ui/assets.ts";
import { faviconSvg, iconSvg } from "../ui/emblem.tsx";
import { OfflinePage } from "./offline.view.tsx";
import { common, page } from "./pages.ts";

/** Pictures of the emblem for home screens. `nen`: the ground reaches every edge, for systems that cut their own shape. */
const ICONS: Readonly<Record<string, { readonly size: number; readonly svg: string }>> = {
  "180.png": { size: 180, svg: iconSvg },
  "192.png": { size: 192, svg: faviconSvg },
  "512.png": { size: 512, svg: faviconSvg },
  "nen-512.png": { size: 512, svg: iconSvg },
};

/** The portal as an app of the phone: its manifest, its icons, and the worker that keeps what was read. */
export function installRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  publicPage(app, "/favicon.svg", {}, () => ({ body: faviconSvg, tags: ["all"], type: "image/svg+xml" }));

  const drawn = new Map<string, Promise<Buffer>>();
  app.get("/bieu-tuong/:name", { config: { may: "public" } }, async (request, reply) => {
    const { name } = request.params as { name: string };
    const icon = Object.hasOwn(ICONS, name) ? ICONS[name] : undefined;
    if (!icon) throw new NotFound();
    const picture = drawn.get(name) ?? sharp(Buffer.from(icon.svg)).resize(icon.size).png().toBuffer();
    drawn.set(name, picture);
    return reply
      .header("Cache-Control", "public, max-age=86400")
      .type("image/png")
      .send(await picture);
  });

  publicPage(app, "/manifest.webmanifest", {}, async () => {
    const { frame } = await common(portal, assets);
    const icon = (name: string, size: number, purpose: string) => ({
      src: `/bieu-tuong/${name}`,
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose,
    });
    const manifest = {
      id: "/",
      name: frame.siteName,
      short_name: frame.shortName,
      description: `Cổng thông tin điện tử ${frame.siteName}`,
      lang: "vi",
      start_url: "/",
      scope: "/",
      display: "minimal-ui",
      background_color: "#ffffff",
      theme_color: "#17395c",
      icons: [icon("192.png", 192, "any"), icon("512.png", 512, "any"), icon("nen-512.png", 512, "maskable")],
      shortcuts: [
        { name: "Công khai", url: "/cong-khai" },
        { name: "Văn bản", url: "/van-ban" },
        { name: "Hỏi đáp", url: "/hoi-dap" },
      ],
    };
    return { body: JSON.stringify(manifest), tags: ["all"], type: "application/manifest+json; charset=utf-8" };
  });

  publicPage(app, "/ngoai-tuyen", {}, async () =>
    page(<OfflinePage frame={(await common(portal, assets)).frame} />, []),
  );
  // Its name stays, its bytes change with the script it brings: that is how a browser notices a newer one.
  publicPage(app, "/ngoai-tuyen.js", {}, () => ({
    body: `importScripts(${JSON.stringify(assets.islands["offline-worker"] ?? "")});\n`,
    tags: ["all"],
    type: "text/javascript; charset=utf-8",
  }));
}
