import type { ReportContent, ReportFigure, ReportTexts } from "./content.ts";
import { figureText } from "./figures.ts";
import { periodWords } from "./periods.ts";

/**
 * Texts of a draft: what was written, and where nobody has written yet, what the figures themselves say. Whoever
 * submits answers for every word; where the figures say nothing, he writes.
 */
export function suggested(content: ReportContent): ReportTexts {
  const { texts } = content;
  return {
    assessment: texts.assessment || assessment(content),
    difficulties: texts.difficulties || difficulties(content),
    proposals: texts.proposals || proposals(content),
  };
}

const find = ({ figures }: ReportContent, key: string): ReportFigure | undefined =>
  figures.find((figure) => figure.key === key);
const numberOfKey = (content: ReportContent, key: string): number => find(content, key)?.number ?? 0;

function assessment(content: ReportContent): string {
  const posted = find(content, "bai-da-dang");
  const checks = find(content, "kiem-tra-dung-gio");
  const disclosure = find(content, "cong-khai-ty-le");
  const visits = find(content, "luot-truy-cap");
  const units = posted?.groups[0]?.lines.filter(({ number }) => (number ?? 0) > 0).length ?? 0;
  const words = periodWords(content.kind, content.period, content.from, content.to);
  const sentences = [
    posted &&
      `Trong ${words.replace(/^từ/, "kỳ từ")}, Cổng đăng ${figureText(posted.number, posted)} tin, bài mới của ${units} đơn vị.`,
    checks &&
      checks.number !== null &&
      `Kiểm tra nội dung hai lần mỗi ngày làm việc đúng giờ ${figureText(checks.number, checks)}.`,
    disclosure && disclosure.number !== null && `Nội dung công khai đạt ${figureText(disclosure.number, disclosure)}.`,
    visits && `Cổng có ${figureText(visits.number, visits)} lượt truy cập.`,
  ];
  return sentences.filter(Boolean).join(" ");
}

/** What the board raised as difficulties in the period (Đ18.k2). */
function difficulties(content: ReportContent): string {
  const raised = find(content, "vuong-mac");
  if (!raised) return "";
  if (raised.list.rows.length === 0) return "Không có khó khăn, vướng mắc nào được ghi nhận trong kỳ.";
  const title = Math.max(
    0,
    raised.list.heads.findIndex(({ label }) => label === "Việc"),
  );
  return raised.list.rows.map((row) => `- ${row[title]}`).join("\n");
}

function proposals(content: ReportContent): string {
  const without = find(content, "bai-da-dang")?.groups[0]?.lines.filter(({ number }) => number === 0) ?? [];
  const raised = find(content, "de-xuat")?.list;
  const title = raised?.heads.findIndex(({ label }) => label === "Việc") ?? -1;
  const lines = [
    ...(title < 0 ? [] : raised!.rows.map((row) => `- ${row[title]}`)),
    without.length > 0 &&
      `- Đề nghị các đơn vị chưa có tin, bài trong kỳ chủ động viết và gửi bài: ${without.map(({ value }) => value).join(", ")}.`,
    numberOfKey(content, "kiem-tra-muon") > 0 &&
      "- Quản trị thực hiện đủ và đúng giờ hai lần kiểm tra mỗi ngày làm việc.",
    numberOfKey(content, "cong-khai-con-thieu") > 0 &&
      "- Các đơn vị phụ trách hoàn thành những mục công khai quá hạn còn thiếu.",
    numberOfKey(content, "hoi-dap-qua-han") > 0 && "- Các đơn vị trả lời dứt điểm câu hỏi, góp ý đã quá hạn.",
  ];
  return lines.filter(Boolean).join("\n");
}
