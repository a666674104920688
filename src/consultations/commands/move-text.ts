import { tellOfText } from "../../about/notify.ts";
import { movePage as judge, type PageAct, type PageState } from "../../about/page-moves.ts";
import type { Command } from "../../act.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { indexEntry } from "../../search/questions.ts";
import type { Call } from "../call.ts";
import {
  type Consultation,
  consultationById,
  type Part,
  type PublicConsultation,
  publicConsultation,
  type Text,
} from "../consultations.queries.ts";
import { countsOf, type OpinionCounts } from "../opinions.queries.ts";
import { CONSULTATION_PATHS, CONSULTATION_TAG } from "../paths.ts";
import type { Report } from "../report.ts";
import { callRefusals, no, reportRefusals, type TextRefusal } from "../rules.ts";
import { consultationEntry } from "../search-source.ts";
import { keepMove } from "../store.ts";

export interface MoveText {
  readonly id: Id;
  readonly part: Part;
  readonly act: PageAct;
  readonly reason: string;
  /** The version that was looked at: nobody approves what he has not seen. */
  readonly version: number;
}

export interface MovedText {
  readonly one: Consultation;
  readonly part: Part;
  readonly text: Text<Call | Report>;
  readonly act: PageAct;
  readonly to: PageState;
  readonly reason: string | null;
}

interface State {
  readonly one: Consultation | null;
  readonly live: PublicConsultation | null;
  readonly counted: OpinionCounts | null;
}

const PART_NAMES: Readonly<Record<Part, string>> = { call: "Lấy ý kiến", report: "Tiếp thu, giải trình" };

/** A step of one of the two texts on its way to the public: sent, approved by the head, approved and public, or returned. */
export const moveText: Command<MoveText, State, MovedText> = {
  name: "consultation.move",
  async load({ tx }, { id }) {
    const one = await consultationById(tx, id);
    const live = await publicConsultation(tx, { id });
    return { one, live, counted: live && (await countsOf(tx, id, live.call.content.questions)) };
  },
  decide({ one, live, counted }, { part, act, reason: typed, version }, by, at) {
    const text = one?.[part];
    if (!one || !text) return refused([no("consultationUnknown")]);
    if (text.version !== version) return refused([no("pageNotThere", undefined, "Đ15.k2")]);
    const reason = normalizeLine(typed);
    const answer = judge({ state: text.state, unit: one.unit, author: text.author }, act, reason, by);
    if (!answer.ok) return answer;
    const missing = act === "return" ? [] : missingFrom(one, part, live, counted, at);
    if (missing.length > 0) return refused(missing);
    return done({ one, part, text, act, to: answer.value, reason: reason || null });
  },
  evidence: ({ one, part, text, act, to, reason }) => ({
    act: `consultation.${act}`,
    subject: `consultation:${one.id}`,
    clause: "Đ14.k7",
    reason,
    content: { part, version: text.version, hash: text.hash, state: to },
  }),
  async write(moment, { one, part, text, act, to, reason }, _, seq) {
    const { tx, at } = moment;
    const { version, hash, state } = text;
    await keepMove(moment, { consultation: one.id, part, act, from: state, to, version, hash, reason }, seq);
    const isLive = to === "LIVE";
    await tx
      .updateTable("consultation_text")
      .set({ state: to, ...(isLive ? { live_version: version, live_at: at } : {}) })
      .where("consultation_id", "=", one.id)
      .where("part", "=", part)
      .execute();
    const title = `${PART_NAMES[part]} “${one.call.content.title}”`;
    const path = part === "call" ? CONSULTATION_PATHS.call(one.id) : CONSULTATION_PATHS.report(one.id);
    const told = await tellOfText(moment, { title, path, unit: one.unit, author: text.author }, act, to, reason);
    if (!isLive) return told;
    const known = await tx
      .selectFrom("consultation_file")
      .select("hash")
      .where("consultation_id", "=", one.id)
      .execute();
    const fresh = text.files.filter((file) => known.every((row) => row.hash !== file.hash));
    if (fresh.length > 0) {
      await tx
        .insertInto("consultation_file")
        .values(fresh.map((file) => ({ consultation_id: one.id, hash: file.hash })))
        .execute();
    }
    await indexEntry(tx, await consultationEntry(tx, one.id));
    return [{ kind: "pages", tags: [CONSULTATION_TAG] }, ...told];
  },
};

/** What a text still lacks before anybody is asked for it, or before the public reads it. */
function missingFrom(
  { call, report }: Consultation,
  part: Part,
  live: PublicConsultation | null,
  counted: OpinionCounts | null,
  at: Instant,
): TextRefusal[] {
  if (part === "call") {
    const { content, opensAt, closesAt, reason } = call;
    return callRefusals({ unit: "", call: content, opensAt, closesAt, reason }, live, at);
  }
  if (!counted || !report) return [no("reportTooEarly")];
  return reportRefusals(report.content, counted.counts, counted.unjudged);
}
