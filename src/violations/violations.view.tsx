import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { Downloads } from "../lists/downloads.view.tsx";
import { hatName } from "../regulation/hats.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { Checkbox, type Option, optionsOf, Radios, Select } from "../ui/choice.tsx";
import { type Column, DescriptionList, PageHead, Panel, Table, Timeline } from "../ui/data.tsx";
import { ClauseMark, EmptyState, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import type { Incident } from "./incidents.queries.ts";
import { VIOLATION_STATES, VIOLATION_TYPES, type ViolationState } from "./names.ts";
import { VIOLATION_PATHS } from "./paths.ts";
import { PROHIBITED_ACTS } from "./rules.ts";
import type { Violation } from "./violations.queries.ts";

function ViolationTag({ state }: { readonly state: ViolationState }) {
  const looks = {
    waiting: ["clock", "wait"],
    explained: ["comment", "work"],
    upheld: ["alert", "stop"],
    dismissed: ["check", "good"],
  } as const;
  const [icon, tone] = looks[state];
  return (
    <Tag icon={icon} tone={tone}>
      {VIOLATION_STATES[state]}
    </Tag>
  );
}

/** Who said what, under what was done. */
function Said({ name, hat, text }: { readonly name: string; readonly hat: string; readonly text: string }) {
  return (
    <>
      {name}, {hatName(hat)}
      <p>{text}</p>
    </>
  );
}

/** A late item of the duties from which a record can be made. */
export interface Suggestion {
  readonly key: string;
  readonly unit: string;
  readonly unitName: string;
  readonly what: string;
  readonly day: string;
  readonly href: string;
}

export interface ViolationFilter {
  readonly unit: string;
  readonly type: string;
  readonly state: string;
}

export interface ViolationListProps {
  readonly desk: DeskFrame;
  readonly rows: readonly Violation[];
  readonly filter: ViolationFilter;
  readonly units: readonly Option[];
  readonly suggestions: readonly Suggestion[];
  readonly mayRecord: boolean;
  readonly mayIncidents: boolean;
  readonly csvHref: string;
}

const COLUMNS: readonly Column<Violation>[] = [
  {
    key: "noi-dung",
    label: "Vi phạm",
    heads: true,
    cell: ({ id, what, type }) => (
      <>
        <a href={VIOLATION_PATHS.violation(id)}>{what}</a>
        <span class="cell-note">{VIOLATION_TYPES[type]}</span>
      </>
    ),
  },
  { key: "don-vi", label: "Đơn vị", cell: ({ unitName }) => unitName },
  { key: "ngay", label: "Ngày", cell: ({ day }) => readable(day) },
  { key: "tinh-trang", label: "Tình trạng", cell: ({ state }) => <ViolationTag state={state} /> },
];

/** Violations of units (Đ19.k2), and late items from which a record can be made by one tap. */
export function ViolationListPage(props: ViolationListProps) {
  const { desk, rows, filter, units, suggestions, mayRecord, mayIncidents, csvHref } = props;
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <DeskLayout desk={desk} title="Vi phạm" path={VIOLATION_PATHS.violations}>
      <PageHead
        title="Vi phạm quy chế"
        lead={`${formatNumber(rows.length)} hồ sơ${isFiltered ? " khớp với bộ lọc" : ""}. Đơn vị giải trình, Giám đốc kết luận (khoản 2 Điều 19).`}
        actions={
          <>
            {mayRecord && (
              <LinkButton href={VIOLATION_PATHS.addViolation} kind="primary" icon="plus">
                Ghi vi phạm
              </LinkButton>
            )}
            {mayIncidents && (
              <LinkButton href={VIOLATION_PATHS.incidents} icon="shield">
                Hành vi bị cấm
              </LinkButton>
            )}
            {rows.length > 0 && <Downloads href={csvHref} />}
          </>
        }
      />
      <form class="filters" method="get" action={VIOLATION_PATHS.violations} aria-label="Lọc vi phạm">
        <Select name="don-vi" label="Đơn vị" options={units} value={filter.unit} placeholder="Tất cả" optional />
        <Select
          name="loai"
          label="Loại"
          options={optionsOf(VIOLATION_TYPES)}
          value={filter.type}
          placeholder="Tất cả"
          optional
        />
        <Select
          name="tinh-trang"
          label="Tình trạng"
          options={optionsOf(VIOLATION_STATES)}
          value={filter.state}
          placeholder="Tất cả"
          optional
        />
        <div class="filters-buttons">
          <Button icon="search">Lọc</Button>
          {isFiltered && (
            <LinkButton href={VIOLATION_PATHS.violations} kind="quiet">
              Bỏ lọc
            </LinkButton>
          )}
        </div>
      </form>
      <Table
        caption="Hồ sơ vi phạm"
        captionHidden
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={isFiltered ? "Không có hồ sơ nào khớp" : "Chưa có vi phạm nào được ghi"}
            icon="check-circle"
          />
        }
      />
      {mayRecord && suggestions.length > 0 && (
        <details class="panel">
          <summary>Lập hồ sơ từ việc trễ của các đơn vị trong 90 ngày qua ({formatNumber(suggestions.length)})</summary>
          <Table
            caption="Việc trễ của các đơn vị trong 90 ngày qua"
            captionHidden
            rows={suggestions}
            rowKey={({ key }) => key}
            columns={[
              { key: "viec", label: "Việc trễ", heads: true, cell: ({ what, href }) => <a href={href}>{what}</a> },
              { key: "don-vi", label: "Đơn vị", cell: ({ unitName }) => unitName },
              { key: "han", label: "Hạn", cell: ({ day }) => readable(day) },
              {
                key: "lap",
                label: "Hồ sơ",
                cell: ({ key }) => (
                  <a class="day" href={`${VIOLATION_PATHS.addViolation}?muc=${encodeURIComponent(key)}`}>
                    Lập hồ sơ
                  </a>
                ),
              },
            ]}
          />
        </details>
      )}
    </DeskLayout>
  );
}

export interface FormPageProps {
  readonly desk: DeskFrame;
  readonly form: FormState;
  readonly units: readonly Option[];
}

export function AddViolationPage({ desk, form: { typed, errors, items }, units }: FormPageProps) {
  return (
    <DeskLayout
      desk={desk}
      title="Ghi vi phạm"
      path={VIOLATION_PATHS.addViolation}
      breadcrumbs={[{ label: "Vi phạm", href: VIOLATION_PATHS.violations }, { label: "Ghi vi phạm" }]}
    >
      <PageHead title="Ghi vi phạm" lead="Phải có bằng chứng mở ra xem được. Đơn vị được báo ngay để giải trình." />
      <ErrorSummary items={items} />
      <form class="form" method="post" action={VIOLATION_PATHS.addViolation}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="muc" value={typed.muc ?? ""} />
        <Select
          name="don-vi"
          label="Đơn vị"
          options={units}
          placeholder="Chọn đơn vị"
          value={typed["don-vi"]}
          error={errors["don-vi"]}
        />
        <Radios name="loai" label="Loại" options={optionsOf(VIOLATION_TYPES)} value={typed.loai} error={errors.loai} />
        <TextArea
          name="noi-dung"
          label="Nội dung vi phạm"
          rows={3}
          value={typed["noi-dung"]}
          error={errors["noi-dung"]}
        />
        <Field name="ngay" label="Ngày xảy ra" type="date" width="short" value={typed.ngay} error={errors.ngay} />
        <Field
          name="bang-chung"
          label="Bằng chứng"
          hint="Địa chỉ trang trên Cổng (bắt đầu bằng /) hoặc https://."
          value={typed["bang-chung"]}
          error={errors["bang-chung"]}
        />
        <Actions>
          <Button kind="primary" icon="check">
            Ghi vi phạm
          </Button>
        </Actions>
      </form>
    </DeskLayout>
  );
}

export interface ViolationPageProps {
  readonly desk: DeskFrame;
  readonly violation: Violation;
  readonly mayExplain: boolean;
  readonly mayConclude: boolean;
  readonly form: FormState;
  readonly done: string | undefined;
}

export function ViolationPage({ desk, violation, mayExplain, mayConclude, form, done }: ViolationPageProps) {
  const { id, what, type, unitName, day, evidence, explainDue, state, moves, recordedBy, hat, at } = violation;
  const path = VIOLATION_PATHS.violation(id);
  return (
    <DeskLayout
      desk={desk}
      title="Hồ sơ vi phạm"
      path={path}
      breadcrumbs={[{ label: "Vi phạm", href: VIOLATION_PATHS.violations }, { label: unitName }]}
    >
      <PageHead eyebrow={VIOLATION_TYPES[type]} title={what} lead={<ViolationTag state={state} />} />
      {done && <Notice kind="ok" live title={done} />}
      <ErrorSummary items={form.items} />
      {(mayExplain || mayConclude) && (
        <Panel title={mayExplain ? "Giải trình của đơn vị" : "Kết luận của Giám đốc"}>
          <form class="form" method="post" action={path}>
            <input type="hidden" name="csrf" value={desk.csrf} />
            <input type="hidden" name="buoc" value={mayExplain ? "explain" : "conclude"} />
            {mayConclude && (
              <Radios
                name="ket-luan"
                label="Kết luận"
                options={[
                  { value: "upheld", label: "Có vi phạm" },
                  { value: "dismissed", label: "Không vi phạm" },
                ]}
                value={form.typed["ket-luan"]}
                error={form.errors["ket-luan"]}
              />
            )}
            <TextArea
              name="noi-dung"
              label={mayExplain ? "Nội dung giải trình" : "Lý do"}
              rows={4}
              value={form.typed["noi-dung"]}
              error={form.errors["noi-dung"]}
            />
            <Actions>
              <Button kind="primary" icon="check">
                {mayExplain ? "Gửi giải trình" : "Kết luận"}
              </Button>
              <ClauseMark clause="Đ19.k2" />
            </Actions>
          </form>
        </Panel>
      )}
      <Panel title="Hồ sơ">
        <DescriptionList
          items={[
            { term: "Đơn vị", value: unitName },
            { term: "Ngày xảy ra", value: readable(day) },
            { term: "Bằng chứng", value: <a href={evidence}>{evidence}</a> },
            { term: "Hạn giải trình", value: formatDateTime(explainDue) },
          ]}
        />
        <Timeline
          items={[
            { id: "ghi", title: "Ghi vi phạm", when: formatDateTime(at), at, detail: `${recordedBy}, ${hatName(hat)}` },
            ...moves.map((move) => ({
              id: String(move.evidence_seq),
              title:
                move.act === "explain"
                  ? `Đơn vị giải trình${move.at > explainDue ? " (quá hạn)" : ""}`
                  : VIOLATION_STATES[move.outcome as ViolationState],
              when: formatDateTime(move.at),
              at: move.at,
              detail: <Said {...move} />,
            })),
          ]}
        />
      </Panel>
    </DeskLayout>
  );
}

/** Prohibited acts: for the Director, the head of the board and the administrator only (REQ-144). */
export function IncidentListPage({ desk, rows }: { readonly desk: DeskFrame; readonly rows: readonly Incident[] }) {
  return (
    <DeskLayout desk={desk} title="Hành vi bị cấm" path={VIOLATION_PATHS.incidents}>
      <PageHead
        title="Hành vi bị cấm"
        lead="Chỉ Giám đốc, Trưởng Ban và Quản trị mở được (Điều 17, khoản 3 Điều 19)."
        actions={
          <LinkButton href={VIOLATION_PATHS.addIncident} kind="primary" icon="plus">
            Lập hồ sơ
          </LinkButton>
        }
      />
      <Table
        caption="Hồ sơ hành vi bị cấm"
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Chưa có hồ sơ nào" icon="shield" />}
        columns={[
          {
            key: "viec",
            label: "Sự việc",
            heads: true,
            cell: ({ id, what }) => <a href={VIOLATION_PATHS.incident(id)}>{what}</a>,
          },
          { key: "diem", label: "Điều 17", cell: ({ clause }) => PROHIBITED_ACTS[clause] },
          { key: "ngay", label: "Ngày", cell: ({ day }) => readable(day) },
          {
            key: "tinh-trang",
            label: "Tình trạng",
            cell: ({ isClosed }) => (
              <Tag icon={isClosed ? "check" : "clock"} tone={isClosed ? "good" : "wait"}>
                {isClosed ? "Đã kết thúc" : "Đang xử lý"}
              </Tag>
            ),
          },
        ]}
      />
    </DeskLayout>
  );
}

export function AddIncidentPage({ desk, form: { typed, errors, items }, units }: FormPageProps) {
  return (
    <DeskLayout
      desk={desk}
      title="Lập hồ sơ hành vi bị cấm"
      path={VIOLATION_PATHS.addIncident}
      breadcrumbs={[{ label: "Hành vi bị cấm", href: VIOLATION_PATHS.incidents }, { label: "Lập hồ sơ" }]}
    >
      <PageHead title="Lập hồ sơ hành vi bị cấm" lead="Chứng cứ được giữ theo mã băm; không ai xóa, sửa được." />
      <ErrorSummary items={items} />
      <form class="form" method="post" action={VIOLATION_PATHS.addIncident}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Select
          name="diem"
          label="Hành vi theo Điều 17"
          options={optionsOf(PROHIBITED_ACTS)}
          placeholder="Chọn điểm, khoản"
          value={typed.diem}
          error={errors.diem}
        />
        <TextArea name="noi-dung" label="Sự việc" rows={4} value={typed["noi-dung"]} error={errors["noi-dung"]} />
        <Field name="ngay" label="Ngày xảy ra" type="date" width="short" value={typed.ngay} error={errors.ngay} />
        <Select
          name="don-vi"
          label="Đơn vị liên quan"
          options={units}
          placeholder="Không rõ"
          value={typed["don-vi"]}
          error={errors["don-vi"]}
          optional
        />
        <TextArea
          name="chung-cu"
          label="Chứng cứ"
          hint="Mỗi dòng một địa chỉ bài, hoặc một số dòng nhật ký."
          rows={3}
          value={typed["chung-cu"]}
          error={errors["chung-cu"]}
        />
        <Actions>
          <Button kind="primary" icon="check">
            Lập hồ sơ
          </Button>
        </Actions>
      </form>
    </DeskLayout>
  );
}

export interface IncidentPageProps {
  readonly desk: DeskFrame;
  readonly incident: Incident;
  readonly form: FormState;
  readonly isDone: boolean;
}

export function IncidentPage({ desk, incident, form, isDone }: IncidentPageProps) {
  const { id, clause, what, day, unitName, recordedBy, hat, at, isClosed, exhibits, notes } = incident;
  return (
    <DeskLayout
      desk={desk}
      title="Hồ sơ hành vi bị cấm"
      path={VIOLATION_PATHS.incident(id)}
      breadcrumbs={[{ label: "Hành vi bị cấm", href: VIOLATION_PATHS.incidents }, { label: readable(day) }]}
    >
      <PageHead eyebrow={PROHIBITED_ACTS[clause]} title={what} />
      {isDone && <Notice kind="ok" live title="Đã ghi." />}
      <ErrorSummary items={form.items} />
      <Panel title="Chứng cứ">
        <Table
          caption="Chứng cứ được giữ"
          captionHidden
          rows={exhibits}
          rowKey={({ kind, edition_id, number }) => `${kind} ${edition_id} ${number}`}
          columns={[
            {
              key: "gi",
              label: "Chứng cứ",
              heads: true,
              cell: ({ kind, edition_id, number, title }) =>
                kind === "version" ? (
                  <a href={`/ban-bien-tap/bai/${edition_id}`}>
                    {title}, phiên bản {number}
                  </a>
                ) : (
                  `Dòng ${number} của nhật ký (${title})`
                ),
            },
            { key: "ma", label: "Mã băm", cell: ({ hash }) => <code title={hash}>{hash.slice(0, 16)}…</code> },
            {
              key: "con",
              label: "Hiện nay",
              cell: ({ isKept }) => (
                <Tag icon={isKept ? "check" : "alert"} tone={isKept ? "good" : "stop"}>
                  {isKept ? "Còn nguyên" : "Không còn như trước"}
                </Tag>
              ),
            },
          ]}
        />
      </Panel>
      {!isClosed && (
        <Panel title="Ghi việc xử lý">
          <form class="form" method="post" action={VIOLATION_PATHS.incident(id)}>
            <input type="hidden" name="csrf" value={desk.csrf} />
            <TextArea
              name="noi-dung"
              label="Đã làm gì"
              rows={3}
              value={form.typed["noi-dung"]}
              error={form.errors["noi-dung"]}
            />
            <Checkbox name="ket-thuc" label="Kết thúc hồ sơ" />
            <Actions>
              <Button kind="primary">Ghi</Button>
              <ClauseMark clause="Đ19.k3" />
            </Actions>
          </form>
        </Panel>
      )}
      <Panel title="Quá trình">
        {unitName && <p>Đơn vị liên quan: {unitName}.</p>}
        <Timeline
          items={[
            { id: "lap", title: "Lập hồ sơ", when: formatDateTime(at), at, detail: `${recordedBy}, ${hatName(hat)}` },
            ...notes.map((note) => ({
              id: String(note.evidence_seq),
              title: note.is_final === 1 ? "Kết thúc hồ sơ" : "Xử lý",
              when: formatDateTime(note.at),
              at: note.at,
              detail: <Said {...note} />,
            })),
          ]}
        />
      </Panel>
    </DeskLayout>
  );
}
