import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { visitorOf } from "../../desk/visitor.ts";
import { NotFound } from "../../http/errors.ts";
import { createArticle, type NewArticle } from "../commands/create-article.ts";
import type { ArticleContent } from "../content.ts";
import type { LoadedEdition } from "../editions.queries.ts";
import { copyNote } from "./copy-note.ts";
import { type Desk, textOf, visibleEdition } from "./desk.ts";
import { type NewArticleValues, type NewArticleView, newArticleChoices } from "./new-article.model.ts";
import { NewArticlePage } from "./new-article.view.tsx";
import { paths } from "./paths.ts";
import { may } from "./permissions.ts";
import { receiveFile } from "./received-file.ts";
import { explainItem } from "./step-errors.ts";
import { ENCODING_NAMES, takeWord } from "./word-intake.ts";
import { reportCode } from "./word-report.ts";
import { titleOr } from "./words.ts";

const WORD_FILE = { config: { may: "article.create", upload: { fileSize: 30 * 1024 * 1024, files: 1 } } };

/** States from which a text may be begun anew (REQ-106). */
const ENDED: readonly string[] = ["CANCELLED", "WITHDRAWN"];

/** Where an article begins (T1): empty, from a Word file, or as a copy of one that was cancelled. */
export function newArticlePages(app: FastifyInstance, desk: Desk): void {
  const { portal } = desk;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    values: NewArticleValues,
    extra: Partial<NewArticleView> = {},
    status = 200,
  ) {
    const choices = await newArticleChoices(desk, visitorOf(request));
    const copied = values.copies ? titleOr((await source(request, values.copies)).content.title) : null;
    const first =
      choices.units.length === 1 || visitorOf(request).actor.units.length > 0 ? choices.units[0]?.value : "";
    const view: NewArticleView = {
      values: { ...values, unit: values.unit || (first ?? "") },
      errors: {},
      refusals: [],
      copied,
      legacy: null,
      ...choices,
      ...extra,
    };
    return reply.page(<NewArticlePage desk={await desk.frame(request, paths.newArticle)} view={view} />, { status });
  }

  /** The ended edition a copy is made of, if this person may read it. */
  async function source(request: FastifyRequest, id: string): Promise<LoadedEdition> {
    const loaded = await visibleEdition(desk, request, id);
    if (!ENDED.includes(loaded.facts.state)) throw new NotFound(`Edition ${id} is not over`);
    return loaded;
  }

  app.get<{ Querystring: { "sao-chep"?: string } }>(paths.newArticle, may("article.create"), async (request, reply) => {
    const asked = request.query["sao-chep"];
    const copies = typeof asked === "string" ? asked : "";
    if (!copies) return show(request, reply, { unit: "", category: "", isRepublished: false, template: "", copies });
    const { row, article } = await source(request, copies);
    const isRepublished = article.is_republished === 1;
    return show(request, reply, { unit: row.unit_id, category: row.category_id, isRepublished, template: "", copies });
  });

  app.post(paths.newArticle, WORD_FILE, async (request, reply) => {
    const { by, person } = visitorOf(request);
    const { file, fields } = request.isMultipart()
      ? await receiveFile(request)
      : { file: null, fields: request.body as Record<string, string> };
    const values: NewArticleValues = {
      unit: textOf(fields, "unit"),
      category: textOf(fields, "category"),
      isRepublished: textOf(fields, "republished") !== "",
      template: textOf(fields, "template"),
      copies: textOf(fields, "copies"),
    };
    const errors = {
      ...(values.unit ? {} : { unit: "Hãy chọn đơn vị của bài." }),
      ...(values.category ? {} : { category: "Hãy chọn chuyên mục." }),
    };
    if (Object.keys(errors).length > 0) {
      const again = file
        ? { file: "Hãy chọn lại tệp Word: trình duyệt không giữ tệp khi biểu mẫu còn chỗ cần sửa." }
        : {};
      return show(request, reply, values, { errors: { ...errors, ...again } }, 422);
    }

    const copied = values.copies ? (await source(request, values.copies)).content : null;
    let content: Partial<ArticleContent> = copied ?? {};
    let report = "";
    if (file && !copied) {
      const convertLegacy = textOf(fields, "convertLegacy") === "1";
      const taken = await takeWord(portal, file.bytes, { convertLegacy, by: person.id });
      if (!taken.ok) return show(request, reply, values, { errors: { file: taken.error } }, 422);
      const { title, lead, body, dropped, legacy } = taken.value;
      if (legacy) {
        const preview = { fileName: file.name, encoding: ENCODING_NAMES[legacy.encoding], preview: legacy };
        return show(request, reply, values, { legacy: preview }, 409);
      }
      content = { title, lead, body };
      report = `&bo=${reportCode(dropped)}`;
    }

    const asked: NewArticle = {
      unit: values.unit,
      category: values.category,
      isRepublished: values.isRepublished,
      content,
      // A Word file or a copied article brings its own words.
      ...(values.template && !file && !copied ? { template: values.template } : {}),
      ...(values.copies ? { note: copyNote(values.copies) } : {}),
    };
    const answer = await portal.act(by, createArticle, asked);
    if (!answer.ok) return show(request, reply, values, { refusals: answer.error.map(explainItem) }, 409);
    return reply.redirectAfterPost(`${paths.edit(answer.value.edition)}?xong=create${report}`);
  });
}
