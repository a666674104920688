import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import type { ArticleContent } from "../content.ts";
import { contentHash } from "../content-hash.ts";
import { type LoadedEdition, loadEdition } from "../editions.queries.ts";
import { filesOf, unknownFiles } from "../files.ts";
import { saveMove, saveVersion } from "../store.ts";
import { type Context, readContext } from "../surroundings.queries.ts";
import { decide, type Transition } from "../workflow.ts";
import { NoSuchEdition } from "./move-edition.ts";

export interface SaveRequest {
  readonly edition: Id;
  readonly content: ArticleContent;
  /** The version the person began from: a newer one by somebody else is never overwritten. */
  readonly baseVersion: number;
  readonly note?: string;
}

interface State {
  readonly loaded: LoadedEdition;
  readonly context: Context;
  readonly unknownFiles: readonly string[];
  readonly knowsCategory: boolean;
}

export interface Saved {
  readonly transition: Transition;
  readonly content: ArticleContent;
  readonly version: number;
  readonly hash: string;
  readonly note: string;
  /** The text is what it was: nothing was written, an approval stands (REQ-108). */
  readonly isUnchanged: boolean;
}

/**
 * Keeps a new version of an edition's text (T7, T16). A save that changes nothing writes nothing; a change to an
 * approved text voids the approval; a text that somebody else saved meanwhile is refused, never overwritten.
 */
export const saveEdition: Command<SaveRequest, State, Saved> = {
  name: "edition.edit",
  async load({ tx, by, at }, { edition, content }) {
    const loaded = await loadEdition(tx, edition);
    if (!loaded) throw new NoSuchEdition(edition);
    const files = filesOf(content);
    const received =
      files.length === 0 ? [] : await tx.selectFrom("file").selectAll().where("hash", "in", files).execute();
    const category = await tx.selectFrom("category").select("id").where("id", "=", content.category).executeTakeFirst();
    return {
      loaded,
      context: await readContext(tx, loaded, by.person, "edit", at),
      unknownFiles: unknownFiles(content, received),
      knowsCategory: category !== undefined,
    };
  },
  decide({ loaded, context, unknownFiles, knowsCategory }, input, by, at) {
    const { facts } = loaded;
    const answer = decide({ facts, around: context.around, input: { act: "edit", hash: facts.hash }, by, at });
    const refusals: Refusal[] = answer.ok ? [] : [...answer.error];
    const content: ArticleContent = { ...input.content, unit: loaded.row.unit_id };
    const hash = contentHash(content);
    if (input.baseVersion !== facts.version && hash !== facts.hash) {
      refusals.push({ code: "textChanged", clause: "Đ11.g1", detail: { version: String(facts.version) } });
    }
    if (unknownFiles.length > 0) refusals.push({ code: "fileUnknown", clause: "Đ6.k3" });
    if (!knowsCategory) refusals.push({ code: "categoryUnknown", clause: "Đ14.k2" });
    if (!answer.ok || refusals.length > 0) return refused(refusals);
    return done({
      transition: answer.value,
      content,
      version: facts.version + 1,
      hash,
      note: input.note ?? "",
      isUnchanged: hash === facts.hash,
    });
  },
  evidence: (change) =>
    change.isUnchanged
      ? null
      : {
          act: "edition.edit",
          subject: `edition:${change.transition.edition}`,
          clause: change.transition.clause,
          content: {
            version: change.version,
            hash: change.hash,
            from: change.transition.from,
            to: change.transition.to,
            rule: change.transition.rule,
          },
        },
  async write({ tx, by, at }, change, { loaded }, seq) {
    const { transition, content, version } = change;
    const edition = loaded.row.id;
    const hash = await saveVersion(tx, {
      edition,
      version,
      content,
      by,
      at,
      inState: transition.from,
      note: change.note,
      seq,
    });
    const next = {
      version,
      content_hash: hash,
      title: content.title,
      category_id: content.category,
      approved_hash: null,
      approved_at: null,
    };
    if (transition.from === transition.to) {
      await tx.updateTable("edition").set(next).where("id", "=", edition).execute();
      return [];
    }
    const move = await saveMove(tx, {
      edition,
      rule: transition.rule,
      act: transition.act,
      from: transition.from,
      to: transition.to,
      by,
      delegation: null,
      at,
      hash,
      clause: transition.clause,
      reason: null,
      input: { act: transition.act, hash },
      exception: null,
      seq,
    });
    await tx
      .updateTable("edition")
      .set({ ...next, state: transition.to, state_since: at, last_move_id: move })
      .where("id", "=", edition)
      .execute();
    return [];
  },
};
