import type { Id } from "../../kernel/ids.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Checkbox, Radios, Select } from "../../ui/choice.tsx";
import { ClauseMark, Notice, type SummaryItem } from "../../ui/feedback.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type ActionView, POINT_OPTIONS } from "./actions.ts";
import type { ArticleView } from "./article.model.ts";
import { copyingFrom, paths } from "./paths.ts";

/** What this person can do with the article now: forms that work, and what does not work with the reasons. */
export function ActionsPanel({ view, csrf }: { readonly view: ArticleView; readonly csrf: string }) {
  const { row, facts } = view.loaded;
  const open = view.actions.filter(({ refusals }) => refusals.length === 0);
  const closed = view.actions.filter(({ refusals }) => refusals.length > 0);
  const nothing = open.length === 0 && !view.edit?.may;
  return (
    <section class="panel acts" id="viec" aria-labelledby="viec-title">
      <h2 class="panel-title" id="viec-title">
        Việc bạn làm được
      </h2>
      <Gaps gaps={view.gaps} />
      {nothing && <p class="acts-none">Trong vai trò đang chọn, lúc này bạn chỉ đọc bài.</p>}
      {view.edit?.may && (
        <p>
          <LinkButton href={paths.edit(row.id)} icon="edit">
            {view.edit.label}
          </LinkButton>
        </p>
      )}
      {open.map((action) => (
        <ActionForm key={action.act} action={action} edition={row.id} hash={facts.hash} csrf={csrf} />
      ))}
      {view.mayCopy && (
        <p>
          <LinkButton href={copyingFrom(row.id)} icon="document">
            Chép thành bản nháp mới
          </LinkButton>
        </p>
      )}
      {(closed.length > 0 || (view.edit && !view.edit.may)) && (
        <div class="acts-closed">
          <h3 class="acts-closed-title">Chưa làm được</h3>
          {view.edit && !view.edit.may && <ClosedAct label={view.edit.label} reasons={view.edit.refusals} />}
          {closed.map(({ act, label, refusals }) => (
            <ClosedAct key={act} label={label} reasons={refusals} />
          ))}
        </div>
      )}
    </section>
  );
}

/** A warning before sending: the template's own words are still in the article. It stops nobody. */
function Gaps({ gaps }: { readonly gaps: readonly string[] }) {
  if (gaps.length === 0) return null;
  return (
    <Notice kind="warn" title={`Còn ${gaps.length} chỗ trong ngoặc vuông chưa điền`}>
      <ul>
        {gaps.slice(0, MOST_GAPS).map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      <p>
        {gaps.length > MOST_GAPS && `Và ${gaps.length - MOST_GAPS} chỗ nữa. `}
        Hãy điền hoặc xóa các chỗ này trước khi gửi.
      </p>
    </Notice>
  );
}

const MOST_GAPS = 6;

function ClosedAct({ label, reasons }: { readonly label: string; readonly reasons: readonly SummaryItem[] }) {
  return (
    <div class="act-closed">
      <Button disabled>{label}</Button>
      <ul class="act-reasons">
        {reasons.map(({ text, clause, remedy }) => (
          <li key={text}>
            {text} {remedy} {clause && <ClauseMark clause={clause} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ActionFormProps {
  readonly action: ActionView;
  readonly edition: Id;
  readonly hash: string;
  readonly csrf: string;
}

function ActionForm({ action, edition, hash, csrf }: ActionFormProps) {
  const { act, label, kind, typed, errors } = action;
  const asks =
    action.points.length > 0 ||
    action.reason !== null ||
    action.note !== null ||
    action.addressees.length > 0 ||
    action.noteChoices.length > 0 ||
    action.asksTime ||
    action.asksException ||
    action.confirm !== null ||
    action.onBehalf !== null;
  const form = (
    <form
      class="form act-form"
      method="post"
      action={paths.step(edition)}
      noValidate
      {...(action.confirm ? { "data-confirm": action.confirm, "data-confirm-title": label } : {})}
    >
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="hash" value={hash} />
      {action.onBehalf && <p class="act-behalf">{action.onBehalf}.</p>}
      <Points action={action} />
      {action.addressees.length > 0 && (
        <Radios
          name="addressee"
          id={`${act}-addressee`}
          label={action.reason ? "Trả về cho" : "Gửi tới"}
          options={action.addressees}
          value={typed.addressee || (action.reason ? "" : "SECRETARY")}
          error={errors.addressee}
        />
      )}
      {action.noteChoices.length > 0 && (
        <Radios
          name="note"
          id={`${act}-note`}
          label="Lý do báo cho người đọc"
          options={action.noteChoices}
          value={typed.note || "outdated"}
        />
      )}
      {action.reason && (
        <TextArea
          name="reason"
          id={`${act}-reason`}
          {...action.reason}
          value={typed.reason}
          rows={3}
          error={errors.reason}
        />
      )}
      {action.note && (
        <TextArea name="note" id={`${act}-note`} {...action.note} value={typed.note} rows={3} error={errors.note} />
      )}
      {action.asksPoint && (
        <Select
          name="point"
          id={`${act}-point`}
          label="Vi phạm điều cấm"
          hint="Chỉ chọn khi bài bị hủy vì hành vi bị cấm (khoản 1 Điều 17)."
          options={POINT_OPTIONS}
          value={typed.point}
          placeholder="Không thuộc trường hợp này"
          optional
        />
      )}
      {action.asksTime && (
        <Field
          type="datetime-local"
          name="publishAt"
          id={`${act}-publishAt`}
          label="Đăng lúc"
          hint="Giờ Việt Nam."
          value={typed.publishAt}
          error={errors.publishAt}
          width="medium"
        />
      )}
      {action.asksException && (
        <TextArea
          name="exception"
          id={`${act}-exception`}
          label="Lý do ngoại lệ"
          hint="Không còn ai khác làm được bước này. Lý do (ít nhất 10 ký tự) được ghi vào danh sách ngoại lệ để báo cáo."
          value={typed.exception}
          error={errors.exception}
          rows={3}
        />
      )}
      {action.confirm && <p class="act-warning">{action.confirm}</p>}
      <Button kind={kind === "secondary" && asks ? "primary" : kind}>{label}</Button>
    </form>
  );
  if (!asks) return <div class="act">{form}</div>;
  return (
    <details class={`act act-${kind}`} open={action.isOpen}>
      <summary class="act-summary">
        <span>{label}</span>
        <Icon name="down" />
      </summary>
      {form}
    </details>
  );
}

function Points({ action: { act, points, pointsLegend, typed, errors } }: { readonly action: ActionView }) {
  if (points.length === 0) return null;
  return (
    <fieldset class={errors.checked ? "field checklist has-error" : "field checklist"} id={`${act}-checked`}>
      <legend class="label">{pointsLegend}</legend>
      <p class="hint">Đánh dấu từng điểm sau khi đã soát. Tên bạn và giờ đánh dấu được lưu cùng bài.</p>
      {errors.checked && (
        <p class="field-error">
          <span class="visually-hidden">Lỗi: </span>
          {errors.checked}
        </p>
      )}
      {points.map(({ id, text, clause }) => (
        <Checkbox
          key={id}
          name="checked"
          id={`${act}-checked-${id}`}
          value={id}
          checked={typed.checked.includes(id)}
          label={
            <>
              {text}
              <ClauseMark clause={clause} />
            </>
          }
        />
      ))}
    </fieldset>
  );
}
