import { UNIT_KINDS } from "../board/board.ts";
import { HandedPassword } from "../desk/accounts.view.tsx";
import { PlainLayout } from "../desk/plain-layout.view.tsx";
import { SettingControl } from "../desk/settings.view.tsx";
import type { Invalid } from "../kernel/result.ts";
import type { SettingGroup } from "../settings/form.ts";
import { Actions, Button, LinkButton } from "../ui/button.tsx";
import { FieldGroup, Select } from "../ui/choice.tsx";
import { ClauseMark, ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { BoardStep } from "./board-step.view.tsx";
import type { HandedAccount } from "./carry-out.ts";
import { STEPS, type Step, stepOf, type Typed, typedUnits, unitRowCount } from "./form.ts";

export interface Shell {
  readonly siteName: string;
  readonly assets: { readonly css: string; readonly fonts: readonly string[] };
  readonly nonce: string;
}

export interface WizardView extends Shell {
  readonly action: string;
  readonly csrf: string;
  readonly step: Step;
  readonly typed: Typed;
  readonly errors: readonly Invalid[];
  /** Groups of settings of the first step. */
  readonly groups: readonly SettingGroup[];
}

/** What the controls of a step are given. */
export interface StepProps {
  readonly typed: Typed;
  readonly error: (name: string) => string | undefined;
}

/** One step of the set-up. What was typed in the others travels along in hidden fields; nothing is stored before the end. */
export function WizardPage({ view }: { readonly view: WizardView }) {
  const { step, typed, errors } = view;
  const props: StepProps = { typed, error: (name) => errors.find(({ field }) => field === name)?.message };
  return (
    <PlainLayout
      {...shell(view)}
      title={`Thiết lập Cổng: ${STEPS[step - 1]}`}
      step={`Bước ${step} trên ${STEPS.length}`}
    >
      <ErrorSummary
        title="Chưa tiếp tục được"
        items={errors.map(({ field, message }) => ({
          text: message,
          ...(stepOf(field) === step ? { href: `#${field}` } : {}),
        }))}
      />
      <form class="form" method="post" action={view.action}>
        <input type="hidden" name="csrf" value={view.csrf} />
        <input type="hidden" name="buoc" value={String(step)} />
        {/* The first button is the one that Enter presses. */}
        <button class="visually-hidden" type="submit" name="di" value="tiep" tabIndex={-1} aria-hidden="true">
          Tiếp tục
        </button>
        <Carried typed={typed} step={step} />
        {step === 1 && <InstitutionStep groups={view.groups} {...props} />}
        {step === 2 && <UnitsStep {...props} />}
        {step === 3 && <BoardStep {...props} />}
        <Actions>
          <Button kind="primary" icon={step === 3 ? "check" : "next"} name="di" value="tiep">
            {step === 3 ? "Hoàn tất thiết lập" : "Tiếp tục"}
          </Button>
          {step > 1 && (
            <Button kind="quiet" icon="left" name="di" value="lui" formNoValidate>
              Quay lại
            </Button>
          )}
        </Actions>
      </form>
    </PlainLayout>
  );
}

function Carried({ typed, step }: { readonly typed: Typed; readonly step: Step }) {
  return (
    <>
      {Object.entries(typed)
        .filter(([name]) => stepOf(name) !== step)
        .flatMap(([name, values]) =>
          values.map((value, index) => <input key={`${name}-${index}`} type="hidden" name={name} value={value} />),
        )}
    </>
  );
}

function InstitutionStep({ groups, typed, error }: StepProps & { readonly groups: readonly SettingGroup[] }) {
  return (
    <>
      <p>
        Thiết lập gồm ba bước. Không có gì được ghi trước khi hoàn tất; mọi giá trị đều sửa được sau này trong phần Cài
        đặt và Ban biên tập.
      </p>
      {groups.map((group) => (
        <FieldGroup key={group.title} legend={group.title}>
          <p class="hint">
            {group.note}
            <ClauseMark clause={group.clause} />
          </p>
          {group.settings.map((setting) => (
            <SettingControl
              key={setting.key}
              setting={setting}
              values={typed[setting.name] ?? []}
              error={error(setting.name)}
              hasSecret={false}
            />
          ))}
        </FieldGroup>
      ))}
    </>
  );
}

function UnitsStep({ typed, error }: StepProps) {
  const rows = Array.from({ length: unitRowCount(typed) }, (_, index) => index + 1);
  const kinds = Object.entries(UNIT_KINDS).map(([value, label]) => ({ value, label }));
  const standing = typed["dv-thuong-truc"]?.[0] ?? "";
  const named = typedUnits(typed).filter(({ kind }) => kind !== "leadership");
  return (
    <>
      <p>Ghi Ban Giám đốc và từng phòng, tổ chức trực thuộc, mỗi đơn vị một dòng. Dòng trống được bỏ qua.</p>
      <input type="hidden" name="dv-so" value={String(rows.length)} />
      {rows.map((row) => (
        <FieldGroup key={row} legend={`Đơn vị ${row}`}>
          <Field
            name={`dv-ten-${row}`}
            label={`Tên đơn vị ${row}`}
            value={typed[`dv-ten-${row}`]?.[0]}
            error={error(`dv-ten-${row}`)}
            maxlength={120}
            optional
          />
          <Select
            name={`dv-loai-${row}`}
            label={`Loại đơn vị ${row}`}
            options={kinds}
            value={typed[`dv-loai-${row}`]?.[0] ?? "department"}
            optional
          />
          <div class="choice">
            <input
              class="choice-input"
              type="radio"
              id={row === 1 ? "dv-thuong-truc" : `dv-thuong-truc-${row}`}
              name="dv-thuong-truc"
              value={String(row)}
              checked={standing === String(row)}
            />
            <label class="choice-label" for={row === 1 ? "dv-thuong-truc" : `dv-thuong-truc-${row}`}>
              Bộ phận thường trực của Ban biên tập
            </label>
          </div>
        </FieldGroup>
      ))}
      {error("dv-thuong-truc") && <p class="field-error">{error("dv-thuong-truc")}</p>}
      <Button kind="secondary" icon="plus" name="di" value="them" formNoValidate>
        Thêm dòng đơn vị
      </Button>
      <TextArea
        name="linh-vuc"
        label="Lĩnh vực phụ trách của các Phó Giám đốc"
        hint="Mỗi dòng một lĩnh vực (Điều 10)."
        value={typed["linh-vuc"]?.[0]}
        error={error("linh-vuc")}
        rows={5}
        optional
      />
      <p class="hint">Đã ghi {named.length} phòng, tổ chức.</p>
    </>
  );
}

/** The set-up is done: every one-time password, once. */
export function SetUpDonePage({
  view,
  accounts,
}: {
  readonly view: Shell;
  readonly accounts: readonly HandedAccount[];
}) {
  return (
    <PlainLayout {...shell(view)} title="Cổng đã được thiết lập">
      <div class="form">
        <Notice kind="ok" live title="Đã ghi đơn vị, Ban biên tập và tài khoản">
          <p>Liên kết thiết lập không dùng lại được. Hãy in hoặc ghi các mật khẩu dưới đây: chúng chỉ hiện một lần.</p>
        </Notice>
        {accounts.map(({ fullName, username, oneTimePassword }) =>
          oneTimePassword === null ? (
            <p key={username}>
              {fullName}: tên đăng nhập <code>{username}</code>, mật khẩu đã chọn.
            </p>
          ) : (
            <HandedPassword key={username} fullName={fullName} username={username} password={oneTimePassword} />
          ),
        )}
        <LinkButton kind="primary" icon="key" href="/ban-bien-tap/dang-nhap">
          Đến trang đăng nhập
        </LinkButton>
      </div>
    </PlainLayout>
  );
}

/** A link that opens nothing: already used, wrong, or too old. */
export function ClosedLinkPage({ view, isDone }: { readonly view: Shell; readonly isDone: boolean }) {
  return (
    <PlainLayout {...shell(view)} title={isDone ? "Cổng đã được thiết lập" : "Liên kết không dùng được"}>
      {isDone ? (
        <p>
          Việc thiết lập đã hoàn tất và không mở lại được. Mọi thay đổi được thực hiện trong bàn làm việc của Ban biên
          tập, bởi người có thẩm quyền.
        </p>
      ) : (
        <p>
          Liên kết thiết lập này không đúng, đã được thay bằng liên kết mới hoặc đã quá 24 giờ. Hãy khởi động lại Cổng
          để có liên kết mới.
        </p>
      )}
      {isDone && (
        <LinkButton kind="secondary" icon="key" href="/ban-bien-tap/dang-nhap">
          Đến trang đăng nhập
        </LinkButton>
      )}
    </PlainLayout>
  );
}

const shell = ({ siteName, assets, nonce }: Shell) => ({ siteName, nonce, ...assets });
