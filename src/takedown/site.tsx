import type { FastifyInstance } from "fastify";
import { ownHosts } from "../intake/correction.queries.ts";
import { slipSite } from "../intake/site.tsx";
import { readTarget } from "../intake/target.ts";
import type { Portal } from "../portal.ts";
import { TAKEDOWN_STATES, type TakedownState } from "../regulation/takedown-moves.ts";
import type { Assets } from "../ui/assets.ts";
import { formatDate } from "../ui/format.ts";
import { receiveRequest } from "./commands/receive-request.ts";
import { TAKEDOWN_PATHS } from "./paths.ts";
import { RequestPage } from "./request-form.view.tsx";
import { findTarget, requestByCode } from "./requests.queries.ts";
import { cleanTakedown, TAKEDOWNS, takedownRefusals } from "./rules.ts";

/** The public form and its receipt. `secret` signs stamps and marks. */
export function takedownSite(app: FastifyInstance, portal: Portal, assets: Assets, secret: string): void {
  const { db } = portal;
  slipSite(app, portal, assets, secret, {
    room: TAKEDOWNS,
    crumb: { label: "Yêu cầu gỡ bỏ thông tin", href: TAKEDOWN_PATHS.form },
    form: {
      path: TAKEDOWN_PATHS.form,
      typed: ["dia-chi", "ly-do"],
      prefilled: ["dia-chi"],
      async read(typed, common) {
        const input = { ...common, address: typed("dia-chi"), reasonClass: typed("ly-do"), unit: null };
        const target = readTarget(input.address, ownHosts(await portal.settings()));
        const { standing } = await findTarget(db, target);
        return { input, wrong: takedownRefusals(cleanTakedown(input), target, standing), words: [input.address] };
      },
      page: async (shared) => <RequestPage {...shared} />,
    },
    receive: receiveRequest,
    lookUp: { title: "Tra cứu yêu cầu gỡ bỏ", unknown: "Không có yêu cầu nào mang mã này." },
    async receipt(code) {
      const slip = await requestByCode(db, code);
      if (!slip) return null;
      const state = slip.state as TakedownState;
      const isOpen = state !== "ANSWERED";
      return {
        title: "Phiếu yêu cầu gỡ bỏ",
        isOpen,
        article: slip.article_id,
        steps: ["Thư ký tiếp nhận", "Trưởng ban xem xét", "Thực hiện quyết định", "Đã trả lời"],
        at: STEP_OF[state],
        facts: [
          { term: "Ngày nhận", value: formatDate(slip.received_at) },
          { term: "Nội dung", value: slip.target_path },
          { term: "Tình trạng", value: TAKEDOWN_STATES[state] },
          isOpen
            ? { term: "Hạn trả lời", value: formatDate(`${slip.due_on}T00:00:00Z`) }
            : { term: "Kết quả", value: slip.decided_class !== null ? "Đã gỡ bỏ" : "Không chấp nhận" },
        ],
        children: (
          <p>
            {isOpen
              ? "Câu trả lời sẽ được gửi theo liên hệ bạn để lại."
              : "Câu trả lời đã được gửi theo liên hệ bạn để lại."}
          </p>
        ),
      };
    },
  });
}

const STEP_OF: Readonly<Record<TakedownState, number>> = {
  RECEIVED: 1,
  CONSIDERED: 2,
  ACCEPTED: 3,
  REJECTED: 3,
  EXECUTED: 3,
  ANSWERED: 5,
};
