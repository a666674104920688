import type { ComponentChildren } from "preact";
import { Document } from "../ui/document.tsx";
import { officialAddress, type SiteFrame } from "./frame.ts";

export interface PrintLayoutProps {
  readonly frame: SiteFrame;
  readonly title: string;
  readonly path: string;
  readonly reference: string;
  /** Where the sheet leads back to. */
  readonly back?: string | undefined;
  readonly children: ComponentChildren;
}

/** The sheet as it will come out of the printer, shown on the screen. Not for search engines. */
export function PrintLayout({ frame, title, path, reference, back = "Trở lại bài viết", children }: PrintLayoutProps) {
  return (
    <Document
      title={`${title} | ${frame.siteName}`}
      canonical={officialAddress(frame, path)}
      robots="noindex"
      css={[frame.assets.css]}
      bodyClass="paper"
    >
      <nav class="paper-back" aria-label="Bản in">
        <a href={path}>{back}</a>
        <span>Dùng lệnh In của trình duyệt (Ctrl + P) để in trang này.</span>
      </nav>
      <main id="noi-dung">{children}</main>
      <footer class="paper-foot">
        <p>
          {frame.siteName}. {frame.footer.address}. Điện thoại: {frame.footer.phone}. Thư điện tử: {frame.footer.email}.
        </p>
        <p>
          In từ {officialAddress(frame, path)}, số {reference}. Khi sử dụng lại, vui lòng ghi rõ tác giả và nguồn.
        </p>
      </footer>
    </Document>
  );
}
