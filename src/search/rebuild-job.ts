import type { Upkeep } from "../jobs/upkeep.ts";
import { formatNumber } from "../ui/format.ts";
import { dropGone, indexNamed, publicNames } from "./rebuild.ts";
import { SEARCH_SOURCES } from "./sources.ts";

/** Small enough that the server answers between two of them. */
const AT_ONCE = 20;
/** The cursor behind the last entry: what is gone was dropped too. */
const SWEPT = "\uffff";

/** The search index made anew while the portal runs, some entries a step; `portal reindex` does the same at the shell. */
export const REINDEX: Upkeep = {
  kind: "search.rebuild",
  title: "Lập lại chỉ mục tìm kiếm",
  hint: "Dùng khi kết quả tìm kiếm không khớp với nội dung đang công bố. Trong lúc làm, tìm kiếm vẫn chạy.",
  total: async (portal) => (await portal.database.snapshot((tx) => publicNames(tx, SEARCH_SOURCES))).length,
  job: {
    name: "search.rebuild",
    async step(_, job) {
      if (job.cursor === SWEPT) return null;
      return async (tx) => {
        const names = (await publicNames(tx, SEARCH_SOURCES)).filter((name) => name > job.cursor).slice(0, AT_ONCE);
        const last = names.at(-1);
        if (last === undefined) {
          await dropGone(tx, SEARCH_SOURCES);
          return { cursor: SWEPT, done: job.total };
        }
        await indexNamed(tx, SEARCH_SOURCES, names);
        return { cursor: last, done: Math.min(job.done + names.length, job.total) };
      };
    },
    outcome: async (_, { done, total }) => `Đã lập lại ${formatNumber(done)} trên ${formatNumber(total)} mục.`,
  },
};
