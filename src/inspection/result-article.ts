import { readable } from "../board/rules.ts";
import type { Id } from "../kernel/ids.ts";
import type { BodyDoc, BodyNode } from "../newsroom/content.ts";
import { formatDate, formatNumber } from "../ui/format.ts";
import type { Inspection } from "./inspections.queries.ts";
import { placesOf, pointsOf, totalOf } from "./scores.ts";

/** What the public is told of an inspection, as the secretary begins to edit it (REQ-151). */
export function resultArticle(
  inspection: Inspection,
  newId: () => Id,
): { readonly title: string; readonly lead: string; readonly body: BodyDoc } {
  const { title, from, to, decision, set, units, moves, versions } = inspection;
  const scores = versions.at(-1)?.scores ?? [];
  const conclusion = moves.findLast(({ act }) => act === "conclude");
  const notices = versions.filter(({ kind }) => kind === "correction");
  const ranked = rankedUnits(inspection);
  const period = `từ ${readable(from)} đến ${readable(to)}`;
  const blocks: BodyNode[] = [
    paragraph(
      `Căn cứ ${decision}, Trung tâm đã kiểm tra, đánh giá việc tổ chức hoạt động, sử dụng Cổng thông tin điện tử của ${units.length} phòng, tổ chức trực thuộc, ${period}, theo Điều 22 Quy chế hoạt động của Cổng.`,
    ),
    heading("Kết quả chấm điểm"),
    table([
      ["Thứ hạng", "Đơn vị", ...set.criteria.map(({ name, weight }) => `${name} (${weight})`), "Tổng (100)"],
      ...ranked.map(({ unit, place, total }) => [
        String(place),
        unit.name,
        ...set.criteria.map(({ key }) => {
          const score = scores.find((one) => one.unit === unit.id && one.criterion === key);
          return score ? formatNumber(pointsOf(score)) : "–";
        }),
        formatNumber(total),
      ]),
    ]),
    heading("Kết luận của Giám đốc"),
    ...(conclusion?.text ?? "").split(/\n+/).filter(Boolean).map(paragraph),
    ...(notices.length > 0 ? [heading("Thông báo đính chính")] : []),
    ...notices.map(({ notice, at }) => paragraph(`Ngày ${formatDate(at)}: ${notice}`)),
    heading("Cách chấm"),
    {
      type: "bulletList",
      content: set.criteria.map(({ name, weight, guide }) => ({
        type: "listItem",
        content: [paragraph(`${name}, trọng số ${weight}${guide ? `: ${guide}` : "."}`)],
      })),
    },
    ...(inspection.isDrawn && inspection.sample.length > 0
      ? [
          paragraph(
            `Mẫu bài kiểm tra được rút bằng số gốc ghi trước khi rút: ${inspection.seed}; bài lấy theo thứ tự của SHA-256 (số gốc nối với mã bài), mỗi đơn vị ${inspection.sampleSize} bài.`,
          ),
        ]
      : []),
  ];
  return {
    title: `Công khai kết quả: ${title}`.slice(0, 200),
    lead: `Kết quả kiểm tra, đánh giá tổ chức hoạt động, sử dụng Cổng thông tin điện tử của các phòng, tổ chức trực thuộc, ${period}.`,
    body: { type: "doc", content: blocks.map((block) => ({ ...block, attrs: { ...block.attrs, id: newId() } })) },
  };
}

export interface RankedUnit {
  readonly unit: { readonly id: Id; readonly name: string };
  readonly place: number;
  readonly total: number;
}

/** Units by the points of the version that counts, the best first. */
export function rankedUnits({ units, versions }: Pick<Inspection, "units" | "versions">): RankedUnit[] {
  const scores = versions.at(-1)?.scores ?? [];
  const totals = units.map(({ id }) => [id, totalOf(scores, id)] as const);
  const places = placesOf(totals);
  return units
    .map((unit) => ({ unit, place: places.get(unit.id)!, total: totalOf(scores, unit.id) }))
    .sort((a, b) => a.place - b.place);
}

const text = (words: string): BodyNode => ({ type: "text", text: words });
const paragraph = (words: string): BodyNode => ({
  type: "paragraph",
  ...(words === "" ? {} : { content: [text(words)] }),
});
const heading = (words: string): BodyNode => ({ type: "heading", attrs: { level: 2 }, content: [text(words)] });
const table = (rows: readonly (readonly string[])[]): BodyNode => ({
  type: "table",
  content: rows.map((cells, row) => ({
    type: "tableRow",
    content: cells.map((cell) => ({ type: row === 0 ? "tableHeader" : "tableCell", content: [paragraph(cell)] })),
  })),
});
