import type { ComponentChildren } from "preact";
import { Document } from "../ui/document.tsx";
import { Emblem } from "../ui/emblem.tsx";

export interface PlainLayoutProps {
  readonly siteName: string;
  readonly superiorBody?: string | undefined;
  readonly title: string;
  readonly css: string;
  readonly fonts?: readonly string[] | undefined;
  readonly scripts?: readonly string[] | undefined;
  readonly nonce?: string | undefined;
  /** "Bước 2 trên 4", for the set-up wizard. */
  readonly step?: string | undefined;
  readonly children: ComponentChildren;
}

/** One quiet column before the door: sign-in, second factor, set-up. Shows nothing of what is inside. */
export function PlainLayout({ siteName, superiorBody, title, step, children, css, ...head }: PlainLayoutProps) {
  return (
    <Document title={`${title} | ${siteName}`} robots="noindex, nofollow" css={[css]} bodyClass="plain" {...head}>
      <main class="plain-main" id="noi-dung">
        <p class="plain-identity">
          <Emblem />
          <span>
            {superiorBody && <span class="identity-superior">{superiorBody}</span>}
            <span class="identity-name">{siteName}</span>
          </span>
        </p>
        <div class="plain-card">
          {step && <p class="eyebrow">{step}</p>}
          <h1>{title}</h1>
          {children}
        </div>
        <p class="plain-foot">
          <a href="/">Về trang công khai</a>
        </p>
      </main>
    </Document>
  );
}
