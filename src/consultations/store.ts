import type { Moment } from "../act.ts";
import { canonicalJson, type Id, sha256 } from "../kernel/ids.ts";
import type { NamedFile } from "../media/named-files.ts";
import type { Part, Text } from "./consultations.queries.ts";

export interface NewVersion {
  readonly consultation: Id;
  readonly part: Part;
  readonly version: number;
  readonly content: unknown;
  readonly files: readonly NamedFile[];
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly reason: string;
  readonly hash: string;
}

/** What an approval of a version is for. */
export const versionHash = ({
  content,
  files,
  opensAt,
  closesAt,
  reason,
}: Omit<NewVersion, "consultation" | "part" | "version" | "hash">): string =>
  sha256(canonicalJson({ content, files, opensAt, closesAt, reason }));

/** Keeps a new version of a text as a draft, with its step; the public goes on reading the one that was approved. */
export async function keepVersion(
  moment: Moment,
  one: NewVersion,
  before: Text<unknown> | null,
  seq: number,
): Promise<void> {
  const { tx, by, at } = moment;
  const { consultation: consultation_id, part, version, hash } = one;
  await tx
    .insertInto("consultation_version")
    .values({
      consultation_id,
      part,
      version,
      content: JSON.stringify(one.content),
      files: JSON.stringify(one.files),
      opens_at: one.opensAt,
      closes_at: one.closesAt,
      reason: one.reason,
      hash,
      person_id: by.person,
      hat: by.hat,
      at,
      seq,
    })
    .execute();
  const step = { consultation: consultation_id, part, act: "save", from: before?.state ?? "NONE", to: "DRAFT" };
  await keepMove(moment, { ...step, version, hash, reason: null }, seq);
  const values = { state: "DRAFT", version };
  if (before === null) {
    const fixed = { consultation_id, part, live_version: null, live_at: null };
    await tx
      .insertInto("consultation_text")
      .values({ ...fixed, ...values })
      .execute();
    return;
  }
  await tx
    .updateTable("consultation_text")
    .set(values)
    .where("consultation_id", "=", consultation_id)
    .where("part", "=", part)
    .execute();
}

export interface NewMove {
  readonly consultation: Id;
  readonly part: Part;
  readonly act: string;
  readonly from: string;
  readonly to: string;
  readonly version: number;
  readonly hash: string;
  readonly reason: string | null;
}

/** Keeps a step of a text under the next number. */
export async function keepMove({ tx, by, at }: Moment, move: NewMove, seq: number): Promise<void> {
  const { consultation: consultation_id, part, act, version, hash, reason } = move;
  const last = await tx
    .selectFrom("consultation_move")
    .select((is) => is.fn.max("number").as("number"))
    .where("consultation_id", "=", consultation_id)
    .where("part", "=", part)
    .executeTakeFirst();
  await tx
    .insertInto("consultation_move")
    .values({
      consultation_id,
      part,
      number: Number(last?.number ?? 0) + 1,
      act,
      from_state: move.from,
      to_state: move.to,
      version,
      hash,
      person_id: by.person,
      hat: by.hat,
      at,
      reason,
      seq,
    })
    .execute();
}
