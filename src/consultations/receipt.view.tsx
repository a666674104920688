import { SlipPage } from "../intake/slip.view.tsx";
import type { SiteFrame } from "../site/frame.ts";
import { CONSULTATION_PATHS } from "./paths.ts";

export interface OpinionReceiptProps {
  readonly frame: SiteFrame;
  readonly code: string;
  readonly isNew: boolean;
  readonly title: string;
  readonly href: string;
  /** "24/11/2026 08:00" */
  readonly received: string;
  readonly isClosed: boolean;
  readonly hasResults: boolean;
  readonly isErased: boolean;
}

/** That an opinion came in, and where to read what became of it; nothing on it names the sender. */
export function OpinionReceipt(props: OpinionReceiptProps) {
  const { frame, code, isNew, title, href, received, isClosed, hasResults, isErased } = props;
  return (
    <SlipPage
      frame={frame}
      title="Phiếu góp ý"
      breadcrumbs={[
        { label: "Trang chủ", href: "/" },
        { label: "Lấy ý kiến", href: CONSULTATION_PATHS.site },
        { label: "Phiếu" },
      ]}
      code={code}
      isNew={isNew}
      steps={["Đã nhận", "Tổng hợp ý kiến", "Công bố kết quả"]}
      at={hasResults ? 4 : isClosed ? 2 : 1}
      facts={[
        { term: "Góp ý về", value: <a href={href}>{title}</a> },
        { term: "Nhận lúc", value: received },
      ]}
    >
      {hasResults ? (
        <p>
          <a href={`${href}#ket-qua`}>Xem kết quả tiếp thu, giải trình</a>
        </p>
      ) : (
        <p>Kết quả tiếp thu, giải trình sẽ đăng tại trang của đợt lấy ý kiến.</p>
      )}
      {isErased && <p>Họ tên, liên hệ và lời góp ý của phiếu này đã được xóa khi hết hạn lưu.</p>}
    </SlipPage>
  );
}
