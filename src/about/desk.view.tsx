import type { ComponentChildren } from "preact";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { RecordField } from "../desk/record-fields.ts";
import { KeptFiles, RecordControls } from "../desk/record-form.view.tsx";
import type { RecordState } from "../desk/record-state.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { FileInput, type Option, Select } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel, Table, Timeline, type TimelineEntry } from "../ui/data.tsx";
import { EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { Tag } from "../ui/status.tsx";
import { usageHref } from "../usage/usage.ts";
import type { PageKind } from "./fields.ts";
import { PAGE_ACTS, PAGE_STATES, type PageAct, type PageState } from "./page-moves.ts";
import { ABOUT_PATHS } from "./paths.ts";
import { PlainText } from "./plain-text.view.tsx";

export interface AboutFrame {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly path: string;
  readonly done?: string | undefined;
}

interface AboutDeskPageProps {
  readonly frame: AboutFrame;
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ComponentChildren;
  /** The list this page belongs to, when it is not a list itself. */
  readonly above?: { readonly label: string; readonly href: string };
  readonly children: ComponentChildren;
}

/** One desk page of this room: title, what was just done, then its own part. */
export function AboutDeskPage({ frame, title, lead, actions, above, children }: AboutDeskPageProps) {
  return (
    <DeskLayout
      desk={frame.desk}
      title={title}
      path={frame.path}
      nonce={frame.nonce}
      breadcrumbs={[{ label: "Bàn làm việc", href: "/ban-bien-tap" }, ...(above ? [above] : []), { label: title }]}
    >
      <PageHead title={title} lead={lead} actions={actions} />
      {frame.done && (
        <Notice kind="ok" live>
          <p>{frame.done}</p>
        </Notice>
      )}
      {children}
    </DeskLayout>
  );
}

export interface PageRow {
  readonly key: string;
  readonly href: string;
  readonly name: string;
  readonly unit: string;
  /** Null when nobody has begun it. */
  readonly state: PageState | null;
  readonly liveAt: string;
  /** Day by which its owner looks at it again; empty while nothing is public. */
  readonly reviewOn: string;
  readonly isReviewDue: boolean;
}

export interface PagesView {
  readonly frame: AboutFrame;
  readonly fixed: readonly PageRow[];
  readonly admissions: readonly PageRow[];
  readonly mayWrite: boolean;
}

const columns = [
  { key: "name", label: "Trang", cell: ({ href, name }: PageRow) => <a href={href}>{name}</a> },
  { key: "unit", label: "Đơn vị phụ trách", cell: ({ unit }: PageRow) => unit || "–" },
  { key: "state", label: "Bản mới nhất", cell: ({ state }: PageRow) => <PageStateTag state={state} /> },
  { key: "live", label: "Đang công bố", cell: ({ liveAt }: PageRow) => liveAt || "Chưa công bố" },
  { key: "review", label: "Xem lại trước", cell: (row: PageRow) => <ReviewDay {...row} /> },
];

function ReviewDay({ reviewOn, isReviewDue }: Pick<PageRow, "reviewOn" | "isReviewDue">) {
  if (!isReviewDue) return <>{reviewOn || "–"}</>;
  return (
    <>
      {reviewOn}{" "}
      <Tag icon="alert" tone="wait">
        Đến hạn xem lại
      </Tag>
    </>
  );
}

const STATE_LOOKS = {
  DRAFT: { icon: "edit", tone: "quiet" },
  AWAITING_HEAD: { icon: "head", tone: "wait" },
  AWAITING_CHIEF: { icon: "stamp", tone: "wait" },
  LIVE: { icon: "check-circle", tone: "live" },
} as const;

/** Where the newest version of a text stands. */
export function PageStateTag({ state }: { readonly state: PageState | null }) {
  if (state === null) return <>Chưa soạn</>;
  return <Tag {...STATE_LOOKS[state]}>{PAGE_STATES[state]}</Tag>;
}

/** Fixed pages and admissions, each with where its newest version stands. */
export function PagesPage({ view: { frame, fixed, admissions, mayWrite } }: { readonly view: PagesView }) {
  return (
    <AboutDeskPage
      frame={frame}
      title="Trang và tuyển sinh"
      lead="Bản mới chỉ thay bản đang công bố sau khi trưởng đơn vị và Trưởng Ban (hoặc Phó Trưởng ban thường trực) duyệt."
      actions={
        mayWrite && (
          <LinkButton kind="primary" icon="plus" href={ABOUT_PATHS.newAdmission}>
            Thêm đợt tuyển sinh
          </LinkButton>
        )
      }
    >
      <Table caption="Trang cố định" columns={columns} rows={fixed} rowKey={({ key }) => key} />
      <Table
        caption="Tuyển sinh"
        columns={columns}
        rows={admissions}
        rowKey={({ key }) => key}
        empty={<EmptyState title="Chưa có đợt tuyển sinh nào" icon="calendar" />}
      />
    </AboutDeskPage>
  );
}

export interface PageFormView {
  readonly frame: AboutFrame;
  readonly title: string;
  readonly kind: PageKind;
  /** Where the form is sent. */
  readonly action: string;
  /** What a page not begun yet may begin from. */
  readonly templates: readonly { readonly href: string; readonly name: string }[];
  readonly fields: readonly RecordField[];
  readonly units: readonly Option[];
  readonly form: RecordState;
  /** Files that hold results, apart from the others. */
  readonly results: RecordState["files"];
  /** Files of the newest version, to be read before it is approved. */
  readonly attached: readonly { readonly href: string; readonly title: string }[];
  /** Null before the first version. */
  readonly page: {
    readonly id: string;
    readonly version: number;
    readonly state: PageState;
    readonly publicHref: string | null;
    readonly versions: readonly { readonly version: number; readonly href: string }[];
    readonly offers: readonly { readonly act: PageAct; readonly needsReason: boolean }[];
    /** When what is public was last looked at, and when it is to be again. */
    readonly upkeep?: { readonly confirmedOn: string; readonly reviewOn: string } | undefined;
    readonly mayConfirm: boolean;
  } | null;
  /** What was typed as the reason of a step that was refused. */
  readonly reason: string;
  /** Whether this person may write it, and it is not waiting for somebody. */
  readonly isOpen: boolean;
  readonly moves: readonly TimelineEntry[];
}

/** A page on its road: its text, the steps this person may take, and every step so far. */
export function PageFormPage({ view }: { readonly view: PageFormView }) {
  const { frame, page, form, moves } = view;
  return (
    <AboutDeskPage
      frame={frame}
      title={view.title}
      above={{ label: "Trang và tuyển sinh", href: ABOUT_PATHS.pages }}
      actions={
        page?.publicHref && (
          <>
            <LinkButton href={page.publicHref} icon="external">
              Xem bản đang công bố
            </LinkButton>
            <LinkButton href={usageHref({ kind: "address", href: page.publicHref })} icon="link">
              Đang dùng ở đâu
            </LinkButton>
          </>
        )
      }
    >
      <ErrorSummary items={form.items} />
      {page && (
        <p>
          Bản {page.version}: <PageStateTag state={page.state} />
        </p>
      )}
      {page && page.offers.length > 0 && (
        <RoadSteps
          action={ABOUT_PATHS.move(page.id)}
          csrf={frame.desk.csrf}
          version={page.version}
          offers={page.offers}
          reason={view.reason}
          error={form.errors["ly-do"]}
        />
      )}
      {page?.upkeep && (
        <Panel title="Xem lại">
          <DescriptionList
            items={[
              { term: "Xác nhận gần nhất", value: page.upkeep.confirmedOn },
              { term: "Xem lại trước", value: page.upkeep.reviewOn },
            ]}
          />
          {page.mayConfirm && (
            <form method="post" action={ABOUT_PATHS.confirm(page.id)}>
              <input type="hidden" name="csrf" value={frame.desk.csrf} />
              <input type="hidden" name="ban" value={String(page.version)} />
              <Button icon="check">Vẫn đúng</Button>
            </form>
          )}
        </Panel>
      )}
      {view.isOpen ? <Editing view={view} /> : <Reading view={view} />}
      {moves.length > 0 && (
        <Panel title="Các bước đã qua">
          <Timeline items={moves} />
          {page && (
            <p>
              Xem và so sánh:{" "}
              {page.versions.map(({ version, href }, at) => (
                <>
                  {at > 0 && ", "}
                  <a href={href}>bản {version}</a>
                </>
              ))}
              .
            </p>
          )}
        </Panel>
      )}
    </AboutDeskPage>
  );
}

export interface RoadStepsProps {
  readonly action: string;
  readonly csrf: string;
  /** What was looked at: nobody approves what he has not seen. */
  readonly version: number;
  readonly offers: readonly { readonly act: PageAct; readonly needsReason: boolean }[];
  /** What was typed as the reason of a step that was refused, and why it was. */
  readonly reason: string;
  readonly error?: string | undefined;
  readonly children?: ComponentChildren;
}

/** The steps that this person may take now with a text on its road. `children`: hidden fields of the form. */
export function RoadSteps({ action, csrf, version, offers, reason, error, children }: RoadStepsProps) {
  return (
    <Panel title="Bước tiếp theo">
      <form class="form" method="post" action={action}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="ban" value={String(version)} />
        {children}
        {offers.some(({ needsReason }) => needsReason) && (
          <TextArea label="Lý do, nếu trả lại" rows={2} optional name="ly-do" value={reason} error={error} />
        )}
        <Actions>
          {offers.map(({ act }) => (
            <Button key={act} kind={act === "return" ? "secondary" : "primary"} name="buoc" value={act}>
              {PAGE_ACTS[act]}
            </Button>
          ))}
        </Actions>
      </form>
    </Panel>
  );
}

function Editing({ view }: { readonly view: PageFormView }) {
  const { frame, form, fields, units, kind } = view;
  return (
    <form class="form" method="post" action={view.action} encType="multipart/form-data" noValidate>
      <input type="hidden" name="csrf" value={frame.desk.csrf} />
      {form.typed.mau && <input type="hidden" name="mau" value={form.typed.mau} />}
      {view.templates.length > 0 && !form.typed.mau && (
        <p>
          Bắt đầu từ mẫu:{" "}
          {view.templates.map(({ href, name }, place) => (
            <>
              {place > 0 && ", "}
              <a href={href}>{name}</a>
            </>
          ))}
          .
        </p>
      )}
      <RecordControls fields={fields} typed={form.typed} errors={form.errors} />
      <Select
        label="Đơn vị phụ trách"
        placeholder="Chọn đơn vị"
        options={units}
        name="don-vi"
        value={form.typed["don-vi"]}
        error={form.errors["don-vi"]}
      />
      <KeptFiles name="tep" files={form.files} />
      <FileInput
        label="Tệp đính kèm"
        hint="PDF, DOCX, XLSX, ODT, tối đa 30 MB một tệp."
        multiple
        optional
        name="tep-moi"
        error={form.errors["tep-moi"]}
      />
      {kind === "admission" && (
        <>
          <KeptFiles name="ket-qua" files={view.results} />
          <FileInput
            label="Danh sách trúng tuyển, kết quả"
            hint="Chỉ ghi số báo danh hoặc họ tên và kết quả; không ghi ngày sinh, địa chỉ, điện thoại."
            multiple
            optional
            name="ket-qua-moi"
          />
        </>
      )}
      <Actions>
        <Button kind="primary">Lưu bản nháp</Button>
        <LinkButton href={ABOUT_PATHS.pages} kind="quiet">
          Thôi
        </LinkButton>
      </Actions>
    </form>
  );
}

/** The newest version for whoever reads it without writing: exactly what would be approved. */
function Reading({ view }: { readonly view: PageFormView }) {
  const { fields, form } = view;
  return (
    <Panel title="Nội dung bản này">
      <div class="prose">
        {fields.map(({ key, name, label }) => {
          const text = form.typed[name] ?? "";
          return text === "" ? null : (
            <section key={key}>
              <h3>{label}</h3>
              <PlainText text={text} />
            </section>
          );
        })}
        {view.attached.map(({ href, title }) => (
          <p key={href}>
            Tệp: <a href={href}>{title}</a>
          </p>
        ))}
      </div>
    </Panel>
  );
}
