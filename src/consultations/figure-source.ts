import type { FigureQuestion, FigureSource } from "../reports/figure.ts";
import { figureOfRows } from "../reports/list-figure.ts";
import type { Call } from "./call.ts";
import { CONSULTATION_PATHS } from "./paths.ts";

/** Đ14.k7: matters on which the public was asked, and opinions that came in; nobody's name or words. */
export const CONSULTATION_FIGURES: FigureSource = {
  chapter: "portal",
  async figures(question) {
    return [
      figureOfRows({
        key: "y-kien-gop-y",
        label: "Ý kiến góp ý đã nhận ở các cuộc lấy ý kiến",
        clause: "Đ14.k7",
        columns: [
          { label: "Cuộc lấy ý kiến", value: ({ title }: Opinion) => title },
          { label: "Mã phiếu", value: ({ code }) => code },
          { label: "Nhận lúc", kind: "time", value: ({ at }) => at },
        ],
        rows: await opinionsIn(question),
        by: [{ column: 0 }],
        href: ({ id }) => CONSULTATION_PATHS.opinions(id),
      }),
    ];
  },
};

interface Opinion {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly at: string;
}

async function opinionsIn({ db, since, until }: FigureQuestion): Promise<Opinion[]> {
  const rows = await db
    .selectFrom("opinion as o")
    .innerJoin("consultation_text as t", (join) =>
      join.onRef("t.consultation_id", "=", "o.consultation_id").on("t.part", "=", "call"),
    )
    .innerJoin("consultation_version as v", (join) =>
      join
        .onRef("v.consultation_id", "=", "t.consultation_id")
        .onRef("v.part", "=", "t.part")
        .onRef("v.version", "=", "t.version"),
    )
    .select(["o.consultation_id as id", "o.code", "o.received_at as at", "v.content"])
    .where("o.received_at", ">=", since)
    .where("o.received_at", "<", until)
    .orderBy("o.received_at")
    .execute();
  return rows.map(({ content, ...row }) => ({ ...row, title: (JSON.parse(content) as Call).title }));
}
