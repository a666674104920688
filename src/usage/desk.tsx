import type { FastifyInstance } from "fastify";
import { DeskLayout } from "../desk/layout.view.tsx";
import type { DeskRoom } from "../desk/room.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import type { Db } from "../storage/database.ts";
import { PageHead } from "../ui/data.tsx";
import { USAGE_SOURCES } from "./sources.ts";
import { type Thing, usageHref, usesOf } from "./usage.ts";
import { Uses } from "./uses.view.tsx";

/** Where something is used, before it is replaced, renamed or closed. */
export function usageDesk(app: FastifyInstance, desk: DeskRoom): void {
  const { db } = desk.portal;

  app.get("/ban-bien-tap/dang-dung", { config: { may: "signed-in" } }, async (request, reply) => {
    const thing = asked(request.query);
    if (!thing) throw new NotFound("Nothing was asked for");
    const name = await nameOf(db, thing);
    if (name === null) throw new NotFound("No such thing");
    const uses = await usesOf(USAGE_SOURCES, db, thing, request.visitor!.actor);
    const title = `${name}: đang dùng ở đâu`;
    return reply.page(
      <DeskLayout desk={await desk.frame(request)} title={title} path={usageHref(thing)}>
        <PageHead
          title={title}
          lead="Xem trước khi thay, đổi tên, đóng hoặc bỏ. Bài bạn không có quyền đọc chỉ được đếm, không nêu tên."
        />
        <section class="panel">
          <Uses uses={uses} />
        </section>
      </DeskLayout>,
    );
  });
}

function asked(query: unknown): Thing | null {
  const hash = one(query, "tep");
  if (/^[0-9a-f]{64}$/.test(hash)) return { kind: "file", hash };
  const href = one(query, "trang");
  if (/^\/(?!\/)[^\s"%_\\]{0,300}$/.test(href)) return { kind: "address", href };
  const section = one(query, "chuyen-muc");
  if (section) return { kind: "section", id: section };
  const unit = one(query, "don-vi");
  return unit ? { kind: "unit", id: unit } : null;
}

/** What the thing is called; null when there is none. */
async function nameOf(db: Db, thing: Thing): Promise<string | null> {
  if (thing.kind === "address") return thing.href;
  if (thing.kind === "file") {
    const file = await db.selectFrom("file").select("original_name").where("hash", "=", thing.hash).executeTakeFirst();
    return file?.original_name ?? null;
  }
  const table = thing.kind === "section" ? "category" : "unit";
  const row = await db.selectFrom(table).select("name").where("id", "=", thing.id).executeTakeFirst();
  return row?.name ?? null;
}
