import { type Attack, both, copy, postgres, sqlite } from "./attack.ts";

/** On what the public reads, and on the article behind it. */
export const PUBLIC_ATTACKS: readonly Attack[] = [
  both(
    "Đ15.k2.b4: a draft is not shown",
    "insert into published_article select article_id, id, 'x', category_id, unit_id, content_hash, title, '', (select content from edition_version v where v.edition_id = edition.id and v.version = edition.version), '{}', '2026-11-24', null, null from edition where id = {DRAFT}",
  ),
  both(
    "Đ15.k2.b4: not even an approved one before it is posted",
    "insert into published_article select article_id, id, 'x', category_id, unit_id, content_hash, title, '', (select content from edition_version v where v.edition_id = edition.id and v.version = edition.version), '{}', '2026-11-24', null, null from edition where id = {APPROVED}",
  ),
  both(
    "REQ-105: the public text is not changed",
    "update published_article set content = '{}' where article_id = {article PUBLISHED}",
  ),
  both("REQ-105: nor its title", "update published_article set title = 'Khác' where article_id = {article PUBLISHED}"),
  both(
    "REQ-105: nor its hash",
    "update published_article set content_hash = 'x' where article_id = {article PUBLISHED}",
  ),
  both(
    "REQ-105: it does not change to another edition",
    "update published_article set edition_id = {SUPERSEDED} where article_id = {article SUPERSEDED}",
  ),
  both(
    "REQ-105: nor move to another section",
    "update published_article set category_id = (select max(id) from category where id <> published_article.category_id)",
  ),
  both(
    "Đ15.k3.g1: it does not vanish without a decision",
    "delete from published_article where article_id = {article PUBLISHED}",
  ),
  both(
    "REQ-018: its address stays",
    "update published_article set slug = 'khac' where article_id = {article PUBLISHED}",
  ),
  both(
    "REQ-018: its first day stays",
    "update published_article set published_at = '2001-01-01' where article_id = {article PUBLISHED}",
  ),
  both(
    "Đ15.k3.g1: it is not pushed from its address by UPSERT",
    copy(
      "published_article",
      "article_id = {article PUBLISHED}",
      {},
      "insert",
      "on conflict (slug) do update set title = 'Khác'",
    ),
  ),
  sqlite(
    "Đ15.k3.g1: nor by OR REPLACE of its address",
    "update or replace published_article set slug = (select slug from published_article where article_id = {article PUBLISHED}) where article_id = {article SUPERSEDED}",
  ),
  sqlite(
    "Đ15.k3.g1: nor by its hidden row number",
    "update or replace published_article set rowid = (select rowid from published_article where article_id = {article PUBLISHED}) where article_id = {article SUPERSEDED}",
  ),
  postgres("Đ15.k3.g1: nor by TRUNCATE", "truncate published_article"),
  both(
    "Đ6.k3: a file nobody approved is not given out",
    "insert into published_file (article_id, hash) select {article PUBLISHED}, 'abc123'",
  ),
  both("REQ-018: the address of an article stays", "update article set slug = 'khac' where id = {article PUBLISHED}"),
  both("REQ-018: also after it was taken down", "update article set slug = 'khac' where id = {article TAKEN_DOWN}"),
  both("REQ-018: also in two strokes", "update article set first_published_at = null where id = {article PUBLISHED}"),
  both(
    "Đ15.k3.g1: an article is not called gone while it is public",
    "update article set publication = 'TAKEN_DOWN' where id = {article PUBLISHED}",
  ),
  both(
    "Đ15.k2.b4: nor live while it is a draft",
    "update article set publication = 'LIVE', live_edition_id = {DRAFT}, slug = 'x' where id = {article DRAFT}",
  ),
  both(
    "Đ6.k3: an article keeps its author",
    "update article set author_id = {SOMEBODY} where id = {article PUBLISHED}",
  ),
  both("A-31: and its origin", "update article set origin = 'board' where id = {article DRAFT}"),
  both("law §10 (iii): an article is not deleted", "delete from article where id = {article CANCELLED}"),
  both("an article keeps its id", "update article set id = 'x' where id = {article CANCELLED}"),
  sqlite(
    "law §10 (iii): nor pushed out by its address",
    "update or replace article set slug = (select slug from article where id = {article PUBLISHED}) where id = {article DRAFT}",
  ),
  sqlite(
    "law §10 (iii): nor by OR REPLACE with its address",
    copy("article", "id = {article PUBLISHED}", { id: "'x'" }, "insert or replace"),
  ),
  sqlite(
    "law §10 (iii): nor by its hidden row number",
    copy("article", "id = {article CANCELLED}", { rowid: "yes", id: "'x'" }, "insert or replace"),
  ),
  postgres("law §10 (iii): no TRUNCATE of articles", "truncate article cascade"),
];
