import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { publicPage } from "../http/public-page.ts";
import type { Portal } from "../portal.ts";
import { common, page } from "../site/pages.ts";
import { sections } from "../site/site.queries.ts";
import type { Assets } from "../ui/assets.ts";
import { OPEN_DATA } from "./doors.ts";
import { API } from "./openapi.ts";
import { RESOURCES } from "./resources.ts";
import { openDataApi } from "./routes.ts";
import { OpenDataPage } from "./site.view.tsx";

/** `/api/v1` for machines, and `/du-lieu-mo` that tells people of it. */
export function openDataSite(app: FastifyInstance, portal: Portal, assets: Assets): void {
  openDataApi(app, portal);
  publicPage(app, OPEN_DATA, {}, async () => {
    const { frame, settings } = await common(portal, assets);
    const view = {
      licence: settings["openData.licence"],
      kinds: RESOURCES.map(({ path, title, schema, filters }) => ({
        href: `${API}/${path}`,
        title,
        fields: Object.entries(schema.shape).map(([name, field]) => ({ name, note: (field as z.ZodType).description })),
        filters: Object.keys(filters),
      })),
      feeds: (await sections(portal.db)).map(({ slug, name }) => ({ slug, name })),
    };
    return page(<OpenDataPage frame={frame} view={view} />, ["lists"]);
  });
}
