import { canonicalJson } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { contentHash, saidHash } from "./store.ts";

export interface MattersVerdict {
  readonly moves: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

interface Logged {
  readonly from?: string | null;
  readonly to: string;
  readonly version?: number;
  readonly content?: string;
  readonly said?: string;
  readonly due: string | null;
  readonly files: readonly string[];
}

/** Whether every step, every version and every file of the board's matters is what the log says, by whom it says. */
export async function verifyMatters(db: Db): Promise<MattersVerdict> {
  const moves = await db
    .selectFrom("matter_move")
    .innerJoin("evidence", "evidence.seq", "matter_move.evidence_seq")
    .selectAll("matter_move")
    .select(["evidence.act as logged", "evidence.subject", "evidence.person", "evidence.hat as worn"])
    .select(["evidence.content as told", "evidence.at as logged_at"])
    .orderBy("matter_move.matter_id")
    .orderBy("matter_move.number")
    .execute();
  const versions = await db.selectFrom("matter_version").selectAll().execute();
  const addressees = await db.selectFrom("matter_addressee").selectAll().orderBy("place").execute();
  const files = await db.selectFrom("matter_file").select(["move_id", "hash"]).execute();
  const matters = await db.selectFrom("matter").selectAll().execute();
  const bad = (id: string, why: string) => ({ moves: moves.length, bad: { row: `việc ${id}`, why } });

  for (const matter of matters) {
    const own = moves.filter(({ matter_id }) => matter_id === matter.id);
    let version = 0;
    for (const [place, move] of own.entries()) {
      const said = JSON.parse(move.told) as Logged;
      const isSame =
        move.logged === `matter.${move.act}` &&
        move.subject === `matter:${matter.id}` &&
        move.person === move.person_id &&
        move.worn === move.hat &&
        move.logged_at === move.at &&
        Number(move.number) === place + 1 &&
        said.to === move.to_state &&
        said.due === move.due_on &&
        move.from_state === (own[place - 1]?.to_state ?? null) &&
        (said.said === undefined ||
          said.said === saidHash(move.words, JSON.parse(move.said) as Record<string, string>)) &&
        canonicalJson([...said.files].sort()) ===
          canonicalJson(
            files
              .filter(({ move_id }) => move_id === move.id)
              .map(({ hash }) => hash)
              .sort(),
          );
      if (!isSame) return bad(matter.code, `bước ${place + 1} khác với nhật ký`);
      if (said.version === undefined) continue;
      version = said.version;
      const kept = versions.find((one) => one.matter_id === matter.id && Number(one.version) === version);
      const named = addressees.filter((one) => one.matter_id === matter.id && Number(one.version) === version);
      const hash = contentHash(JSON.parse(kept?.content ?? "{}"), {
        people: named.flatMap(({ person_id }) => person_id ?? []),
        units: named.flatMap(({ unit_id }) => unit_id ?? []),
      });
      if (hash !== said.content) return bad(matter.code, `nội dung lần ${version} khác với nhật ký`);
    }
    const last = own.at(-1);
    const title = (
      JSON.parse(
        versions.find((one) => one.matter_id === matter.id && Number(one.version) === version)?.content ?? "{}",
      ) as { title?: string }
    ).title;
    const stands =
      last?.id === matter.last_move_id &&
      last.to_state === matter.state &&
      last.due_on === matter.due_on &&
      own[0]?.person_id === matter.raised_by &&
      Number(matter.version) === version &&
      title === matter.title;
    if (!stands) return bad(matter.code, "tình trạng khác với các bước đã ghi");
  }
  if (versions.length !== matters.reduce((sum, { version }) => sum + Number(version), 0))
    return bad("(không rõ)", "có nội dung không thuộc việc nào");
  return { moves: moves.length, bad: null };
}
