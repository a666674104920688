import { TableScroll } from "../newsroom/body/table-scroll.tsx";
import { formatBytes, formatDate } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { Tag } from "../ui/status.tsx";
import type { Standing } from "./due.ts";
import type { PublicTable, VersionView } from "./public-models.ts";
import { type Counts, STANDING_WORDS } from "./register.ts";
import { isFigure } from "./table-text.ts";

const LOOKS = {
  full: { icon: "check-circle", tone: "live" },
  late: { icon: "clock", tone: "back" },
  missing: { icon: "alert", tone: "stop" },
  ahead: { icon: "calendar", tone: "quiet" },
} as const;

/** Đủ, trễ, thiếu: a word with a shape, never a colour alone. */
export function StandingTag({ standing }: { readonly standing: Standing }) {
  return <Tag {...LOOKS[standing]}>{STANDING_WORDS[standing]}</Tag>;
}

/** "12 đủ, 1 đăng trễ, 1 còn thiếu, 2 chưa đến hạn" */
export function countWords({ full, late, missing, ahead }: Counts): string {
  const parts: readonly (readonly [number, string])[] = [
    [full, "mục đủ"],
    [late, "mục đăng trễ"],
    [missing, "mục còn thiếu"],
    [ahead, "mục chưa đến hạn"],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(", ");
}

/** What a version says: words, tables, files. The same on the public page and in the preview. */
export function VersionBody({ view }: { readonly view: VersionView }) {
  return (
    <>
      {view.redaction && (
        <div class="notice notice-warn">
          <Icon name="shield" />
          <div class="notice-body">
            <p class="notice-title">Một phần dữ liệu của bản này đã được che theo yêu cầu pháp luật</p>
            <p>
              Theo văn bản số {view.redaction.document} ngày {written(view.redaction.day)} của {view.redaction.issuer},
              được thực hiện ngày {formatDate(view.redaction.at)}. Mục và địa chỉ này vẫn hiển thị liên tục.
            </p>
          </div>
        </div>
      )}
      <div class="prose">
        {view.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {view.tables.map((table, index) => (
          <Figures key={`${index} ${table.caption}`} table={table} id={`bang-${index + 1}`} />
        ))}
      </div>
      {view.files.length > 0 && (
        <section class="attachments" aria-labelledby="tep">
          <h2 class="small-title" id="tep">
            Tệp gốc
          </h2>
          <ul class="attachment-list">
            {view.files.map(({ title, href, kind, size, hash }) => (
              <li key={hash}>
                <a class="attachment" href={href}>
                  <Icon name="document" />
                  <span class="attachment-title">{title}</span>
                  <span class="attachment-facts">
                    {kind}, {formatBytes(size)}
                  </span>
                </a>
                <p class="disclosure-hash">SHA-256: {hash}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Figures({ table, id }: { readonly table: PublicTable; readonly id: string }) {
  const { caption, columns, rows, csvHref } = table;
  const isRight = columns.map(
    (_, at) => rows.length > 0 && rows.every((row) => !row[at] || isFigure(row[at])) && at > 0,
  );
  return (
    <section aria-labelledby={id}>
      <TableScroll name={caption}>
        <table>
          <caption id={id} class="disclosure-caption">
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((name, at) => (
                <th key={`${at} ${name}`} scope="col" class={isRight[at] ? "align-right" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={`${at} ${row[0]}`}>
                {row.map((cell, column) =>
                  column === 0 ? (
                    <th key="head" scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td
                      key={`${column} ${columns[column]}`}
                      class={isRight[column] ? "align-right figure-cell" : undefined}
                    >
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {csvHref && (
        <p class="disclosure-csv">
          <a href={csvHref}>
            Tải bảng này dạng CSV<span class="visually-hidden">: {caption}</span>
          </a>
        </p>
      )}
    </section>
  );
}

/** 24/11/2026 from a stored day. */
export const written = (day: string): string => day.split("-").reverse().join("/");
