import type { Command } from "../../act.ts";
import { canonicalJson, type Id, newId, sha256 } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { slug as slugOf } from "../../kernel/vietnamese.ts";
import { namedFiles } from "../../media/named-files.ts";
import type { Tx } from "../../storage/database.ts";
import { rememberTemplate } from "../../templates/store.ts";
import { type Template, templateById } from "../../templates/templates.queries.ts";
import { type FileRole, fixedPage, type PageContent, type PageFile, type PageKind } from "../fields.ts";
import { type Page, pageById } from "../pages.queries.ts";
import { clauseOf, pageUnknown, type SavingFacts, savePageRefusals } from "../rules.ts";
import { keepMove } from "../store.ts";

export interface SavePage {
  readonly id: Id | null;
  readonly kind: PageKind;
  /** Of a fixed page; an admission gets one from its title. */
  readonly slug: string | null;
  readonly unit: Id;
  readonly content: PageContent;
  readonly files: readonly { readonly hash: string; readonly role: FileRole }[];
  /** The template a new page was begun from. */
  readonly template?: Id;
}

export interface SavedPage {
  readonly page: Id;
  readonly kind: PageKind;
  readonly slug: string;
  readonly lang: string;
  readonly unit: Id;
  readonly version: number;
  readonly content: PageContent;
  readonly files: readonly PageFile[];
  readonly hash: string;
  readonly template: Pick<Template, "id" | "version"> | null;
}

interface State {
  readonly page: Page | null;
  readonly facts: SavingFacts;
  readonly files: readonly PageFile[];
  readonly slugs: ReadonlySet<string>;
  readonly template: Template | null;
}

/** Writes a new version of a page. The public goes on reading the one that was approved (REQ-080, REQ-099). */
export const savePage: Command<SavePage, State, SavedPage> = {
  name: "page.save",
  async load({ tx, by }, input) {
    const page = input.id === null ? null : await pageById(tx, input.id);
    const unit = await tx.selectFrom("unit").select("id").where("id", "=", input.unit).executeTakeFirst();
    const slugs = await tx.selectFrom("page").select("slug").execute();
    const files = await filesOf(tx, input.files, page, by.person);
    return {
      page,
      files,
      template: input.template === undefined ? null : await templateById(tx, input.template),
      slugs: new Set(slugs.map(({ slug }) => slug)),
      facts: {
        unit: page?.unit ?? null,
        state: page?.state ?? null,
        knowsUnit: unit !== undefined,
        unknownFiles: input.files.length - files.length,
      },
    };
  },
  decide({ page, facts, files, slugs, template }, input, by) {
    const fixed = input.slug === null ? undefined : fixedPage(input.slug);
    const isFree = page !== null || (input.kind === "text" ? fixed !== undefined && !slugs.has(fixed.slug) : true);
    if ((input.id !== null && page?.kind !== input.kind) || !isFree) return refused([pageUnknown()]);
    const refusals = savePageRefusals(input, facts, by);
    if (refusals.length > 0) return refused(refusals);
    return done({
      page: page?.id ?? newId(),
      kind: input.kind,
      slug: page?.slug ?? fixed?.slug ?? freeSlug(input.content.title ?? "", slugs),
      lang: page?.lang ?? fixed?.lang ?? "vi",
      unit: input.unit,
      version: (page?.version ?? 0) + 1,
      content: input.content,
      files,
      template: page === null && template?.kind === "PAGE" ? template : null,
      hash: sha256(canonicalJson({ content: input.content, files })),
    });
  },
  evidence: ({ page, kind, slug, unit, version, hash, content, template }) => ({
    act: "page.save",
    subject: `page:${page}`,
    clause: clauseOf(kind),
    content: {
      kind,
      slug,
      unit,
      version,
      hash,
      title: content.title,
      ...(template ? { template: `${template.id}:${template.version}` } : {}),
    },
  }),
  async write({ tx, by, at }, change, { page }, seq) {
    const { page: id, version, hash, content, files } = change;
    await tx
      .insertInto("page_version")
      .values({
        page_id: id,
        version,
        content: JSON.stringify(content),
        files: JSON.stringify(files),
        hash,
        person_id: by.person,
        hat: by.hat,
        at,
        seq,
      })
      .execute();
    await keepMove(tx, {
      page: id,
      act: "save",
      from: page?.state ?? "NONE",
      to: "DRAFT",
      version,
      hash,
      by,
      at,
      reason: null,
      seq,
    });
    const values = { unit_id: change.unit, state: "DRAFT", version };
    if (page === null) {
      const fixed = { id, kind: change.kind, lang: change.lang, slug: change.slug, created_at: at };
      await tx
        .insertInto("page")
        .values({ ...fixed, ...values, live_version: null, live_at: null })
        .execute();
    } else {
      await tx.updateTable("page").set(values).where("id", "=", id).execute();
    }
    if (change.template) await rememberTemplate(tx, `page:${id}`, change.template, seq);
    return [];
  },
};

/** Of the files named, those this person sent himself or the page has already, each with what it is for. */
async function filesOf(tx: Tx, named: SavePage["files"], page: Page | null, person: Id): Promise<PageFile[]> {
  const hashes = named.map(({ hash }) => hash);
  const known = new Map((await namedFiles(tx, hashes, page?.files ?? [], person)).map((file) => [file.hash, file]));
  return named.flatMap(({ hash, role }) => {
    const file = known.get(hash);
    return file ? [{ ...file, role }] : [];
  });
}

function freeSlug(title: string, taken: ReadonlySet<string>): string {
  const base = slugOf(title).slice(0, 80).replace(/-$/, "") || "thong-bao";
  let free = base;
  for (let number = 2; taken.has(free) || fixedPage(free); number += 1) free = `${base}-${number}`;
  return free;
}
