import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { rememberTemplate } from "../../templates/store.ts";
import { bodyFrom } from "../../templates/template.ts";
import { type Template, templateById } from "../../templates/templates.queries.ts";
import { checkBody } from "../body/schema.ts";
import { type ArticleContent, EMPTY_BODY } from "../content.ts";
import { contentHash } from "../content-hash.ts";
import type { Origin } from "../facts.ts";
import { insertEdition, saveMove, saveVersion } from "../store.ts";
import { mayCreate } from "../workflow.ts";

export interface NewArticle {
  readonly unit: Id;
  readonly category: Id;
  readonly isRepublished: boolean;
  /** What is already known: an import, a copy of a cancelled article (REQ-106). */
  readonly content?: Partial<ArticleContent>;
  /** The template it begins from; given content takes the place of its words. */
  readonly template?: Id;
  /** How the first version says where it comes from. */
  readonly note?: string;
}

export interface Created {
  readonly article: Id;
  readonly edition: Id;
  readonly rule: string;
  readonly clause: string;
  readonly origin: Origin;
  readonly content: ArticleContent;
  readonly isRepublished: boolean;
  readonly note: string;
  readonly template: Pick<Template, "id" | "version"> | null;
}

interface State {
  readonly accountName: string;
  readonly institution: string;
  readonly knowsUnit: boolean;
  readonly knowsCategory: boolean;
  readonly template: Template | null;
}

/** Begins an article (T1): of the person's own unit, or of the board itself when a board hat is worn. */
export const createArticle: Command<NewArticle, State, Created> = {
  name: "article.create",
  async load({ tx, by }, { unit, category, template }) {
    const person = await tx.selectFrom("person").select("full_name").where("id", "=", by.person).executeTakeFirst();
    const found = await tx.selectFrom("unit").select("name").where("id", "=", unit).executeTakeFirst();
    const known = await tx.selectFrom("category").select("id").where("id", "=", category).executeTakeFirst();
    return {
      accountName: person?.full_name ?? "",
      institution: found?.name ?? "",
      knowsUnit: found !== undefined,
      knowsCategory: known !== undefined,
      template: template === undefined ? null : await templateById(tx, template),
    };
  },
  decide(state, input, by) {
    const origin: Origin = by.hat === "CONTRIBUTOR" || by.hat === "MEMBER" ? "unit" : "board";
    const answer = mayCreate(by, input.unit, origin);
    const missing: Refusal[] = [
      ...(state.knowsUnit ? [] : [{ code: "unitUnknown", clause: "Đ3.k1" }]),
      ...(state.knowsCategory ? [] : [{ code: "categoryUnknown", clause: "Đ14.k2" }]),
      ...(input.template === undefined || isStory(state.template)
        ? []
        : [{ code: "templateUnknown", clause: "Đ11.g1" }]),
    ];
    if (!answer.ok || missing.length > 0) return refused([...missing, ...(answer.ok ? [] : answer.error)]);
    const content: ArticleContent = {
      title: state.template?.title ?? "",
      lead: state.template?.lead ?? "",
      body: state.template ? templateBody(state.template.body) : EMPTY_BODY,
      cover: null,
      attachments: [],
      author: state.accountName,
      onBehalf: "",
      source: state.institution,
      sourceUrl: "",
      sourceDate: "",
      ...input.content,
      category: input.category,
      unit: input.unit,
    };
    return done({
      article: newId(),
      edition: newId(),
      rule: answer.value.id,
      clause: answer.value.clause,
      origin,
      content,
      isRepublished: input.isRepublished,
      note: input.note ?? "",
      template: state.template,
    });
  },
  evidence: (change) => ({
    act: "article.create",
    subject: `edition:${change.edition}`,
    clause: change.clause,
    content: {
      article: change.article,
      unit: change.content.unit,
      origin: change.origin,
      rule: change.rule,
      isRepublished: change.isRepublished,
      hash: contentHash(change.content),
      ...(change.note ? { note: change.note } : {}),
      ...(change.template ? { template: `${change.template.id}:${change.template.version}` } : {}),
    },
  }),
  async write({ tx, by, at }, change, _, seq) {
    const { article, edition, content } = change;
    await tx
      .insertInto("article")
      .values({
        id: article,
        slug: null,
        unit_id: content.unit,
        author_id: by.person,
        origin: change.origin,
        is_republished: change.isRepublished ? 1 : 0,
        created_at: at,
        publication: "NONE",
        live_edition_id: null,
        first_published_at: null,
        taken_down_at: null,
        takedown_reason: null,
      })
      .execute();
    const hash = await saveVersion(tx, {
      edition,
      version: 1,
      content,
      by,
      at,
      inState: "DRAFT",
      note: change.note,
      seq,
    });
    const move = await saveMove(tx, {
      edition,
      rule: change.rule,
      act: "create",
      from: null,
      to: "DRAFT",
      by,
      delegation: null,
      at,
      hash,
      clause: change.clause,
      reason: null,
      input: { act: "create" },
      exception: null,
      seq,
    });
    await insertEdition(tx, {
      id: edition,
      article,
      number: 1,
      state: "DRAFT",
      move,
      content,
      hash,
      unit: content.unit,
      author: by.person,
      claimedBy: null,
      note: null,
      at,
    });
    if (change.template) await rememberTemplate(tx, `article:${article}`, change.template, seq);
    return [];
  },
};

const isStory = (template: Template | null): boolean => template?.kind === "STORY" && template.isActive;

/** The words of a template as a body whose paragraphs can be spoken of. */
function templateBody(text: string): ArticleContent["body"] {
  const checked = checkBody(bodyFrom(text), newId);
  return checked.ok ? checked.value : EMPTY_BODY;
}
