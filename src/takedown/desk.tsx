import type { FastifyInstance, FastifyRequest } from "fastify";
import { deskFrame } from "../desk/frame.ts";
import { visitorOf } from "../desk/visitor.ts";
import { EMPTY_FORM, one, refusedForm } from "../http/form-state.ts";
import { slipDesk } from "../intake/desk.tsx";
import { INTAKE_CONTROLS } from "../intake/form.view.tsx";
import type { Portal } from "../portal.ts";
import { TAKEDOWN_REASONS, type TakedownReason } from "../regulation/takedown-moves.ts";
import { LinkButton } from "../ui/button.tsx";
import { moveRequest, type RequestStep } from "./commands/move-request.ts";
import { receiveRequest } from "./commands/receive-request.ts";
import { TakedownPage } from "./desk-request.view.tsx";
import { OldArticlesPage, SendPage } from "./desk-send.view.tsx";
import { TAKEDOWN_PATHS } from "./paths.ts";
import { type LoadedRequest, loadRequest, oldArticles } from "./requests.queries.ts";
import { TAKEDOWNS } from "./rules.ts";
import { requestsSheet } from "./sheet.ts";

/** The register of requests (Đ15.k3): a head sees what his unit asked for, the board and its secretary see all. */
export function takedownDesk(app: FastifyInstance, portal: Portal): void {
  sendPages(app, portal);
  slipDesk<LoadedRequest>(app, portal, {
    room: TAKEDOWNS,
    may: "takedown.read",
    reachOf: ({ hat, units }) => (hat === "MEMBER" ? units : null),
    queue: ({ hat }) => ({
      title: "Yêu cầu gỡ bỏ",
      lead: "Thư ký hoàn thiện và trình, Trưởng Ban biên tập quyết định, Thư ký thực hiện và trả lời (khoản 3 Điều 15).",
      icon: "taken",
      actions: (
        <>
          {hat === "MEMBER" && (
            <LinkButton href={TAKEDOWN_PATHS.send} kind="primary" icon="plus">
              Gửi yêu cầu của đơn vị
            </LinkButton>
          )}
          <LinkButton href={TAKEDOWN_PATHS.old} icon="archive">
            Bài cũ cần xem lại
          </LinkButton>
        </>
      ),
      columns: [
        {
          key: "what",
          label: "Nội dung bị yêu cầu gỡ",
          cell: ({ id, target_title, target_path, unit_id }) => (
            <>
              <a href={TAKEDOWN_PATHS.deskOne(id)}>{target_title || target_path}</a>
              <span class="cell-note">{unit_id ? "Đơn vị gửi" : "Công chúng gửi"}</span>
            </>
          ),
        },
        {
          key: "reason",
          label: "Lý do nêu",
          cell: ({ reason_class }) => TAKEDOWN_REASONS[reason_class as TakedownReason],
        },
      ],
    }),
    sheet: requestsSheet,
    done: {
      gui: "Đã gửi yêu cầu tới Thư ký.",
      consider: "Đã trình Trưởng Ban biên tập.",
      accept: "Đã quyết định gỡ bỏ. Thư ký thực hiện.",
      reject: "Đã ghi quyết định không chấp nhận.",
      execute: "Đã gỡ khỏi Cổng.",
      answer: "Đã trả lời người yêu cầu.",
      link: "Đã gắn bài phản hồi, đính chính.",
    },
    load: (id) => loadRequest(portal.db, id),
    step(by, request, act, body) {
      const typed = (name: string) => one(body, name);
      return portal.act(by, moveRequest, {
        request,
        act: act as RequestStep["act"],
        note: typed("y-kien"),
        reason: typed("ly-do"),
        reasonClass: typed("loai-ly-do"),
        answer: typed("tra-loi"),
        article: typed("bai-dinh-chinh"),
      });
    },
    typed: ["y-kien", "ly-do", "loai-ly-do", "tra-loi"],
    ticked: [],
    controls: (act) => ({
      takedownNoteGiven: "y-kien",
      reasonGiven: `ly-do-${act}`,
      classGiven: "loai-ly-do",
      takedownAnswerGiven: "tra-loi",
    }),
    page: async (view) => <TakedownPage view={view} />,
  });
}

/** A unit's own form, and old articles to look at. Before the pages of one request: their addresses are no ids. */
function sendPages(app: FastifyInstance, portal: Portal): void {
  const { db } = portal;
  const may = { config: { may: "takedown.read" } };
  const maySend = { config: { may: "takedown.send" } };
  const frameOf = (request: FastifyRequest) => deskFrame(portal, request, TAKEDOWN_PATHS.desk);

  app.get(TAKEDOWN_PATHS.old, may, async (request, reply) => {
    const months = (await portal.settings())["takedown.reviewMonths"];
    const now = Temporal.Instant.from(portal.clock.now()).toZonedDateTimeISO("UTC");
    const before = now.subtract({ months }).toInstant().toString({ smallestUnit: "millisecond" });
    const articles = await oldArticles(db, before, 200);
    return reply.page(<OldArticlesPage desk={await frameOf(request)} articles={articles} months={months} />);
  });

  app.get(TAKEDOWN_PATHS.send, maySend, async (request, reply) => {
    const typed = { "dia-chi": one(request.query, "dia-chi").slice(0, 2_000) };
    return reply.page(<SendPage desk={await frameOf(request)} form={{ ...EMPTY_FORM, typed }} />);
  });

  app.post(TAKEDOWN_PATHS.send, maySend, async (request, reply) => {
    const { body } = request;
    const { by, actor, person } = visitorOf(request);
    const row = await db.selectFrom("person").select("email").where("id", "=", person.id).executeTakeFirstOrThrow();
    const answer = await portal.act(by, receiveRequest, {
      address: one(body, "dia-chi"),
      reasonClass: one(body, "ly-do"),
      content: one(body, "noi-dung-gui"),
      name: person.fullName,
      email: row.email,
      phone: row.email === "" ? (await portal.settings())["site.phone"] : "",
      consent: true,
      unit: actor.units[0] ?? "",
      marks: null,
      files: [],
    });
    if (answer.ok) return reply.redirectAfterPost(`${TAKEDOWN_PATHS.desk}?xong=gui`);
    const form = refusedForm(body, ["dia-chi", "ly-do", "noi-dung-gui"], [], answer.error, INTAKE_CONTROLS);
    return reply.page(<SendPage desk={await frameOf(request)} form={form} />, { status: 422 });
  });
}
