import { verifyChain } from "../../src/evidence/verify.ts";
import { canonicalJson, type Id } from "../../src/kernel/ids.ts";
import { contentHash } from "../../src/newsroom/content-hash.ts";
import type { Newsroom } from "../support/newsroom.ts";
import type { Intruder } from "../support/tamper.ts";

type Undo = () => Promise<void>;

/** What is altered behind the portal's back, and the row that must be named. */
export interface Alteration {
  readonly what: string;
  readonly alter: (world: World) => Promise<Undo>;
  readonly named: RegExp;
}

export interface World {
  readonly in: Intruder;
  readonly room: Newsroom;
  /** An edition in each state. */
  readonly at: Readonly<Record<string, Id>>;
  readonly live: Id;
  readonly delegation: Id;
}

const change = (table: string, column: string, value: unknown, where: (world: World) => Record<string, unknown>) => ({
  what: `${table}.${column}`,
  alter: (world: World) => world.in.update(table, where(world), { [column]: value }),
});

/** Of the log itself. */
export const CHAIN_ALTERATIONS: readonly Alteration[] = [
  ...Object.entries({ content: "{}", person: "x", at: "2001-01-01", hat: "CHIEF", reason: "khác", hash: "x" }).map(
    ([column, value]) => ({ ...change("evidence", column, value, () => ({ seq: 7 })), named: /^7$/ }),
  ),
  { what: "a row taken out of the log", alter: (world) => world.in.remove("evidence", { seq: 7 }), named: /^8$/ },
];

const approve = ({ at }: World) => ({ edition_id: at.APPROVED, act: "approve" });
const published = ({ live }: World) => ({ article_id: live });

/** Of editions, versions, steps, and what the public reads. */
export const NEWSROOM_ALTERATIONS: readonly Alteration[] = [
  ...Object.entries({
    person_id: "x",
    hat: "STANDING_DEPUTY",
    at: "2001-01-01T00:00:00.000Z",
    reason: "khác",
    input: "{}",
    hash: "x",
    clause: "Đ1",
    rule: "T99",
    exception_reason: "khác",
    delegation_id: "x",
    from_state: "DRAFT",
  }).map(([column, value]) => ({ ...change("edition_move", column, value, approve), named: /^edition_move / })),
  {
    what: "a step taken out",
    alter: (world) => world.in.remove("edition_move", approve(world)),
    named: /^edition(_move)? /,
  },
  {
    what: "a step put in on an old row of the log",
    alter: (world) =>
      world.in.copy(
        "edition_move",
        { edition_id: world.at.AWAITING_FINAL, act: "forward" },
        { id: "x", act: "approve", to_state: "APPROVED" },
      ),
    named: /^edition_move x$/,
  },
  {
    what: "the last row of the log cut off",
    alter: async ({ in: intruder, room }) => {
      const { rows } = await verifyChain(room.portal.db);
      return intruder.remove("evidence", { seq: rows });
    },
    named: /^edition_move /,
  },
  {
    ...change("edition_version", "content", "{}", ({ at }) => ({ edition_id: at.DRAFT, version: 1 })),
    named: /^edition_version .* bản 1$/,
  },
  {
    what: "a first text with its hash",
    alter: ({ in: intruder, room, at }) => rewrite(intruder, room, at.DRAFT!, 1),
    named: /^edition_version .* bản 1$/,
  },
  {
    what: "a later text with its hash",
    alter: ({ in: intruder, room, at }) => rewrite(intruder, room, at.PUBLISHED!, 2),
    named: /^edition_version .* bản 2$/,
  },
  {
    ...change("edition_version", "saved_by", "x", ({ at }) => ({ edition_id: at.DRAFT, version: 2 })),
    named: /^edition_version /,
  },
  {
    ...change("edition_version", "in_state", "UNDER_REVIEW", ({ at }) => ({ edition_id: at.DRAFT, version: 2 })),
    named: /^edition_version /,
  },
  {
    what: "a version taken out",
    alter: ({ in: intruder, at }) => intruder.remove("edition_version", { edition_id: at.DRAFT, version: 2 }),
    named: /^edition |^evidence /,
  },
  ...Object.entries({
    state: "PUBLISHED",
    version: 1,
    title: "Khác",
    approved_hash: "x",
    approved_at: "2001-01-01",
    published_at: "2030-01-01",
    submitted_at: "2001-01-01",
    claimed_by: "x",
    returned_to: "SECRETARY",
    publish_at: "2030-01-01",
    state_since: "2001-01-01",
    author_id: "x",
    category_id: "x",
  }).map(([column, value]) => ({
    ...change("edition", column, value, ({ at }) => ({ id: at.APPROVED })),
    named: /^edition/,
  })),
  ...Object.entries({
    title: "Khác",
    lead: "Khác",
    content_hash: "x",
    slug: "khac",
    published_at: "2001-01-01",
    category_id: "x",
    chain: "{}",
    edition_id: "x",
  }).map(([column, value]) => ({
    ...change("published_article", column, value, published),
    named: /^published_article /,
  })),
  {
    what: "a word of the public text",
    alter: async (world) => {
      const row = await world.room.portal.db
        .selectFrom("published_article")
        .select("content")
        .where("article_id", "=", world.live)
        .executeTakeFirstOrThrow();
      return world.in.update("published_article", published(world), {
        content: row.content.replace("học viên", "giáo viên"),
      });
    },
    named: /^published_article /,
  },
  {
    what: "a public article taken out",
    alter: (world) => world.in.remove("published_article", published(world)),
    named: /^article /,
  },
  {
    what: "a file given out",
    alter: async ({ in: intruder, live, room }) => {
      await room.portal.database.writer.insertInto("published_file").values({ article_id: live, hash: "x" }).execute();
      return async () => void (await intruder.remove("published_file", { hash: "x" }));
    },
    named: /^published_file /,
  },
  ...Object.entries({
    author_id: "x",
    origin: "board",
    is_republished: 1,
    unit_id: "x",
    publication: "TAKEN_DOWN",
  }).map(([column, value]) => ({
    ...change("article", column, value, ({ live }) => ({ id: live })),
    named: /^article |^edition|^published_article /,
  })),
  { ...change("comment", "body", "Khác", () => ({})), named: /^comment / },
  { what: "a remark taken out", alter: ({ in: intruder }) => intruder.remove("comment", {}), named: /^comment / },
  { ...change("category", "field_id", "x", () => ({ slug: "thong-bao" })), named: /^category / },
];

const secretary = () => ({ hat: "SECRETARY" });
/** Of papers and people. */
export const BOARD_ALTERATIONS: readonly Alteration[] = [
  ...Object.entries({
    from_day: "2020-01-01",
    to_day: "2026-01-01",
    hat: "CHIEF",
    person_id: "x",
    decision_number: "99/QĐ",
    decision_day: "2020-01-01",
    is_acting: 1,
    unit_id: "x",
  }).map(([column, value]) => ({ ...change("appointment", column, value, secretary), named: /^appointment / })),
  {
    what: "a back-dated paper put in",
    alter: ({ in: intruder, room }) =>
      intruder.copy("appointment", secretary(), {
        id: "x",
        person_id: room.who("Mai").person,
        hat: "CHIEF",
        from_day: "2023-05-10",
      }),
    named: /^appointment x$/,
  },
  {
    what: "a paper taken out",
    alter: ({ in: intruder }) => intruder.remove("appointment", { hat: "INSPECTOR" }),
    named: /^appointment /,
  },
  {
    what: "a charge put in",
    alter: ({ in: intruder }) => intruder.copy("charge", {}, { id: "x" }),
    named: /^appointment /,
  },
  { what: "charges taken out", alter: ({ in: intruder }) => intruder.remove("charge", {}), named: /^appointment / },
  ...Object.entries({
    powers: '["article.pull"]',
    from_day: "2020-01-01",
    to_day: "2030-01-01",
    from_person: "x",
    to_person: "x",
    from_hat: "DIRECTOR",
    document_number: "99",
    reason: "khác",
    created_at: "2001-01-01",
    revoked_at: null,
    revoke_reason: "khác",
  }).map(([column, value]) => ({
    ...change("delegation", column, value, ({ delegation }) => ({ id: delegation })),
    named: /^delegation /,
  })),
  {
    what: "a delegation put in",
    alter: ({ in: intruder, delegation }) => intruder.copy("delegation", { id: delegation }, { id: "x" }),
    named: /^delegation x$/,
  },
  {
    what: "a delegation taken out",
    alter: ({ in: intruder }) => intruder.remove("delegation", {}),
    named: /^delegation /,
  },
  {
    ...change("person", "full_name", "Người khác", ({ room }) => ({ id: room.who("Minh").person })),
    named: /^person /,
  },
  { ...change("person", "left_on", null, ({ room }) => ({ id: room.who("Thành").person })), named: /^person / },
];

async function rewrite(intruder: Intruder, room: Newsroom, edition: Id, version: number): Promise<Undo> {
  const row = await room.portal.db
    .selectFrom("edition_version")
    .select("content")
    .where("edition_id", "=", edition)
    .where("version", "=", version)
    .executeTakeFirstOrThrow();
  const content = { ...JSON.parse(row.content), title: "Tiêu đề khác" };
  const changes = { content: canonicalJson(content), hash: contentHash(content) };
  return intruder.update("edition_version", { edition_id: edition, version }, changes);
}
