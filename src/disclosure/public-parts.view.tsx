import { readable } from "../board/rules.ts";
import { Figures } from "../newsroom/body/figures.tsx";
import { formatBytes, formatDate } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { Tag } from "../ui/status.tsx";
import type { Standing } from "./due.ts";
import type { VersionView } from "./public-models.ts";
import { type Counts, STANDING_WORDS } from "./register.ts";

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
              Theo văn bản số {view.redaction.document} ngày {readable(view.redaction.day)} của {view.redaction.issuer},
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
