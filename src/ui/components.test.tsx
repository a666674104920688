import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Radios } from "./choice.tsx";
import { Table } from "./data.tsx";
import { ErrorSummary } from "./feedback.tsx";
import { Field } from "./field.tsx";
import { ICON_NAMES, Icon } from "./icon.tsx";
import { STATUS, StatusTag, Steps } from "./status.tsx";

const html = (node: VNode): string => renderToString(node);

test("a field ties its label, help and error together, and keeps what was typed", () => {
  const field = html(
    <Field name="nguon" label="Nguồn" hint="Tên cơ quan." error="Hãy ghi nguồn." value='"Báo" <Hải Phòng>' />,
  );
  expect(field).toContain('<label class="label" for="nguon">');
  expect(field).toContain('aria-describedby="nguon-hint nguon-error"');
  expect(field).toContain('aria-invalid="true"');
  expect(field).toContain("&quot;Báo&quot; &lt;Hải Phòng>");
});

test("a password is never written back into the page", () => {
  expect(html(<Field name="mk" label="Mật khẩu" type="password" value="bi-mat" />)).not.toContain("bi-mat");
});

test("a group of choices is named by its legend and described by its error", () => {
  const radios = html(
    <Radios
      name="noi"
      label="Gửi tới"
      error="Hãy chọn nơi nhận."
      options={[{ value: "a", label: "Thư ký" }]}
      value="a"
    />,
  );
  expect(radios).toContain('<fieldset class="field has-error" id="noi" aria-describedby="noi-error">');
  expect(radios).toMatch(/id="noi-0"[^>]*checked/);
});

test("an error summary shows every reason with its clause and remedy, and nothing when there is none", () => {
  expect(html(<ErrorSummary items={[]} />)).toBe("");
  const summary = html(
    <ErrorSummary
      items={[
        { text: "Bài đã đổi.", clause: "Đ15.k2.b3", remedy: "Hãy đọc lại." },
        { text: "Thiếu nguồn.", href: "#nguon" },
      ]}
    />,
  );
  expect(summary).toContain("bước 3 khoản 2 Điều 15");
  expect(summary).toContain("Hãy đọc lại.");
  expect(summary).toContain('<a href="#nguon">Thiếu nguồn.</a>');
});

test("every state has a word of its own and a shape beside its colour", () => {
  const words = Object.values(STATUS).map((status) => status.word);
  expect(new Set(words).size).toBe(words.length);
  expect(new Set(Object.values(STATUS).map((status) => status.icon)).size).toBe(words.length);
  expect(html(<StatusTag state="AWAITING_FINAL" />)).toMatch(/<svg.*Chờ phê duyệt/);
  expect(html(<StatusTag state="UNKNOWN" />)).toContain("UNKNOWN");
});

test("the four steps say in words which is done, which is now and where it stopped", () => {
  const now = html(<Steps at={3} />);
  expect(now.match(/\(đã xong\)/g)).toHaveLength(2);
  expect(now).toContain('aria-current="step"');
  const stopped = html(<Steps at={3} stopped />);
  expect(stopped).toContain("(dừng ở đây)");
  expect(stopped).not.toContain("aria-current");
  expect(html(<Steps at={5} />).match(/\(đã xong\)/g)).toHaveLength(4);
});

test("a table names its rows and repeats each column's name for the phone", () => {
  const table = html(
    <Table
      caption="Tin, bài"
      rows={[{ title: "Bài một", unit: "Phòng Đào tạo" }]}
      rowKey={(row) => row.title}
      columns={[
        { key: "title", label: "Tên", cell: (row) => row.title },
        { key: "unit", label: "Đơn vị", cell: (row) => row.unit },
      ]}
    />,
  );
  expect(table).toContain('<th role="rowheader" scope="row">');
  expect(table).toContain('<span class="cell-label" aria-hidden="true">Đơn vị</span>');
});

test.each(ICON_NAMES)("the drawing %s has lines", (name) => {
  expect(html(<Icon name={name} />)).toMatch(/<svg[^>]*><(path|circle|rect|line|polyline|ellipse)/);
});

test("the day a cell ends with is kept whole", () => {
  const columns = [{ key: "a", label: "Hạn", cell: ({ text }: { text: string }) => text }];
  const rows = [{ text: "30/06/2027" }, { text: "từ 10/05/2023" }];
  const table = html(<Table caption="Hạn" columns={columns} rows={rows} rowKey={({ text }) => text} />);
  expect(table).toContain('<span class="cell-value"><span class="day">30/06/2027</span></span>');
  expect(table).toContain('<span class="cell-value">từ <span class="day">10/05/2023</span></span>');
});
