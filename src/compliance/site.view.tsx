import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { formatDate, formatDateTime, formatNumber } from "../ui/format.ts";
import { articleOf, REGULATION_CHAPTERS, TEXT_OF } from "./carried.ts";
import { anchorOf, REGULATION_PATH, regulationHref } from "./paths.ts";
import { countStates, type PublicClause } from "./public-clauses.ts";
import { CLAUSE_STATES, type ClauseState } from "./standing.ts";
import { StateTag } from "./state-tag.view.tsx";

export interface RegulationView {
  readonly frame: SiteFrame;
  /** Where the decision stands in the library; null when it does not. */
  readonly document: string | null;
  readonly clauses: readonly PublicClause[];
  readonly at: string;
  /** Only clauses in this state are shown; null for the whole text. */
  readonly only: ClauseState | null;
}

const home = { label: "Trang chủ", href: "/" };

/** The regulation that the portal works by, in full, and how each clause of it is kept (REQ-001). */
export function RegulationPage({ view }: { readonly view: RegulationView }) {
  const { frame, document, clauses, at, only } = view;
  const counts = countStates(clauses);
  const shown = only === null ? clauses : clauses.filter(({ state, does }) => state === only && does !== "");
  return (
    <SiteLayout
      frame={frame}
      title={only === null ? "Quy chế hoạt động" : `Quy chế: ${CLAUSE_STATES[only].toLowerCase()}`}
      path={REGULATION_PATH}
      description={`${QUY_CHE_27.title}, ban hành kèm theo Quyết định số ${QUY_CHE_27.number}; từng điều khoản được thực hiện thế nào.`}
      breadcrumbs={[home, { label: "Quy chế hoạt động" }]}
    >
      <div class="section-head">
        <h1>Quy chế hoạt động và việc thực hiện</h1>
        <p class="section-lead">
          Ban hành kèm theo Quyết định số {QUY_CHE_27.number} ngày {formatDate(`${QUY_CHE_27.issuedOn}T00:00:00Z`)} của{" "}
          {QUY_CHE_27.issuer}. Người ký: {QUY_CHE_27.signer}. Có hiệu lực từ ngày ký.
          {document && (
            <>
              {" "}
              Tệp và hiệu lực: <a href={document}>Quyết định số {QUY_CHE_27.number}</a>.
            </>
          )}
        </p>
        <p class="clause-summary">
          <strong>{summary(counts)}</strong> Dưới mỗi điều khoản là việc Cổng tự làm và tình trạng lúc này, tính từ dữ
          liệu thật lúc <time dateTime={at}>{formatDateTime(at)}</time>, không ai đánh dấu bằng tay.
        </p>
      </div>
      <Filter counts={counts} only={only} />
      <div class="prose regulation">
        {shown.length === 0 && <p>Lúc này không có điều khoản nào như vậy.</p>}
        {REGULATION_CHAPTERS.map(({ key, title, from, to }) => {
          const inside = shown.filter(({ id }) => articleOf(id) >= from && articleOf(id) <= to);
          if (inside.length === 0) return null;
          return (
            <section key={key} id={key}>
              <h2>{title}</h2>
              {articlesOf(inside).map(({ number, clauses: own }) => (
                <Article key={number} number={number} clauses={own} />
              ))}
            </section>
          );
        })}
      </div>
    </SiteLayout>
  );
}

function summary({ met, soon, late, people }: Record<ClauseState, number>): string {
  const parts = [
    `${formatNumber(met)} điều khoản đạt`,
    `${formatNumber(soon)} sắp đến hạn`,
    `${formatNumber(late)} trễ`,
    `${formatNumber(people)} do con người thực hiện`,
  ];
  return `${parts.join(", ")}.`;
}

function Filter({ counts, only }: { readonly counts: Record<ClauseState, number>; readonly only: ClauseState | null }) {
  const states = (Object.keys(CLAUSE_STATES) as ClauseState[]).filter((state) => counts[state] > 0 || state === only);
  return (
    <nav class="choices" aria-label="Tình trạng">
      <span class="choices-label" aria-hidden="true">
        Tình trạng:
      </span>
      <ul class="choices-list">
        {[null, ...states].map((state) => (
          <li key={state ?? ""}>
            <a href={regulationHref(state)} aria-current={state === only ? "true" : undefined}>
              {state === null ? "Toàn văn" : `${CLAUSE_STATES[state]} (${formatNumber(counts[state])})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ArticleClauses {
  readonly number: number;
  readonly clauses: readonly PublicClause[];
}

function articlesOf(clauses: readonly PublicClause[]): ArticleClauses[] {
  const numbers = [...new Set(clauses.map(({ id }) => articleOf(id)))];
  return numbers.map((number) => ({ number, clauses: clauses.filter(({ id }) => articleOf(id) === number) }));
}

function Article({ number, clauses }: ArticleClauses) {
  const heading = `Đ${number}`;
  return (
    <>
      {number > 0 && (
        <h3 id={anchorOf(heading)}>
          Điều {number}. {TEXT_OF.get(heading)?.text}
        </h3>
      )}
      {clauses
        .filter(({ id }) => id !== heading)
        .map((clause) => (
          <Clause key={clause.id} clause={clause} />
        ))}
    </>
  );
}

function Clause({ clause: { id, text, does, state, links } }: { readonly clause: PublicClause }) {
  return (
    <div class="rule" id={anchorOf(id)}>
      <p>
        {marker(id)}
        {text}
      </p>
      {does !== "" && (
        <p class="clause-now">
          <StateTag state={state} />
          <span>
            {does}
            {links.length > 0 && (
              <>
                {" "}
                {links.map(({ href, label }, index) => (
                  <>
                    {index > 0 && ", "}
                    <a key={href} href={href}>
                      {label}
                    </a>
                  </>
                ))}
                .
              </>
            )}
          </span>
        </p>
      )}
    </div>
  );
}

/** What stands before a clause in the paper: its number, letter or dash. */
function marker(id: string): string {
  if (id.startsWith("QĐ-Đ")) return `Điều ${id.slice(4)}. `;
  const part = id.split(".").at(-1) ?? "";
  if (/^k\d/.test(part)) return `${part.slice(1)}. `;
  if (/^b\d/.test(part)) return `Bước ${part.slice(1)}: `;
  if (/^g\d/.test(part)) return "– ";
  return /^[a-zđ]$/.test(part) ? `${part}) ` : "";
}
