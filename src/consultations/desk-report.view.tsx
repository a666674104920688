import type { Typed } from "../http/form-state.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { Panel, type TimelineEntry } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { ConsultationDeskPage, type ConsultationDeskView, PastSteps, Road, type RoadView } from "./desk-page.view.tsx";
import { CONSULTATION_PATHS } from "./paths.ts";
import { type Counts, OUTCOMES, type Report } from "./report.ts";
import { ReportView } from "./report.view.tsx";

export interface ReportPageView extends ConsultationDeskView {
  readonly id: string;
  /** Null while the consultation is not closed: there is nothing to sum up yet. */
  readonly counts: Counts | null;
  readonly unjudged: number;
  readonly typed: Typed;
  readonly errors: Typed;
  readonly road: RoadView | null;
  readonly report: Report | null;
  readonly isOpen: boolean;
  readonly moves: readonly TimelineEntry[];
}

/** What became of the opinions, on its road to the public. */
export function ReportPage({ view }: { readonly view: ReportPageView }) {
  const { counts, unjudged, isOpen, report } = view;
  return (
    <ConsultationDeskPage view={view}>
      {counts === null && (
        <Notice>
          <p>Bản tổng hợp tiếp thu, giải trình được lập sau khi đợt lấy ý kiến đóng.</p>
        </Notice>
      )}
      {counts !== null && unjudged > 0 && (
        <Notice kind="warn" title={`Còn ${formatNumber(unjudged)} ý kiến chưa xem xét`}>
          <p>Hãy xem xét hết các ý kiến rồi mới gửi duyệt; mỗi ý kiến vào một nhóm, hoặc không đưa vào kèm lý do.</p>
        </Notice>
      )}
      {view.road && <Road road={view.road} />}
      {counts !== null && isOpen ? (
        <Editing view={view} counts={counts} />
      ) : (
        report && (
          <Panel title="Nội dung bản này">
            <ReportView report={report} />
          </Panel>
        )
      )}
      <PastSteps moves={view.moves} />
    </ConsultationDeskPage>
  );
}

function Editing({ view, counts }: { readonly view: ReportPageView; readonly counts: Counts }) {
  const { id, desk, typed, errors } = view;
  const control = (name: string) => ({ name, value: typed[name], error: errors[name] });
  const outcomes = Object.entries(OUTCOMES).map(([value, label]) => ({ value, label }));
  return (
    <form class="form" method="post" action={CONSULTATION_PATHS.report(id)}>
      <input type="hidden" name="csrf" value={desk.csrf} />
      <p>
        Đã nhận {formatNumber(counts.received)} ý kiến; không đưa vào tổng hợp {formatNumber(counts.aside)}. Số liệu do
        hệ thống đếm khi lưu.
      </p>
      <TextArea rows={4} label="Nhận xét chung" {...control("tom-tat")} />
      {counts.topics.map(({ topic, count }, place) => (
        <Panel key={topic} title={`${topic} (${formatNumber(count)} ý kiến)`}>
          <input type="hidden" name={`nhom-${place + 1}`} value={topic} />
          <TextArea
            rows={3}
            label="Nội dung ý kiến"
            hint="Tóm tắt, không nêu tên người gửi."
            {...control(`y-${place + 1}`)}
          />
          <Select label="Kết quả" placeholder="Chọn" options={outcomes} {...control(`ket-qua-${place + 1}`)} />
          <TextArea rows={3} label="Trung tâm trả lời" {...control(`tra-loi-${place + 1}`)} />
        </Panel>
      ))}
      <Actions>
        <Button kind="primary">Lưu bản nháp</Button>
      </Actions>
    </form>
  );
}
