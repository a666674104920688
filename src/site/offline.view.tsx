import type { SiteFrame } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";

/** What a reader sees without a network, at an address he has not visited; the browser puts in what it has kept. */
export function OfflinePage({ frame }: { readonly frame: SiteFrame }) {
  return (
    <SiteLayout
      frame={frame}
      title="Đọc khi không có mạng"
      description="Những trang của Cổng mà trình duyệt này đã lưu để đọc khi không có mạng."
      path="/ngoai-tuyen"
      robots="noindex"
    >
      <h1>Đọc khi không có mạng</h1>
      <div class="prose">
        <p>
          Những trang đã xem gần đây được trình duyệt này giữ lại và mở được cả khi không có mạng. Khi có mạng, Cổng
          luôn hiển thị nội dung mới nhất.
        </p>
        <h2>Trang đã lưu trên máy này</h2>
        <p class="nothing" id="da-luu">
          Chưa có trang nào được lưu. Khi có mạng, hãy mở trang cần đọc một lần để trình duyệt giữ lại.
        </p>
        <p>
          Cần gấp, vui lòng gọi {frame.shortName}:{" "}
          <a href={`tel:${frame.footer.phone.replace(/[^\d+]/g, "")}`}>{frame.footer.phone}</a>.
        </p>
      </div>
    </SiteLayout>
  );
}
