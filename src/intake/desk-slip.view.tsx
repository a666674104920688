import type { ComponentChildren } from "preact";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import type { FormState } from "../http/form-state.ts";
import type { SlipMove } from "../regulation/slip-moves.ts";
import { Button } from "../ui/button.tsx";
import { DescriptionList, PageHead, Panel } from "../ui/data.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import {
  DueTag,
  SentWords,
  type SlipFile,
  SlipFiles,
  SlipHistory,
  type SlipHistoryLine,
  StepForm,
} from "./desk-parts.view.tsx";
import type { SlipRoom } from "./slips.ts";
import type { SlipTable } from "./tables.ts";

/** One slip as the desk shows it to a person in a hat. */
export interface SlipView<Row extends SlipTable = SlipTable> {
  readonly desk: DeskFrame;
  readonly room: SlipRoom;
  readonly row: Row;
  readonly unit: string | null;
  readonly isOpen: boolean;
  /** Working days until it is due; negative when late. */
  readonly left: number;
  readonly files: readonly SlipFile[];
  readonly correction: { readonly path: string; readonly title: string } | null;
  readonly offers: readonly SlipMove<string, string, string>[];
  readonly history: readonly SlipHistoryLine[];
  readonly form: FormState;
  readonly done: string | undefined;
}

interface Fact {
  readonly term: string;
  readonly value: ComponentChildren;
}

export interface SlipDeskPageProps {
  readonly view: SlipView;
  /** Name of the queue it came from. */
  readonly queue: string;
  readonly kind: string;
  readonly title: string;
  readonly contentTitle: string;
  /** What the room says of it, before what is said of every slip. Empty ones are left out. */
  readonly facts: readonly Fact[];
  readonly senderTerm: string;
  readonly children?: ComponentChildren;
}

/** One slip with what was sent, everything that was done about it, and what may be done now (`children`). */
export function SlipDeskPage(props: SlipDeskPageProps) {
  const { view, queue, kind, title, contentTitle, facts, senderTerm, children } = props;
  const { desk, room, row, left, isOpen, files, history, form, done, correction } = view;
  const path = room.paths.deskOne(row.id);
  return (
    <DeskLayout
      desk={desk}
      title={kind}
      path={path}
      breadcrumbs={[{ label: queue, href: room.paths.desk }, { label: row.code }]}
    >
      <PageHead title={title} eyebrow={`${kind}: ${room.states[row.state]!.toLowerCase()}`} />
      <ErrorSummary items={form.items} />
      {done && <Notice kind="ok" live title={done} />}
      {row.erased_at ? (
        <Notice title={`Dữ liệu cá nhân và nội dung đã xóa lúc ${formatDateTime(row.erased_at)}`} />
      ) : (
        <Panel title={contentTitle}>
          <SentWords text={row.content} />
          <SlipFiles files={files} />
        </Panel>
      )}
      <DescriptionList
        items={[
          ...facts,
          { term: "Hạn trả lời", value: <DueTag due={row.due_on} left={left} isOpen={isOpen} /> },
          { term: senderTerm, value: row.sender_name },
          { term: "Thư điện tử", value: row.sender_email },
          { term: "Điện thoại", value: row.sender_phone },
          { term: "Nhận lúc", value: formatDateTime(row.received_at) },
          { term: "Mã tra cứu", value: row.code },
          { term: "Bài phản hồi, đính chính", value: correction && <a href={correction.path}>{correction.title}</a> },
        ].filter(({ value }) => value)}
      />
      {children}
      <LinkForm view={view} path={path} />
      <SlipHistory lines={history} />
    </DeskLayout>
  );
}

/** Says by which article it was answered before everybody (REQ-020). */
function LinkForm({ view, path }: { readonly view: SlipView; readonly path: string }) {
  const { desk, offers, form, correction } = view;
  const offer = offers.find(({ act }) => act === "link");
  if (!offer) return null;
  return (
    <StepForm desk={desk} action={path} act="link" title={offer.label} clause={offer.clause}>
      <Field
        name="bai-dinh-chinh"
        label="Địa chỉ bài trên Cổng"
        hint="Bài đang đăng, ví dụ: /bai-viet/phan-hoi-ve-hoc-phi. Phiếu của người gửi và câu trả lời công khai sẽ dẫn tới bài này."
        value={form.typed["bai-dinh-chinh"] ?? correction?.path}
        error={form.errors["bai-dinh-chinh"]}
        maxlength={2000}
        spellcheck={false}
      />
      <Button>Gắn bài</Button>
    </StepForm>
  );
}
