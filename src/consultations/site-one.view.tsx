import type { ComponentChildren } from "preact";
import { PlainText } from "../about/plain-text.view.tsx";
import { AttachmentList, type AttachmentView } from "../site/attachment-list.view.tsx";
import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { LinkButton } from "../ui/button.tsx";
import { DescriptionList } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import type { Phase } from "./call.ts";
import { CONSULTATION_PATHS } from "./paths.ts";
import type { Report } from "./report.ts";
import { ReportView } from "./report.view.tsx";
import { PhaseTag } from "./site-list.view.tsx";

export interface ConsultationView {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly place: string;
  readonly unit: string;
  readonly approvedOn: string;
  readonly phase: Phase;
  readonly window: string;
  readonly extensions: readonly { readonly until: string; readonly on: string; readonly reason: string }[];
  readonly files: readonly AttachmentView[];
  readonly documents: readonly { readonly href: string; readonly label: string }[];
  /** Questions as they are put; on the form while it is open, here before and after. */
  readonly questions: readonly { readonly text: string; readonly choices: readonly string[] }[];
  readonly report: { readonly report: Report; readonly approvedOn: string } | null;
}

interface ConsultationPageProps {
  readonly frame: SiteFrame;
  readonly view: ConsultationView;
  /** Why what was sent was not taken; first thing on the page, for readers without script stay at its top. */
  readonly items?: readonly SummaryItem[];
  /** The form, while it is open. */
  readonly children?: ComponentChildren;
}

/** One consultation: what is asked, until when, the form while it is open, what became of the opinions afterwards. */
export function ConsultationPage({ frame, view, items = [], children }: ConsultationPageProps) {
  const { phase, report } = view;
  return (
    <SiteLayout
      frame={frame}
      title={view.title}
      path={view.path}
      description={`${view.lead} ${view.window}`}
      breadcrumbs={[
        { label: "Trang chủ", href: "/" },
        { label: "Lấy ý kiến", href: CONSULTATION_PATHS.site },
        { label: view.title },
      ]}
    >
      <div class="intake-page">
        <h1>{view.title}</h1>
        <p class="record-over">
          <PhaseTag phase={phase} hasResults={report !== null} /> {view.window}
        </p>
        <ErrorSummary items={items} title="Chưa gửi được" />
        {view.extensions.map(({ until, on, reason }) => (
          <Notice key={until} title={`Gia hạn đến ${until}`}>
            <p>
              {reason} (thông báo ngày {on})
            </p>
          </Notice>
        ))}
        {phase === "open" && (
          <LinkButton kind="primary" icon="comment" href="#gui-y-kien">
            Gửi ý kiến
          </LinkButton>
        )}
        {phase === "closed" && (
          <section class="consultation-part" aria-labelledby="ket-qua">
            <h2 id="ket-qua">Kết quả tiếp thu, giải trình</h2>
            {report ? (
              <ReportView report={report.report} />
            ) : (
              <p>
                Đợt lấy ý kiến đã đóng. Trung tâm đang tổng hợp; kết quả tiếp thu, giải trình sẽ đăng tại trang này. Góp
                ý thêm xin gửi qua mục <a href="/hoi-dap">Hỏi đáp, góp ý</a>.
              </p>
            )}
            {report && <p class="record-owner">Phê duyệt ngày {report.approvedOn}.</p>}
          </section>
        )}
        <section class="consultation-part" aria-labelledby="noi-dung-gop-y">
          <h2 id="noi-dung-gop-y">Nội dung lấy ý kiến</h2>
          <div class="prose">
            <p>{view.lead}</p>
            <PlainText text={view.body} under />
          </div>
        </section>
        <AttachmentList title="Dự thảo và tài liệu kèm theo" files={view.files} />
        {view.documents.length > 0 && (
          <section class="near" aria-labelledby="van-ban-lien-quan">
            <h2 class="small-title" id="van-ban-lien-quan">
              Văn bản liên quan
            </h2>
            <ul class="near-list">
              {view.documents.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {phase !== "open" && view.questions.length > 0 && (
          <section class="prose" aria-labelledby="cau-hoi-lay-y-kien">
            <h2 id="cau-hoi-lay-y-kien">Câu hỏi</h2>
            <ol>
              {view.questions.map(({ text, choices }) => (
                <li key={text}>
                  {text}
                  {choices.length > 0 && ` (${choices.join("; ")})`}
                </li>
              ))}
            </ol>
          </section>
        )}
        <DescriptionList
          items={[
            { term: "Đơn vị phụ trách", value: view.unit },
            { term: "Nơi nhận ý kiến khác", value: view.place },
          ]}
        />
        {children}
        <p class="record-owner">
          {view.unit} phụ trách; phê duyệt ngày {view.approvedOn}.
        </p>
      </div>
    </SiteLayout>
  );
}
