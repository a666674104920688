import { readable } from "../board/rules.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import type { Value } from "../lists/sheet.ts";
import type { Paper, PaperBlock, PaperHead, PaperSignature } from "../papers/paper.ts";
import { clauseWords } from "../regulation/clause-words.ts";
import { hatName } from "../regulation/hats.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import type { Settings } from "../settings/settings.ts";
import { formatDateTime } from "../ui/format.ts";
import type { ReportContent, ReportFigure } from "./content.ts";
import { CHAPTERS, type Chapter } from "./figure.ts";
import { differenceOf, figureText } from "./figures.ts";
import { kindOf, OFFICES } from "./kinds.ts";
import { periodWords } from "./periods.ts";
import type { Report } from "./reports.queries.ts";

export interface PaperFacts {
  readonly report: Report;
  readonly content: ReportContent;
  readonly hash: string;
  readonly isLive: boolean;
  readonly settings: Settings;
  readonly submitter: string;
  readonly receiver: string;
  readonly submittedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly bothHats: boolean;
  readonly remark: string;
}

/** Lines of a breakdown that a paper prints; the rest is in the lists. */
const MOST_LINES = 10;
/** Rows of a list that a paper prints. */
const MOST_ROWS = 30;

/** The report as an administrative paper (law.md §9): the numbers are those of the screen, the texts word by word. */
export function reportPaper(facts: PaperFacts): Paper {
  const { report, settings } = facts;
  const { subject, to } = kindOf(report.kind);
  const superior = settings["site.superiorBody"];
  const receiver = to === "superior" ? superior : (OFFICES[report.receiverHat] ?? hatName(report.receiverHat));
  const signed = report.sentOn ?? (facts.submittedAt && dayOf(facts.submittedAt));
  return {
    superiorBody: superior.toLocaleUpperCase("vi"),
    issuer: settings["site.shortName"].toLocaleUpperCase("vi"),
    number: report.sentNumber,
    symbol: `BC-${settings["institution.abbreviation"]}`,
    place: settings["institution.place"],
    day: signed,
    kind: "BÁO CÁO",
    abstract: abstractOf(report, subject),
    addressees: [receiver],
    bases: [],
    body: bodyOf(facts),
    draft: facts.isLive,
    signatures: [signatureOf(facts)],
    recipients: [to === "superior" ? `${superior} (để báo cáo)` : "Như trên", ...settings["reports.recipients"]],
  };
}

function abstractOf({ kind, period, from, to, topic }: Report, subject: string): string {
  if (topic) return `${topic} (${periodWords(kind, period, from, to)})`;
  return `${subject} ${periodWords(kind, period, from, to)}`;
}

function signatureOf({ report, submitter, receiver, bothHats }: PaperFacts): PaperSignature {
  const { signedBy, authority, position } = kindOf(report.kind);
  const both = bothHats
    ? `, ĐỒNG THỜI LÀ ${(OFFICES[report.receiverHat] ?? hatName(report.receiverHat)).toUpperCase()}`
    : "";
  return { authority, position: `${position}${both}`, name: signedBy === "receiver" ? receiver : submitter };
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

function bodyOf(facts: PaperFacts): PaperBlock[] {
  const { report, content } = facts;
  const { figures, texts, coverage } = content;
  const blocks: PaperBlock[] = [paragraph(openingOf(facts))];
  let chapter = 0;
  const heading = (text: string) => {
    blocks.push({ kind: "heading", level: 1, text: `${ROMAN[chapter]}. ${text}` });
    chapter += 1;
  };
  heading("Đánh giá chung");
  blocks.push(...paragraphs(texts.assessment));
  for (const key of Object.keys(CHAPTERS) as Chapter[]) {
    const own = figures.filter((figure) => figure.chapter === key);
    if (own.length === 0) continue;
    heading(CHAPTERS[key]);
    blocks.push(numbersOf(own, content));
    for (const figure of own) blocks.push(...partsOf(figure));
  }
  // Before the words of its author: a paper ends with what it asks for.
  heading("Số liệu, niêm phong");
  if (content.openMonths.length > 0) {
    const months = content.openMonths.map((month) => month.split("-").reverse().join("/")).join(", ");
    blocks.push(paragraph(`Số liệu tạm tính của các tháng chưa chốt: ${months}.`));
  }
  blocks.push(paragraph(`Số liệu tính đến ${formatDateTime(coverage.until)}.`));
  if (report.state === "ACCEPTED" && facts.acceptedAt) {
    const hats = facts.bothHats
      ? ` (một người giữ cả hai vai trò ${hatName(report.authorHat)} và ${hatName(report.receiverHat)}, ký một lần)`
      : "";
    blocks.push(
      paragraph(
        `${hatName(report.receiverHat)} ${facts.receiver} nhận báo cáo lúc ${formatDateTime(facts.acceptedAt)}${hats}.${facts.remark ? ` Ý kiến: ${facts.remark}` : ""}`,
      ),
    );
  }
  if (content.seal) {
    blocks.push(paragraph(`Mã niêm phong nhật ký (dòng số ${content.seal.seq}): ${content.seal.hash}`));
  }
  if (facts.hash) blocks.push(paragraph(`Mã băm của báo cáo: ${facts.hash}`));
  heading("Khó khăn, vướng mắc");
  blocks.push(...paragraphs(texts.difficulties));
  heading("Đề xuất, giải pháp");
  blocks.push(...paragraphs(texts.proposals));
  return blocks;
}

function openingOf({ report, content, settings }: PaperFacts): string {
  const request =
    report.requestNumber && report.requestDay
      ? ` và văn bản số ${report.requestNumber} ngày ${readable(report.requestDay)} của ${settings["site.superiorBody"]}`
      : "";
  return `Thực hiện ${clauseWords(report.clause)} Quy chế ban hành kèm theo Quyết định số ${QUY_CHE_27.number} ngày ${readable(QUY_CHE_27.issuedOn)}${request}, kỳ báo cáo từ ngày ${readable(content.from)} đến ngày ${readable(content.to)}, kết quả như sau:`;
}

const HEADS = (compared: string): PaperHead[] => [
  { label: "TT", align: "center" },
  { label: "Nội dung" },
  { label: "Kỳ này", align: "right" },
  { label: compared, align: "right" },
  { label: "Tăng, giảm", align: "right" },
];

/** The figures of a chapter, beside those of the report before. */
function numbersOf(figures: readonly ReportFigure[], { compared }: ReportContent): PaperBlock {
  return {
    kind: "table",
    caption: "",
    heads: HEADS(compared ? `Kỳ trước` : "Kỳ trước (chưa có)"),
    rows: figures.map((figure, index) => [
      String(index + 1),
      figure.label,
      figureText(figure.number, figure),
      figureText(figure.before, figure),
      differenceOf(figure.number, figure.before),
    ]),
  };
}

/** What stands under the numbers: a figure told apart, and the rows of one whose rows are printed. */
function partsOf(figure: ReportFigure): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  for (const { label, lines } of figure.groups) {
    if (lines.length === 0) continue;
    const printed = isWhole(figure, label) ? lines : lines.slice(0, MOST_LINES);
    blocks.push({
      kind: "table",
      caption: `${figure.label}, theo ${label.toLowerCase()}${printed.length < lines.length ? ` (${printed.length} dòng đầu)` : ""}`,
      heads: HEADS("Kỳ trước"),
      rows: printed.map(({ value, number, before }, index) => [
        String(index + 1),
        value || "(không ghi)",
        figureText(number, figure),
        figureText(before, figure),
        differenceOf(number, before),
      ]),
    });
  }
  if (figure.printed && figure.list.rows.length > 0) blocks.push(rowsOf(figure));
  return blocks;
}

const isWhole = (figure: ReportFigure, label: string): boolean =>
  figure.by?.some(({ column, all }) => all !== undefined && figure.list.heads[column]?.label === label) ?? false;

function rowsOf({ label, list, printed }: ReportFigure): PaperBlock {
  const columns = Array.isArray(printed) ? (printed as readonly number[]) : list.heads.map((_, index) => index);
  const rows = list.rows.slice(0, MOST_ROWS);
  return {
    kind: "table",
    caption: `${label}${rows.length < list.rows.length ? ` (${rows.length} dòng đầu trên ${list.rows.length})` : ""}`,
    heads: columns.map((column) => ({
      label: list.heads[column]!.label,
      align: list.heads[column]!.kind === "number" ? ("right" as const) : ("left" as const),
    })),
    rows: rows.map((row) => columns.map((column) => cellText(row[column] ?? null, list.heads[column]!.kind))),
  };
}

/** A cell of a list as it is read. */
export function cellText(value: Value, kind: string): string {
  if (value === null || value === "") return "";
  if (kind === "day") return readable(String(value));
  return kind === "time" ? formatDateTime(String(value)) : String(value);
}

const paragraph = (text: string): PaperBlock => ({ kind: "paragraph", text });

function paragraphs(text: string): PaperBlock[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (line.startsWith("- ") ? { kind: "item", text: line.slice(2) } : paragraph(line)));
}
