import { Table } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { Tag } from "../ui/status.tsx";
import type { Checked } from "./checklist.ts";
import { AboutDeskPage, type AboutFrame } from "./desk.view.tsx";

export interface ChecklistView {
  readonly frame: AboutFrame;
  readonly items: readonly Checked[];
  readonly isComplete: boolean;
}

/** What Thông tư 37 and Điều 14 ask of a portal, and what this one has (REQ-080, REQ-099). */
export function ChecklistPage({ view: { frame, items, isComplete } }: { readonly view: ChecklistView }) {
  const wanting = items.filter(({ item, missing }) => item.isRequired && missing !== null).length;
  return (
    <AboutDeskPage
      frame={frame}
      title="Nội dung theo Thông tư 37"
      lead="Tình trạng được tính từ những gì người đọc thấy lúc này, không ai đánh dấu bằng tay được."
    >
      {isComplete ? (
        <Notice kind="ok" title="Đủ các nội dung bắt buộc" />
      ) : (
        <Notice kind="warn" title={`Chưa đủ: còn ${wanting} nội dung bắt buộc`}>
          <p>Cổng chưa được coi là đầy đủ khi còn một nội dung bắt buộc để trống.</p>
        </Notice>
      )}
      <Table
        caption="Từng nội dung"
        columns={[
          {
            key: "name",
            label: "Nội dung",
            cell: ({ item: { name, href, source, isRequired } }: Checked) => (
              <>
                {href ? <a href={href}>{name}</a> : name}
                <span class="cell-note">
                  {source}
                  {!isRequired && " (không bắt buộc)"}
                </span>
              </>
            ),
          },
          {
            key: "state",
            label: "Tình trạng",
            cell: ({ item, missing }) =>
              missing === null ? (
                <Tag icon="check-circle" tone="good">
                  Đủ
                </Tag>
              ) : (
                <Tag icon="alert" tone={item.isRequired ? "stop" : "quiet"}>
                  Chưa đủ
                </Tag>
              ),
          },
          { key: "missing", label: "Cần làm", cell: ({ missing }) => missing ?? "–" },
        ]}
        rows={items}
        rowKey={({ item }) => item.id}
      />
    </AboutDeskPage>
  );
}
