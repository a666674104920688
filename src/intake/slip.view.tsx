import type { ComponentChildren } from "preact";
import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Button } from "../ui/button.tsx";
import { DescriptionList } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import type { Crumb } from "../ui/navigation.tsx";
import { Steps } from "../ui/status.tsx";

export interface SlipPageProps {
  readonly frame: SiteFrame;
  readonly title: string;
  readonly breadcrumbs: readonly Crumb[];
  readonly code: string;
  /** The sender has just sent it. */
  readonly isNew: boolean;
  readonly facts: readonly { readonly term: string; readonly value: ComponentChildren }[];
  readonly steps: readonly string[];
  /** 1 to the number of steps; one more when all is done. */
  readonly at: number;
  readonly stopped?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** The receipt and where things are; nothing on it names the sender. Kept out of every index. */
export function SlipPage(props: SlipPageProps) {
  const { frame, title, breadcrumbs, code, isNew, facts, steps, at, stopped, children } = props;
  return (
    <SiteLayout frame={frame} title={title} robots="noindex, nofollow" breadcrumbs={breadcrumbs}>
      <div class="intake-page">
        <h1>{title}</h1>
        {isNew && (
          <Notice kind="ok" live title="Trung tâm đã nhận">
            <p>Xin lưu lại mã tra cứu dưới đây. Chỉ người có mã mới xem được trang này.</p>
          </Notice>
        )}
        <p class="receipt-code">
          <span class="receipt-label">Mã tra cứu</span> <strong>{code}</strong>
        </p>
        <Steps at={at} stopped={stopped} labels={steps} label="Tình trạng" />
        <DescriptionList items={facts} />
        {children}
      </div>
    </SiteLayout>
  );
}

export interface LookUpPageProps {
  readonly frame: SiteFrame;
  readonly title: string;
  readonly action: string;
  readonly breadcrumbs: readonly Crumb[];
  readonly typed: string;
  readonly error?: string | undefined;
}

/** Where a code is typed in. */
export function LookUpPage({ frame, title, action, breadcrumbs, typed, error }: LookUpPageProps) {
  return (
    <SiteLayout frame={frame} title={title} path={action} robots="noindex" breadcrumbs={breadcrumbs}>
      <div class="intake-page">
        <h1>{title}</h1>
        <form class="form" method="get" action={action}>
          <Field
            name="ma"
            label="Mã tra cứu"
            hint="16 chữ và số, ví dụ: 7K2M-9QXD-4R8T-VW3C. Viết hoa hay thường, có gạch hay không đều được."
            value={typed}
            error={error}
            maxlength={40}
            width="medium"
            spellcheck={false}
            autocomplete="off"
          />
          <Button kind="primary" icon="search">
            Xem tình trạng
          </Button>
        </form>
      </div>
    </SiteLayout>
  );
}

/** Leads from a slip, or its answer, to the article by which the centre answered before everybody (REQ-020). */
export function CorrectionLink({ correction }: { readonly correction: { path: string; title: string } | null }) {
  if (!correction) return null;
  return (
    <p>
      Bài phản hồi, đính chính: <a href={correction.path}>{correction.title}</a>
    </p>
  );
}
