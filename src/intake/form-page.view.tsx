import type { ComponentChildren } from "preact";
import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import type { Crumb } from "../ui/navigation.tsx";
import { ConsentField, FilesField, type IntakeFormProps, IntakeStart, SenderFields } from "./form.view.tsx";

/** What a form of the public is given by the one who serves it. */
export interface FormPageProps extends IntakeFormProps {
  readonly frame: SiteFrame;
  /** Working days in which it is answered. */
  readonly days: number;
  /** Months for which personal data is kept. */
  readonly months: number;
}

export interface SlipFormPageProps extends FormPageProps {
  readonly title: string;
  readonly path: string;
  readonly description: string;
  readonly breadcrumbs: readonly Crumb[];
  readonly lead: ComponentChildren;
  readonly notice: ComponentChildren;
  readonly files: string;
  readonly purpose: string;
  readonly button: string;
  /** Its own controls, before those of every form. */
  readonly children: ComponentChildren;
}

/** A form of the public. Works without script; after a refusal everything typed is still there. */
export function SlipFormPage(props: SlipFormPageProps) {
  const { frame, title, path, description, breadcrumbs, lead, notice, files, purpose, button, children } = props;
  const { csrf, stamp, form, months } = props;
  return (
    <SiteLayout frame={frame} title={title} path={path} description={description} breadcrumbs={breadcrumbs}>
      <div class="intake-page">
        <h1>{title}</h1>
        <p>{lead}</p>
        <Notice>
          <p>{notice}</p>
        </Notice>
        <ErrorSummary items={form.items} title="Chưa gửi được" />
        <form class="form" method="post" action={path} enctype="multipart/form-data" noValidate>
          <IntakeStart csrf={csrf} stamp={stamp} />
          {children}
          <SenderFields form={form} />
          <FilesField form={form} label={files} />
          <ConsentField form={form} months={months} purpose={purpose} />
          <Button kind="primary" icon="send">
            {button}
          </Button>
        </form>
      </div>
    </SiteLayout>
  );
}
