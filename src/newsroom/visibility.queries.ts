import { type Expression, expressionBuilder, type SqlBool } from "kysely";
import type { Actor } from "../board/actor.ts";
import type { Schema } from "../storage/schema.ts";
import { SEES_ALL } from "./visibility.ts";

/**
 * The editions that `by` may read, as a condition on a query over `edition`, `article` and `category`.
 * Its twin is `canSee`; a test holds both to the same answer.
 */
export function visibleTo(by: Actor): Expression<SqlBool> {
  const is = expressionBuilder<Schema, "edition" | "article" | "category">();
  if (SEES_ALL.includes(by.hat)) return is.lit(true) as unknown as Expression<SqlBool>;
  const own = [is("edition.author_id", "=", by.person), is("article.author_id", "=", by.person)];
  const unit = by.units.length > 0 ? [is("edition.unit_id", "in", [...by.units])] : [];
  if (by.hat === "MEMBER") return is.or([...own, ...unit]);
  if (by.hat !== "DEPUTY") return is.or(own);
  const field = by.fields.length > 0 ? [is("category.field_id", "in", [...by.fields])] : [];
  const given = [is("edition.submitted_to", "=", by.person), is("edition.claimed_by", "=", by.person)];
  return is.or([...own, ...unit, ...field, ...given]);
}
