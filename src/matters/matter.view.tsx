import type { ComponentChildren } from "preact";
import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { type KeptFile, KeptFiles, RecordControls } from "../desk/record-form.view.tsx";
import { DueTag, SentWords, SlipFiles } from "../intake/desk-parts.view.tsx";
import { clauseWords } from "../regulation/clause-words.ts";
import { hatName } from "../regulation/hats.ts";
import { MATTER_KINDS, type MatterMove } from "../regulation/matter-kinds.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { FileInput } from "../ui/choice.tsx";
import { DescriptionList, PageHead, Panel, Timeline } from "../ui/data.tsx";
import { ClauseMark, ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { fieldOf, fieldsOfKind, fieldsOfMove, type MatterField, PRIORITIES } from "./fields.ts";
import type { MatterLine } from "./lines.ts";
import { MatterTag } from "./list.view.tsx";
import type { WholeMatter } from "./matter.ts";
import { MATTER_PATHS } from "./paths.ts";

export interface MatterPageProps {
  readonly desk: DeskFrame;
  readonly matter: WholeMatter;
  readonly line: MatterLine;
  /** Working days until it is due; negative when late. */
  readonly left: number;
  readonly people: ReadonlyMap<string, string>;
  /** Steps open to this person, in the order of the kind. */
  readonly offers: readonly MatterMove[];
  /** Whether the next step is expected from him: it stands open. */
  readonly owes: boolean;
  readonly form: StepState;
  readonly done: string | undefined;
}

/** What was typed into the form of one step that was refused. */
export interface StepState {
  readonly act: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly files: readonly KeptFile[];
  readonly items: readonly SummaryItem[];
  readonly errors: Readonly<Record<string, string>>;
}

export const EMPTY_STEP: StepState = { act: "", typed: {}, files: [], items: [], errors: {} };

/** One matter: what it says, what may be done now, everything that was done. */
export function MatterPage(props: MatterPageProps) {
  const { desk, matter, line, left, offers, owes, form, done } = props;
  const { kind, code, title, content, history } = matter;
  const steps = offers.filter(({ act }) => act !== "comment" && act !== "change");
  const comment = offers.find(({ act }) => act === "comment");
  const change = offers.find(({ act }) => act === "change");
  const more = otherFacts(fieldsOfKind(kind), content);
  const [first, ...others] = inOrder(steps, form.act);
  return (
    <DeskLayout
      desk={desk}
      title={`${MATTER_KINDS[kind].name} ${code}`}
      path={MATTER_PATHS.one(code)}
      breadcrumbs={[{ label: "Công việc", href: MATTER_PATHS.desk }, { label: code }]}
    >
      <PageHead
        title={title}
        eyebrow={`${MATTER_KINDS[kind].name} ${code}${matter.isUrgent ? ", gấp" : ""}`}
        actions={
          change && (
            <LinkButton href={MATTER_PATHS.change(code)} icon="edit">
              {change.label}
            </LinkButton>
          )
        }
      />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      <Facts line={line} left={left} />
      {fieldsOfKind(kind)
        .filter((field) => field.kind === "text" && content[field.key])
        .map((field) => (
          <Panel key={field.key} title={field.label}>
            <SentWords text={content[field.key]} />
          </Panel>
        ))}
      <SlipFiles files={history[0]!.files} />
      {more.length > 0 && <DescriptionList items={more} />}
      {first && (owes || form.act === first.act) && <Step {...props} move={first} isOpen />}
      {(first && !(owes || form.act === first.act) ? [first, ...others] : others).map((move) => (
        <Step key={move.act} {...props} move={move} />
      ))}
      <History {...props} />
      {comment && <Step {...props} move={comment} isOpen />}
    </DeskLayout>
  );
}

/** The step that was just tried comes first, then the one that ends it before the one that only begins it. */
function inOrder(steps: readonly MatterMove[], tried: string): readonly MatterMove[] {
  const place = ({ act }: MatterMove) => (act === tried ? 0 : PLACES.indexOf(act) + 1);
  return [...steps].sort((a, b) => place(a) - place(b));
}

const PLACES = ["finish", "answer", "agree", "plan", "accept", "decline", "reopen", "withdraw"] as readonly string[];

function Facts({ line, left }: { readonly line: MatterLine; readonly left: number }) {
  const { raiser, unitName, raisedHat, raisedAt, to, due, isOpen, state, stateName } = line;
  return (
    <DescriptionList
      items={[
        { term: "Tình trạng", value: <MatterTag state={state} name={stateName} /> },
        { term: "Hạn", value: due !== null && <DueTag due={due} left={left} isOpen={isOpen} /> },
        { term: line.people.length + line.units.length > 0 ? "Người nhận" : "Đang chờ", value: to },
        { term: "Người nêu", value: `${raiser}, ${unitName || hatName(raisedHat)}` },
        { term: "Nêu lúc", value: formatDateTime(raisedAt) },
      ].filter(({ value }) => value)}
    />
  );
}

/** What stands on one line of its form, but for what is told already. */
const otherFacts = (fields: readonly MatterField[], content: WholeMatter["content"]) =>
  fields
    .filter(({ key, kind }) => kind !== "text" && key !== "title" && key !== "due" && content[key])
    .map((field) => ({ term: field.label, value: shown(field, content[field.key]) }));

function shown({ kind }: MatterField, value: string): string {
  if (kind === "date") return readable(value);
  return kind === "choice" ? (PRIORITIES[value as keyof typeof PRIORITIES] ?? value) : value;
}

interface StepProps extends MatterPageProps {
  readonly move: MatterMove;
  /** Stands open; the others are one line to open. */
  readonly isOpen?: boolean;
}

/** One step that may be made now, with what it asks for. */
function Step(props: StepProps) {
  const { desk, matter, form, move, isOpen = false } = props;
  const { act, label, clause, words } = move;
  const isTried = form.act === act;
  const typed = isTried ? form.typed : {};
  const errors = isTried ? form.errors : {};
  const named = (name: string) => `${act}-${name}`;
  const body: ComponentChildren = (
    <form class="form act-form" method="post" action={MATTER_PATHS.one(matter.code)} encType="multipart/form-data">
      <input type="hidden" name="csrf" value={desk.csrf} />
      <input type="hidden" name="viec" value={act} />
      <input type="hidden" name="da-thay" value={matter.moves} />
      <p class="hint">Căn cứ {clauseWords(clause)}.</p>
      {words !== null && (
        <TextArea name={named("loi")} label={words} rows={3} value={typed[named("loi")]} error={errors[named("loi")]} />
      )}
      <RecordControls
        fields={fieldsOfMove(move).map((field) => ({ ...field, name: named(field.name) }))}
        typed={typed}
        errors={errors}
      />
      {words !== null && (
        <>
          {isTried && <KeptFiles name="tep-co" files={form.files} />}
          <FileInput name={named("tep")} label="Tệp đính kèm" multiple optional error={errors[named("tep")]} />
        </>
      )}
      <Button
        kind={
          act === "withdraw" || act === "decline" ? "danger" : isOpen && act !== "comment" ? "primary" : "secondary"
        }
      >
        {label}
      </Button>
    </form>
  );
  if (isOpen) return <Panel title={label}>{body}</Panel>;
  return (
    <details class="act matter-step">
      <summary class="act-summary">
        {label}
        <Icon name="down" />
      </summary>
      {body}
    </details>
  );
}

function History({ matter, people }: MatterPageProps) {
  const { kind, history, versions } = matter;
  const labels = MATTER_KINDS[kind].moves;
  let version = 0;
  const items = history.map(({ id, act, person, hat, at, clause, words, said, files }) => {
    const before = versions[version];
    if (act === "change") version += 1;
    const after = versions[version];
    const changed =
      act === "change" && before && after ? fieldsOfKind(kind).filter(({ key }) => before[key] !== after[key]) : [];
    return {
      id,
      title: (
        <>
          {labels.find((move) => move.act === act)?.label ?? act}
          <ClauseMark clause={clause} />
        </>
      ),
      when: formatDateTime(at),
      at,
      detail: (
        <>
          {people.get(person) ?? ""}, {hatName(hat)}
          {words && <SentWords text={words} />}
          {changed.map((field) => (
            <p key={field.key}>
              {field.label}:{" "}
              {field.kind === "text"
                ? "đã sửa"
                : `${shown(field, before![field.key])} → ${shown(field, after![field.key])}`}
            </p>
          ))}
          {Object.entries(said).map(([key, value]) => {
            const field = fieldOf(key as MatterField["key"]);
            return (
              <p key={key}>
                {field.label}: {shown(field, value)}
              </p>
            );
          })}
          {act !== "raise" && <SlipFiles files={files} />}
        </>
      ),
    };
  });
  return (
    <Panel title="Quá trình xử lý">
      <Timeline items={items} />
    </Panel>
  );
}
