import type { Command } from "../../act.ts";
import { actorsOn } from "../../board/actor.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { tell } from "../../newsroom/notices.ts";
import { type StaleCitation, staleFact } from "../citations.ts";
import { documentName } from "../document.ts";
import { LIBRARY_PATHS } from "../paths.ts";
import { no } from "../rules.ts";

interface State {
  readonly isTold: boolean;
  /** Heads of the unit that owns the text; without one, the secretary. */
  readonly owners: readonly Id[];
}

/**
 * Tells the owner of a text that it cites a document which has expired (REQ-071): once for each text and document, and
 * never again, whatever the clock does. That it was told stands in the log, so nothing else has to remember it.
 */
export const tellStaleCitation: Command<StaleCitation, State, StaleCitation & { readonly owners: readonly Id[] }> = {
  name: "library.tellStale",
  async load({ tx, at }, citation) {
    const told = await tx
      .selectFrom("evidence")
      .select("seq")
      .where("act", "=", "library.tellStale")
      .where("subject", "=", staleFact(citation))
      .executeTakeFirst();
    const unit = await tx.selectFrom("unit").select("id").where("name", "=", citation.source.unit).executeTakeFirst();
    const day = dayOf(at);
    const actors = actorsOn(await readRoster(tx, day), day);
    const heads = actors.filter(({ hat, units }) => hat === "MEMBER" && unit && units.includes(unit.id));
    const owners = heads.length > 0 ? heads : actors.filter(({ hat }) => hat === "SECRETARY");
    return { isTold: told !== undefined, owners: [...new Set(owners.map(({ person }) => person))] };
  },
  decide(state, citation, by) {
    if (by.hat !== "SYSTEM") return refused([no("notThisHat", "Đ13.k1.b")]);
    return done({ ...citation, owners: state.owners });
  },
  evidence: (change, { isTold }) =>
    isTold
      ? null
      : {
          act: "library.tellStale",
          subject: staleFact(change),
          clause: "Đ13.k1.b",
          content: {
            path: change.source.href,
            number: change.document.number,
            since: change.document.validity.since,
            told: change.owners.length,
          },
        },
  write: (moment, { source, document, owners }) =>
    tell(moment, owners, null, {
      kind: "waiting",
      path: LIBRARY_PATHS.warnings,
      text: `“${source.title}” đang trích dẫn ${documentName(document)}, văn bản đã hết hiệu lực. Đề nghị xem lại và cập nhật.`,
    }),
};
