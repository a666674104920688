import type { Db } from "../storage/database.ts";
import { differs, Finding } from "./verify-finding.ts";

/** What belongs to no single edition: nothing logged is lost; articles, remarks and categories are as they were logged. */
export async function verifyRest(db: Db): Promise<void> {
  await noneLost(db);
  await verifyArticles(db);
  await verifyComments(db);
  await verifyCategories(db);
}

/** Every act of the log on an edition left its trace. */
async function noneLost(db: Db): Promise<void> {
  const lost = await db
    .selectFrom("evidence")
    .select("seq")
    .where((is) => is.or([is("act", "like", "edition.%"), is("act", "=", "article.create")]))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("edition_move").select("id").whereRef("edition_move.evidence_seq", "=", "evidence.seq"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("edition_version").select("version").whereRef("edition_version.evidence_seq", "=", "evidence.seq"),
        ),
      ),
    )
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  if (lost) throw new Finding(`evidence ${lost.seq}`, "việc có trong nhật ký nhưng không còn trong dữ liệu");
}

async function verifyArticles(db: Db): Promise<void> {
  const rows = await db.selectFrom("evidence").selectAll().where("act", "=", "article.create").execute();
  const logged = new Map(
    rows.map((row) => {
      const content = JSON.parse(row.content) as {
        article: string;
        unit: string;
        origin: string;
        isRepublished: boolean;
      };
      return [content.article, { ...content, author: row.person, at: row.at }];
    }),
  );
  for (const row of await db.selectFrom("article").selectAll().orderBy("id").execute()) {
    const name = `article ${row.id}`;
    const said = logged.get(row.id);
    if (!said) throw new Finding(name, "không có trong nhật ký");
    const other = differs(row, {
      author_id: said.author,
      unit_id: said.unit,
      origin: said.origin,
      is_republished: said.isRepublished ? 1 : 0,
      created_at: said.at,
    });
    if (other) throw new Finding(name, `${other} khác nhật ký`);
  }
}

async function verifyComments(db: Db): Promise<void> {
  const rows = await db.selectFrom("evidence").selectAll().where("act", "=", "comment.add").execute();
  const logged = new Map(
    rows.map((row) => {
      const content = JSON.parse(row.content) as {
        comment: string;
        block: string | null;
        parent: string | null;
        body: string;
      };
      return [content.comment, { ...content, row }];
    }),
  );
  for (const comment of await db.selectFrom("comment").selectAll().orderBy("id").execute()) {
    const said = logged.get(comment.id);
    if (!said) throw new Finding(`comment ${comment.id}`, "không có trong nhật ký");
    const other = differs(comment, {
      body: said.body,
      block_id: said.block,
      parent_id: said.parent,
      person_id: said.row.person,
      hat: said.row.hat,
      created_at: said.row.at,
    });
    if (other) throw new Finding(`comment ${comment.id}`, `${other} khác nhật ký`);
    logged.delete(comment.id);
  }
  const [lost] = logged.keys();
  if (lost) throw new Finding(`comment ${lost}`, "có trong nhật ký nhưng không còn trong dữ liệu");
}

/** The field of a category decides which deputy is in charge (Đ10). */
async function verifyCategories(db: Db): Promise<void> {
  const rows = await db
    .selectFrom("evidence")
    .select(["subject", "content"])
    .where("act", "=", "category.add")
    .execute();
  const logged = new Map(
    rows.map(({ subject, content }) => [
      subject,
      JSON.parse(content) as { slug: string; field: string | null; allowsBoard: boolean },
    ]),
  );
  for (const row of await db.selectFrom("category").selectAll().orderBy("id").execute()) {
    const said = logged.get(`category:${row.id}`);
    if (!said) throw new Finding(`category ${row.id}`, "không có trong nhật ký");
    const other = differs(row, { slug: said.slug, field_id: said.field, allows_board: said.allowsBoard ? 1 : 0 });
    if (other) throw new Finding(`category ${row.id}`, `${other} khác nhật ký`);
  }
}
