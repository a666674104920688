import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Access } from "../access/visitors.ts";
import { many, one } from "../http/form-state.ts";
import type { Refusal } from "../kernel/result.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { changedSettings, type FormSetting, SETTING_GROUPS, shownValues } from "../settings/form.ts";
import { explain } from "../words/refusals.ts";
import { deskFrame } from "./frame.ts";
import { SettingsPage, type SettingsView } from "./settings.view.tsx";

const HREF = "/ban-bien-tap/cai-dat";
const MAY = { config: { may: "settings.change" } };

/** The settings of the centre: of the administrator and the Director (Đ7.k3, Đ5.k2). Secrets go in and never come out. */
export function settingsRoutes(app: FastifyInstance, { portal }: Access): void {
  app.get(HREF, MAY, (request, reply) => page(request, reply, []));

  app.post<{ Body: Record<string, unknown> | undefined }>(HREF, MAY, async (request, reply) => {
    const sent = (name: string) => raw(request.body, name);
    const change = changedSettings(sent, await portal.settings());
    if (Object.keys(change).length === 0) return reply.redirectAfterPost(`${HREF}?xong=khong-doi`);
    const answer = await portal.act(request.visitor!.by, changeSettings, change);
    if (!answer.ok) return page(request, reply, answer.error);
    return reply.redirectAfterPost(`${HREF}?xong=da-ghi`);
  });

  async function page(request: FastifyRequest, reply: FastifyReply, refusals: readonly Refusal[]) {
    const settings = await portal.settings();
    const wrong = new Map(refusals.map((refusal) => [refusal.detail?.key ?? "", refusal]));
    const typed = refusals.length > 0;
    const view: SettingsView = {
      desk: await deskFrame(portal, request, HREF),
      nonce: request.nonce,
      items: refusals.map(itemOf),
      done: DONE[one(request.query, "xong")] ?? null,
      isHostConfirmed: settings["site.hostConfirmed"],
      hasMailPassword: settings["mail.password"] !== "",
      values: (setting) => (typed ? many(request.body, setting.name) : shownValues(setting, settings)),
      error: ({ key, label }) => {
        const refusal = wrong.get(key);
        return refusal && explain({ ...refusal, detail: { key: label } }).text;
      },
    };
    return reply.page(<SettingsPage view={view} />, { status: typed ? 422 : 200 });
  }
}

const DONE: Readonly<Record<string, string>> = {
  "da-ghi": "Đã ghi thay đổi.",
  "khong-doi": "Không có gì thay đổi.",
};

const ALL: readonly FormSetting[] = SETTING_GROUPS.flatMap(({ settings }) => settings);

function itemOf(refusal: Refusal) {
  const setting = ALL.find(({ key }) => key === refusal.detail?.key);
  const { text, remedy } = explain(setting ? { ...refusal, detail: { key: setting.label } } : refusal);
  return { text, remedy, clause: refusal.clause, ...(setting ? { href: `#${setting.name}` } : {}) };
}

function raw(body: Record<string, unknown> | undefined, name: string): string[] {
  return [body?.[name] ?? []].flat().filter((value): value is string => typeof value === "string");
}
