import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { explained } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { one } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Refusal } from "../kernel/result.ts";
import { hatName } from "../regulation/hats.ts";
import { formatDateTime } from "../ui/format.ts";
import {
  appliedRuns,
  appliedVersion,
  arrangementNow,
  openProposal,
  readArrangement,
  readProposal,
} from "./arrangement.queries.ts";
import { completed, firstArrangement, nameOf } from "./arrangement.ts";
import { applyArrangement } from "./commands/apply.ts";
import { proposeArrangement } from "./commands/propose.ts";
import { speakOfArrangement } from "./commands/speak.ts";
import { ArrangementPage, type ArrangementView } from "./desk.view.tsx";
import { afterMove, type SentArrangement, sentArrangement } from "./desk-form.ts";
import { readKnown, sectionPlaces } from "./known.ts";
import { ARRANGEMENT_PATHS } from "./paths.ts";
import { ARRANGEMENT_PERMISSIONS, may } from "./permissions.ts";
import { mayAdd } from "./rules.ts";

const DONE: Readonly<Record<string, string>> = {
  "de-nghi": "Đã lưu đề nghị. Người đọc chưa thấy gì thay đổi cho đến khi đề nghị được áp dụng.",
  "y-kien": "Đã ghi ý kiến.",
  "ap-dung": "Đã áp dụng. Trang công khai hiện theo thứ tự mới.",
};

/** Menu and home page in the order the centre chooses: proposed, spoken of, applied (Đ7.k3, Đ10.p1). */
export function arrangementDesk(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const { db } = portal;

  app.get(ARRANGEMENT_PATHS.page, may("arrangement.read"), (request, reply) => show(request, reply));

  app.post(ARRANGEMENT_PATHS.page, may("arrangement.change"), async (request, reply) => {
    const sent = sentArrangement(request.body);
    const pressed = one(request.body, "chuyen");
    if (pressed) return show(request, reply, afterMove(sent, pressed));
    const dropped = one(request.body, "bo");
    if (dropped) return show(request, reply, { ...sent, menu: sent.menu.filter(({ key }) => key !== dropped) });
    const adds = one(request.body, "viec") === "them";
    if (adds) return add(request, reply, sent);
    const answer = await portal.act(request.visitor!.by, proposeArrangement, sent);
    if (!answer.ok) return show(request, reply, sent, answer.error);
    return reply.redirectAfterPost(`${ARRANGEMENT_PATHS.page}?xong=de-nghi`);
  });

  app.post(ARRANGEMENT_PATHS.apply, may("arrangement.change"), async (request, reply) => {
    const version = Number(one(request.body, "ban"));
    const answer = await portal.act(request.visitor!.by, applyArrangement, { version });
    if (!answer.ok) return show(request, reply, null, answer.error);
    return reply.redirectAfterPost(`${ARRANGEMENT_PATHS.page}?xong=ap-dung`);
  });

  app.post(ARRANGEMENT_PATHS.opinion, may("arrangement.speak"), async (request, reply) => {
    const text = one(request.body, "y-kien");
    const version = Number(one(request.body, "ban"));
    const answer = await portal.act(request.visitor!.by, speakOfArrangement, { version, text });
    if (!answer.ok) return show(request, reply, null, answer.error, text);
    return reply.redirectAfterPost(`${ARRANGEMENT_PATHS.page}?xong=y-kien`);
  });

  async function add(request: FastifyRequest, reply: FastifyReply, sent: SentArrangement) {
    if (!sent.address && !sent.name) return show(request, reply, sent);
    const link = { key: sent.address, label: sent.name };
    const known = await readKnown(db, dayOf(portal.clock.now()), [link]);
    const taken = sent.menu.some(({ key }) => key === link.key);
    const refusals: Refusal[] = taken
      ? [{ code: "arrangementAddressTwice", clause: "Đ7.k3", detail: { address: link.key, name: "dia-chi" } }]
      : mayAdd(link, known);
    if (refusals.length > 0) return show(request, reply, sent, refusals);
    return show(request, reply, { ...sent, menu: [...sent.menu, { ...link, shown: true }], address: "", name: "" });
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    sent: SentArrangement | null = null,
    refusals: readonly Refusal[] = [],
    opinion = "",
  ) {
    const sections = await sectionPlaces(db);
    const now = completed((await arrangementNow(db)) ?? firstArrangement(sections), sections);
    const open = await openProposal(db);
    const proposed = open === null ? null : completed(await readArrangement(db, open), sections);
    const edited = sent ?? proposed ?? now;
    const applied = await appliedVersion(db);
    const proposal = open === null ? null : await readProposal(db, open);
    const { hat } = request.visitor!.actor;
    const rows = (items: typeof now.menu) =>
      items.flatMap((item) => {
        const name = nameOf(item, sections);
        return name === null ? [] : [{ ...item, name }];
      });
    const view: ArrangementView = {
      menu: rows(edited.menu),
      home: rows(edited.home),
      nowMenu: rows(now.menu).filter(({ shown }) => shown),
      nowHome: rows(now.home).filter(({ shown }) => shown),
      typed: { reason: sent?.reason ?? "", address: sent?.address ?? "", name: sent?.name ?? "", opinion },
      isUnsaved: sent !== null && refusals.length === 0,
      ...explained(refusals, {}),
      done: DONE[one(request.query, "xong")],
      proposal: proposal &&
        proposed && {
          version: proposal.version,
          reason: proposal.reason,
          by: `${proposal.name}, ${formatDateTime(proposal.at)}`,
          menu: rows(proposed.menu).filter(({ shown }) => shown),
          home: rows(proposed.home).filter(({ shown }) => shown),
          opinions: proposal.opinions.map(({ name, hat: spokeAs, text, at }) => ({
            by: `${name} (${hatName(spokeAs)}), ${formatDateTime(at)}`,
            text,
          })),
        },
      runs: (await appliedRuns(db)).map((run) => ({ ...run, at: formatDateTime(run.at) })),
      applied,
      mayChange: ARRANGEMENT_PERMISSIONS["arrangement.change"].some((one) => one === hat),
      maySpeak: ARRANGEMENT_PERMISSIONS["arrangement.speak"].some((one) => one === hat),
      scripts: ["arrange", "desk"].flatMap((name) => request.server.deskAssets.islands[name] ?? []),
      nonce: request.nonce,
    };
    const frame = await desk.frame(request, ARRANGEMENT_PATHS.page);
    return reply.page(<ArrangementPage desk={frame} view={view} />, { status: refusals.length > 0 ? 422 : 200 });
  }
}
