import type { Visitor } from "../../desk/visitor.ts";
import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { activeTemplates } from "../../templates/templates.queries.ts";
import type { Option } from "../../ui/choice.tsx";
import type { SummaryItem } from "../../ui/feedback.tsx";
import type { LegacyPreview } from "../word/import.ts";
import { mayCreate } from "../workflow.ts";
import type { Desk } from "./desk.ts";

export interface NewArticleValues {
  readonly unit: string;
  readonly category: string;
  readonly isRepublished: boolean;
  /** The template it begins from; empty for none. */
  readonly template: Id | "";
  /** The cancelled edition it is copied from. */
  readonly copies: Id;
}

export interface NewArticleView {
  readonly values: NewArticleValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly refusals: readonly SummaryItem[];
  readonly units: readonly Option[];
  readonly categories: readonly Option[];
  readonly templates: readonly (Option & { readonly hint: string })[];
  /** Title of the article that is copied. */
  readonly copied: string | null;
  /** Text in an old encoding that waits for consent. */
  readonly legacy: { readonly fileName: string; readonly encoding: string; readonly preview: LegacyPreview } | null;
}

/** What the page offers: the units in whose name this hat may begin an article, the person's own first, and all categories. */
export async function newArticleChoices(
  { portal }: Desk,
  { actor, person }: Visitor,
): Promise<Pick<NewArticleView, "units" | "categories" | "templates">> {
  const { db } = portal;
  const today = dayOf(portal.clock.now());
  const rows = await db
    .selectFrom("unit")
    .select(["id", "name"])
    .where("active_from", "<=", today)
    .where((is) => is.or([is("active_to", "is", null), is("active_to", ">=", today)]))
    .orderBy("position")
    .execute();
  const origin = actor.hat === "CONTRIBUTOR" || actor.hat === "MEMBER" ? "unit" : "board";
  const units = rows.filter(({ id }) => mayCreate(actor, id, origin).ok);
  const own = units.filter(({ id }) => id === person.unit);
  const categories = await db.selectFrom("category").select(["id", "name"]).orderBy("position").execute();
  const option = ({ id, name }: { id: Id; name: string }) => ({ value: id, label: name });
  return {
    units: [...own, ...units.filter((unit) => !own.includes(unit))].map(option),
    categories: categories.map(option),
    templates: (await activeTemplates(db, "STORY")).map(({ id, name, hint }) => ({ value: id, label: name, hint })),
  };
}
