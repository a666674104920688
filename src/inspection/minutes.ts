import { readable } from "../board/rules.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Paper, PaperBlock } from "../papers/paper.ts";
import type { Settings } from "../settings/settings.ts";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import type { Inspection } from "./inspections.queries.ts";
import { INSPECTION_TYPES } from "./moves.ts";
import { rankedUnits } from "./result-article.ts";
import { pointsOf } from "./scores.ts";

/**
 * The minutes of an inspection, ready for Word and for print (REQ-152, NĐ 30/2020). `ranked`: all its units, among which
 * those told of have their places, where it tells of some only.
 */
export function minutesOf(
  inspection: Inspection,
  settings: Settings,
  director: string,
  ranked: Inspection["units"] = inspection.units,
): Paper {
  const { team, units, moves, marks, versions, set, sample, seed } = inspection;
  const scores = versions.at(-1)?.scores ?? [];
  const nameOf = (unit: string | null) => units.find(({ id }) => id === unit)?.name ?? "";
  const conclusion = moves.findLast(({ act }) => act === "conclude");
  const findings = marks.filter(({ criterion, article_id }) => criterion === "" && article_id === null);
  const checked = sample.map((one) => ({
    ...one,
    mark: marks.findLast(({ article_id }) => article_id === one.article),
  }));
  const explained = moves.filter(({ act }) => act === "explain");
  const body: PaperBlock[] = [
    { kind: "heading", level: 1, text: "I. Thành phần, thời gian" },
    paragraph(
      `${INSPECTION_TYPES[inspection.type].name}, kỳ từ ngày ${readable(inspection.from)} đến ngày ${readable(inspection.to)}.`,
    ),
    paragraph("Đoàn kiểm tra:"),
    ...team.map(({ name, position, isLead }) => item(`${name}, ${position}${isLead ? " (Trưởng đoàn)" : ""}`)),
    paragraph(`Đơn vị được kiểm tra: ${units.map(({ name }) => name).join("; ")}.`),
    { kind: "heading", level: 1, text: "II. Nội dung kiểm tra" },
    ...(sample.length === 0
      ? [paragraph("Không rút mẫu bài.")]
      : [
          paragraph(`Mẫu bài được rút theo số gốc ${seed}, ghi trước khi rút.`),
          table(
            "Bài trong mẫu",
            ["Đơn vị", "Bài", "Kết quả"],
            checked.map(({ unit, title, mark }) => [
              nameOf(unit),
              title,
              mark ? (mark.value === 100 ? "Đạt" : `Có sai sót: ${mark.note}`) : "Chưa ghi",
            ]),
          ),
        ]),
    ...(findings.length === 0
      ? [paragraph("Không có nhận xét riêng.")]
      : findings.map(({ unit_id, note, name }) => item(`${nameOf(unit_id)}: ${note} (${name})`))),
    { kind: "heading", level: 1, text: "III. Kết quả chấm điểm" },
    ...(scores.length === 0
      ? [paragraph("Chưa chốt điểm.")]
      : [
          {
            kind: "table",
            caption: "Bảng điểm",
            heads: [
              { label: "Hạng", align: "center" },
              { label: "Đơn vị" },
              ...set.criteria.map(({ name, weight }) => ({ label: `${name} (${weight})`, align: "right" as const })),
              { label: "Tổng (100)", align: "right" },
            ],
            rows: rankedUnits({ units: ranked, versions })
              .filter(({ unit }) => units.some(({ id }) => id === unit.id))
              .map(({ unit, place, total }) => [
                String(place),
                unit.name,
                ...set.criteria.map(({ key }) => {
                  const score = scores.find((one) => one.unit === unit.id && one.criterion === key);
                  return score ? formatNumber(pointsOf(score)) : "–";
                }),
                formatNumber(total),
              ]),
          } satisfies PaperBlock,
        ]),
    ...versions
      .filter(({ kind }) => kind === "correction")
      .map(({ notice, at }) => item(`Đính chính lúc ${formatDateTime(at)}: ${notice}`)),
    { kind: "heading", level: 1, text: "IV. Giải trình của đơn vị" },
    ...(explained.length === 0
      ? [paragraph("Không có giải trình.")]
      : explained.map(({ unit_id, text, name, at }) =>
          item(`${nameOf(unit_id)} (${name}, ${formatDateTime(at)}): ${text}`),
        )),
    { kind: "heading", level: 1, text: "V. Kết luận của Giám đốc" },
    paragraph(conclusion ? conclusion.text : "Chưa kết luận."),
  ];
  return {
    superiorBody: settings["site.superiorBody"].toLocaleUpperCase("vi"),
    issuer: settings["site.shortName"].toLocaleUpperCase("vi"),
    number: null,
    symbol: `BB-${settings["institution.abbreviation"]}`,
    place: settings["institution.place"],
    day: conclusion ? dayOf(conclusion.at) : null,
    kind: "BIÊN BẢN",
    abstract: inspection.title,
    addressees: [],
    bases: [
      "Căn cứ Điều 22 Quy chế hoạt động của Cổng thông tin điện tử ban hành kèm theo Quyết định số 27/QĐ-GDTXHP",
      `Căn cứ ${inspection.decision}`,
    ],
    body,
    signatures: [
      { authority: "", position: "TRƯỞNG ĐOÀN KIỂM TRA", name: team[0]?.name ?? "" },
      { authority: "", position: "GIÁM ĐỐC", name: director },
    ],
    recipients: ["Các đơn vị được kiểm tra", "Lưu: VT"],
    draft: conclusion === undefined,
  };
}

const paragraph = (text: string): PaperBlock => ({ kind: "paragraph", text });
const item = (text: string): PaperBlock => ({ kind: "item", text });
const table = (caption: string, labels: readonly string[], rows: readonly (readonly string[])[]): PaperBlock => ({
  kind: "table",
  caption,
  heads: labels.map((label) => ({ label })),
  rows,
});
