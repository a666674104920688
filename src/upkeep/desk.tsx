import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { type Asset, readAssets } from "./assets.queries.ts";
import { AssetFormPage, AssetListPage } from "./assets.view.tsx";
import { retireAsset } from "./commands/retire-asset.ts";
import { saveAsset } from "./commands/save-asset.ts";
import { isAssetKind } from "./kinds.ts";
import { ASSETS_PATH, assetPath, NEW_ASSET_PATH, retirePath } from "./paths.ts";
import type { AssetCode } from "./rules.ts";
import { assetSheet } from "./sheet.ts";

type ById = { Params: { id: string } };

const FIELDS = ["ban", "loai", "ten", "het-han", "nguoi", "noi", "lien-he", "chi-tiet", "ly-do"] as const;
const CONTROLS: Readonly<Partial<Record<AssetCode, string>>> = {
  assetNameMissing: "ten",
  assetOwnerMissing: "nguoi",
  assetSupplierMissing: "noi",
  assetExpiryMissing: "het-han",
  assetDayInvalid: "het-han",
  assetReasonMissing: "ly-do",
};

/** The register of what the portal runs on (REQ-023, REQ-068). */
export function upkeepDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const { db } = portal;
  const read = { config: { may: "asset.read" } } as const;
  const change = { config: { may: "asset.change" } } as const;

  app.get(ASSETS_PATH, read, async (request, reply) => {
    const today = Temporal.PlainDate.from(dayOf(portal.clock.now()));
    const rows = (await readAssets(db)).map((asset) => {
      const ends = asset.content.expiresOn !== "" && asset.retiredAt === null;
      return { ...asset, daysLeft: ends ? today.until(asset.content.expiresOn).days : null };
    });
    const mayChange = visitorOf(request).actor.hat === "ADMIN";
    return reply.page(<AssetListPage desk={await frame(request, ASSETS_PATH)} rows={rows} mayChange={mayChange} />);
  });

  listDownloads(app, ASSETS_PATH, read.config.may, async () => assetSheet(await readAssets(db)));

  app.get(NEW_ASSET_PATH, change, (request, reply) => form(request, reply, null, EMPTY_FORM, 200));
  app.post(NEW_ASSET_PATH, change, (request, reply) => save(request, reply, null));

  app.get<ById>(assetPath(":id"), read, async (request, reply) => {
    const asset = await assetOf(request.params.id);
    return form(request, reply, asset, { ...EMPTY_FORM, typed: typedOf(asset) }, 200);
  });
  app.post<ById>(assetPath(":id"), change, async (request, reply) =>
    save(request, reply, await assetOf(request.params.id)),
  );

  app.post<ById>(retirePath(":id"), change, async (request, reply) => {
    const asset = await assetOf(request.params.id);
    const answer = await portal.act(visitorOf(request).by, retireAsset, {
      id: asset.id,
      reason: one(request.body, "ly-do"),
    });
    if (answer.ok) return reply.redirectAfterPost(`${assetPath(asset.id)}?xong=1`);
    const refused = refusedForm(request.body, FIELDS, [], answer.error, CONTROLS);
    return form(request, reply, asset, { ...refused, typed: { ...typedOf(asset), ...refused.typed } }, 422);
  });

  async function save(request: FastifyRequest, reply: FastifyReply, asset: Asset | null) {
    const { body } = request;
    const kind = one(body, "loai");
    const answer = await portal.act(visitorOf(request).by, saveAsset, {
      id: asset?.id ?? null,
      seen: Number(/^\d{1,9}$/.exec(one(body, "ban"))?.[0] ?? "0"),
      content: {
        kind: isAssetKind(kind) ? kind : "hardware",
        name: one(body, "ten"),
        detail: one(body, "chi-tiet"),
        owner: one(body, "nguoi"),
        supplier: one(body, "noi"),
        contact: one(body, "lien-he"),
        expiresOn: one(body, "het-han"),
      },
    });
    if (answer.ok) return reply.redirectAfterPost(`${assetPath(answer.value.id)}?xong=1`);
    return form(request, reply, asset, refusedForm(body, FIELDS, [], answer.error, CONTROLS), 422);
  }

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    asset: Asset | null,
    state: FormState,
    status: number,
  ) {
    const people = await db.selectFrom("person").select(["id", "full_name"]).orderBy("full_name").execute();
    return reply.page(
      <AssetFormPage
        desk={await frame(request, ASSETS_PATH)}
        asset={asset}
        people={people.map(({ id, full_name }) => ({ value: id, label: full_name }))}
        form={state}
        mayChange={visitorOf(request).actor.hat === "ADMIN"}
        done={one(request.query, "xong") === "1"}
      />,
      { status },
    );
  }

  async function assetOf(id: string): Promise<Asset> {
    const [asset] = await readAssets(db, id);
    if (!asset) throw new NotFound("No such asset");
    return asset;
  }
}

const typedOf = ({ version, content }: Asset): Record<string, string> => ({
  ban: String(version),
  loai: content.kind,
  ten: content.name,
  "het-han": content.expiresOn,
  nguoi: content.owner,
  noi: content.supplier,
  "lien-he": content.contact,
  "chi-tiet": content.detail,
});
