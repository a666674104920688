import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Downloads } from "../lists/downloads.view.tsx";
import { clauseWords } from "../regulation/clause-words.ts";
import { hatName } from "../regulation/hats.ts";
import { type Column, PageHead, Table } from "../ui/data.tsx";
import { formatNumber } from "../ui/format.ts";
import { DutyTabs } from "./due.view.tsx";
import type { Duty } from "./duty.ts";
import { DUTY_LIST_PATH, DUTY_PATH } from "./paths.ts";
import { remindWords } from "./words.ts";

/** The duties themselves, as data: who, when, what closes them, how they are reminded of. */
export function DutiesPage({ desk, duties }: { readonly desk: DeskFrame; readonly duties: readonly Duty[] }) {
  return (
    <DeskLayout desk={desk} title="Nhiệm vụ theo Quy chế" path={DUTY_PATH} wide>
      <PageHead
        title="Nhiệm vụ theo Quy chế"
        lead={`${formatNumber(duties.length)} nhiệm vụ Cổng tự theo dõi: ai làm, khi nào, xong khi có gì. Thời hạn đổi được ở Cài đặt.`}
        actions={<Downloads href={`${DUTY_LIST_PATH}.csv`} />}
      />
      <DutyTabs at="duties" scope="mine" />
      <Table caption="Nhiệm vụ" captionHidden columns={COLUMNS} rows={duties} rowKey={({ key }) => key} />
    </DeskLayout>
  );
}

const COLUMNS: readonly Column<Duty>[] = [
  { key: "name", label: "Nhiệm vụ", heads: true, cell: ({ name }) => name },
  { key: "clause", label: "Căn cứ", cell: ({ clause }) => clauseWords(clause) },
  { key: "hat", label: "Ai làm", cell: ({ hat }) => hatName(hat) },
  { key: "when", label: "Khi nào", cell: ({ when }) => when },
  { key: "closed", label: "Xong khi có", cell: ({ closedBy }) => closedBy },
  { key: "remind", label: "Nhắc", cell: ({ remindHours }) => remindWords(remindHours) },
  {
    key: "escalate",
    label: "Quá hạn thì báo",
    cell: ({ escalateTo }) => (escalateTo === null ? "Không báo ai khác" : hatName(escalateTo)),
  },
];
