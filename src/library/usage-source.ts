import type { UsageSource } from "../usage/usage.ts";
import { LIBRARY_PATHS } from "./paths.ts";

/** Documents that offer a file, belong to a unit, or stand in a relation to the document of an address. */
export const LIBRARY_USES: UsageSource = {
  async uses(db, thing) {
    if (thing.kind === "section") return [];
    const documents = db.selectFrom("document").select(["id", "number_symbol", "abstract", "state"]).orderBy("id");
    const slug = thing.kind === "address" ? /^\/van-ban\/([^/]+)$/.exec(thing.href)?.[1] : undefined;
    if (thing.kind === "address" && slug === undefined) return [];
    const rows =
      thing.kind === "unit"
        ? await documents.where("unit_id", "=", thing.id).execute()
        : thing.kind === "file"
          ? await documents
              .where("id", "in", db.selectFrom("document_file").select("document_id").where("hash", "=", thing.hash))
              .execute()
          : await documents
              .where((is) =>
                is.or(
                  (["from_id", "to_id"] as const).map((side) =>
                    is(
                      "id",
                      "in",
                      db
                        .selectFrom("document_relation")
                        .innerJoin("document as other", "other.id", `document_relation.${side}`)
                        .select(`document_relation.${side === "from_id" ? "to_id" : "from_id"} as id`)
                        .where("other.slug", "=", slug ?? "")
                        .where("withdrawn_at", "is", null),
                    ),
                  ),
                ),
              )
              .execute();
    return rows.map(({ id, number_symbol, abstract, state }) => ({
      what: thing.kind === "address" ? "Văn bản có quan hệ" : "Văn bản",
      label: number_symbol || abstract,
      href: LIBRARY_PATHS.item(id),
      note: state === "PUBLIC" ? "đang công khai" : "bản nháp",
    }));
  },
};
