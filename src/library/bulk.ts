import type { BulkList } from "../bulk/bulk.ts";
import { refused } from "../kernel/result.ts";
import { changeDocument } from "./commands/change-document.ts";
import { confirmStillRight } from "./commands/confirm-still-right.ts";
import { documentName } from "./document.ts";
import { documentById } from "./documents.queries.ts";
import { LIBRARY_PATHS } from "./paths.ts";
import { no } from "./rules.ts";

/** Many documents at once: looked at and still right, or handed to another unit. */
export const DOCUMENT_BULK: BulkList = {
  name: "van-ban",
  what: "văn bản",
  may: "library.change",
  list: { href: LIBRARY_PATHS.desk, label: "Văn bản" },
  async find({ db }, _, ids) {
    const found = await Promise.all(ids.map((id) => documentById(db, id)));
    return found.flatMap((one) =>
      one
        ? [
            {
              id: one.id,
              name: `${documentName(one)}: ${one.abstract}`,
              state: one.isPublic ? "Đã công bố" : "Bản nháp",
              mark: String(one.version),
            },
          ]
        : [],
    );
  },
  actions: [
    {
      name: "van-dung",
      label: "Vẫn đúng",
      hint: "Đơn vị đã xem lại từng văn bản và nội dung vẫn đúng; lần rà soát tới sau một năm (điểm b khoản 1 Điều 13).",
      run: (portal, by, { id, mark }) => portal.act(by, confirmStillRight, { document: id, seen: Number(mark) }),
    },
    {
      name: "don-vi",
      label: "Đổi đơn vị quản lý",
      hint: "Giao các văn bản cho đơn vị khác; cần quyền ở cả đơn vị cũ và đơn vị mới.",
      choice: {
        label: "Đơn vị quản lý mới",
        options: async ({ db }) => {
          const units = await db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
          return units.map(({ id, name }) => ({ value: id, label: name }));
        },
      },
      async run(portal, by, { id, mark }, { reason, choice }) {
        const one = await documentById(portal.db, id);
        if (!one) return refused([no("docUnknown", "Đ13.k1.b")]);
        return portal.act(by, changeDocument, {
          document: id,
          baseVersion: Number(mark),
          note: reason,
          kind: one.kind,
          number: one.number,
          issuedOn: one.issuedOn,
          issuer: one.issuer,
          signer: one.signer,
          abstract: one.abstract,
          effectiveOn: one.effectiveOn,
          effectiveTo: one.effectiveTo ?? "",
          field: one.field ?? "",
          unit: choice,
          earlyReason: one.earlyReason,
          text: one.text,
        });
      },
    },
  ],
};
