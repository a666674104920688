import type { Command } from "../act.ts";
import { done, type Refusal, refused } from "../kernel/result.ts";
import type { Hat } from "../regulation/hats.ts";
import { readSettings } from "./settings.queries.ts";
import { SECRET_SETTINGS, SETTINGS, type SettingKey, type Settings } from "./settings.ts";

/** Đ7.k3: the technical contact runs the portal; Đ5.k2: the Director directs it. */
const MAY_CHANGE: readonly Hat[] = ["ADMIN", "DIRECTOR"];

type Change = Partial<Settings>;

/** Changes settings; old and new values are kept in the evidence, secrets only as "đã đổi" (REQ-042). */
export const changeSettings: Command<Change, Settings, Change> = {
  name: "settings.change",
  load: ({ tx }) => readSettings(tx),
  decide(_, input, by) {
    const refusals: Refusal[] = [];
    if (by.hat !== "SYSTEM" && !MAY_CHANGE.includes(by.hat)) refusals.push({ code: "notThisHat", clause: "Đ7.k3" });
    for (const [key, value] of Object.entries(input)) {
      if (!SETTINGS[key as SettingKey]?.safeParse(value).success) {
        refusals.push({ code: "settingInvalid", clause: "Đ7.k3", detail: { key } });
      }
    }
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: (change, before) => ({
    act: "settings.change",
    subject: "settings",
    clause: "Đ7.k3",
    content: Object.fromEntries(
      Object.entries(change).map(([key, after]) => [
        key,
        SECRET_SETTINGS.includes(key as SettingKey) ? "đã đổi" : { before: before[key as SettingKey], after },
      ]),
    ),
  }),
  async write({ tx, by, at }, change) {
    for (const [key, value] of Object.entries(change)) {
      const row = { value: JSON.stringify(value), changed_at: at, changed_by: by.person };
      await tx
        .insertInto("setting")
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
        .execute();
    }
    return [{ kind: "pages", tags: ["all"] }];
  },
};
