import type { ComponentChildren } from "preact";
import { Document } from "../ui/document.tsx";
import { officialAddress, type SiteFrame } from "./frame.ts";
import { PaperHead } from "./paper-head.view.tsx";

export interface PrintLayoutProps {
  readonly frame: SiteFrame;
  readonly title: string;
  readonly path: string;
  readonly reference: string;
  /** ISO instant. */
  readonly publishedAt?: string | undefined;
  /** Where the sheet leads back to. */
  readonly back?: string | undefined;
  readonly children: ComponentChildren;
}

/** The sheet as it will come out of the printer, shown on the screen. Not for search engines. */
export function PrintLayout(props: PrintLayoutProps) {
  const { frame, title, path, reference, publishedAt, back = "Trở lại bài viết", children } = props;
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
      <main id="noi-dung">
        <PaperHead frame={frame} path={path} facts={{ reference, publishedAt }} />
        {children}
      </main>
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
