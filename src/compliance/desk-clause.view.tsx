import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { ITEM_STANDINGS, type ItemStanding } from "../duties/owed.ts";
import { DUTY_PATH } from "../duties/paths.ts";
import { clauseWords } from "../regulation/clause-words.ts";
import { hatName } from "../regulation/hats.ts";
import { DescriptionList, PageHead, Panel, Table } from "../ui/data.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { type Carried, HOWS } from "./carrying.ts";
import { anchorOf, COMPLIANCE_PATHS, REGULATION_PATH } from "./paths.ts";
import type { ClauseState, Finding } from "./standing.ts";
import { StateTag } from "./state-tag.view.tsx";
import type { NamedTest } from "./test-names.ts";

export interface EvidenceLine {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly act: string;
  readonly subject: string;
  readonly href: string;
}

export interface ItemLine {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly due: string;
  readonly standing: ItemStanding;
  readonly href: string;
}

export interface ClauseView {
  readonly desk: DeskFrame;
  readonly carried: Carried;
  readonly article: string;
  readonly text: string;
  readonly state: ClauseState;
  readonly findings: readonly Finding[];
  readonly places: readonly { readonly href: string; readonly label: string }[];
  readonly items: readonly ItemLine[];
  /** Those not shown among them. */
  readonly itemsTotal: number;
  readonly evidence: readonly EvidenceLine[];
  readonly evidenceTotal: number;
  /** Null when this copy knows of none. */
  readonly tests: readonly NamedTest[] | null;
}

/** One clause with all that is behind its state. */
export function ClausePage({ view }: { readonly view: ClauseView }) {
  const { desk, carried, article, text, state, findings, places, items, itemsTotal, evidence, evidenceTotal, tests } =
    view;
  const { clause, how, does, who, files } = carried;
  return (
    <DeskLayout
      desk={desk}
      title={clauseWords(clause)}
      path={COMPLIANCE_PATHS.clause(clause)}
      breadcrumbs={[{ label: "Thực hiện Quy chế", href: COMPLIANCE_PATHS.board }, { label: clauseWords(clause) }]}
      wide
    >
      <PageHead title={capital(clauseWords(clause))} eyebrow={article} lead={text} />
      <DescriptionList
        items={[
          { term: "Tình trạng", value: <StateTag state={state} /> },
          { term: "Cách giữ", value: HOWS[how] },
          { term: "Cổng làm gì", value: does },
          ...(who.length > 0 ? [{ term: "Của ai", value: who.map(hatName).join("; ") }] : []),
          {
            term: "Xem ở đâu",
            value: (
              <>
                <a href={`${REGULATION_PATH}#${anchorOf(clause)}`}>Toàn văn Quy chế</a>
                {places.map(({ href, label }) => (
                  <>
                    {", "}
                    <a key={href} href={href}>
                      {label}
                    </a>
                  </>
                ))}
              </>
            ),
          },
        ]}
      />
      {findings.length > 0 && (
        <Panel title="Cần xử lý">
          <ul>
            {findings.map((finding) => (
              <li key={finding.text}>
                <StateTag state={finding.state} />{" "}
                {finding.href ? <a href={finding.href}>{finding.text}</a> : finding.text}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {items.length > 0 && (
        <Panel title="Việc theo thời hạn">
          <Table
            caption={`${formatNumber(items.length)} trong ${formatNumber(itemsTotal)} lần đến hạn: chưa xong, rồi năm tuần qua`}
            columns={[
              {
                key: "name",
                label: "Việc",
                heads: true,
                cell: ({ name, about, href }: ItemLine) => (
                  <>
                    <a href={href}>{name}</a>
                    <span class="cell-note">{about}</span>
                  </>
                ),
              },
              { key: "due", label: "Hạn", cell: ({ due }) => formatDateTime(due) },
              { key: "standing", label: "Tình trạng", cell: ({ standing }) => ITEM_STANDINGS[standing] },
            ]}
            rows={items}
            rowKey={({ key }) => key}
          />
          <p>
            <a href={DUTY_PATH}>Mọi việc đến hạn</a>
          </p>
        </Panel>
      )}
      <Panel title="Chứng cứ">
        {evidence.length === 0 ? (
          <p>
            {evidenceTotal === 0
              ? "Nhật ký chưa có việc nào viện dẫn điều khoản này."
              : "Nhật ký có việc viện dẫn điều khoản này, nhưng không thuộc phạm vi bạn được xem."}
          </p>
        ) : (
          <Table
            caption={`${formatNumber(evidence.length)} việc mới nhất trong ${formatNumber(evidenceTotal)} việc viện dẫn điều khoản này`}
            columns={[
              { key: "at", label: "Lúc", heads: true, cell: ({ at }: EvidenceLine) => formatDateTime(at) },
              { key: "who", label: "Ai", cell: (line) => line.who },
              { key: "act", label: "Việc", cell: ({ act }) => act },
              { key: "subject", label: "Đối tượng", cell: ({ subject, href }) => <a href={href}>{subject}</a> },
            ]}
            rows={evidence}
            rowKey={({ seq }) => String(seq)}
          />
        )}
      </Panel>
      <details class="panel">
        <summary>Mã nguồn và kiểm thử</summary>
        {files.length > 0 && (
          <ul>
            {files.map((file) => (
              <li key={file}>
                <code>src/{file}</code>
              </li>
            ))}
          </ul>
        )}
        {tests === null ? (
          <p>Bản cài này không kèm danh sách kiểm thử. Chạy npx portal coverage trong thư mục mã nguồn để xem.</p>
        ) : tests.length === 0 ? (
          <p>Không có kiểm thử nào nêu điều khoản này.</p>
        ) : (
          <ul>
            {tests.map(({ file, name }) => (
              <li key={`${file} ${name}`}>
                {name} <code>{file}</code>
              </li>
            ))}
          </ul>
        )}
      </details>
    </DeskLayout>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
