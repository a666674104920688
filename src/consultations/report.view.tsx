import { Table } from "../ui/data.tsx";
import { formatNumber } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import { OUTCOMES, type Outcome, type Report, type Tally } from "./report.ts";

const LOOKS = {
  accepted: { icon: "check-circle", tone: "good" },
  partly: { icon: "check", tone: "wait" },
  explained: { icon: "comment", tone: "quiet" },
} as const satisfies Record<Outcome, object>;

/** Tiếp thu, giải trình: what came in, counted and in groups, and what became of each group. */
export function ReportView({ report }: { readonly report: Report }) {
  const { lead, received, aside, groups, tallies } = report;
  return (
    <>
      <p>
        Đã nhận <strong>{formatNumber(received)} ý kiến</strong>
        {aside > 0 && `; ${formatNumber(aside)} ý kiến không đưa vào tổng hợp, mỗi ý kiến có ghi lý do`}.
      </p>
      <div class="prose">
        {lead.split(/\n+/).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {tallies.map((tally) => (
        <TallyTable key={tally.question} tally={tally} />
      ))}
      {groups.map(({ topic, count, gist, outcome, reply }) => (
        <section key={topic} class="answer-item consultation-part">
          <h3>{topic}</h3>
          <p class="answer-facts">
            {outcome !== "" && <Tag {...LOOKS[outcome]}>{OUTCOMES[outcome]}</Tag>} {formatNumber(count)} ý kiến
          </p>
          <div class="prose">
            <p>
              <strong>Ý kiến:</strong> {gist}
            </p>
            <p>
              <strong>Trung tâm trả lời:</strong> {reply}
            </p>
          </div>
        </section>
      ))}
    </>
  );
}

function TallyTable({ tally: { question, choices } }: { readonly tally: Tally }) {
  const total = choices.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => (total === 0 ? "–" : `${Math.round((count / total) * 100)}%`);
  return (
    <Table
      caption={question}
      columns={[
        { key: "choice", label: "Lựa chọn", cell: ({ text }) => text },
        { key: "count", label: "Số ý kiến", align: "end", cell: ({ count }) => formatNumber(count) },
        { key: "share", label: "Tỷ lệ", align: "end", cell: ({ count }) => share(count) },
      ]}
      rows={choices}
      rowKey={({ text }) => text}
    />
  );
}
