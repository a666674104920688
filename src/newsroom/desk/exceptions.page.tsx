import type { FastifyInstance } from "fastify";
import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import { ENQUIRY_PATHS } from "../../enquiries/paths.ts";
import { listDownloads } from "../../lists/download.ts";
import { Downloads } from "../../lists/downloads.view.tsx";
import { type SheetColumn, sheetOf } from "../../lists/sheet.ts";
import { hatName } from "../../regulation/hats.ts";
import { type Column, PageHead, Table } from "../../ui/data.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { type ExceptionUsed, readExceptions } from "../exceptions.queries.ts";
import type { Desk } from "./desk.ts";
import { paths } from "./paths.ts";
import { may } from "./permissions.ts";
import { DID, titleOr } from "./words.ts";

/** The list of exceptions from four eyes, for the report and for whoever answers for the board. */
export function exceptionPages(app: FastifyInstance, desk: Desk): void {
  app.get(paths.exceptions, may("exception.read"), async (request, reply) => {
    const items = await readExceptions(desk.portal.db);
    return reply.page(<ExceptionsPage desk={await desk.frame(request, paths.exceptions)} items={items} />);
  });

  listDownloads(app, paths.exceptions, "exception.read", async () =>
    sheetOf("ngoai-le", "Ngoại lệ", SHEET, await readExceptions(desk.portal.db)),
  );
}

const titleOf = ({ about, title }: ExceptionUsed) => ("edition" in about ? titleOr(title) : `Phiếu hỏi đáp ${title}`);
const didOf = (act: ExceptionUsed["act"]) => (act === "release" ? "duyệt câu trả lời tự soạn" : DID[act]);

const SHEET: readonly SheetColumn<ExceptionUsed>[] = [
  { label: "Về", value: (item) => titleOf(item) },
  { label: "Việc đã làm", value: ({ act }) => didOf(act) },
  { label: "Người làm", value: ({ name }) => name },
  { label: "Vai trò", value: ({ hat }) => hatName(hat) },
  { label: "Lúc", kind: "time", value: ({ at }) => at },
  { label: "Lý do", value: ({ reason }) => reason },
];

const COLUMNS: readonly Column<ExceptionUsed>[] = [
  {
    key: "title",
    label: "Về",
    heads: true,
    cell: (item) => (
      <a href={"edition" in item.about ? paths.article(item.about.edition) : ENQUIRY_PATHS.deskOne(item.about.slip)}>
        {titleOf(item)}
      </a>
    ),
  },
  { key: "act", label: "Việc đã làm", cell: ({ act }) => didOf(act) },
  { key: "name", label: "Người làm", cell: ({ name, hat }) => `${name} (${hatName(hat)})` },
  { key: "at", label: "Lúc", cell: ({ at }) => <time dateTime={at}>{formatDateTime(at)}</time> },
  { key: "reason", label: "Lý do", cell: ({ reason }) => reason },
];

function ExceptionsPage({ desk, items }: { readonly desk: DeskFrame; readonly items: readonly ExceptionUsed[] }) {
  return (
    <DeskLayout desk={desk} title="Ngoại lệ" path={paths.exceptions}>
      <PageHead
        title="Các trường hợp ngoại lệ"
        lead="Người viết, người thẩm định và người phê duyệt một bài, người soạn và người duyệt một câu trả lời phải là những người khác nhau. Khi không còn ai khác, một người làm hai việc phải ghi lý do; mọi lần như vậy có ở đây."
        actions={<Downloads href={`${paths.exceptions}.csv`} />}
      />
      <Table
        caption="Các lần dùng ngoại lệ"
        captionHidden
        columns={COLUMNS}
        rows={items}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Chưa có trường hợp ngoại lệ nào" icon="check-circle">
            <p>Mọi bài, mọi câu trả lời đến nay đều qua tay những người khác nhau như Quy chế yêu cầu.</p>
          </EmptyState>
        }
      />
    </DeskLayout>
  );
}
