import { EMBED_NAMES, readEmbed } from "../../../newsroom/body/embeds.ts";
import type { Embed } from "../../../newsroom/content.ts";
import { ask, line } from "./dialog.ts";
import { type PictureDesk, suggestedLine } from "./picture-dialog.ts";

/** Asks for a video that stays with another provider. Nothing is fetched from there: only its address is read. */
export async function askEmbed(desk: PictureDesk, given: Partial<Embed> = {}): Promise<Embed | null> {
  const url = line({
    label: "Địa chỉ video",
    value: given.url ?? "",
    hint: `Dán địa chỉ trang của video ở ${EMBED_NAMES}. Video chỉ được tải khi người đọc bấm xem.`,
    attributes: { type: "url", autocomplete: "off" },
  });
  const title = line({ label: "Tên video", value: given.title ?? "", hint: "Một câu cho biết video nói về gì." });
  const { authors, sources } = desk.known();
  const author = suggestedLine("Tác giả video", given.author ?? "", authors, "Người hoặc đơn vị thực hiện.");
  const source = suggestedLine("Nguồn video", given.source ?? "", sources, "Kênh hoặc đơn vị đã đăng video.");
  const isFilled = ({ control }: ReturnType<typeof line>) => control.value.trim() !== "";
  const accepted = await ask({
    title: given.url ? "Sửa video nhúng" : "Nhúng video từ nơi khác",
    accept: given.url ? "Lưu video nhúng" : "Đưa video vào bài",
    content: [url.row, title.row, author.row, source.row],
    onAccept() {
      const needs = [
        [url, readEmbed(url.control.value) !== null, `Hãy dán địa chỉ một video của ${EMBED_NAMES}.`],
        [title, isFilled(title), "Hãy ghi tên video."],
        [author, isFilled(author), "Hãy ghi tác giả video."],
        [source, isFilled(source), "Hãy ghi nguồn video."],
      ] as const;
      for (const [of, has, why] of needs) of.fault(has ? null : why);
      const wrong = needs.find(([, has]) => !has);
      wrong?.[0].control.focus();
      return wrong === undefined;
    },
  });
  const read = readEmbed(url.control.value);
  if (!accepted || !read) return null;
  return {
    url: read.page,
    title: title.control.value.trim(),
    author: author.control.value.trim(),
    source: source.control.value.trim(),
  };
}
