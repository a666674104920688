import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { contentHash, type DisclosureContent, EMPTY_CONTENT } from "../content.ts";
import { readEntries, readItems } from "../disclosure.queries.ts";
import { type Entry, type Item, isAsked, isPublic, titleIn } from "../disclosure.ts";
import { isSchoolYear, type SchoolYear } from "../due.ts";
import { no, prepareRefusals } from "../rules.ts";

export interface NewEntry {
  readonly item: Id;
  readonly year: SchoolYear;
}

interface State {
  readonly item: Item | undefined;
  readonly versions: readonly Entry[];
}

export interface PreparedEntry {
  readonly id: Id;
  readonly item: Id;
  readonly year: SchoolYear;
  readonly version: number;
  readonly unit: Id;
  readonly content: DisclosureContent;
  readonly hash: string;
}

/** Begins the first version of an item for a year, or the version that is to take the place of the published one. */
export const prepareEntry: Command<NewEntry, State, PreparedEntry> = {
  name: "disclosure.prepare",
  async load({ tx }, { item, year }) {
    return {
      item: (await readItems(tx)).find(({ id }) => id === item),
      versions: await readEntries(tx, { item, year }),
    };
  },
  decide({ item, versions }, { year }, by) {
    if (!item) return refused<Refusal[]>([no("disclosureItemUnknown")]);
    const refusals: Refusal[] = [];
    if (!isSchoolYear(year) || !isAsked(item, year)) refusals.push(no("disclosureYearWrong", "Đ13.k1.c.g1"));
    if (!item.unit) refusals.push(no("disclosureUnitMissing", "Đ13.k1.c.g2"));
    else refusals.push(...prepareRefusals(by, item.unit));
    if (versions.some((entry) => !isPublic(entry))) refusals.push(no("disclosureOpenAlready"));
    if (!item.unit || refusals.length > 0) return refused(refusals);
    const last = versions.at(-1);
    const content = last
      ? { ...last.content, changedOn: "", changeNote: "" }
      : { ...EMPTY_CONTENT, title: titleIn(item, year) };
    return done({
      id: newId(),
      item: item.id,
      year,
      version: (last?.version ?? 0) + 1,
      unit: item.unit,
      content,
      hash: contentHash(content),
    });
  },
  evidence: ({ id, item, year, version, unit, hash }) => ({
    act: "disclosure.prepare",
    subject: `disclosure:${id}`,
    clause: "Đ13.k1.c.g2",
    content: { item, year, version, unit, hash },
  }),
  async write({ tx, by, at }, entry, _, seq) {
    const content = JSON.stringify(entry.content);
    await tx
      .insertInto("disclosure_move")
      .values({
        evidence_seq: seq,
        entry_id: entry.id,
        act: "prepare",
        from_state: null,
        to_state: "DRAFT",
        person_id: by.person,
        hat: by.hat,
        at,
        reason: null,
        content_hash: entry.hash,
        content,
      })
      .execute();
    await tx
      .insertInto("disclosure_entry")
      .values({
        id: entry.id,
        item_id: entry.item,
        school_year: entry.year,
        version: entry.version,
        state: "DRAFT",
        content,
        content_hash: entry.hash,
        unit_id: entry.unit,
        prepared_by: by.person,
        prepared_at: at,
        head_by: null,
        head_at: null,
        approved_by: null,
        approved_at: null,
        approved_hash: null,
        published_by: null,
        published_at: null,
        superseded_by: null,
      })
      .execute();
    return [];
  },
};
