import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { visitorOf } from "../../desk/visitor.ts";
import { slug } from "../../kernel/vietnamese.ts";
import { listDownloads } from "../../lists/download.ts";
import { type SheetColumn, sheetOf } from "../../lists/sheet.ts";
import { USAGE_SOURCES } from "../../usage/sources.ts";
import { usesOf } from "../../usage/usage.ts";
import { addCategory } from "../commands/add-category.ts";
import { renameCategory } from "../commands/rename-category.ts";
import { CategoriesPage, type CategoriesView } from "./categories.view.tsx";
import { type Desk, textOf } from "./desk.ts";
import { paths } from "./paths.ts";
import { may, NEWSROOM_PERMISSIONS } from "./permissions.ts";
import { explainItem } from "./step-errors.ts";

const NOTHING = { slug: "", name: "", description: "", field: "", allowsBoard: false };

interface CategoryRow {
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly field: string | null;
  readonly allows_board: number;
}

const COLUMNS: readonly SheetColumn<CategoryRow>[] = [
  { label: "Tên", value: ({ name }) => name },
  { label: "Địa chỉ", value: ({ slug: address }) => `/tin-tuc/${address}` },
  { label: "Mô tả", value: ({ description }) => description },
  { label: "Lĩnh vực", value: ({ field }) => field },
  { label: "Nhận bài của Ban", value: ({ allows_board }) => (allows_board === 1 ? "Có" : "Không") },
];

/** Chuyên mục (Đ14.k2): which there are, and for whoever arranges the portal how they are named. */
export function categoryPages(app: FastifyInstance, desk: Desk): void {
  const { portal } = desk;

  const read = () =>
    portal.db
      .selectFrom("category")
      .leftJoin("field", "field.id", "category.field_id")
      .selectAll("category")
      .select("field.name as field")
      .orderBy("position")
      .execute();

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    extra: Pick<Partial<CategoriesView>, "refusals" | "typed" | "renamed"> = {},
    status = 200,
  ) {
    const { actor } = visitorOf(request);
    const rows = await read();
    const fields = await portal.db.selectFrom("field").select(["id", "name"]).orderBy("name").execute();
    const mayChange = NEWSROOM_PERMISSIONS["category.change"].some((hat) => hat === actor.hat);
    const uses = (id: string) => (mayChange ? usesOf(USAGE_SOURCES, portal.db, { kind: "section", id }, actor) : []);
    const found = new Map(await Promise.all(rows.map(async ({ id }) => [id, await uses(id)] as const)));
    const view: CategoriesView = {
      categories: rows.map(({ id, slug: address, name, description, field, allows_board }) => ({
        id,
        slug: address,
        name,
        description,
        field: field ?? "",
        allowsBoard: allows_board === 1,
        uses: found.get(id) ?? [],
      })),
      fields: fields.map(({ id, name }) => ({ value: id, label: name })),
      mayChange,
      refusals: [],
      typed: NOTHING,
      renamed: null,
      ...extra,
    };
    return reply.page(<CategoriesPage desk={await desk.frame(request, paths.categories)} view={view} />, { status });
  }

  app.get(paths.categories, may("category.read"), (request, reply) => show(request, reply));

  listDownloads(app, paths.categories, "category.read", async () =>
    sheetOf("chuyen-muc", "Chuyên mục", COLUMNS, await read()),
  );

  app.post(paths.categories, may("category.change"), async (request, reply) => {
    const { by } = visitorOf(request);
    const text = (name: string) => textOf(request.body, name);
    const id = text("id");
    const [name, description] = [text("name"), text("description")];
    if (id) {
      const renamed = { id, name, description };
      const answer = await portal.act(by, renameCategory, renamed);
      if (!answer.ok) return show(request, reply, { refusals: answer.error.map(explainItem), renamed }, 409);
      return reply.redirectAfterPost(paths.categories);
    }
    const typed = {
      slug: text("slug") || slug(name),
      name,
      description,
      field: text("field"),
      allowsBoard: text("allowsBoard") !== "",
    };
    const answer = await portal.act(by, addCategory, { ...typed, field: typed.field || null });
    if (!answer.ok) return show(request, reply, { refusals: answer.error.map(explainItem), typed }, 409);
    return reply.redirectAfterPost(paths.categories);
  });
}
