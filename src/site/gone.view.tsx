import { formatDate } from "../ui/format.ts";
import type { SiteFrame } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";

export interface GonePageView {
  /** The class of reason, never the detail (REQ-110). */
  readonly reason?: string | undefined;
  /** ISO instant. */
  readonly at?: string | undefined;
}

/** 410: an address that answered once and was taken down by decision (Đ15.k3, REQ-109). Neutral, and a way on. */
export function GonePage({ frame, view }: { readonly frame: SiteFrame; readonly view: GonePageView }) {
  return (
    <SiteLayout frame={frame} title="Nội dung đã được gỡ bỏ" robots="noindex">
      <div class="error-page">
        <h1>Nội dung đã được gỡ bỏ</h1>
        <p>
          Nội dung từng đăng tại địa chỉ này đã được gỡ bỏ khỏi Cổng
          {view.at && ` ngày ${formatDate(view.at)}`} theo quyết định của Ban biên tập.
        </p>
        {view.reason && <p>Lý do: {view.reason}.</p>}
        <p>
          Nếu cần trao đổi về nội dung này, vui lòng <a href="/lien-he">liên hệ với {frame.shortName}</a>.
        </p>
      </div>
    </SiteLayout>
  );
}
