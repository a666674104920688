import { CorrectionLink } from "../intake/slip.view.tsx";
import { DownloadLinks } from "../lists/downloads.view.tsx";
import { Pieces } from "../search/search.view.tsx";
import type { Piece } from "../search/snippet.ts";
import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDate, formatNumber } from "../ui/format.ts";
import { Pagination } from "../ui/navigation.tsx";
import type { PublicAnswer } from "./answers.queries.ts";
import { ENQUIRY_PATHS } from "./paths.ts";

const home = { label: "Trang chủ", href: "/" };
const room = { label: "Hỏi đáp", href: ENQUIRY_PATHS.list };

/** An answer in a list; what was looked for is marked in it. */
export interface AnswerLine {
  readonly href: string;
  readonly question: readonly Piece[];
  readonly answer: readonly Piece[];
  readonly facts: string;
}

const plain = (text: string): readonly Piece[] => [{ text, hit: false }];

export const answerLine = (answer: PublicAnswer): AnswerLine => ({
  href: ENQUIRY_PATHS.answer(answer.number),
  question: plain(shortened(answer.question, 200)),
  answer: plain(shortened(answer.answer, 240)),
  facts: factsOf(answer),
});

export interface AnswersPageView {
  readonly lines: readonly AnswerLine[];
  readonly total: number;
  /** None has every word that was typed. */
  readonly isNear: boolean;
  readonly page: number;
  readonly pages: number;
  readonly units: readonly Option[];
  readonly unit: string;
  readonly words: string;
  /** Working days in which a question is answered. */
  readonly days: number;
  readonly hrefOf: (page: number) => string;
  /** All of the list as a spreadsheet; null where words narrow it. */
  readonly csvHref: string | null;
}

/** What was asked and answered for everybody, and the way to ask. */
export function AnswersPage({ frame, view }: { readonly frame: SiteFrame; readonly view: AnswersPageView }) {
  const { lines, total, isNear, page, pages, units, unit, words, days, hrefOf, csvHref } = view;
  const isFiltered = unit !== "" || words !== "";
  return (
    <SiteLayout
      frame={frame}
      title={page > 1 ? `Hỏi đáp, trang ${page}` : "Hỏi đáp"}
      path={isFiltered ? undefined : hrefOf(page)}
      robots={words ? "noindex" : undefined}
      description={`Câu hỏi và góp ý gửi ${frame.shortName}, cùng câu trả lời.`}
      breadcrumbs={[home, { label: "Hỏi đáp" }]}
    >
      <div class="intake-page">
        <h1>Hỏi đáp, góp ý</h1>
        <p>
          Mỗi câu hỏi, góp ý được chuyển tới đơn vị phụ trách và trả lời trong {days} ngày làm việc. Họ tên và liên hệ
          không hiện trên Cổng.
        </p>
        <Actions>
          <LinkButton href={ENQUIRY_PATHS.ask} kind="primary" icon="question">
            Gửi câu hỏi
          </LinkButton>
          <LinkButton href={`${ENQUIRY_PATHS.ask}?loai=opinion`} icon="comment">
            Gửi góp ý
          </LinkButton>
          <LinkButton href={ENQUIRY_PATHS.lookUp} icon="search">
            Tra cứu phiếu đã gửi
          </LinkButton>
          <LinkButton href="/lay-y-kien" icon="comment">
            Việc đang lấy ý kiến
          </LinkButton>
        </Actions>
        <form class="filters" method="get" action={ENQUIRY_PATHS.list} aria-label="Lọc câu trả lời">
          <Field name="tu-khoa" id="tu-tim" label="Từ cần tìm" type="search" value={words} maxlength={200} optional />
          <Select name="don-vi" label="Đơn vị trả lời" options={units} value={unit} placeholder="Tất cả" optional />
          <div class="filters-buttons">
            <Button icon="search">Lọc</Button>
            {isFiltered && (
              <LinkButton href={ENQUIRY_PATHS.list} kind="quiet">
                Bỏ lọc
              </LinkButton>
            )}
          </div>
        </form>
        <h2>{isFiltered ? "Kết quả" : "Đã trả lời"}</h2>
        {total === 0 ? (
          <EmptyState title={isFiltered ? "Không có câu trả lời nào khớp" : "Chưa có câu trả lời nào"} icon="question">
            <p>
              Bạn có thể <a href={ENQUIRY_PATHS.ask}>gửi câu hỏi</a>.
            </p>
          </EmptyState>
        ) : (
          <>
            <p class="section-facts">
              {formatNumber(total)} câu trả lời
              {csvHref && (
                <>
                  {" "}
                  <DownloadLinks href={csvHref} what="câu hỏi đã trả lời" />
                </>
              )}
              {isNear && ". Không câu nào có đủ các từ; dưới đây là những câu gần nhất."}
            </p>
            <ul class="answer-list">
              {lines.map(({ href, question, answer, facts }) => (
                <li key={href} class="answer-item">
                  <h3 class="answer-question">
                    <a href={href}>
                      <Pieces pieces={question} />
                    </a>
                  </h3>
                  <p class="answer-lead">
                    <Pieces pieces={answer} />
                  </p>
                  <p class="answer-facts">{facts}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        <Pagination page={page} pages={pages} href={hrefOf} />
      </div>
    </SiteLayout>
  );
}

export interface AnswerPageProps {
  readonly frame: SiteFrame;
  readonly answer: PublicAnswer;
  /** Article by which the centre also answered. */
  readonly correction: { readonly path: string; readonly title: string } | null;
}

/** One answer with its question. */
export function AnswerPage({ frame, answer, correction }: AnswerPageProps) {
  const path = ENQUIRY_PATHS.answer(answer.number);
  return (
    <SiteLayout
      frame={frame}
      title={shortened(answer.question, 70)}
      path={path}
      description={shortened(answer.answer, 150)}
      breadcrumbs={[home, room, { label: `Câu trả lời số ${answer.number}` }]}
    >
      <div class="intake-page">
        <article class="article answer-page">
          <h1>{answer.kind === "opinion" ? "Góp ý và trả lời" : "Câu hỏi và trả lời"}</h1>
          <p class="answer-facts">{factsOf(answer)}</p>
          <section aria-labelledby="cau-hoi">
            <h2 id="cau-hoi">{answer.kind === "opinion" ? "Góp ý" : "Câu hỏi"}</h2>
            <blockquote class="prose">
              <Paragraphs text={answer.question} />
            </blockquote>
          </section>
          <section aria-labelledby="tra-loi">
            <h2 id="tra-loi">Trả lời</h2>
            <div class="prose">
              <Paragraphs text={answer.answer} />
            </div>
            <p>
              <strong>{answer.unit ?? frame.shortName}</strong>
            </p>
            <CorrectionLink correction={correction} />
          </section>
        </article>
        <Actions>
          <LinkButton href={ENQUIRY_PATHS.list} icon="left">
            Tất cả câu trả lời
          </LinkButton>
          <LinkButton href={`/yeu-cau-go-bo?dia-chi=${encodeURIComponent(path)}`} kind="quiet">
            Báo cáo nội dung
          </LinkButton>
        </Actions>
      </div>
    </SiteLayout>
  );
}

function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter(Boolean)
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </>
  );
}

function factsOf({ unit, askedOn, publishedAt }: PublicAnswer): string {
  const asked = formatDate(`${askedOn}T00:00:00Z`);
  return [unit, `gửi ngày ${asked}`, `trả lời ngày ${formatDate(publishedAt)}`].filter(Boolean).join(" · ");
}

function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
}
