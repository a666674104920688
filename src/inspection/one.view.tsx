import type { ComponentChildren } from "preact";
import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import { hatName } from "../regulation/hats.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel, Table, Timeline } from "../ui/data.tsx";
import { ClauseMark, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { formatDate, formatDateTime } from "../ui/format.ts";
import { Tag } from "../ui/status.tsx";
import type { Inspection } from "./inspections.queries.ts";
import { INSPECTION_TYPES, type InspectionAct, inspectionMove } from "./moves.ts";
import { ScoreTable, StateTag } from "./parts.view.tsx";
import { INSPECTION_PATHS } from "./paths.ts";
import type { RankedUnit } from "./result-article.ts";
import type { Score } from "./scores.ts";

export interface InspectionPageProps {
  readonly desk: DeskFrame;
  readonly inspection: Inspection;
  /** Units this visitor may see scores of. */
  readonly units: readonly RankedUnit[];
  readonly scores: readonly Score[];
  /** Kept in a version; else as they stand now. */
  readonly isKept: boolean;
  /** Acts whose hat, membership and state fit this visitor. */
  readonly offers: readonly InspectionAct[];
  /** Units this visitor may mark; units he may explain for. */
  readonly markable: readonly Option[];
  readonly explainable: readonly Option[];
  readonly categories: readonly Option[];
  readonly isOutdated: boolean;
  readonly form: FormState;
  readonly done: string | undefined;
}

const SAYING: Readonly<Partial<Record<InspectionAct, { label: string; hint: string }>>> = {
  rework: { label: "Lý do kiểm tra lại", hint: "Giải trình nào đúng, chấm lại phần nào." },
  conclude: { label: "Kết luận của Giám đốc", hint: "In trong biên bản và bài công khai." },
  cancel: { label: "Lý do hủy", hint: "Cuộc kiểm tra vẫn được lưu." },
};

/** One inspection: where it stands, what can be done now, and everything behind the points. */
export function InspectionPage(props: InspectionPageProps) {
  const { desk, inspection, units, scores, isKept, offers, form, done } = props;
  const { id, title, type, state, set, versions, explainDue } = inspection;
  const notices = versions.filter(({ kind }) => kind === "correction");
  return (
    <DeskLayout
      desk={desk}
      title={title}
      path={INSPECTION_PATHS.one(id)}
      breadcrumbs={[{ label: "Kiểm tra, đánh giá", href: INSPECTION_PATHS.list }, { label: title }]}
    >
      <PageHead
        eyebrow={INSPECTION_TYPES[type].name}
        title={title}
        lead={<StateTag state={state} />}
        actions={
          <>
            <LinkButton href={INSPECTION_PATHS.minutes(id)} icon="print">
              Biên bản
            </LinkButton>
            <LinkButton href={`${INSPECTION_PATHS.minutes(id)}.docx`} icon="download" download>
              Biên bản Word
            </LinkButton>
          </>
        }
      />
      {done && <Notice kind="ok" live title={done} />}
      <ErrorSummary items={form.items} />
      {notices.map(({ version, notice, at }) => (
        <Notice key={version} kind="warn" title={`Đính chính điểm ngày ${formatDate(at)}`}>
          <p>{notice}</p>
        </Notice>
      ))}
      {state === "EXPLAINING" && explainDue && (
        <Notice kind="info" title={`Đơn vị giải trình trước ${formatDateTime(explainDue)}`} />
      )}
      <Next {...props} />
      {units.length > 0 && (
        <Panel title={isKept ? "Điểm" : "Điểm tạm tính"}>
          {!isKept && <p>Tính từ dữ liệu lúc này, chưa chốt.</p>}
          <ScoreTable
            caption={isKept ? `Bản điểm ${versions.length}` : "Tạm tính"}
            units={units}
            criteria={set.criteria}
            scores={scores}
            hrefOf={(unit, criterion) => INSPECTION_PATHS.points(id, unit, criterion)}
          />
        </Panel>
      )}
      {offers.includes("mark") && <Marking {...props} />}
      <Sample {...props} />
      <Said {...props} />
      <Facts inspection={inspection} />
      <History inspection={inspection} />
    </DeskLayout>
  );
}

function StepForm({
  desk,
  inspection,
  act,
  children,
  danger,
}: Pick<InspectionPageProps, "desk" | "inspection"> & {
  act: InspectionAct;
  children?: ComponentChildren;
  danger?: boolean;
}) {
  const { label, clause } = inspectionMove(act);
  return (
    <form class="form" method="post" action={INSPECTION_PATHS.step(inspection.id)}>
      <input type="hidden" name="csrf" value={desk.csrf} />
      <input type="hidden" name="buoc" value={act} />
      {children}
      <Actions>
        <Button kind={danger ? "danger" : "primary"}>{label}</Button>
        <ClauseMark clause={clause} />
      </Actions>
    </form>
  );
}

/** What can be done now, the likeliest first; what is rare stands folded. */
function Next(props: InspectionPageProps) {
  const { desk, inspection, offers, explainable, categories, isOutdated, form, units } = props;
  const { isDrawn, sampleSize, article, set } = inspection;
  const typed = (act: InspectionAct, name: string) => (form.typed.buoc === act ? form.typed[name] : undefined);
  const shown = (act: InspectionAct) => offers.includes(act);
  const say = (act: InspectionAct) => (
    <TextArea
      name="noi-dung"
      id={`noi-dung-${act}`}
      rows={4}
      label={SAYING[act]!.label}
      hint={SAYING[act]!.hint}
      value={typed(act, "noi-dung")}
      error={form.typed.buoc === act ? form.errors["noi-dung"] : undefined}
    />
  );
  const mayDraft = shown("draft") && (article === null || isOutdated);
  const rare = (["rework", "correct", "cancel"] as const).filter(shown);
  const main = (["draw", "present", "explain", "conclude"] as const).some(shown) || mayDraft;
  if (!main && rare.length === 0) return null;
  return (
    <Panel title="Việc làm được lúc này">
      {shown("draw") && !isDrawn && sampleSize > 0 && <StepForm {...props} act="draw" />}
      {shown("present") && (isDrawn || sampleSize === 0) && <StepForm {...props} act="present" />}
      {shown("explain") && explainable.length > 0 && (
        <StepForm {...props} act="explain">
          {explainable.length > 1 ? (
            <Select name="don-vi" label="Đơn vị" options={explainable} value={typed("explain", "don-vi")} />
          ) : (
            <input type="hidden" name="don-vi" value={explainable[0]!.value} />
          )}
          <TextArea
            name="noi-dung"
            id="noi-dung-explain"
            rows={4}
            label="Giải trình của đơn vị"
            hint="Điểm nào chưa đúng, vì sao; dẫn bài hoặc tài liệu nếu có."
            value={typed("explain", "noi-dung")}
            error={form.typed.buoc === "explain" ? form.errors["noi-dung"] : undefined}
          />
        </StepForm>
      )}
      {shown("conclude") && (
        <StepForm {...props} act="conclude">
          {say("conclude")}
        </StepForm>
      )}
      {mayDraft && (
        <StepForm desk={desk} inspection={inspection} act="draft">
          {article === null ? (
            <Select
              name="chuyen-muc"
              label="Chuyên mục của bài"
              options={categories}
              value={typed("draft", "chuyen-muc")}
              error={form.errors["chuyen-muc"]}
            />
          ) : (
            <p>Điểm đã được đính chính: bài đang đăng còn số cũ, nút này soạn sẵn bản đính chính.</p>
          )}
        </StepForm>
      )}
      {rare.length > 0 && (
        <details open={rare.some((act) => form.typed.buoc === act)}>
          <summary>Việc ít gặp</summary>
          {rare.includes("rework") && (
            <StepForm {...props} act="rework">
              {say("rework")}
            </StepForm>
          )}
          {rare.includes("correct") && (
            <StepForm {...props} act="correct">
              <Select
                name="don-vi"
                label="Đơn vị"
                options={units.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
                value={typed("correct", "don-vi")}
              />
              <Select
                name="tieu-chi"
                label="Tiêu chí"
                options={set.criteria.map(({ key, name }) => ({ value: key, label: name }))}
                value={typed("correct", "tieu-chi")}
              />
              <Field
                name="dat"
                label="Phần trăm đạt mới (0–100)"
                inputmode="numeric"
                width="short"
                value={typed("correct", "dat")}
              />
              <TextArea
                name="noi-dung"
                id="noi-dung-correct"
                label="Thông báo đính chính"
                hint="Hiện cùng bảng điểm và trong bài đính chính."
                rows={3}
                value={typed("correct", "noi-dung")}
              />
            </StepForm>
          )}
          {rare.includes("cancel") && (
            <StepForm {...props} act="cancel" danger>
              {say("cancel")}
            </StepForm>
          )}
        </details>
      )}
    </Panel>
  );
}

function Marking({ desk, inspection, markable, form }: InspectionPageProps) {
  const manual = inspection.set.criteria.filter(({ source }) => source === "");
  const typed = (name: string) => (form.typed.buoc === "mark" ? form.typed[name] : undefined);
  if (markable.length === 0) return null;
  return (
    <Panel title="Chấm điểm, nhận xét">
      <form class="form" method="post" action={INSPECTION_PATHS.mark(inspection.id)}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <Select
          name="don-vi"
          id="don-vi-cham"
          label="Đơn vị"
          options={markable}
          value={typed("don-vi")}
          error={form.errors["don-vi-cham"]}
        />
        <Select
          name="tieu-chi"
          id="tieu-chi-cham"
          label="Tiêu chí"
          options={manual.map(({ key, name }) => ({ value: key, label: name }))}
          placeholder="Nhận xét chung, không chấm điểm"
          value={typed("tieu-chi")}
          optional
        />
        {manual.length > 0 && (
          <Field
            name="diem"
            label="Điểm (0–100)"
            inputmode="numeric"
            width="short"
            value={typed("diem")}
            error={form.errors.diem}
            optional
          />
        )}
        <TextArea
          name="ghi-chu"
          label="Căn cứ, nhận xét"
          rows={3}
          value={typed("ghi-chu")}
          error={form.errors["ghi-chu"]}
        />
        <Actions>
          <Button kind="primary" icon="check">
            Ghi
          </Button>
        </Actions>
      </form>
    </Panel>
  );
}

function Sample({ desk, inspection, units, offers, markable }: InspectionPageProps) {
  const { sample, marks, seed, id, isDrawn } = inspection;
  const seen = sample.filter(({ unit }) => units.some((one) => one.unit.id === unit));
  const nameOf = (unit: string) => inspection.units.find((one) => one.id === unit)?.name ?? "";
  return (
    <Panel title="Mẫu bài">
      <p>
        Số gốc ghi khi lập cuộc kiểm tra: <code>{seed}</code>. Bài của đơn vị đăng trong kỳ được xếp theo SHA-256 (số
        gốc nối mã bài), lấy từ trên xuống; ai cũng tính lại được.
      </p>
      {!isDrawn && <p>Chưa rút mẫu.</p>}
      {isDrawn && seen.length === 0 && <p>Trong kỳ không có bài nào để rút.</p>}
      {seen.length > 0 && (
        <Table
          caption="Bài trong mẫu"
          captionHidden
          rows={seen}
          rowKey={({ article }) => article}
          columns={[
            {
              key: "bai",
              label: "Bài",
              heads: true,
              cell: ({ title, article }) => <a href={INSPECTION_PATHS.article(id, article)}>{title}</a>,
            },
            { key: "don-vi", label: "Đơn vị", cell: ({ unit }) => nameOf(unit) },
            {
              key: "ma",
              label: "Mã, thứ tự",
              cell: ({ article, hash }) => <code title={hash}>{`${article.slice(0, 8)}… ${hash.slice(0, 8)}…`}</code>,
            },
            {
              key: "ket-qua",
              label: "Kết quả xem",
              cell: ({ article, unit }) => {
                const mark = marks.findLast(({ article_id }) => article_id === article);
                const may = offers.includes("mark") && markable.some(({ value }) => value === unit);
                return (
                  <>
                    {mark && (
                      <Tag icon={mark.value === 100 ? "check" : "alert"} tone={mark.value === 100 ? "good" : "back"}>
                        {mark.value === 100 ? "Đạt" : "Có sai sót"}
                      </Tag>
                    )}
                    {mark?.note && <span class="cell-note">{mark.note}</span>}
                    {!mark && !may && "Chưa xem"}
                    {may && (
                      <ArticleCheck desk={desk} action={INSPECTION_PATHS.mark(id)} article={article} unit={unit} />
                    )}
                  </>
                );
              },
            },
          ]}
        />
      )}
    </Panel>
  );
}

function ArticleCheck({
  desk,
  action,
  article,
  unit,
}: {
  desk: DeskFrame;
  action: string;
  article: string;
  unit: string;
}) {
  const hidden = (
    <>
      <input type="hidden" name="csrf" value={desk.csrf} />
      <input type="hidden" name="bai" value={article} />
      <input type="hidden" name="don-vi" value={unit} />
    </>
  );
  return (
    <>
      <form method="post" action={action}>
        {hidden}
        <input type="hidden" name="diem" value="100" />
        <Button kind="quiet" icon="check">
          Đạt
        </Button>
      </form>
      <details>
        <summary>Có sai sót</summary>
        <form class="form" method="post" action={action}>
          {hidden}
          <input type="hidden" name="diem" value="0" />
          <TextArea name="ghi-chu" id={`sai-${article}`} label="Sai ở đâu" rows={2} />
          <Button>Ghi sai sót</Button>
        </form>
      </details>
    </>
  );
}

/** Findings and explanations, as far as this visitor may read them. */
function Said({ inspection, units }: InspectionPageProps) {
  const { marks, moves } = inspection;
  const nameOf = (unit: string | null) => units.find((one) => one.unit.id === unit)?.unit.name;
  const findings = marks.filter(
    ({ criterion, article_id, unit_id }) => criterion === "" && article_id === null && nameOf(unit_id),
  );
  const explained = moves.filter(({ act, unit_id }) => act === "explain" && nameOf(unit_id));
  const conclusion = moves.findLast(({ act }) => act === "conclude");
  return (
    <>
      {findings.length > 0 && (
        <Panel title="Nhận xét của đoàn">
          <ul>
            {findings.map(({ evidence_seq, unit_id, note, name }) => (
              <li key={evidence_seq}>
                <strong>{nameOf(unit_id)}</strong>: {note} ({name})
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {explained.length > 0 && (
        <Panel title="Giải trình của đơn vị">
          <ul>
            {explained.map(({ evidence_seq, unit_id, text, name, at }) => (
              <li key={evidence_seq}>
                <strong>{nameOf(unit_id)}</strong> ({name}, {formatDateTime(at)}): {text}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {conclusion && (
        <Panel title="Kết luận của Giám đốc">
          <p>{conclusion.text}</p>
          <p class="hint">
            {conclusion.name}, {formatDateTime(conclusion.at)}
          </p>
        </Panel>
      )}
    </>
  );
}

function Facts({ inspection }: { readonly inspection: Inspection }) {
  const { from, to, decision, units, team, set, article, slug, publishedAt } = inspection;
  return (
    <Panel title="Cuộc kiểm tra">
      <DescriptionList
        items={[
          { term: "Kỳ", value: `${readable(from)} – ${readable(to)}` },
          { term: "Căn cứ", value: decision },
          {
            term: "Đoàn kiểm tra",
            value: team.map(({ name, isLead }) => (isLead ? `${name} (Trưởng đoàn)` : name)).join("; "),
          },
          { term: "Đơn vị", value: units.map(({ name }) => name).join("; ") },
          { term: "Tiêu chí", value: <a href={INSPECTION_PATHS.criteria}>{set.name}</a> },
          {
            term: "Công khai",
            value: publishedAt ? (
              <a href={`/bai-viet/${slug}`}>Đăng {formatDate(publishedAt)}</a>
            ) : article ? (
              "Bài đang đi bốn bước"
            ) : (
              "Chưa"
            ),
          },
        ]}
      />
    </Panel>
  );
}

function History({ inspection: { moves } }: { readonly inspection: Inspection }) {
  return (
    <Panel title="Quá trình">
      <Timeline
        items={moves.map(({ evidence_seq, act, name, hat, at }) => ({
          id: String(evidence_seq),
          title: (
            <>
              {inspectionMove(act).label}
              <ClauseMark clause={inspectionMove(act).clause} />
            </>
          ),
          when: formatDateTime(at),
          at,
          detail: `${name}, ${hatName(hat)}`,
        }))}
      />
    </Panel>
  );
}
