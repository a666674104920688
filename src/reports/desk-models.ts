import { readable } from "../board/rules.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import { type Hat, hatName } from "../regulation/hats.ts";
import type { Settings } from "../settings/settings.ts";
import type { TimelineEntry } from "../ui/data.tsx";
import { formatDateTime } from "../ui/format.ts";
import type { ReportFigure } from "./content.ts";
import { CHAPTERS, type Chapter } from "./figure.ts";
import { differenceOf, figureText } from "./figures.ts";
import { kindOf } from "./kinds.ts";
import type { OpenReport } from "./model.ts";
import { groupHref, REPORT_PATHS } from "./paths.ts";
import { periodOf, periodWords } from "./periods.ts";
import type { ChapterView, GroupView, NumberLine, ReportPageView } from "./report.view.tsx";
import type { ReportMove } from "./reports.queries.ts";
import { MAY_SEND } from "./rules.ts";
import { textsMark } from "./texts.ts";
import { reportTitle } from "./title.ts";

/** Lines of a breakdown that are drawn at once. */
const MOST_LINES = 10;

/** The page of one report, for whoever wears `hat` and owns `hats`. */
export function reportView(
  open: OpenReport,
  hat: string,
  hats: readonly Hat[],
  settings: Settings,
  now: Instant,
): Omit<ReportPageView, "desk" | "form" | "done"> {
  const { report, content, isLive } = open;
  const { compared } = content;
  const isOpen = report.state === "DRAFT" || report.state === "RETURNED";
  const opens = periodOf(report.kind, report.period, settings)?.opens ?? report.createdAt;
  const mayWrite = isOpen && (hat === report.authorHat || kindOf(report.kind).writers.some((one) => one === hat));
  return {
    id: report.id,
    title: reportTitle(report),
    clause: report.clause,
    state: report.state,
    facts: factsOf(open, now),
    isLive,
    compared: compared && `kỳ ${periodWords(report.kind, compared.period, compared.from, compared.to)}`,
    openMonths: content.openMonths.map((month) => month.split("-").reverse().join("/")).join(", "),
    chapters: chaptersOf(open),
    texts: content.texts,
    textsMark: textsMark(report.texts),
    round: report.round,
    may: {
      write: mayWrite,
      submit: isOpen && hat === report.authorHat,
      accept: report.state === "SUBMITTED" && hat === report.receiverHat,
      send:
        report.kind === "authority" &&
        report.state === "ACCEPTED" &&
        !report.sentOn &&
        MAY_SEND.some((one) => one === hat),
    },
    notYet: isOpen && now < opens ? `Nộp được từ ngày ${readable(dayOf(opens))}.` : "",
    receiver: hatName(report.receiverHat),
    signsAsBoth: hat === report.authorHat && hats.includes(report.receiverHat),
    history: open.moves.map(entryOf).reverse(),
  };
}

function factsOf({ report, content, hash, moves }: OpenReport, now: Instant) {
  const late = report.firstSubmittedAt === null && report.due < now ? ", đã quá hạn" : "";
  const accepted = moves.findLast(({ to_state, from_state }) => to_state === "ACCEPTED" && from_state !== "ACCEPTED");
  const facts = [
    [
      "Kỳ số liệu",
      `${readable(report.from)} – ${readable(report.to)}; tính đến ${formatDateTime(content.coverage.until)}`,
    ],
    ["Hạn nộp", `${formatDateTime(report.due)}${late}`],
    ["Người nhận", hatName(report.receiverHat)],
    report.requestNumber && ["Văn bản của Sở", `${report.requestNumber} ngày ${readable(report.requestDay!)}`],
    report.sentOn && ["Đã gửi Sở", `văn bản số ${report.sentNumber}, ngày ${readable(report.sentOn)}`],
    accepted?.both_hats && [
      "Ký một lần với hai vai trò",
      `${accepted.name}: ${hatName(report.authorHat)}, đồng thời là ${hatName(report.receiverHat)}`,
    ],
    !hash ? null : ["Mã niêm phong nhật ký", `${content.seal?.hash ?? ""} (dòng số ${content.seal?.seq ?? ""})`],
    hash && ["Mã băm của báo cáo", hash],
  ];
  return facts.flatMap((fact) => (fact ? [{ term: fact[0]!, value: fact[1]! }] : []));
}

function chaptersOf({ report, content }: OpenReport): ChapterView[] {
  return (Object.keys(CHAPTERS) as Chapter[]).flatMap((key) => {
    const own = content.figures.filter(({ chapter }) => chapter === key);
    if (own.length === 0) return [];
    const lines = own.map((figure) => lineOf(figure, REPORT_PATHS.figure(report.id, figure.key)));
    return [{ title: CHAPTERS[key], lines, groups: own.flatMap((figure) => groupsOf(report.id, figure)) }];
  });
}

const lineOf = (figure: ReportFigure, href: string): NumberLine => ({
  ...{ key: figure.key, label: figure.label, clause: figure.clause, href },
  number: figureText(figure.number, figure),
  before: figureText(figure.before, figure),
  difference: differenceOf(figure.number, figure.before),
});

function groupsOf(id: string, figure: ReportFigure): GroupView[] {
  return figure.groups
    .filter(({ lines }) => lines.length > 0)
    .map(({ column, label, lines }) => {
      const isWhole = figure.by?.some((one) => one.column === column && one.all !== undefined) ?? false;
      const drawn = isWhole ? lines : lines.slice(0, MOST_LINES);
      const left = lines.length - drawn.length;
      return {
        title: `${figure.label}: theo ${label.toLowerCase()}`,
        more: left > 0 ? { count: left, href: REPORT_PATHS.figure(id, figure.key) } : null,
        lines: drawn.map(({ value, number, before }) => ({
          ...{ key: value, label: value || "(không ghi)", clause: "", href: groupHref(id, figure.key, column, value) },
          number: figureText(number, figure),
          before: figureText(before, figure),
          difference: differenceOf(number, before),
        })),
      };
    });
}

const ACTS: Readonly<Record<string, { did: string; icon: TimelineEntry["icon"]; tone?: TimelineEntry["tone"] }>> = {
  prepare: { did: "lập dự thảo", icon: "edit" },
  order: { did: "yêu cầu báo cáo", icon: "edit" },
  submit: { did: "nộp báo cáo", icon: "send" },
  accept: { did: "nhận và chốt báo cáo", icon: "check-circle", tone: "good" },
  return: { did: "trả lại báo cáo", icon: "returned", tone: "back" },
  send: { did: "ghi gửi Sở", icon: "send", tone: "good" },
};

function entryOf({ seq, act, name, hat, at, note, both_hats }: ReportMove): TimelineEntry {
  const { did, icon, tone } = ACTS[act]!;
  const detail = [note, both_hats === 1 ? "Một người giữ cả hai vai trò, ký một lần." : ""].filter(Boolean).join(" ");
  return {
    id: String(seq),
    icon,
    title: hat === "SYSTEM" ? `Hệ thống ${did}` : `${name} (${hatName(hat)}) ${did}`,
    when: formatDateTime(at),
    at,
    detail: detail || undefined,
    ...(tone ? { tone } : {}),
  };
}
