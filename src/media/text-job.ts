import type { Upkeep } from "../jobs/upkeep.ts";
import type { Portal } from "../portal.ts";
import { formatNumber } from "../ui/format.ts";
import { FROM_PUBLIC, insertFileText } from "./store.ts";
import { textOf } from "./text/text-of.ts";

/** Attachments whose words were never read, such as those of an older release; not what the public sent. */
function unread({ db }: Portal, after: string) {
  return db
    .selectFrom("file")
    .leftJoin("file_text", "file_text.hash", "file.hash")
    .select(["file.hash", "file.mime"])
    .where("file.kind", "=", "attachment")
    .where("file.uploaded_by", "<>", FROM_PUBLIC)
    .where("file_text.hash", "is", null)
    .where("file.hash", ">", after)
    .orderBy("file.hash");
}

/** Reads the words of every attachment that has none yet, one file a step. */
export const READ_FILES: Upkeep = {
  kind: "media.text",
  title: "Đọc chữ trong tệp đính kèm",
  hint: "Đọc chữ trong các tệp chưa đọc để tìm kiếm thấy. Sau đó hãy lập lại chỉ mục tìm kiếm.",
  total: async (portal) => (await unread(portal, "").execute()).length,
  job: {
    name: "media.text",
    async step(portal, job) {
      const file = await unread(portal, job.cursor).limit(1).executeTakeFirst();
      if (!file) return null;
      const read = await textOf(await portal.files.read(file.hash), file.mime);
      return async (tx) => {
        await insertFileText(tx, file.hash, read);
        return { cursor: file.hash, done: Math.min(job.done + 1, job.total) };
      };
    },
    outcome: async (_, { done, total }) => `Đã đọc ${formatNumber(done)} trên ${formatNumber(total)} tệp.`,
  },
};
