import { ArrowUp, Trash2 } from "lucide-static";
import type { Picture } from "../../../newsroom/content.ts";
import { ask, creditFields, type Line, line } from "./dialog.ts";
import { button, el } from "./dom.ts";
import { type PictureDesk, suggestedLine } from "./picture-dialog.ts";
import { sendFile } from "./send.ts";
import type { PictureUploaded } from "./wire.ts";

interface Row {
  readonly item: HTMLElement;
  readonly alt: Line;
  readonly caption: Line;
  /** As it was; of a new one only what the store said. */
  readonly picture: Partial<Picture> & PictureUploaded["picture"];
}

/** Above this nobody looks to the end, and a page of them is heavy for a phone. */
const MOST = 60;

/**
 * Asks for an album: many pictures at once, a description for each, author and source once for all that have none of
 * their own (Đ6.k3; REQ-036). Null when the person changed their mind.
 */
export async function askGallery(
  desk: PictureDesk,
  given: readonly Picture[] = [],
  dropped: readonly File[] = [],
): Promise<readonly Picture[] | null> {
  const rows: Row[] = [];
  const list = el("ol", { class: "gallery-rows" });
  const state = el("p", { class: "hint", role: "status" });
  const file = line({
    label: "Tệp ảnh",
    hint: "Chọn được nhiều ảnh một lần: JPG, PNG hoặc WebP.",
    attributes: { type: "file", multiple: true, accept: "image/jpeg,image/png,image/webp,image/gif,image/avif" },
  });
  const { authors, sources } = desk.known();
  const [first] = given;
  const author = suggestedLine("Tác giả ảnh", first?.author ?? "", authors, "Người chụp hoặc người vẽ, cho cả bộ.");
  const source = suggestedLine("Nguồn ảnh", first?.source ?? "", sources, "Đơn vị hoặc nơi lấy ảnh, cho cả bộ.");
  let upload: Promise<void> = Promise.resolve();

  function renumber(): void {
    rows.forEach(({ item }, index) => {
      item.setAttribute("aria-label", `Ảnh ${index + 1}`);
    });
    list.replaceChildren(...rows.map(({ item }) => item));
  }

  function addRow(picture: Row["picture"]): void {
    const alt = line({ label: "Mô tả ảnh", value: picture.alt ?? "" });
    const caption = line({ label: "Chú thích", optional: true, value: picture.caption ?? "" });
    const item = el(
      "li",
      { class: "gallery-row" },
      el("img", { src: desk.pictureUrl(picture.file), alt: "" }),
      el("div", { class: "gallery-row-words" }, alt.row, caption.row),
      el(
        "div",
        { class: "figure-view-actions" },
        button({ label: "Chuyển lên trước", svg: ArrowUp, quiet: true }, () => {
          const at = rows.indexOf(row);
          if (at < 1) return;
          rows.splice(at - 1, 0, ...rows.splice(at, 1));
          renumber();
        }),
        button({ label: "Bỏ ảnh này", svg: Trash2, quiet: true }, () => {
          rows.splice(rows.indexOf(row), 1);
          renumber();
        }),
      ),
    );
    const row: Row = { item, alt, caption, picture };
    rows.push(row);
    renumber();
  }

  async function send(files: readonly File[]): Promise<void> {
    const refused: string[] = [];
    for (const [index, chosen] of files.entries()) {
      state.textContent = `Đang tải ảnh ${index + 1} trên ${files.length}…`;
      if (rows.length >= MOST) {
        refused.push(`Một bộ có tối đa ${MOST} ảnh; các ảnh từ “${chosen.name}” trở đi chưa được thêm.`);
        break;
      }
      const answer = await sendFile<PictureUploaded>(desk.uploadUrl, desk.csrf, chosen);
      if (answer.ok) addRow(answer.picture);
      else refused.push(`${chosen.name}: ${answer.message}`);
    }
    state.textContent = `Bộ ảnh có ${rows.length} ảnh.`;
    file.fault(refused.length > 0 ? refused.join(" ") : null);
  }

  file.control.addEventListener("change", () => {
    const chosen = [...((file.control as HTMLInputElement).files ?? [])];
    upload = upload.then(() => send(chosen));
    (file.control as HTMLInputElement).value = "";
  });
  for (const picture of given) addRow(picture);
  if (dropped.length > 0) upload = send(dropped);

  const isFilled = ({ control }: Line) => control.value.trim() !== "";
  const accepted = await ask({
    title: given.length > 0 ? "Sửa bộ ảnh" : "Thêm bộ ảnh",
    accept: given.length > 0 ? "Lưu bộ ảnh" : "Đưa bộ ảnh vào bài",
    wide: true,
    content: [
      file.row,
      state,
      list,
      creditFields(author, source, "Ghi một lần cho cả bộ. Ảnh đã có tác giả, nguồn riêng thì giữ nguyên."),
    ],
    async onAccept() {
      await upload;
      if (rows.length === 0) file.fault("Hãy chọn ít nhất một ảnh.");
      for (const { alt } of rows) alt.fault(isFilled(alt) ? null : "Hãy mô tả ảnh trong một câu.");
      author.fault(isFilled(author) ? null : "Hãy ghi tác giả ảnh.");
      source.fault(isFilled(source) ? null : "Hãy ghi nguồn ảnh.");
      const wrong = [...rows.map(({ alt }) => alt), author, source].find((one) => !isFilled(one));
      (rows.length === 0 ? file : wrong)?.control.focus();
      return rows.length > 0 && wrong === undefined;
    },
  });
  if (!accepted) return null;
  const common = { author: author.control.value.trim(), source: source.control.value.trim() };
  return rows.map(({ picture, alt, caption }) => ({
    file: picture.file,
    width: picture.width,
    height: picture.height,
    alt: alt.control.value.trim(),
    decorative: false,
    caption: caption.control.value.trim(),
    author: own(picture.author, first?.author, common.author),
    source: own(picture.source, first?.source, common.source),
  }));
}

/** A picture that had words of its own, other than those of the whole album, keeps them. */
function own(had: string | undefined, all: string | undefined, now: string): string {
  return had && had !== all ? had : now;
}
