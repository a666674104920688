import type { FastifyInstance } from "fastify";
import { one } from "../http/form-state.ts";
import { slipDesk } from "../intake/desk.tsx";
import { dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import { type EnquiryRequest, moveEnquiry } from "./commands/move-enquiry.ts";
import { EnquiryPage } from "./desk-enquiry.view.tsx";
import { answerersOn, askableUnits, type LoadedEnquiry, loadEnquiry } from "./enquiries.queries.ts";
import { ENQUIRY_PATHS } from "./paths.ts";
import { draftHash, ENQUIRIES, ENQUIRY_KINDS, type EnquiryKind, personalDataIn, releasersOf } from "./rules.ts";
import { enquiriesSheet } from "./sheet.ts";

/** The desk's pages of questions and opinions: the board sees all of them, heads and deputies those of their units. */
export function enquiryDesk(app: FastifyInstance, portal: Portal): void {
  const { db } = portal;
  const today = () => dayOf(portal.clock.now());
  slipDesk<LoadedEnquiry>(app, portal, {
    room: ENQUIRIES,
    may: "enquiry.read",
    reachOf: ({ hat, units }) => (hat === "MEMBER" || hat === "DEPUTY" ? units : null),
    queue: ({ hat }) => ({
      title: "Hỏi đáp, góp ý",
      lead: "Trưởng đơn vị soạn câu trả lời; Ban biên tập duyệt rồi mới gửi (khoản 2 Điều 16).",
      icon: "question",
      columns: [
        {
          key: "what",
          label: "Nội dung",
          cell: ({ id, kind, topic, content, code }) => (
            <>
              <a href={ENQUIRY_PATHS.deskOne(id)}>{topic || shortened(content) || `Phiếu ${code}`}</a>
              <span class="cell-note">{ENQUIRY_KINDS[kind as EnquiryKind]}</span>
            </>
          ),
        },
        { key: "unit", label: "Đơn vị", cell: ({ unit }) => unit ?? "Chưa phân công" },
      ],
      ...(hat === "SECRETARY"
        ? { ticks: { list: "hoi-dap", name: ({ topic, content }) => topic || shortened(content) } }
        : {}),
    }),
    sheet: enquiriesSheet,
    done: {
      assign: "Đã phân công đơn vị trả lời.",
      handBack: "Đã chuyển lại Thư ký.",
      draft: "Đã lưu câu trả lời; Ban biên tập được báo.",
      sendBack: "Đã trả lại để soạn lại.",
      release: "Đã gửi câu trả lời.",
      decline: "Đã kết thúc và báo lý do cho người gửi.",
      link: "Đã gắn bài phản hồi, đính chính.",
    },
    load: (id) => loadEnquiry(db, id),
    step(by, enquiry, act, body) {
      const typed = (name: string) => one(body, name);
      return portal.act(by, moveEnquiry, {
        enquiry,
        act: act as EnquiryRequest["act"],
        unit: typed("don-vi"),
        reason: typed("ly-do"),
        hash: typed("ban"),
        exception: typed("ngoai-le"),
        article: typed("bai-dinh-chinh"),
        ...(act === "draft"
          ? { draft: { question: typed("cau-hoi"), answer: typed("tra-loi"), isPublic: typed("cong-khai") !== "" } }
          : {}),
      });
    },
    typed: ["don-vi", "ly-do", "cau-hoi", "tra-loi"],
    ticked: ["cong-khai"],
    controls: (act) => ({
      unitHasHead: "don-vi",
      reasonGiven: `ly-do-${act}`,
      answerGiven: "tra-loi",
      notDrafter: "ngoai-le",
    }),
    async page(view, { facts }, actor) {
      const units = await askableUnits(db, today());
      const { actors } = await answerersOn(db, today(), facts.unit);
      return (
        <EnquiryPage
          view={view}
          isDrafter={facts.drafters.includes(actor.person)}
          somebodyElse={releasersOf(facts, actors).some((person) => person !== actor.person)}
          hash={draftHash(facts.draft)}
          findings={facts.draft.isPublic ? personalDataIn(facts.draft, facts.sender) : []}
          units={units.map(({ id: value, name: label }) => ({ value, label }))}
        />
      );
    },
  });
}

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text);
