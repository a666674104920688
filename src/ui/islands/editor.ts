import { mountAttachments } from "./editor/attachments.ts";
import { keepSaving } from "./editor/autosave.ts";
import { mountBody } from "./editor/body.ts";
import { mountCover } from "./editor/cover.ts";
import { button, el, notice, when } from "./editor/dom.ts";
import { acceptWordDrops } from "./editor/drop.ts";
import { fieldValue, loadValues, readJson, readValues, sayTheSame } from "./editor/form-values.ts";
import { type Keeper, keeperOf } from "./editor/kept.ts";
import { countLead } from "./editor/lead-count.ts";
import { presenceNotice, watchOthers } from "./editor/presence.ts";
import type { MediaDesk } from "./editor/video-dialog.ts";
import { mountWordImport } from "./editor/word-import.ts";

/** Makes a server-rendered article form (`EditorForm`) comfortable; without this script it still saves. */
function mountEditor(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>("form[data-article]")!;
  const place = (name: string) => root.querySelector<HTMLElement>(`[data-part='${name}']`)!;
  const setting = (name: string) => root.dataset[name] ?? "";
  const csrf = fieldValue(form, "csrf");
  const baseVersion = fieldValue(form, "baseVersion");
  const notices = place("notices");
  const keeper = keeperOf(setting("editor"));
  root.classList.add("has-script");

  const media: MediaDesk = {
    uploadUrl: setting("uploadPictureUrl"),
    csrf,
    pictureUrl: (file) => setting("pictureUrl").replace("{file}", encodeURIComponent(file)),
    known: () => namesIn(form),
    uploadVideoUrl: setting("uploadVideoUrl"),
    uploadCaptionsUrl: setting("uploadCaptionsUrl"),
    videoMegabytes: Number(setting("videoMegabytes")),
  };
  const takeWord = mountWordImport({
    form,
    plainForm: place("word") as HTMLFormElement,
    url: setting("wordImportUrl"),
    csrf,
  });
  mountBody({
    form,
    place: place("body"),
    media,
    onWordFile: (file) => void takeWord(file),
    onLegacyFont: () =>
      notices.append(
        notice(
          "warn",
          el(
            "p",
            {},
            "Đoạn vừa dán dùng phông chữ cũ (TCVN3 hoặc VNI) nên có thể sai chữ. Hãy hoàn tác và dùng “Nhập từ Word” để được chuyển mã.",
          ),
        ),
      ),
  });
  mountCover(form, place("cover"), media);
  mountAttachments(form, place("attachments"), setting("uploadFileUrl"), csrf);
  countLead(form, form.elements.namedItem("lead") as HTMLTextAreaElement);
  acceptWordDrops((file) => void takeWord(file));

  const show = presenceNotice(place("others"), baseVersion);
  const status = place("status");
  offerKept(form, keeper, notices);
  keepSaving({
    form,
    url: setting("autosaveUrl"),
    csrf,
    keeper,
    discardForm: root.querySelector<HTMLFormElement>("form[data-discard]"),
    unsaved: root.dataset.unsaved !== undefined,
    onPresence: show,
    say(text, trouble = false) {
      status.textContent = text;
      status.classList.toggle("is-trouble", trouble);
    },
  });
  watchOthers(setting("presenceUrl"), csrf, baseVersion, show);
}

/** Text an earlier visit could not deliver is offered, never put over what is there. */
function offerKept(form: HTMLFormElement, keeper: Keeper, place: HTMLElement): void {
  const left = keeper.left();
  if (!left) return;
  if (sayTheSame(left.values, readValues(form))) {
    keeper.forgetLeft();
    return;
  }
  const done = () => {
    keeper.forgetLeft();
    offer.remove();
  };
  const offer = notice(
    "info",
    el("p", { class: "notice-title" }, "Trong máy này còn phần gõ chưa gửi được"),
    el("p", {}, `Gõ lúc ${when(left.at)}. Bạn có muốn dùng lại không? Nội dung đang hiện sẽ được thay bằng phần đó.`),
    el(
      "div",
      { class: "actions" },
      button({ label: "Dùng phần đã gõ" }, () => {
        loadValues(form, left.values);
        done();
      }),
      button({ label: "Bỏ phần đó", kind: "quiet" }, done),
    ),
  );
  place.append(offer);
}

interface Block {
  readonly type: string;
  readonly attrs?: Record<string, unknown>;
  readonly content?: readonly Block[];
}

/** Authors and sources already named in this article: the next picture or video usually has the same. */
function namesIn(form: HTMLFormElement): { authors: string[]; sources: string[] } {
  const body = readJson(fieldValue(form, "body")) as {
    content?: Block[];
  } | null;
  const figures = (body?.content ?? [])
    .flatMap((block) => (block.type === "gallery" ? (block.content ?? []) : [block]))
    .filter(({ type }) => ["figure", "video", "embed"].includes(type))
    .map(({ attrs }) => attrs ?? {});
  const cover = readJson(fieldValue(form, "cover")) as Record<string, unknown> | null;
  const named = (key: string) => [...figures, cover ?? {}].map((picture) => String(picture[key] ?? ""));
  return {
    authors: [...named("author"), fieldValue(form, "author")],
    sources: [...named("source"), fieldValue(form, "source")],
  };
}

for (const root of document.querySelectorAll<HTMLElement>("[data-editor]")) mountEditor(root);
