import type { Command } from "../../act.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { isDay } from "../../board/rules.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import type { Hat } from "../../regulation/hats.ts";
import { indexEntry } from "../../search/questions.ts";
import type { Tx } from "../../storage/database.ts";
import { contentHash, type DisclosureContent, filesOf, isFilled } from "../content.ts";
import { readEntry } from "../disclosure.queries.ts";
import type { Entry } from "../disclosure.ts";
import { confirmRefusals, executeRefusals, proposeRefusals, type RedactionFacts } from "../redaction-rules.ts";
import { inForce, type Redaction, readRedactions } from "../redactions.queries.ts";
import { no } from "../rules.ts";
import { disclosedId, disclosureEntry } from "../search-source.ts";
import { DISCLOSURE_TAG } from "../tags.ts";
import { NoSuchEntry } from "./move-entry.ts";

/** the wording for every act of this kind. */
const CLAUSE = "Đ13.k1.c.g3";

export interface Order {
  readonly entry: Id;
  readonly orderNumber: string;
  readonly orderDay: string;
  readonly orderIssuer: string;
  readonly reason: string;
  /** What stands there instead. */
  readonly content: DisclosureContent;
}

interface Proposed extends Order {
  readonly id: Id;
  readonly hash: string;
}

/** Enters an order to withhold data, with the text that is to be shown instead. Changes nothing yet. */
export const proposeRedaction: Command<Order, { entry: Entry; redactions: readonly Redaction[] }, Proposed> = {
  name: "disclosure.proposeRedaction",
  async load({ tx }, { entry: id }) {
    const entry = await readEntry(tx, id);
    if (!entry) throw new NoSuchEntry(id);
    return { entry, redactions: await readRedactions(tx, { entry: id }) };
  },
  decide({ entry, redactions }, input, by, at) {
    const order: Order = {
      ...input,
      orderNumber: normalizeLine(input.orderNumber),
      orderIssuer: normalizeLine(input.orderIssuer),
      reason: normalizeText(input.reason).trim(),
    };
    const hash = contentHash(order.content);
    const shown = inForce(redactions, entry.id)?.hash ?? entry.hash;
    const hasOpen = redactions.some(({ executedAt }) => executedAt === null);
    const refusals = proposeRefusals(by, entry.state, hasOpen, {
      ...order,
      hasDay: isDay(order.orderDay) && order.orderDay <= dayOf(at),
      differs: hash !== shown,
      isFilled: isFilled(order.content),
    });
    return refusals.length > 0 ? refused(refusals) : done({ ...order, id: newId(), hash });
  },
  evidence: ({ id, entry, orderNumber, orderDay, orderIssuer, reason, hash }) => ({
    act: "disclosure.proposeRedaction",
    subject: `disclosure:${entry}`,
    clause: CLAUSE,
    reason,
    content: { redaction: id, document: orderNumber, on: orderDay, issuer: orderIssuer, hash },
  }),
  async write({ tx, by, at }, order) {
    await tx
      .insertInto("disclosure_redaction")
      .values({
        id: order.id,
        entry_id: order.entry,
        order_number: order.orderNumber,
        order_day: order.orderDay,
        order_issuer: order.orderIssuer,
        reason: order.reason,
        content: JSON.stringify(order.content),
        content_hash: order.hash,
        proposed_by: by.person,
        proposed_at: at,
        executed_by: null,
        executed_at: null,
      })
      .execute();
    return [];
  },
};

interface State {
  readonly redaction: Redaction | undefined;
  readonly facts: RedactionFacts;
}

async function load(tx: Tx, id: Id, at: string): Promise<State> {
  const [redaction] = await readRedactions(tx, { id });
  return { redaction, facts: await redactionFacts(tx, redaction, at) };
}

/** What a confirmation is judged on: who confirmed, and whether one person holds both offices on that day. */
export async function redactionFacts(
  db: Parameters<typeof readRoster>[0],
  redaction: Redaction | undefined,
  at: string,
): Promise<RedactionFacts> {
  const day = dayOf(at);
  const { appointments } = await readRoster(db, day);
  const holders = (hat: Hat) => appointments.filter((held) => held.hat === hat).map(({ person }) => person);
  const directors = holders("DIRECTOR");
  return {
    confirmations: redaction?.confirmations ?? [],
    isExecuted: redaction?.executedAt != null,
    chiefIsDirector: holders("CHIEF").some((person) => directors.includes(person)),
  };
}

/** The head of the board, the Director, or in their stead the standing deputy: says that the order is to be obeyed. */
export const confirmRedaction: Command<{ redaction: Id }, State, Redaction> = {
  name: "disclosure.confirmRedaction",
  load: ({ tx, at }, { redaction }) => load(tx, redaction, at),
  decide({ redaction, facts }, _, by) {
    if (!redaction) return refused([no("disclosureItemUnknown")]);
    const refusals = confirmRefusals(by, facts);
    return refusals.length > 0 ? refused(refusals) : done(redaction);
  },
  evidence: ({ id, entry, orderNumber }) => ({
    act: "disclosure.confirmRedaction",
    subject: `disclosure:${entry}`,
    clause: CLAUSE,
    content: { redaction: id, document: orderNumber },
  }),
  async write({ tx, by, at }, { id }) {
    await tx
      .insertInto("disclosure_confirmation")
      .values({ redaction_id: id, person_id: by.person, hat: by.hat, at })
      .execute();
    return [];
  },
};

/** The secretary carries a twice confirmed order out: from now on the public reads the other text, and that it is one. */
export const executeRedaction: Command<{ redaction: Id }, State, Redaction> = {
  name: "disclosure.executeRedaction",
  load: ({ tx, at }, { redaction }) => load(tx, redaction, at),
  decide({ redaction, facts }, _, by) {
    if (!redaction) return refused([no("disclosureItemUnknown")]);
    const refusals = executeRefusals(by, facts);
    return refusals.length > 0 ? refused(refusals) : done(redaction);
  },
  evidence: ({ id, entry, orderNumber, hash }) => ({
    act: "disclosure.executeRedaction",
    subject: `disclosure:${entry}`,
    clause: CLAUSE,
    content: { redaction: id, document: orderNumber, hash },
  }),
  async write({ tx, by, at }, { id, entry, content }) {
    await tx
      .updateTable("disclosure_redaction")
      .set({ executed_by: by.person, executed_at: at })
      .where("id", "=", id)
      .execute();
    const kept = await tx.selectFrom("disclosure_file").select("hash").where("entry_id", "=", entry).execute();
    const added = filesOf(content).filter((hash) => !kept.some((row) => row.hash === hash));
    if (added.length > 0) {
      await tx
        .insertInto("disclosure_file")
        .values(added.map((hash) => ({ entry_id: entry, hash })))
        .execute();
    }
    const shown = await tx
      .selectFrom("disclosure_entry")
      .select(["item_id", "school_year", "state"])
      .where("id", "=", entry)
      .executeTakeFirstOrThrow();
    if (shown.state === "PUBLISHED") {
      await indexEntry(tx, await disclosureEntry(tx, disclosedId(shown.item_id, shown.school_year)));
    }
    return [{ kind: "pages", tags: [DISCLOSURE_TAG], forget: true }];
  },
};
