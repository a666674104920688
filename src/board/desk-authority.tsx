import type { FastifyInstance } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { loadEdition } from "../newsroom/editions.queries.ts";
import { canSee } from "../newsroom/visibility.ts";
import { readAuthorities } from "./authority.queries.ts";
import { STEP_ACTS } from "./authority.ts";
import { AuthorityPage } from "./authority.view.tsx";
import { askedDay, boardFrame, may } from "./board-desk.ts";
import { BOARD_PATHS } from "./paths.ts";

/** "Ai có thể làm gì ngày …, theo văn bản nào?" An article that the visitor may not read is not there for him. */
export function authorityRoutes(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;

  app.get(BOARD_PATHS.authority, may("board.read"), async (request, reply) => {
    const { day, dayWords, dayError } = askedDay(desk, request);
    const chosen = STEP_ACTS.find(({ act }) => act === one(request.query, "viec"))?.act ?? "";
    const id = one(request.query, "bai");
    const edition = id === "" ? null : await loadEdition(portal.db, id);
    if (id !== "" && (!edition || !canSee(edition.facts, visitorOf(request).actor))) {
      throw new NotFound(`No edition ${id} for this person`);
    }
    const view = {
      frame: await boardFrame(desk, request, BOARD_PATHS.authority),
      day,
      dayWords,
      dayError,
      acts: STEP_ACTS.map(({ act, label }) => ({ value: act, label })),
      chosen,
      parts: await readAuthorities(portal.db, day, chosen, edition, portal.clock.now()),
      article: edition && {
        edition: id,
        title: edition.content.title || "Bài chưa có tiêu đề",
        href: `/ban-bien-tap/bai/${id}`,
      },
    };
    return reply.page(<AuthorityPage view={view} />);
  });
}
