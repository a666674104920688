import type { Typed } from "../http/form-state.ts";
import { SentWords, SlipFiles } from "../intake/desk-parts.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Radios, Select } from "../ui/choice.tsx";
import { DescriptionList, Panel, Table } from "../ui/data.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Pagination } from "../ui/navigation.tsx";
import { Tag } from "../ui/status.tsx";
import type { Question } from "./call.ts";
import { ConsultationDeskPage, type ConsultationDeskView } from "./desk-page.view.tsx";
import type { KeptOpinion } from "./opinions.queries.ts";
import { CONSULTATION_PATHS } from "./paths.ts";

/** "chua", "vao", "khong": how the list is narrowed. */
export const OPINION_FILTERS = [
  { value: "chua", label: "Chưa xem xét" },
  { value: "vao", label: "Đưa vào tổng hợp" },
  { value: "khong", label: "Không đưa vào" },
] as const;

export interface OpinionsPageView extends ConsultationDeskView {
  readonly id: string;
  readonly opinions: readonly KeptOpinion[];
  readonly questions: readonly Question[];
  readonly topics: readonly string[];
  readonly filter: { readonly state: string; readonly topic: string };
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  readonly csvHref: string;
}

/** What came in, narrowed and counted; each leads to its own page. */
export function OpinionsPage({ view }: { readonly view: OpinionsPageView }) {
  const { id, opinions, questions, topics, filter, page, pages, hrefOf } = view;
  return (
    <ConsultationDeskPage view={view}>
      <form class="filters" method="get" action={CONSULTATION_PATHS.opinions(id)} aria-label="Lọc ý kiến">
        <Select
          name="xem"
          label="Xem xét"
          options={[...OPINION_FILTERS]}
          value={filter.state}
          placeholder="Tất cả"
          optional
        />
        <Select
          name="nhom"
          label="Nhóm"
          options={topics.map((topic) => ({ value: topic, label: topic }))}
          value={filter.topic}
          placeholder="Tất cả"
          optional
        />
        <div class="filters-buttons">
          <Button icon="search">Lọc</Button>
        </div>
      </form>
      <Actions>
        <Downloads href={view.csvHref} />
      </Actions>
      <Table
        caption="Ý kiến nhận được"
        captionHidden
        rows={opinions}
        rowKey={(one) => one.id}
        empty={<EmptyState title="Không có ý kiến nào" icon="comment" />}
        columns={[
          {
            key: "words",
            label: "Ý kiến",
            cell: (one) => <a href={CONSULTATION_PATHS.judge(id, one.id)}>{beginning(one, questions)}</a>,
          },
          { key: "sender", label: "Người gửi", cell: ({ name, email }) => name || email || "Không nêu tên" },
          { key: "at", label: "Nhận lúc", cell: ({ receivedAt }) => formatDateTime(receivedAt) },
          {
            key: "verdict",
            label: "Xem xét",
            cell: (one) => (
              <>
                <VerdictTag verdict={one.verdict} />
                {one.topic && <span class="cell-note">{one.topic}</span>}
              </>
            ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} href={hrefOf} />
    </ConsultationDeskPage>
  );
}

function VerdictTag({ verdict }: Pick<KeptOpinion, "verdict">) {
  if (verdict === "taken")
    return (
      <Tag icon="check-circle" tone="good">
        Đưa vào tổng hợp
      </Tag>
    );
  if (verdict === "aside") return <Tag icon="archive">Không đưa vào</Tag>;
  return (
    <Tag icon="clock" tone="wait">
      Chưa xem xét
    </Tag>
  );
}

/** The first words of an opinion, or its first choice. */
function beginning({ content, answers, choices, code, erasedAt }: KeptOpinion, questions: readonly Question[]): string {
  const chosen = choices.flatMap((choice, place) => questions[place]?.choices[choice ?? -1] ?? []);
  const words = [content, ...answers, ...chosen].find((text) => text !== "") ?? "";
  const line = words.replace(/\s+/g, " ");
  if (line === "") return erasedAt ? `Phiếu ${code}, đã xóa lời` : `Phiếu ${code}`;
  return line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line;
}

export interface OpinionPageView extends ConsultationDeskView {
  readonly id: string;
  readonly opinion: KeptOpinion;
  readonly questions: readonly Question[];
  readonly topics: readonly Option[];
  readonly typed: Typed;
  readonly errors: Typed;
  readonly mayJudge: boolean;
  readonly nextHref: string | null;
}

/** One opinion as it was sent, and whether it goes into the report. */
export function OpinionPage({ view }: { readonly view: OpinionPageView }) {
  const { id, opinion, questions, mayJudge, nextHref } = view;
  return (
    <ConsultationDeskPage view={view}>
      <DescriptionList
        items={[
          { term: "Mã phiếu", value: opinion.code },
          { term: "Nhận lúc", value: formatDateTime(opinion.receivedAt) },
          {
            term: "Người gửi",
            value: opinion.erasedAt
              ? "Đã xóa khi hết hạn lưu"
              : [opinion.name, opinion.email].filter(Boolean).join(", ") || "Không nêu tên",
          },
          {
            term: "Xem xét",
            value: (
              <>
                <VerdictTag verdict={opinion.verdict} /> {opinion.topic || opinion.reason}
                {opinion.judge && ` (${opinion.judge}, ${formatDateTime(opinion.judgedAt)})`}
              </>
            ),
          },
        ]}
      />
      <Panel title="Nguyên văn">
        {questions.map(({ text, choices }, place) => {
          const choice = choices[opinion.choices[place] ?? -1];
          const words = opinion.answers[place] ?? "";
          return (
            <div key={text}>
              <p>
                <strong>
                  {place + 1}. {text}
                </strong>
              </p>
              {words ? <SentWords text={words} /> : <p>{choice ?? "Không trả lời"}</p>}
            </div>
          );
        })}
        {opinion.content && <SentWords text={opinion.content} />}
        <SlipFiles files={opinion.files} />
      </Panel>
      {mayJudge && <Judging view={view} />}
      <Actions>
        <LinkButton href={CONSULTATION_PATHS.opinions(id)} icon="left">
          Tất cả ý kiến
        </LinkButton>
        {nextHref && (
          <LinkButton href={nextHref} icon="right">
            Ý kiến chưa xem xét tiếp theo
          </LinkButton>
        )}
      </Actions>
    </ConsultationDeskPage>
  );
}

function Judging({ view }: { readonly view: OpinionPageView }) {
  const { id, opinion, topics, typed, errors, desk } = view;
  const control = (name: string) => ({ name, value: typed[name], error: errors[name] });
  return (
    <Panel title="Xem xét ý kiến">
      <form class="form" method="post" action={CONSULTATION_PATHS.judge(id, opinion.id)}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <p>Lời của người gửi không ai sửa được; ý kiến không đưa vào tổng hợp vẫn được lưu và được đếm.</p>
        <Radios
          label="Ý kiến này"
          {...control("xem-xet")}
          options={[
            {
              value: "taken",
              label: "Đưa vào tổng hợp",
              children: (
                <>
                  {topics.length > 0 && (
                    <Select label="Nhóm đã có" options={topics} placeholder="Chọn nhóm" optional {...control("nhom")} />
                  )}
                  <Field label="Nhóm mới" maxlength={150} optional {...control("nhom-moi")} />
                </>
              ),
            },
            {
              value: "aside",
              label: "Không đưa vào tổng hợp",
              children: <TextArea rows={2} label="Lý do" optional {...control("ly-do")} />,
            },
          ]}
        />
        <Button kind="primary">Ghi</Button>
      </form>
    </Panel>
  );
}
