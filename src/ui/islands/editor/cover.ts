import { ImagePlus, Pencil, Trash2, TriangleAlert } from "lucide-static";
import type { Picture } from "../../../newsroom/content.ts";
import { button, el, icon } from "./dom.ts";
import { missingOf } from "./figure-view.ts";
import { fieldValue, LOADED, readJson, writeValue } from "./form-values.ts";
import { askPicture, type PictureDesk } from "./picture-dialog.ts";

/** The cover picture: chosen, described and removed here, kept in the hidden field `cover`. */
export function mountCover(form: HTMLFormElement, place: HTMLElement, desk: PictureDesk): void {
  const current = () => readJson(fieldValue(form, "cover")) as Picture | null;

  function set(picture: Picture | null): void {
    writeValue(form, "cover", picture ? JSON.stringify(picture) : "");
    draw();
  }

  async function choose(): Promise<void> {
    const picture = await askPicture(desk, current() ?? {});
    if (picture) set(picture);
    place.querySelector("button")?.focus();
  }

  function draw(): void {
    const cover = current();
    if (!cover) {
      place.replaceChildren(
        el("p", { class: "hint" }, "Ảnh đại diện hiện ở trang chủ, danh sách bài và khi chia sẻ bài."),
        button({ label: "Chọn ảnh đại diện", svg: ImagePlus }, () => void choose()),
      );
      return;
    }
    const missing = missingOf(cover);
    const credit = [cover.author && `Ảnh: ${cover.author}`, cover.source && `Nguồn: ${cover.source}`].filter(Boolean);
    place.replaceChildren(
      el("img", {
        class: "cover-picture",
        src: desk.pictureUrl(cover.file),
        alt: cover.alt,
        width: cover.width || null,
        height: cover.height || null,
      }),
      el("p", { class: "cover-words" }, [cover.caption, ...credit].filter(Boolean).join(". ")),
      missing.length > 0
        ? el("p", { class: "figure-view-missing" }, icon(TriangleAlert), `Còn thiếu: ${missing.join(", ")}.`)
        : "",
      el(
        "div",
        { class: "actions" },
        button({ label: "Sửa ảnh đại diện", svg: Pencil }, () => void choose()),
        button({ label: "Bỏ ảnh đại diện", svg: Trash2, kind: "quiet" }, () => {
          set(null);
          place.querySelector("button")?.focus();
        }),
      ),
    );
  }

  form.addEventListener(LOADED, draw);
  draw();
}
