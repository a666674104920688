import { readable } from "../board/rules.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { DescriptionList, PageHead, Panel, Timeline } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { StatusTag, Tag } from "../ui/status.tsx";
import type { DisclosureContent } from "./content.ts";
import { ContentForm } from "./content-form.view.tsx";
import type { EntryView, OrderView } from "./desk-models.ts";
import { isPublic } from "./disclosure.ts";
import { periodWords } from "./due.ts";
import { DESK_PATHS, PUBLIC_PATHS } from "./paths.ts";
import { VersionBody } from "./public-parts.view.tsx";
import { type EntryAct, STEPS } from "./rules.ts";

export interface EntryPageView extends EntryView {
  /** What the form shows: the stored text, or what was typed and not taken. */
  readonly typed: DisclosureContent;
  readonly refusals: readonly SummaryItem[];
  readonly done: string | undefined;
}

/** One version at the desk: read it, change it, carry it on (law.md §10). */
export function EntryPage({ desk, view }: { readonly desk: DeskFrame; readonly view: EntryPageView }) {
  const { entry, line, acts, preview } = view;
  const { item, year } = line;
  const isShown = isPublic(entry);
  return (
    <DeskLayout
      desk={desk}
      title={item.title}
      path={DESK_PATHS.entry(entry.id)}
      breadcrumbs={[
        { label: "Bàn làm việc", href: "/ban-bien-tap" },
        { label: "Công khai", href: DESK_PATHS.year(year) },
        { label: `${item.title}, bản ${entry.version}` },
      ]}
    >
      <PageHead
        title={entry.content.title || item.title}
        eyebrow={`${item.group}. ${item.groupTitle}, bản ${entry.version}`}
        lead={periodWords(item.period, year)}
        actions={
          isShown ? (
            <LinkButton href={PUBLIC_PATHS.version(year, item.code, entry.version)} icon="external">
              Xem trang công khai
            </LinkButton>
          ) : undefined
        }
      />
      {view.done && (
        <Notice kind="ok" live>
          <p>{view.done}</p>
        </Notice>
      )}
      <ErrorSummary items={view.refusals} />
      <DescriptionList
        items={[
          {
            term: "Đang ở",
            value:
              entry.state === "AWAITING_FINAL" && entry.approvedHash === entry.hash ? (
                <Tag icon="check" tone="good">
                  Đã phê duyệt, chờ đăng
                </Tag>
              ) : (
                <StatusTag state={entry.state} />
              ),
          },
          { term: "Đơn vị", value: view.unit },
          { term: "Hạn", value: readable(line.due) },
          { term: "Căn cứ", value: `${item.citation}; ${item.regime.citation}` },
          { term: "Biểu mẫu", value: item.forms || "Không có" },
          ...(item.note ? [{ term: "Lưu ý", value: item.note }] : []),
        ]}
      />
      {isShown && (
        <Notice>
          <p>
            Nội dung đã đăng không sửa, không gỡ, không ẩn được. Khi có thay đổi, hãy soạn bản thay thế trong sổ công
            khai; bản này vẫn đọc được tại địa chỉ của nó.
          </p>
        </Notice>
      )}
      <Findings view={view} />
      <Steps desk={desk} view={view} acts={acts.filter((act) => act !== "save")} />
      {acts.includes("save") && <ContentForm desk={desk} view={view} />}
      <Panel title={isShown ? "Nội dung đang hiển thị" : "Xem trước"}>
        <VersionBody view={preview} />
      </Panel>
      {isShown && <Orders desk={desk} view={view} />}
      <Panel title="Các bước đã qua">
        <Timeline
          items={view.history.map(({ seq, at, what, who, reason }) => ({
            id: String(seq),
            title: `${who}: ${what}`,
            when: formatDateTime(at),
            at,
            detail: reason ?? undefined,
          }))}
        />
      </Panel>
    </DeskLayout>
  );
}

function Findings({ view: { findings } }: { readonly view: EntryPageView }) {
  if (findings.length === 0) return null;
  return (
    <Notice kind={findings.some(({ must }) => must) ? "warn" : "info"} title="Kiểm tra tệp">
      <ul>
        {findings.map(({ file, message }) => (
          <li key={`${file} ${message}`}>
            {file}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Steps({ desk, view, acts }: { desk: DeskFrame; view: EntryPageView; acts: readonly EntryAct[] }) {
  if (acts.length === 0) return null;
  const { entry } = view;
  return (
    <Panel title="Bước tiếp theo">
      <form class="form" method="post" action={DESK_PATHS.step(entry.id)}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="ma" value={entry.hash} />
        {acts.includes("return") && (
          <TextArea
            name="ly-do"
            label="Lý do trả lại"
            hint="Chỉ cần khi trả lại; ít nhất 10 ký tự."
            rows={2}
            optional
          />
        )}
        <Actions>
          {acts.map((act) => (
            <Button key={act} kind={act === "return" ? "secondary" : "primary"} name="viec" value={act} formNoValidate>
              {STEPS[act].label}
            </Button>
          ))}
        </Actions>
      </form>
    </Panel>
  );
}

/** Orders to withhold data: the only way in which what is read may differ from what was published. */
function Orders({ desk, view }: { readonly desk: DeskFrame; readonly view: EntryPageView }) {
  if (view.orders.length === 0 && !view.mayPropose) return null;
  return (
    <Panel title="Che dữ liệu theo yêu cầu pháp luật">
      {view.orders.map((one) => (
        <Order key={one.order.id} desk={desk} view={one} />
      ))}
      {view.mayPropose && (
        <p>
          <a href={DESK_PATHS.redact(view.entry.id)}>Ghi văn bản yêu cầu che dữ liệu</a>
        </p>
      )}
    </Panel>
  );
}

function Order({ desk, view }: { readonly desk: DeskFrame; readonly view: OrderView }) {
  const { order, confirmedBy, mayConfirm, mayExecute } = view;
  return (
    <div>
      <DescriptionList
        items={[
          { term: "Văn bản", value: `${order.orderNumber} ngày ${readable(order.orderDay)} của ${order.orderIssuer}` },
          { term: "Lý do", value: order.reason },
          { term: "Đã xác nhận", value: confirmedBy.join(", ") || "Chưa có ai" },
          { term: "Thực hiện", value: order.executedAt ? formatDateTime(order.executedAt) : "Chưa" },
        ]}
      />
      {(mayConfirm || mayExecute) && (
        <Actions>
          {mayConfirm && <OrderForm desk={desk} action={DESK_PATHS.order(order.id, "xac-nhan")} label="Xác nhận" />}
          {mayExecute && <OrderForm desk={desk} action={DESK_PATHS.order(order.id, "thuc-hien")} label="Che dữ liệu" />}
        </Actions>
      )}
    </div>
  );
}

function OrderForm({ desk, action, label }: { desk: DeskFrame; action: string; label: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={desk.csrf} />
      <Button kind="primary">{label}</Button>
    </form>
  );
}
