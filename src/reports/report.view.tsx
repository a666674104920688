import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { Checkbox } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel, Table, Timeline, type TimelineEntry } from "../ui/data.tsx";
import { ClauseMark, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import type { ReportTexts } from "./content.ts";
import { REPORT_PATHS } from "./paths.ts";
import type { ReportState } from "./rules.ts";
import { ReportStateTag } from "./state.view.tsx";

/** A number with what it was and where its rows are. */
export interface NumberLine {
  readonly key: string;
  readonly label: string;
  readonly clause: string;
  readonly number: string;
  readonly before: string;
  readonly difference: string;
  readonly href: string;
}

export interface GroupView {
  readonly title: string;
  readonly lines: readonly NumberLine[];
  /** Lines that are not drawn here. */
  readonly more: { readonly count: number; readonly href: string } | null;
}

export interface ChapterView {
  readonly title: string;
  readonly lines: readonly NumberLine[];
  readonly groups: readonly GroupView[];
}

export interface ReportPageView {
  readonly desk: DeskFrame;
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  readonly state: ReportState;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly isLive: boolean;
  readonly compared: string | null;
  readonly openMonths: string;
  readonly chapters: readonly ChapterView[];
  readonly texts: ReportTexts;
  /** Which words, and which submission, this page shows: what is sent from it is about these. */
  readonly textsMark: string;
  readonly round: number;
  readonly may: {
    readonly write: boolean;
    readonly submit: boolean;
    readonly accept: boolean;
    readonly send: boolean;
  };
  /** Why it cannot be submitted yet, in a sentence; "" when it can. */
  readonly notYet: string;
  readonly receiver: string;
  readonly signsAsBoth: boolean;
  readonly form: FormState;
  readonly done: string | undefined;
  readonly history: readonly TimelineEntry[];
}

export const TEXT_FIELDS = [
  {
    key: "assessment",
    name: "danh-gia",
    label: "Đánh giá chung",
    hint: "Kết quả, chất lượng tin bài, việc thực hiện Quy chế.",
  },
  {
    key: "difficulties",
    name: "kho-khan",
    label: "Khó khăn, vướng mắc",
    hint: "Không có thì ghi “Không có”.",
  },
  {
    key: "proposals",
    name: "de-xuat",
    label: "Đề xuất, giải pháp",
    hint: "Bắt buộc theo Điều 18; không có thì ghi “Không có”.",
  },
] as const;

/** One report: what it says, number by number, and what can be done with it. */
export function ReportPage({ view }: { readonly view: ReportPageView }) {
  const { desk, id, title, clause, state, facts, chapters, form, done, isLive } = view;
  const crumbs = [
    { label: "Bàn làm việc", href: "/ban-bien-tap" },
    { label: "Báo cáo", href: REPORT_PATHS.list },
    { label: title },
  ];
  return (
    <DeskLayout desk={desk} title={title} path={REPORT_PATHS.one(id)} breadcrumbs={crumbs}>
      <PageHead
        title={title}
        eyebrow={<ReportStateTag state={state} />}
        lead={<ClauseMark clause={clause} />}
        actions={
          <>
            <LinkButton href={REPORT_PATHS.word(id)} icon="download" download>
              Tải Word
            </LinkButton>
            <LinkButton href={REPORT_PATHS.workbook(id)} icon="download" download>
              Tải Excel
            </LinkButton>
            <LinkButton href={REPORT_PATHS.print(id)} icon="print">
              Bản in
            </LinkButton>
          </>
        }
      />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      {view.openMonths && (
        <Notice kind="warn" title="Số liệu còn tạm tính">
          <p>Chưa chốt báo cáo các tháng: {view.openMonths}.</p>
        </Notice>
      )}
      <DescriptionList items={facts} />
      {view.may.accept && <Receive view={view} />}
      {view.may.send && <Send view={view} />}
      {view.may.write ? <Texts view={view} /> : <ReadTexts texts={view.texts} />}
      <h2>Số liệu{isLive && " tính đến lúc này"}</h2>
      <p>
        {isLive
          ? "Số liệu được tính lại mỗi lần mở trang, và chốt khi nộp. Bấm vào số để xem danh sách."
          : "Số liệu đã chốt khi nộp. Bấm vào số để xem danh sách."}{" "}
        {view.compared && `So với ${view.compared}.`}
      </p>
      {chapters.map((chapter) => (
        <ChapterPart key={chapter.title} chapter={chapter} />
      ))}
      <Panel title="Quá trình">
        <Timeline items={view.history} />
      </Panel>
    </DeskLayout>
  );
}

function ChapterPart({ chapter: { title, lines, groups } }: { readonly chapter: ChapterView }) {
  return (
    <section class="panel">
      <Numbers caption={title} lines={lines} />
      {groups.map((group) => (
        <details key={group.title}>
          <summary>{group.title}</summary>
          <Numbers caption={group.title} hidden lines={group.lines} />
          {group.more && (
            <p>
              Còn {group.more.count} dòng nữa, <a href={group.more.href}>xem cả danh sách</a>.
            </p>
          )}
        </details>
      ))}
    </section>
  );
}

function Numbers(props: { caption: string; hidden?: boolean; lines: readonly NumberLine[] }) {
  return (
    <Table
      caption={props.caption}
      captionHidden={props.hidden}
      numbers
      rows={props.lines}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "so-lieu",
          label: "Số liệu",
          heads: true,
          cell: ({ label, clause }) => (
            <>
              {label}
              {clause && <ClauseMark clause={clause} />}
            </>
          ),
        },
        {
          key: "ky-nay",
          label: "Kỳ này",
          align: "end",
          cell: ({ number, href, label }) => (
            <a href={href} aria-label={`${label}: ${number}, xem danh sách`}>
              {number}
            </a>
          ),
        },
        { key: "ky-truoc", label: "Kỳ trước", align: "end", cell: ({ before }) => before },
        { key: "chenh", label: "Tăng, giảm", align: "end", cell: ({ difference }) => difference || "–" },
      ]}
    />
  );
}

function Texts({ view }: { readonly view: ReportPageView }) {
  const { desk, id, form, texts, notYet } = view;
  return (
    <section class="panel" aria-labelledby="loi-van">
      <h2 class="panel-title" id="loi-van">
        Lời văn của báo cáo
      </h2>
      <p class="hint">Phần chưa ai viết được gợi ý từ số liệu; hãy đọc và sửa trước khi nộp.</p>
      <form class="form" method="post" action={REPORT_PATHS.step(id)}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="da-doc" value={view.textsMark} />
        {TEXT_FIELDS.map(({ key, name, label, hint }) => (
          <TextArea
            key={key}
            name={name}
            label={label}
            hint={hint}
            rows={4}
            value={form.typed[name] ?? texts[key]}
            error={form.errors[name]}
          />
        ))}
        <Checkbox name="khong-de-xuat" label="Kỳ này không có đề xuất" />
        {notYet && <p class="hint">{notYet}</p>}
        <Actions>
          {view.may.submit && (
            <Button kind="primary" icon="send" name="viec" value="nop" formNoValidate>
              {view.signsAsBoth ? "Ký và chốt (cả hai vai trò)" : `Nộp ${view.receiver}`}
            </Button>
          )}
          <Button icon="check" name="viec" value="luu" formNoValidate>
            Lưu, chưa nộp
          </Button>
        </Actions>
      </form>
    </section>
  );
}

function ReadTexts({ texts }: { readonly texts: ReportTexts }) {
  return (
    <Panel title="Lời văn của báo cáo">
      {TEXT_FIELDS.map(({ key, label }) => (
        <div key={key}>
          <h3>{label}</h3>
          {(texts[key] || "Chưa ghi.").split("\n").map((line, index) => (
            <p key={`${index}-${line}`}>{line}</p>
          ))}
        </div>
      ))}
    </Panel>
  );
}

function Receive({ view: { desk, id, form, round } }: { readonly view: ReportPageView }) {
  return (
    <section class="panel" aria-labelledby="nhan">
      <h2 class="panel-title" id="nhan">
        Nhận báo cáo
      </h2>
      <form class="form" method="post" action={REPORT_PATHS.step(id)}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="lan-nop" value={String(round)} />
        <TextArea
          name="y-kien"
          label="Ý kiến hoặc lý do trả lại"
          hint="Trả lại thì phải ghi cần sửa gì."
          rows={2}
          value={form.typed["y-kien"]}
          error={form.errors["y-kien"]}
          optional
        />
        <Actions>
          <Button kind="primary" icon="check" name="viec" value="nhan">
            Nhận và chốt
          </Button>
          <Button icon="returned" name="viec" value="tra-lai">
            Trả lại
          </Button>
        </Actions>
      </form>
    </section>
  );
}

function Send({ view: { desk, id, form } }: { readonly view: ReportPageView }) {
  return (
    <section class="panel" aria-labelledby="gui-so">
      <h2 class="panel-title" id="gui-so">
        Ghi gửi Sở
      </h2>
      <form class="form" method="post" action={REPORT_PATHS.step(id)}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Field
          name="so"
          label="Số văn bản đi"
          inputmode="numeric"
          width="short"
          value={form.typed.so}
          error={form.errors.so}
        />
        <Field name="ngay" label="Ngày" type="date" width="short" value={form.typed.ngay} error={form.errors.ngay} />
        <Button kind="primary" icon="send" name="viec" value="gui">
          Ghi đã gửi
        </Button>
      </form>
    </section>
  );
}
