import type { Command } from "../../act.ts";
import { linesOf } from "../../desk/record-fields.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, slug as slugOf } from "../../kernel/vietnamese.ts";
import { namedFiles } from "../../media/named-files.ts";
import { indexEntry } from "../../search/questions.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { EntryFile } from "../fields.ts";
import { clauseOf, type EntryFacts, type EntryInput, entryChanged, entryUnknown, saveRefusals } from "../rules.ts";
import { catalogueEntry } from "../search-source.ts";
import { allEntries, type Entry, entryById } from "../services.queries.ts";

export interface SavedEntry extends EntryInput {
  readonly id: Id;
  readonly slug: string;
  readonly version: number;
  readonly isNew: boolean;
  readonly isPublic: boolean;
  readonly kept: readonly EntryFile[];
}

interface Saving {
  readonly id: Id | null;
  /** The version it was begun from, where it was read before: what others saved since is not undone. */
  readonly seen?: number;
}

interface State {
  readonly entry: Entry | null;
  readonly facts: EntryFacts;
  readonly slugs: ReadonlySet<string>;
  readonly files: readonly EntryFile[];
}

/** Enters or changes a procedure or a service; a new version is kept beside the ones before (REQ-096, REQ-097). */
export const saveEntry: Command<EntryInput & Saving, State, SavedEntry> = {
  name: "catalogue.save",
  async load({ tx, by }, input) {
    const entry = input.id === null ? null : await entryById(tx, input.id);
    const unit = await tx.selectFrom("unit").select("id").where("id", "=", input.unit).executeTakeFirst();
    const taken = await tx.selectFrom("catalogue_entry").select(["id", "kind", "code", "slug"]).execute();
    const files = await namedFiles(tx, input.files, entry?.files ?? [], by.person);
    const procedures = await allEntries(tx, "procedure");
    return {
      entry,
      files,
      slugs: new Set(taken.map(({ slug }) => slug)),
      facts: {
        unit: entry?.unit ?? null,
        status: entry?.status ?? null,
        expiredOn: entry?.expiredOn ?? null,
        isCodeTaken: taken.some(({ id, kind, code }) => kind === input.kind && code === input.code && id !== input.id),
        knowsUnit: unit !== undefined,
        knowsProcedure: procedures.some(({ id }) => id === input.content.procedure),
        unknownFiles: input.files.length - files.length,
        trustedHosts: (await readSettings(tx))["services.trustedHosts"],
      },
    };
  },
  decide({ entry, facts, slugs, files }, { id, seen = entry?.version, ...typed }, by, at) {
    if (id !== null && entry?.kind !== typed.kind) return refused([entryUnknown()]);
    if (entry && entry.version !== seen) return refused([entryChanged(entry)]);
    // The code is part of what an entry is: it is chosen once.
    const input = { ...typed, code: entry?.code ?? normalizeLine(typed.code) };
    const refusals = saveRefusals(input, facts, by, dayOf(at));
    if (refusals.length > 0) return refused(refusals);
    return done({
      ...input,
      id: entry?.id ?? newId(),
      slug: entry?.slug ?? freeSlug(input.content.name ?? "", slugs),
      version: (entry?.version ?? 0) + 1,
      isNew: entry === null,
      isPublic: input.publish || facts.status === "PUBLIC",
      kept: files,
    });
  },
  evidence: ({ id, kind, code, unit, version, isPublic, content, kept, reviewOn }) => ({
    act: "catalogue.save",
    subject: `${kind}:${id}`,
    clause: clauseOf(kind),
    content: {
      kind,
      code,
      unit,
      version,
      isPublic,
      reviewOn,
      name: content.name,
      content,
      files: kept.map(({ hash }) => hash),
    },
  }),
  async write({ tx, by, at }, change, { entry }, seq) {
    const { id, kind, content, version, kept, isPublic } = change;
    await tx
      .insertInto("catalogue_version")
      .values({
        entry_id: id,
        version,
        content: JSON.stringify(content),
        files: JSON.stringify(kept),
        level: kind === "service" ? (content.level ?? null) : null,
        days: kind === "procedure" && content.days ? Number(content.days) : null,
        dossier_count: linesOf(content.dossier ?? "").length,
        person_id: by.person,
        hat: by.hat,
        at,
        seq,
      })
      .execute();
    const values = {
      unit_id: change.unit,
      status: isPublic ? "PUBLIC" : "DRAFT",
      version,
      review_on: change.reviewOn,
      confirmed_on: dayOf(at),
    };
    if (entry === null) {
      const fixed = { id, kind, code: change.code, slug: change.slug, created_at: at };
      await tx
        .insertInto("catalogue_entry")
        .values({ ...fixed, ...values, expired_on: null, expired_reason: null })
        .execute();
    } else {
      await tx.updateTable("catalogue_entry").set(values).where("id", "=", id).execute();
    }
    if (!isPublic) return [];
    // A form that was public once is so already.
    const known = await tx.selectFrom("catalogue_file").select("hash").where("entry_id", "=", id).execute();
    const fresh = kept.filter(({ hash }) => known.every((file) => file.hash !== hash));
    if (fresh.length > 0) {
      await tx
        .insertInto("catalogue_file")
        .values(fresh.map(({ hash }) => ({ entry_id: id, hash })))
        .execute();
    }
    await indexEntry(tx, await catalogueEntry(tx, id));
    return [{ kind: "pages", tags: ["services"] }];
  },
};

function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name).slice(0, 80).replace(/-$/, "") || "muc";
  let free = base;
  for (let number = 2; taken.has(free); number += 1) free = `${base}-${number}`;
  return free;
}
