import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Access } from "../access/visitors.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Invalid } from "../kernel/result.ts";
import { changedSettings, SETTING_GROUPS, shownValues } from "../settings/form.ts";
import { SETTINGS, type SettingKey, type Settings } from "../settings/settings.ts";
import { carryOut } from "./carry-out.ts";
import { FIRST_ANSWERS } from "./defaults.ts";
import { type Step, type Typed, typedFrom, unitErrors, unitRowCount } from "./form.ts";
import { readPlan } from "./plan.ts";
import { linkState } from "./setup.ts";
import { ClosedLinkPage, SetUpDonePage, WizardPage } from "./wizard.view.tsx";

type WithToken = { Params: { token: string }; Body: Record<string, unknown> | undefined };

const OPEN = { config: { may: "public" } };
const ROWS_AT_ONCE = 4;
/** Name, official address and who answers for it; the rest has good defaults. */
const GROUPS = SETTING_GROUPS.slice(0, 3);
const CONTROLS = GROUPS.flatMap(({ settings }) => settings);

/** The one-time set-up (REQ-040): open to whoever holds the link, and to nobody once it was used. */
export function setupRoutes(app: FastifyInstance, { portal, assets }: Access): void {
  app.get<WithToken>("/thiet-lap/:token", OPEN, async (request, reply) => {
    const state = await linkState(portal.db, request.params.token, portal.clock.now());
    if (state !== "open") return closed(request, reply, state === "done");
    const settings = await portal.settings();
    const answers = CONTROLS.map((setting) => [setting.name, shownValues(setting, settings)] as const);
    return step(request, reply, 1, { ...FIRST_ANSWERS, ...Object.fromEntries(answers) }, []);
  });

  app.post<WithToken>("/thiet-lap/:token", OPEN, async (request, reply) => {
    const { token } = request.params;
    const state = await linkState(portal.db, token, portal.clock.now());
    if (state !== "open") return closed(request, reply, state === "done");
    const typed = typedFrom(request.body);
    const sent = (name: string) => String(request.body?.[name] ?? "");
    const at = ([1, 2, 3] as const).find((number) => String(number) === sent("buoc")) ?? 1;
    const go = sent("di");
    if (go === "lui") return step(request, reply, at === 3 ? 2 : 1, typed, []);
    if (go === "them") {
      const more = [String(unitRowCount(typed) + ROWS_AT_ONCE)];
      return step(request, reply, 2, { ...typed, "dv-so": more }, []);
    }
    const settings = changedSettings((name) => typed[name] ?? [], await portal.settings(), CONTROLS);
    const early: Invalid[] = at === 1 ? settingErrors(settings) : at === 2 ? unitErrors(typed) : [];
    if (early.length > 0) return step(request, reply, at, typed, early);
    if (at < 3) return step(request, reply, at === 1 ? 2 : 3, typed, []);

    const director = { password: sent("gd-mat-khau"), repeated: sent("gd-mat-khau-nhap-lai") };
    const plan = readPlan(typed, director, dayOf(portal.clock.now()));
    const errors = [...settingErrors(settings), ...unitErrors(typed), ...(plan.ok ? [] : plan.error)];
    if (!plan.ok || errors.length > 0) return step(request, reply, 3, typed, errors);
    const answer = await carryOut(portal, token, settings, plan.value);
    if (answer.ok) return reply.page(<SetUpDonePage view={await shell(request)} accounts={answer.value} />);
    if (answer.error.why === "void") return closed(request, reply, true);
    return step(request, reply, 3, typed, answer.error.errors);
  });

  async function shell(request: FastifyRequest) {
    const settings = await portal.settings();
    const { deskCss: css, fonts } = assets;
    return { siteName: settings["site.name"], assets: { css, fonts }, nonce: request.nonce };
  }

  async function step(
    request: FastifyRequest<WithToken>,
    reply: FastifyReply,
    number: Step,
    typed: Typed,
    errors: readonly Invalid[],
  ): Promise<FastifyReply> {
    const action = `/thiet-lap/${encodeURIComponent(request.params.token)}`;
    const view = { ...(await shell(request)), action, csrf: request.csrf, step: number, typed, errors, groups: GROUPS };
    return reply.page(<WizardPage view={view} />, { status: errors.length > 0 ? 422 : 200 });
  }

  async function closed(request: FastifyRequest, reply: FastifyReply, isDone: boolean): Promise<FastifyReply> {
    return reply.page(<ClosedLinkPage view={await shell(request)} isDone={isDone} />, { status: isDone ? 410 : 404 });
  }
}

function settingErrors(settings: Partial<Settings>): Invalid[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    const setting = CONTROLS.find((one) => one.key === key);
    if (!setting || SETTINGS[key as SettingKey].safeParse(value).success) return [];
    return [{ field: setting.name, message: `Giá trị của “${setting.label}” chưa dùng được. Hãy xem lại.` }];
  });
}
