import type { Command, Moment } from "../../act.ts";
import { isDay } from "../../board/rules.ts";
import type { Follow } from "../../evidence/outbox.ts";
import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { indexEntry } from "../../search/questions.ts";
import { contentHash, type DisclosureContent, filesOf, isFilled } from "../content.ts";
import { readEntries, readEntry } from "../disclosure.queries.ts";
import { type Entry, factsOf } from "../disclosure.ts";
import { dropDisclosure, tellNext } from "../notify.ts";
import { PUBLIC_PATHS } from "../paths.ts";
import { decideStep, type EntryAct, type EntryState, no } from "../rules.ts";
import { disclosedId, disclosureEntry } from "../search-source.ts";

export interface EntryMove {
  readonly entry: Id;
  readonly act: EntryAct;
  /** The text the person saw. */
  readonly hash?: string;
  readonly reason?: string;
  /** For `save`: the new text. */
  readonly content?: DisclosureContent;
}

interface State {
  readonly entry: Entry;
  /** The version that the public reads now. */
  readonly live: Entry | undefined;
  readonly unknownFiles: number;
}

export interface MovedEntry {
  readonly entry: Entry;
  readonly act: EntryAct;
  readonly to: EntryState;
  readonly content: DisclosureContent;
  readonly hash: string;
  readonly reason: string | null;
}

export class NoSuchEntry extends Error {}

const CLAUSES: Readonly<Record<EntryAct, string>> = {
  save: "Đ13.k1.c.g2",
  sendToHead: "Đ13.k1.c.g2",
  approveInUnit: "Đ13.k1.c.g2",
  return: "Đ13.k1.c.g2",
  approve: "Đ15.k2.b3",
  publish: "Đ13.k1.c.g3",
};

/**
 * One step of an entry: the text is saved, sent to the head, approved in the unit, returned, approved, published.
 * Publishing a newer version is the only act that supersedes; there is none that hides.
 */
export const moveEntry: Command<EntryMove, State, MovedEntry> = {
  name: "disclosure.move",
  async load({ tx }, { entry: id, content }) {
    const entry = await readEntry(tx, id);
    if (!entry) throw new NoSuchEntry(id);
    const versions = await readEntries(tx, { item: entry.item, year: entry.year });
    const files = content ? filesOf(content) : [];
    const known =
      files.length === 0 ? [] : await tx.selectFrom("file").select("hash").where("hash", "in", files).execute();
    return {
      entry,
      live: versions.findLast(({ state }) => state === "PUBLISHED"),
      unknownFiles: files.length - known.length,
    };
  },
  decide({ entry, unknownFiles }, input, by, at) {
    const answer = decideStep(factsOf(entry), input, by);
    const content = input.act === "save" && input.content ? normalized(input.content) : entry.content;
    const refusals: Refusal[] = answer.ok ? [] : [...answer.error];
    if (unknownFiles > 0) refusals.push(no("disclosureFileUnknown"));
    const { changedOn } = content;
    if (changedOn && (!isDay(changedOn) || changedOn > dayOf(at))) refusals.push(no("disclosureDayInvalid"));
    if (!answer.ok || refusals.length > 0) return refused(refusals);
    const reason = input.act === "return" ? normalizeText(input.reason ?? "").trim() : null;
    return done({ entry, act: input.act, to: answer.value.to, content, hash: contentHash(content), reason });
  },
  evidence: ({ entry, act, to, hash, reason }) =>
    act === "save" && hash === entry.hash
      ? null
      : {
          act: `disclosure.${act}`,
          subject: `disclosure:${entry.id}`,
          clause: CLAUSES[act],
          reason,
          content: { from: entry.state, to, version: entry.version, hash },
        },
  async write(moment, change, { live }, seq) {
    const { tx, by, at } = moment;
    const { entry, act, to, content, hash, reason } = change;
    const stored = JSON.stringify(content);
    await tx
      .insertInto("disclosure_move")
      .values({
        evidence_seq: seq,
        entry_id: entry.id,
        act,
        from_state: entry.state,
        to_state: to,
        person_id: by.person,
        hat: by.hat,
        at,
        reason,
        content_hash: hash,
        content: act === "save" ? stored : null,
      })
      .execute();
    await tx
      .updateTable("disclosure_entry")
      .set({ state: to, ...columnsOf(change, moment, stored) })
      .where("id", "=", entry.id)
      .execute();
    if (act === "publish") return published(moment, entry, live);
    const facts = factsOf({ ...entry, state: to, content, hash, approvedHash: act === "approve" ? hash : null });
    return act === "save" ? [] : tellNext(moment, { ...facts, isFilled: isFilled(content) }, content.title);
  },
};

function columnsOf({ act, hash }: MovedEntry, { by, at }: Moment, stored: string) {
  if (act === "save") return { content: stored, content_hash: hash };
  if (act === "approveInUnit") return { head_by: by.person, head_at: at };
  if (act === "approve") return { approved_by: by.person, approved_at: at, approved_hash: hash };
  if (act === "publish") return { published_by: by.person, published_at: at };
  if (act !== "return") return {};
  return { head_by: null, head_at: null, approved_by: null, approved_at: null, approved_hash: null };
}

async function published({ tx, at }: Moment, entry: Entry, live: Entry | undefined): Promise<Follow[]> {
  const files = filesOf(entry.content).map((hash) => ({ entry_id: entry.id, hash }));
  if (files.length > 0) await tx.insertInto("disclosure_file").values(files).execute();
  if (live) {
    await tx
      .updateTable("disclosure_entry")
      .set({ state: "SUPERSEDED", superseded_by: entry.id })
      .where("id", "=", live.id)
      .execute();
  }
  await indexEntry(tx, await disclosureEntry(tx, disclosedId(entry.item, entry.year)));
  const { code } = await tx
    .selectFrom("disclosure_item")
    .select("code")
    .where("id", "=", entry.item)
    .executeTakeFirstOrThrow();
  const { id, year, version, content } = entry;
  return [
    dropDisclosure,
    {
      kind: "event",
      name: "disclosure.published",
      subject: `disclosure:${id}`,
      path: PUBLIC_PATHS.version(year, code, version),
      data: { id, item: code, schoolYear: year, version, title: content.title, publishedAt: at },
    },
  ];
}

/** One form for every text that is kept: composed Unicode, no stray blanks. */
function normalized(content: DisclosureContent): DisclosureContent {
  return {
    title: normalizeLine(content.title),
    text: normalizeText(content.text).trim(),
    tables: content.tables,
    files: content.files.map((file) => ({ ...file, title: normalizeLine(file.title) })),
    changedOn: content.changedOn,
    changeNote: normalizeLine(content.changeNote),
  };
}
