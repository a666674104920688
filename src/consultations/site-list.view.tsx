import type { SiteFrame } from "../site/frame.ts";
import { SiteLayout } from "../site/layout.view.tsx";
import { EmptyState } from "../ui/feedback.tsx";
import { Tag } from "../ui/status.tsx";
import { PHASES, type Phase } from "./call.ts";
import { CONSULTATION_PATHS } from "./paths.ts";

export interface ConsultationRow {
  readonly href: string;
  readonly title: string;
  readonly lead: string;
  readonly unit: string;
  readonly phase: Phase;
  readonly window: string;
  readonly hasResults: boolean;
}

const LOOKS = {
  ahead: { icon: "calendar", tone: "quiet" },
  open: { icon: "comment", tone: "live" },
  closed: { icon: "lock", tone: "quiet" },
} as const;

export function PhaseTag({ phase, hasResults = false }: { readonly phase: Phase; readonly hasResults?: boolean }) {
  if (phase === "closed" && hasResults) {
    return (
      <Tag icon="check-circle" tone="good">
        Đã có kết quả
      </Tag>
    );
  }
  return <Tag {...LOOKS[phase]}>{PHASES[phase]}</Tag>;
}

export interface ConsultationsPageProps {
  readonly frame: SiteFrame;
  readonly rows: readonly ConsultationRow[];
}

/** What the public is asked now, what it will be asked, and what became of all that was asked before. */
export function ConsultationsPage({ frame, rows }: ConsultationsPageProps) {
  const groups = [
    { title: "Đang mở", rows: rows.filter(({ phase }) => phase === "open") },
    { title: "Sắp mở", rows: rows.filter(({ phase }) => phase === "ahead") },
    { title: "Đã đóng, chờ kết quả", rows: rows.filter(({ phase, hasResults }) => phase === "closed" && !hasResults) },
    { title: "Kết quả", rows: rows.filter(({ phase, hasResults }) => phase === "closed" && hasResults) },
  ];
  return (
    <SiteLayout
      frame={frame}
      title="Lấy ý kiến"
      path={CONSULTATION_PATHS.site}
      description={`Những việc ${frame.shortName} đang lấy ý kiến, thời hạn góp ý và kết quả tiếp thu, giải trình.`}
      breadcrumbs={[{ label: "Trang chủ", href: "/" }, { label: "Lấy ý kiến" }]}
    >
      <div class="intake-page">
        <h1>Lấy ý kiến</h1>
        <p class="answer-lead">
          Trung tâm hỏi ý kiến người học, phụ huynh và người dân trước khi quyết định. Ai cũng góp ý được, không cần tài
          khoản, không bắt buộc ghi tên.
        </p>
        {rows.length === 0 && (
          <EmptyState title="Chưa có đợt lấy ý kiến nào" icon="comment">
            <p>
              Muốn góp ý việc khác, xin dùng mục <a href="/hoi-dap">Hỏi đáp, góp ý</a>.
            </p>
          </EmptyState>
        )}
        {groups
          .filter((group) => group.rows.length > 0 || (group.title === "Đang mở" && rows.length > 0))
          .map((group) => (
            <section key={group.title} class="consultation-part">
              <h2>{group.title}</h2>
              {group.rows.length === 0 ? (
                <p>Hiện không có đợt lấy ý kiến nào đang mở.</p>
              ) : (
                <ul class="answer-list">
                  {group.rows.map((row) => (
                    <li key={row.href} class="answer-item">
                      <h3 class="answer-question">
                        <a href={row.href}>{row.title}</a>
                      </h3>
                      <p class="answer-lead">{row.lead}</p>
                      <p class="answer-facts">
                        <PhaseTag phase={row.phase} hasResults={row.hasResults} /> {row.window} {row.unit} phụ trách.
                      </p>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          ))}
      </div>
    </SiteLayout>
  );
}
