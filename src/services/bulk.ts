import type { BulkList } from "../bulk/bulk.ts";
import { refused } from "../kernel/result.ts";
import { confirmEntry } from "./commands/confirm-entry.ts";
import { saveEntry } from "./commands/save-entry.ts";
import type { EntryKind } from "./fields.ts";
import { deskPaths } from "./paths.ts";
import { entryUnknown } from "./rules.ts";
import { entryById } from "./services.queries.ts";

/** Many entries of the catalogue at once: looked at and still right, or handed to another unit. */
export function catalogueBulk(kind: EntryKind): BulkList {
  const isProcedure = kind === "procedure";
  return {
    name: isProcedure ? "thu-tuc" : "dich-vu",
    what: isProcedure ? "thủ tục" : "dịch vụ",
    may: "catalogue.change",
    list: { href: deskPaths(kind).list, label: isProcedure ? "Thủ tục hành chính" : "Dịch vụ công" },
    async find({ db }, _, ids) {
      const found = await Promise.all(ids.map((id) => entryById(db, id)));
      return found.flatMap((one) =>
        one?.kind === kind
          ? [
              {
                id: one.id,
                name: `${one.code}: ${one.content.name ?? ""}`,
                state: one.status === "PUBLIC" ? "Đã công bố" : "Bản nháp",
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
        hint: "Đơn vị đã xem lại từng mục và nội dung vẫn đúng; xem lại sau một năm.",
        run: (portal, by, { id, mark }) => portal.act(by, confirmEntry, { id, seen: Number(mark) }),
      },
      {
        name: "don-vi",
        label: "Đổi đơn vị phụ trách",
        hint: "Giao các mục cho đơn vị khác; cần quyền ở cả đơn vị cũ và đơn vị mới.",
        choice: {
          label: "Đơn vị phụ trách mới",
          options: async ({ db }) => {
            const units = await db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
            return units.map(({ id, name }) => ({ value: id, label: name }));
          },
        },
        async run(portal, by, { id, mark }, { choice }) {
          const one = await entryById(portal.db, id);
          if (!one) return refused([entryUnknown()]);
          const { code, content, reviewOn } = one;
          const files = one.files.map(({ hash }) => hash);
          const same = { kind, code, content, reviewOn, files, publish: false };
          return portal.act(by, saveEntry, { ...same, id, seen: Number(mark), unit: choice });
        },
      },
    ],
  };
}
