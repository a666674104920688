import { type FormSetting, SETTING_GROUPS } from "../settings/form.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, FieldGroup, Select } from "../ui/choice.tsx";
import { PageHead } from "../ui/data.tsx";
import { ClauseMark, ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { type DeskFrame, DeskLayout } from "./layout.view.tsx";

export interface SettingsView {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly items: readonly SummaryItem[];
  readonly done: string | null;
  readonly isHostConfirmed: boolean;
  /** Whether a secret is set; its value is never shown. */
  readonly hasMailPassword: boolean;
  /** Values of each control: as stored, or as just typed. */
  values(setting: FormSetting): readonly string[];
  error(setting: FormSetting): string | undefined;
}

const HREF = "/ban-bien-tap/cai-dat";

/** The values a centre may choose, by group, each with the clause it rests on. Every change is in the log. */
export function SettingsPage({ view }: { readonly view: SettingsView }) {
  const { desk, nonce, items, done, isHostConfirmed } = view;
  const crumbs = [{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Cài đặt" }];
  return (
    <DeskLayout desk={desk} title="Cài đặt" path={HREF} nonce={nonce} breadcrumbs={crumbs}>
      <PageHead title="Cài đặt" lead="Mỗi lần thay đổi được ghi vào nhật ký, kèm giá trị cũ và mới." />
      <ErrorSummary items={items} />
      {done && <Notice kind="ok" live title={done} />}
      {!isHostConfirmed && (
        <Notice kind="warn" title="Địa chỉ chính thức chưa được xác nhận">
          <p>
            Quyết định và Quy chế ghi hai địa chỉ khác nhau (Điều 1 Quyết định, Điều 2 Quy chế). Hãy đối chiếu và xác
            nhận ở mục <a href="#da-xac-nhan">Địa chỉ chính thức</a>.
          </p>
        </Notice>
      )}
      <form class="form" method="post" action={HREF}>
        <input type="hidden" name="csrf" value={desk.csrf} />
        {SETTING_GROUPS.map((group) => (
          <FieldGroup key={group.title} legend={group.title}>
            <p class="hint">
              {group.note}
              <ClauseMark clause={group.clause} />
            </p>
            {group.settings.map((setting) => (
              <SettingControl
                key={setting.key}
                setting={setting}
                values={view.values(setting)}
                error={view.error(setting)}
                hasSecret={view.hasMailPassword}
              />
            ))}
          </FieldGroup>
        ))}
        <Button kind="primary" icon="check">
          Ghi thay đổi
        </Button>
      </form>
    </DeskLayout>
  );
}

interface SettingControlProps {
  readonly setting: FormSetting;
  readonly values: readonly string[];
  readonly error: string | undefined;
  /** Whether a secret is set; it is never shown. */
  readonly hasSecret: boolean;
}

/** The control of one setting, as its kind wants it. */
export function SettingControl({ setting, values, error, hasSecret }: SettingControlProps) {
  const { name, label, hint, optional, kind } = setting;
  const [value = ""] = values;
  const common = { name, label, hint, optional, error };
  switch (kind) {
    case "flag":
      return <Checkbox {...common} checked={values.length > 0} />;
    case "choices":
      return (
        <fieldset class="field" id={name}>
          <legend class="label">{label}</legend>
          {setting.choices.map((choice) => (
            <Checkbox
              key={choice.value}
              name={name}
              id={`${name}-${choice.value}`}
              label={choice.label}
              value={choice.value}
              checked={values.includes(choice.value)}
            />
          ))}
        </fieldset>
      );
    case "one":
      return <Select {...common} options={setting.choices} value={value} />;
    case "lines":
    case "sentences":
      return <TextArea {...common} value={value} rows={3} />;
    case "secret":
      return (
        <Field
          {...common}
          hint={hasSecret ? `Đã có mật khẩu. ${hint ?? ""}` : "Chưa có mật khẩu."}
          type="password"
          autocomplete="new-password"
          width="medium"
        />
      );
    case "number":
      return <Field {...common} value={value} inputmode="numeric" width="short" />;
    case "mail":
      return <Field {...common} value={value} type="email" width="medium" />;
    default:
      return <Field {...common} value={value} />;
  }
}
