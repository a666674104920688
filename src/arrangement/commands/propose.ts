import type { Command } from "../../act.ts";
import { actorsOn } from "../../board/actor.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { dayOf } from "../../kernel/clock.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { tell } from "../../newsroom/notices.ts";
import { lastVersion } from "../arrangement.queries.ts";
import type { Arrangement, Part } from "../arrangement.ts";
import { readKnown } from "../known.ts";
import { ARRANGEMENT_PATHS } from "../paths.ts";
import { type Known, MAY_SPEAK, mayPropose } from "../rules.ts";

export interface ProposalInput extends Arrangement {
  readonly reason: string;
}

interface State extends Known {
  readonly version: number;
}

interface Change extends Arrangement {
  readonly version: number;
  readonly reason: string;
}

/**
 * Proposes how menu and home page are arranged; the public sees it when it is applied (Đ7.k3, Đ10.p1). Whoever may give
 * an opinion is told that one is asked for.
 */
export const proposeArrangement: Command<ProposalInput, State, Change> = {
  name: "arrangement.propose",
  async load({ tx, at }, { menu }) {
    const known = await readKnown(tx, dayOf(at), menu);
    return { ...known, version: ((await lastVersion(tx)) ?? 0) + 1 };
  },
  decide(state, input, by) {
    const reason = normalizeText(input.reason).trim();
    const answer = mayPropose(by, input, reason, state);
    return answer.ok ? { ok: true, value: { ...answer.value, version: state.version, reason } } : answer;
  },
  evidence: ({ version, menu, home, reason }) => ({
    act: "arrangement.propose",
    subject: `arrangement:${version}`,
    clause: "Đ7.k3",
    reason,
    content: { version, menu, home },
  }),
  async write(moment, { version, reason, menu, home }, _, seq) {
    const { tx, by, at } = moment;
    await tx
      .insertInto("arrangement")
      .values({ version, reason, person_id: by.person, hat: by.hat, at, seq })
      .execute();
    const rows = (part: Part, items: Arrangement["menu"]) =>
      items.map(({ key, label, shown }, position) => ({ version, part, position, key, label, shown: shown ? 1 : 0 }));
    await tx
      .insertInto("arrangement_item")
      .values([...rows("MENU", menu), ...rows("HOME", home)])
      .execute();
    const day = dayOf(at);
    const speakers = actorsOn(await readRoster(tx, day), day).filter(({ hat }) => MAY_SPEAK.includes(hat));
    const asked = [...new Set(speakers.map(({ person }) => person))].filter((person) => person !== by.person);
    const text = `Đề nghị sắp xếp lại menu, trang chủ, lần ${version}, mời bạn cho ý kiến: ${reason}`;
    return tell(moment, asked, null, { kind: "waiting", path: ARRANGEMENT_PATHS.page, text });
  },
};
