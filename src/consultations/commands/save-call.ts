import type { Command } from "../../act.ts";
import type { Instant } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, slug as slugOf } from "../../kernel/vietnamese.ts";
import { LIBRARY_PATHS } from "../../library/paths.ts";
import { type NamedFile, namedFiles } from "../../media/named-files.ts";
import type { Tx } from "../../storage/database.ts";
import type { Call } from "../call.ts";
import { type Consultation, consultationById, publicConsultation } from "../consultations.queries.ts";
import { type CallFacts, no, saveCallRefusals } from "../rules.ts";
import { keepVersion, versionHash } from "../store.ts";

export interface SaveCall {
  readonly id: Id | null;
  readonly unit: Id;
  readonly call: Call;
  readonly opensAt: Instant | null;
  readonly closesAt: Instant | null;
  /** Why it closes later than the public was told. */
  readonly reason: string;
  /** Hashes of its files. */
  readonly files: readonly string[];
}

export interface SavedCall {
  readonly input: SaveCall;
  readonly id: Id;
  readonly slug: string;
  readonly version: number;
  readonly hash: string;
  readonly files: readonly NamedFile[];
  readonly reason: string;
}

interface State {
  readonly one: Consultation | null;
  readonly facts: CallFacts;
  readonly files: readonly NamedFile[];
  readonly slugs: ReadonlySet<string>;
}

/** Writes a new version of what the public is asked (REQ-099). The public goes on reading the one that was approved. */
export const saveCall: Command<SaveCall, State, SavedCall> = {
  name: "consultation.saveCall",
  async load({ tx, by }, { id, unit, call, files: named }) {
    const one = id === null ? null : await consultationById(tx, id);
    const live = id === null ? null : await publicConsultation(tx, { id });
    const known = await tx.selectFrom("unit").select("id").where("id", "=", unit).executeTakeFirst();
    const files = await namedFiles(tx, named, one?.call.files ?? [], by.person);
    const slugs = await tx.selectFrom("consultation").select("slug").execute();
    return {
      one,
      files,
      slugs: new Set(slugs.map(({ slug }) => slug)),
      facts: {
        knowsUnit: known !== undefined,
        unit: one?.unit ?? null,
        isWaiting: one?.call.state === "AWAITING_HEAD" || one?.call.state === "AWAITING_CHIEF",
        unknownFiles: named.length - files.length,
        closedDocuments: await closedDocuments(tx, call.documents),
        live: live && { call: live.call.content, opensAt: live.opensAt, closesAt: live.closesAt },
      },
    };
  },
  decide({ one, facts, files, slugs }, input, by, at) {
    if (input.id !== null && !one) return refused([no("consultationUnknown")]);
    const { live } = facts;
    // A reason says why the public is told a later closing; otherwise it says nothing.
    const isLonger = live !== null && input.closesAt !== null && input.closesAt > live.closesAt;
    const reason = isLonger ? normalizeLine(input.reason) : "";
    const refusals = saveCallRefusals({ ...input, reason }, facts, by, at);
    if (refusals.length > 0) return refused(refusals);
    const { call: content, opensAt, closesAt } = input;
    return done({
      input,
      id: one?.id ?? newId(),
      slug: one?.slug ?? freeSlug(content.title, slugs),
      version: (one?.call.version ?? 0) + 1,
      hash: versionHash({ content, files, opensAt, closesAt, reason }),
      files,
      reason,
    });
  },
  evidence: ({ id, slug, version, hash, reason }) => ({
    act: "consultation.save",
    subject: `consultation:${id}`,
    clause: "Đ14.k7",
    reason: reason || null,
    content: { part: "call", slug, version, hash },
  }),
  async write(moment, { input, id, slug, version, hash, files, reason }, { one }, seq) {
    const { tx, at } = moment;
    const { call: content, opensAt, closesAt, unit } = input;
    if (one === null) {
      await tx.insertInto("consultation").values({ id, slug, unit_id: unit, created_at: at }).execute();
    } else if (one.unit !== unit) {
      await tx.updateTable("consultation").set({ unit_id: unit }).where("id", "=", id).execute();
    }
    const text = { consultation: id, part: "call", version, content, files, opensAt, closesAt, reason, hash } as const;
    await keepVersion(moment, text, one?.call ?? null, seq);
    return [];
  },
};

/** Of the addresses named, those that lead to no public document of the library. */
async function closedDocuments(tx: Tx, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await tx.selectFrom("document").select("slug").where("state", "=", "PUBLIC").execute();
  const open = new Set(rows.map(({ slug }) => (slug ? LIBRARY_PATHS.document(slug) : "")));
  return addresses.filter((address) => !open.has(address));
}

function freeSlug(title: string, taken: ReadonlySet<string>): string {
  const base = slugOf(title).slice(0, 80).replace(/-$/, "") || "lay-y-kien";
  let free = base;
  for (let number = 2; taken.has(free); number += 1) free = `${base}-${number}`;
  return free;
}
