import { officialAddress, type SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Table } from "../ui/data.tsx";
import { OPEN_DATA } from "./doors.ts";

export interface DataKind {
  readonly href: string;
  readonly title: string;
  readonly fields: readonly { readonly name: string; readonly note: string | undefined }[];
  readonly filters: readonly string[];
}

export interface OpenDataView {
  readonly licence: string;
  readonly kinds: readonly DataKind[];
  readonly feeds: readonly { readonly slug: string; readonly name: string }[];
}

/** What of the portal may be taken by machines, in words for people: kinds, addresses, terms, feeds. */
export function OpenDataPage({ frame, view }: { readonly frame: SiteFrame; readonly view: OpenDataView }) {
  return (
    <SiteLayout
      frame={frame}
      title="Dữ liệu mở"
      path={OPEN_DATA}
      description={`Văn bản, công khai, thủ tục, dịch vụ công của ${frame.siteName} ở dạng JSON, CSV và nguồn tin RSS, Atom.`}
      breadcrumbs={[{ href: "/", label: "Trang chủ" }, { label: "Dữ liệu mở" }]}
    >
      <h1>Dữ liệu mở</h1>
      <div class="prose">
        <p>
          Thông tin đã công khai trên Cổng cũng có ở dạng máy đọc được, để các cơ quan, nhà báo và người làm phần mềm
          dùng lại mà không phải chép tay. Không cần đăng ký, không cần khóa.
        </p>
        <p>
          <strong>Điều kiện sử dụng lại:</strong> {view.licence}
        </p>
      </div>
      <Table
        caption="Các loại dữ liệu"
        rows={view.kinds}
        rowKey={({ href }) => href}
        columns={[
          { key: "ten", label: "Dữ liệu", cell: ({ title }) => title },
          {
            key: "json",
            label: "Cho phần mềm",
            cell: ({ href, title }) => (
              <a class="data-address" href={href} aria-label={`${title}, JSON`}>
                {href}
              </a>
            ),
          },
          {
            key: "csv",
            label: "Cho bảng tính",
            cell: ({ href, title }) => (
              <a href={`${href}.csv`} aria-label={`${title}, CSV`}>
                Tải CSV
              </a>
            ),
          },
          {
            key: "loc",
            label: "Lọc theo",
            cell: ({ filters }) => (filters.length > 0 ? <code>{filters.join(", ")}</code> : "–"),
          },
        ]}
      />
      <div class="prose">
        <h2>Cách dùng</h2>
        <ul>
          <li>
            Mô tả đầy đủ theo chuẩn OpenAPI 3.1: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.
          </li>
          <li>
            Danh sách chia trang bằng <code>page</code> và <code>size</code> (nhiều nhất 500); trang sau ở{" "}
            <code>links.next</code>. Tệp CSV có mọi dòng.
          </li>
          <li>
            Mỗi mục có <code>id</code> không đổi; đọc riêng ở{" "}
            <code class="data-address">{officialAddress(frame, "/api/v1/documents/{id}")}</code>.
          </li>
          <li>
            Gửi lại <code>ETag</code> trong <code>If-None-Match</code>: dữ liệu không đổi thì câu trả lời là 304, không
            có nội dung.
          </li>
          <li>
            Bài đã gỡ bỏ không còn trong dữ liệu. Nội dung công khai không bao giờ mất: bản cũ còn với{" "}
            <code>status</code> là <code>superseded</code>.
          </li>
          <li>Câu hỏi sai được trả lời theo RFC 9457, bằng tiếng Việt, nói rõ cần sửa gì.</li>
        </ul>
        <h2>Nguồn tin</h2>
        <ul>
          {[{ slug: "", name: "Tất cả tin" }, ...view.feeds].map(({ slug, name }) => (
            <li key={slug}>
              {name}:{" "}
              {(["rss", "atom", "json-feed"] as const).map((kind, at) => (
                <>
                  {at > 0 && ", "}
                  <a href={`/${kind}${slug && `/${slug}`}`} aria-label={`${name}, ${FEED_NAMES[kind]}`}>
                    {FEED_NAMES[kind]}
                  </a>
                </>
              ))}
            </li>
          ))}
        </ul>
        <h2>Các trường của từng loại</h2>
        {view.kinds.map(({ title, fields, href }) => (
          <details key={href}>
            <summary>{title}</summary>
            <ul>
              {fields.map(({ name, note }) => (
                <li key={name}>
                  <code>{name}</code>
                  {note && `: ${note}`}
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </SiteLayout>
  );
}

const FEED_NAMES = { rss: "RSS", atom: "Atom", "json-feed": "JSON Feed" } as const;
