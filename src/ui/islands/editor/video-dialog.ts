import type { PictureFile, Video } from "../../../newsroom/content.ts";
import { ask, creditFields, line } from "./dialog.ts";
import { el } from "./dom.ts";
import { type PictureDesk, suggestedLine } from "./picture-dialog.ts";
import { sendFile, sendLargeFile } from "./send.ts";
import type { CaptionsUploaded, PictureUploaded, VideoUploaded } from "./wire.ts";

export interface MediaDesk extends PictureDesk {
  readonly uploadVideoUrl: string;
  readonly uploadCaptionsUrl: string;
  readonly videoMegabytes: number;
}

/**
 * Asks for a video of our own with its poster, its captions (or why there are none) and its credits. It is sent while the
 * words are typed; one that is too large is not sent at all. Null when the person changed their mind: the sending stops.
 */
export async function askVideo(desk: MediaDesk, given: Partial<Video> = {}): Promise<Video | null> {
  let stored: VideoUploaded["video"] | null = given.file ? (given as Video) : null;
  let poster: PictureFile | null = given.poster ?? null;
  let captions: string | null = given.captions ?? null;
  let upload: Promise<unknown> = Promise.resolve();
  const giveUp = new AbortController();

  const file = line({
    label: stored ? "Thay bằng tệp video khác" : "Tệp video",
    optional: stored !== null,
    hint: `MP4 hoặc WebM, tối đa ${desk.videoMegabytes.toLocaleString("vi-VN")} MB.`,
    attributes: { type: "file", accept: "video/mp4,video/webm,.mp4,.m4v,.webm" },
  });
  const bar = el("progress", { class: "upload-bar", max: 100, value: 0, hidden: true, "aria-label": "Đã tải lên" });
  const state = el("p", { class: "hint", role: "status" });
  const still = line({
    label: poster ? "Thay ảnh chờ" : "Ảnh chờ",
    optional: poster !== null,
    hint: "Hiện trước khi người đọc bấm xem, và trong danh sách.",
    attributes: { type: "file", accept: "image/jpeg,image/png,image/webp" },
  });
  const preview = el("div", { class: "picture-preview" });
  const words = line({
    label: captions ? "Thay tệp phụ đề" : "Tệp phụ đề",
    optional: true,
    hint: "VTT hoặc SRT, cho người không nghe được.",
    attributes: { type: "file", accept: ".vtt,.srt,text/vtt" },
  });
  const spoken = el("p", { class: "hint", role: "status" });
  const uncaptioned = line({
    label: "Lý do không có phụ đề",
    optional: true,
    value: given.uncaptioned ?? "",
    hint: "Chỉ ghi khi không có tệp phụ đề, ví dụ “video không có lời”.",
  });
  const title = line({ label: "Tên video", value: given.title ?? "", hint: "Một câu cho biết video nói về gì." });
  const { authors, sources } = desk.known();
  const author = suggestedLine("Tác giả video", given.author ?? "", authors, "Người quay hoặc đơn vị thực hiện.");
  const source = suggestedLine("Nguồn video", given.source ?? "", sources, "Đơn vị hoặc nơi cung cấp video.");

  function showPoster(): void {
    preview.replaceChildren(
      ...(poster ? [el("img", { src: desk.pictureUrl(poster.file), alt: "Ảnh chờ đã chọn" })] : []),
    );
  }
  const faults = new Map<unknown, string>();
  function say(of: ReturnType<typeof line>, message: string | null): void {
    if (message === null) faults.delete(of);
    else faults.set(of, message);
    of.fault(message);
  }
  const chosenIn = ({ control }: ReturnType<typeof line>) => (control as HTMLInputElement).files?.[0];

  async function sendVideo(chosen: File): Promise<void> {
    if (chosen.size > desk.videoMegabytes * 1024 * 1024) {
      say(file, `Video nặng quá mức ${desk.videoMegabytes} MB. Hãy giảm độ nét hoặc cắt ngắn video rồi chọn lại.`);
      return;
    }
    say(file, null);
    bar.hidden = false;
    state.textContent = "Đang tải video lên…";
    const follow = (share: number) => {
      bar.value = Math.round(share * 100);
    };
    const answer = await sendLargeFile<VideoUploaded>(desk.uploadVideoUrl, desk.csrf, chosen, follow, giveUp.signal);
    bar.hidden = true;
    if (answer.ok) stored = answer.video;
    say(file, answer.ok ? null : answer.message);
    state.textContent = answer.ok ? `Đã nhận video ${chosen.name}.` : "";
  }

  async function sendPoster(chosen: File): Promise<void> {
    const answer = await sendFile<PictureUploaded>(desk.uploadUrl, desk.csrf, chosen);
    if (answer.ok) poster = answer.picture;
    say(still, answer.ok ? null : answer.message);
    showPoster();
  }

  async function sendCaptions(chosen: File): Promise<void> {
    const answer = await sendFile<CaptionsUploaded>(desk.uploadCaptionsUrl, desk.csrf, chosen);
    if (answer.ok) captions = answer.captions;
    say(words, answer.ok ? null : answer.message);
    spoken.textContent = answer.ok ? `Đã nhận phụ đề, ${answer.cues} lời.` : "";
  }

  for (const [control, send] of [
    [file, sendVideo],
    [still, sendPoster],
    [words, sendCaptions],
  ] as const) {
    control.control.addEventListener("change", () => {
      const chosen = chosenIn(control);
      if (chosen) upload = Promise.all([upload, send(chosen)]);
    });
  }
  showPoster();
  spoken.textContent = captions ? "Đã có phụ đề." : "";

  const isFilled = ({ control }: ReturnType<typeof line>) => control.value.trim() !== "";
  const accepted = await ask({
    title: given.file ? "Sửa video" : "Thêm video",
    accept: given.file ? "Lưu video" : "Đưa video vào bài",
    wide: true,
    content: [
      ...[file.row, bar, state, title.row, preview, still.row, words.row, spoken, uncaptioned.row],
      creditFields(author, source),
    ],
    async onAccept() {
      await upload;
      const needs = [
        [file, stored !== null, "Hãy chọn một tệp video."],
        [title, isFilled(title), "Hãy ghi tên video."],
        [still, poster !== null, "Hãy chọn một ảnh chờ."],
        [words, captions !== null || isFilled(uncaptioned), "Hãy chọn tệp phụ đề, hoặc ghi lý do không có."],
        [author, isFilled(author), "Hãy ghi tác giả video."],
        [source, isFilled(source), "Hãy ghi nguồn video."],
      ] as const;
      for (const [of, has, why] of needs) of.fault(faults.get(of) ?? (has ? null : why));
      const wrong = needs.find(([of, has]) => !has || faults.has(of));
      wrong?.[0].control.focus();
      return wrong === undefined;
    },
  });
  if (!accepted) giveUp.abort();
  if (!accepted || !stored) return null;
  const { file: hash, mime, size, width, height } = stored;
  return {
    ...{ file: hash, mime, size, width, height, poster, captions },
    title: title.control.value.trim(),
    author: author.control.value.trim(),
    source: source.control.value.trim(),
    uncaptioned: captions ? "" : uncaptioned.control.value.trim(),
  };
}
