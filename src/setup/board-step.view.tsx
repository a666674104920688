import { SHORTEST_PASSWORD } from "../access/account-rules.ts";
import { Checkbox, FieldGroup, Select } from "../ui/choice.tsx";
import { ClauseMark } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { DEPUTY_ROWS, line, typedFields, typedUnits } from "./form.ts";
import type { StepProps } from "./wizard.view.tsx";

/** The board by its decision: Director, deputies with what they are in charge of, heads, secretary, administrator. */
export function BoardStep({ typed, error }: StepProps) {
  const units = typedUnits(typed).filter(({ kind }) => kind !== "leadership");
  const heads = units.map(({ row, name }) => ({ value: `tr${row}`, label: `Trưởng đơn vị: ${name}` }));
  const props = { typed, error };
  return (
    <>
      <p>
        Mật khẩu dùng một lần của từng người hiện ra sau khi hoàn tất. Tên đăng nhập để trống thì lấy theo họ tên, ví dụ
        vu.hong.lan.
      </p>
      <FieldGroup legend="Quyết định thành lập Ban biên tập">
        <p class="hint">
          Ghi đúng theo văn bản đã ký.
          <ClauseMark clause="Đ7.k1" />
        </p>
        <Text name="qd-so" label="Số quyết định" width="medium" {...props} />
        <Text name="qd-ngay" label="Ngày ký" type="date" width="short" {...props} />
        <Text name="qd-tu-ngay" label="Bắt đầu từ ngày" type="date" width="short" {...props} />
      </FieldGroup>
      <FieldGroup legend="Giám đốc">
        <PersonFields prefix="gd" {...props} />
        <Field
          name="gd-mat-khau"
          label="Mật khẩu của Giám đốc"
          hint={`Ít nhất ${SHORTEST_PASSWORD} ký tự, không chứa họ tên hay tên đăng nhập.`}
          type="password"
          autocomplete="new-password"
          error={error("gd-mat-khau")}
          width="medium"
        />
        <Field
          name="gd-mat-khau-nhap-lai"
          label="Nhập lại mật khẩu"
          type="password"
          autocomplete="new-password"
          error={error("gd-mat-khau-nhap-lai")}
          width="medium"
        />
        <Checkbox
          name="gd-truong-ban"
          label="Giám đốc là Trưởng Ban biên tập (Điều 8 khoản 1)"
          checked={(typed["gd-truong-ban"]?.length ?? 0) > 0}
        />
        <Select
          name="gd-nguoi-khac"
          label="Nếu không, Trưởng Ban biên tập là"
          placeholder="Chọn người ghi bên dưới"
          options={[
            { value: "tt", label: "Người ghi ở mục Phó Trưởng ban thường trực" },
            ...DEPUTY_ROWS.map((key, index) => ({ value: key, label: `Người ghi ở mục Phó Trưởng ban ${index + 1}` })),
          ]}
          value={line(typed, "gd-nguoi-khac")}
          error={error("gd-nguoi-khac")}
          optional
        />
      </FieldGroup>
      <FieldGroup legend="Phó Trưởng ban thường trực">
        <PersonFields prefix="tt" optional {...props} />
        <Charge prefix="tt" {...props} />
      </FieldGroup>
      {DEPUTY_ROWS.map((key, index) => (
        <FieldGroup key={key} legend={`Phó Trưởng ban ${index + 1}`}>
          <PersonFields prefix={key} optional {...props} />
          <Charge prefix={key} {...props} />
        </FieldGroup>
      ))}
      {units.map(({ row, name }) => (
        <FieldGroup key={row} legend={`Trưởng đơn vị: ${name}`}>
          <PersonFields prefix={`tr${row}`} optional {...props} />
          <Checkbox
            name={`tr${row}-tam-thoi`}
            label="Phụ trách tạm thời"
            checked={(typed[`tr${row}-tam-thoi`]?.length ?? 0) > 0}
          />
        </FieldGroup>
      ))}
      <FieldGroup legend="Thư ký Ban biên tập">
        <p class="hint">
          Một người có thể giữ nhiều vai trò.
          <ClauseMark clause="Đ8.k1" />
        </p>
        <Select
          name="tk-la"
          label="Thư ký là"
          placeholder="Chọn"
          options={[...heads, { value: "khac", label: "Người khác, ghi bên dưới" }]}
          value={line(typed, "tk-la")}
          error={error("tk-la")}
        />
        <PersonFields prefix="tk" optional {...props} />
      </FieldGroup>
      <FieldGroup legend="Quản trị Cổng">
        <Select
          name="qt-la"
          label="Người quản trị là"
          placeholder="Chọn"
          options={[
            { value: "thu-ky", label: "Thư ký Ban biên tập" },
            ...heads,
            { value: "khac", label: "Người khác, ghi bên dưới" },
          ]}
          value={line(typed, "qt-la")}
          error={error("qt-la")}
        />
        <PersonFields prefix="qt" optional {...props} />
      </FieldGroup>
    </>
  );
}

interface TextProps extends StepProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "date" | "email";
  readonly width?: "short" | "medium" | "full";
  readonly optional?: boolean | undefined;
}

function Text({ name, typed, error, ...rest }: TextProps) {
  return (
    <Field name={name} value={typed[name]?.[0]} error={error(name)} spellcheck={false} autocomplete="off" {...rest} />
  );
}

function PersonFields({
  prefix,
  optional,
  ...props
}: StepProps & { readonly prefix: string; readonly optional?: boolean }) {
  return (
    <>
      <Text name={`${prefix}-ten`} label="Họ và tên" optional={optional} {...props} />
      <Text name={`${prefix}-chuc-danh`} label="Chức danh" optional {...props} />
      <Text name={`${prefix}-thu`} label="Thư điện tử" type="email" width="medium" optional {...props} />
      <Text name={`${prefix}-dang-nhap`} label="Tên đăng nhập" width="medium" optional {...props} />
    </>
  );
}

/** Units and fields a deputy is in charge of (Đ10). */
function Charge({ prefix, typed }: StepProps & { readonly prefix: string }) {
  const units = typedUnits(typed).filter(({ kind }) => kind !== "leadership");
  const lists = [
    {
      name: `${prefix}-phu-trach`,
      legend: "Đơn vị phụ trách",
      options: units.map(({ row, name }) => ({ value: String(row), label: name })),
    },
    {
      name: `${prefix}-linh-vuc`,
      legend: "Lĩnh vực phụ trách",
      options: typedFields(typed).map(({ code, name }) => ({ value: code, label: name })),
    },
  ];
  return (
    <>
      {lists.map(({ name, legend, options }) => (
        <fieldset class="field" key={name}>
          <legend class="label">{legend}</legend>
          {options.map(({ value, label }) => (
            <Checkbox
              key={value}
              name={name}
              id={`${name}-${value}`}
              label={label}
              value={value}
              checked={typed[name]?.includes(value) ?? false}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
