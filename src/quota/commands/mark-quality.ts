import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import type { Month } from "../../kernel/months.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { tell } from "../../newsroom/notices.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import { LEVELS, type Level } from "../levels.ts";
import { type MarkedArticle, readMarkFacts } from "../marks.queries.ts";
import { type MarkInput, markRefusals } from "../rules.ts";

export interface MarkRequest extends MarkInput {
  readonly article: Id;
}

interface State {
  readonly facts: MarkedArticle | null;
  readonly criteria: readonly string[];
}

interface Mark {
  readonly article: Id;
  readonly version: number;
  readonly month: Month;
  readonly level: Level;
  readonly unmet: readonly string[];
  readonly note: string;
  readonly reason: string;
  readonly changes: boolean;
}

/**
 * Says of a published article whether it is one "có chất lượng" (Đ11.g2, Đ16.k3). Never by whoever wrote it; once the
 * month is over a change needs its reason. Saying the same again changes nothing.
 */
export const markQuality: Command<MarkRequest, State, Mark> = {
  name: "quality.mark",
  load: async ({ tx, at }, { article }) => ({
    facts: await readMarkFacts(tx, article, at),
    criteria: (await readSettings(tx))["quota.criteria"],
  }),
  decide({ facts, criteria }, typed, by, at) {
    if (!facts) return refused([{ code: "markNotPublished", clause: "Đ11.g2" }]);
    const { latest, month } = facts;
    const isGood = typed.level === "good";
    const input: MarkInput = {
      level: typed.level,
      // Kept as they are worded today; what misses nothing has no such list.
      unmet: isGood ? [] : criteria.filter((criterion) => typed.unmet.includes(criterion)),
      note: normalizeText(typed.note).trim().slice(0, 2000),
      reason: normalizeLine(typed.reason).slice(0, 500),
      seen: typed.seen,
    };
    const isSame =
      latest !== null &&
      latest.level === input.level &&
      latest.note === input.note &&
      latest.unmet.join("\n") === input.unmet.join("\n");
    const refusals = markRefusals(facts, isSame ? { ...input, seen: latest.version, reason: "–" } : input, by, at);
    if (refusals.length > 0 || month === null) return refused(refusals);
    const { level, unmet, note, reason } = input;
    const version = (latest?.version ?? 0) + 1;
    return done({
      article: facts.article,
      version,
      month,
      level: level as Level,
      unmet,
      note,
      reason,
      changes: !isSame,
    });
  },
  evidence: ({ changes, article, reason, ...mark }) =>
    changes
      ? {
          act: "quality.mark",
          subject: `article:${article}`,
          clause: "Đ11.g2",
          reason: reason || null,
          content: { ...mark, unmet: [...mark.unmet] },
        }
      : null,
  async write({ tx, by, at }, mark, { facts }, seq) {
    await tx
      .insertInto("quality_mark")
      .values({
        id: newId(),
        article_id: mark.article,
        version: mark.version,
        month: mark.month,
        level: mark.level,
        unmet: JSON.stringify(mark.unmet),
        note: mark.note,
        reason: mark.reason,
        person_id: by.person,
        hat: by.hat,
        at,
        evidence_seq: seq,
      })
      .execute();
    if (!facts || (mark.level === "good" && mark.version === 1)) return [];
    const said = [...mark.unmet, mark.note].filter(Boolean).join("; ");
    const text = `“${facts.title}”: chất lượng bài được đánh giá là “${LEVELS[mark.level]}”${said ? `. ${said}` : ""}`;
    const author = facts.author === by.person ? [] : [facts.author];
    return tell({ tx, at }, author, facts.edition, { kind: "outcome", text: text.slice(0, 500) });
  },
};
