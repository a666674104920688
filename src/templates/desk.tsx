import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { explained } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import type { Refusal } from "../kernel/result.ts";
import { formatDateTime } from "../ui/format.ts";
import { saveTemplate } from "./commands/save-template.ts";
import { TemplateFormPage, TemplatesPage } from "./desk.view.tsx";
import { TEMPLATE_PATHS } from "./paths.ts";
import { may, TEMPLATE_PERMISSIONS } from "./permissions.ts";
import { TEMPLATE_KINDS, type TemplateFields, type TemplateKind } from "./template.ts";
import { type Template, templateById, templatesOf, templateUses } from "./templates.queries.ts";

type ById = { Params: { id: string } };

const DONE: Readonly<Record<string, string>> = {
  luu: "Đã lưu mẫu. Bài đã bắt đầu từ mẫu cũ không thay đổi.",
};

/** Templates of stories and pages: read by everyone who writes, kept by the secretary (Đ11.g1). */
export function templateDesk(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;
  const { db } = portal;
  const mayChange = (request: FastifyRequest) =>
    TEMPLATE_PERMISSIONS["template.change"].some((hat) => hat === request.visitor?.actor.hat);

  app.get(TEMPLATE_PATHS.list, may("template.read"), async (request, reply) => {
    const uses = await templateUses(db);
    const rowsOf = async (kind: TemplateKind) =>
      (await templatesOf(db, kind)).map((template) => ({
        ...template,
        saved: formatDateTime(template.savedAt),
        uses: uses.get(template.id) ?? 0,
      }));
    const view = {
      stories: await rowsOf("STORY"),
      pages: await rowsOf("PAGE"),
      mayChange: mayChange(request),
      done: DONE[one(request.query, "xong")],
    };
    return reply.page(<TemplatesPage desk={await desk.frame(request, TEMPLATE_PATHS.list)} view={view} />);
  });

  app.get(TEMPLATE_PATHS.add, may("template.change"), (request, reply) => form(request, reply, null, EMPTY));

  app.get<ById>(TEMPLATE_PATHS.one(":id"), may("template.read"), async (request, reply) => {
    const template = await found(request.params.id);
    return form(request, reply, template, template);
  });

  app.post(TEMPLATE_PATHS.add, may("template.change"), (request, reply) => save(request, reply, null));

  app.post<ById>(TEMPLATE_PATHS.one(":id"), may("template.change"), async (request, reply) =>
    save(request, reply, await found(request.params.id)),
  );

  async function found(id: string): Promise<Template> {
    const template = await templateById(db, id);
    if (!template) throw new NotFound(`No template ${id}`);
    return template;
  }

  async function save(request: FastifyRequest, reply: FastifyReply, template: Template | null) {
    const kind = one(request.body, "loai");
    const typed: TemplateFields = {
      kind: template?.kind ?? (Object.hasOwn(TEMPLATE_KINDS, kind) ? (kind as TemplateKind) : "STORY"),
      name: one(request.body, "ten"),
      hint: one(request.body, "khi-dung"),
      title: one(request.body, "tieu-de"),
      lead: one(request.body, "tom-tat"),
      body: one(request.body, "noi-dung-mau"),
      isActive: one(request.body, "dang-dung") !== "",
    };
    const answer = await portal.act(request.visitor!.by, saveTemplate, { ...typed, id: template?.id ?? null });
    if (!answer.ok) return form(request, reply, template, typed, answer.error);
    return reply.redirectAfterPost(`${TEMPLATE_PATHS.list}?xong=luu`);
  }

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    template: Template | null,
    typed: TemplateFields,
    refusals: readonly Refusal[] = [],
  ) {
    const view = {
      action: template ? TEMPLATE_PATHS.one(template.id) : TEMPLATE_PATHS.add,
      title: template?.name ?? "Thêm mẫu",
      isNew: template === null,
      typed,
      mayChange: mayChange(request),
      ...explained(refusals, {}),
    };
    const page = <TemplateFormPage desk={await desk.frame(request, TEMPLATE_PATHS.list)} view={view} />;
    return reply.page(page, { status: refusals.length > 0 ? 422 : 200 });
  }
}

const EMPTY: TemplateFields = { kind: "STORY", name: "", hint: "", title: "", lead: "", body: "", isActive: true };
