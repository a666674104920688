import { Readable } from "node:stream";
import type { Id } from "../kernel/ids.ts";
import { keepAttachment, keepCaptions, keepPicture, keepVideo } from "../media/upload.ts";
import type { Attachment, Picture, Video } from "../newsroom/content.ts";
import type { Portal } from "../portal.ts";
import { DRAWINGS, drawnAsJpeg } from "./drawings/index.ts";
import { SAMPLE_FILES } from "./sample-files.ts";
import { SAMPLE_CAPTIONS, sampleVideo } from "./sample-video.ts";
import type { AttachmentName, PictureName } from "./story.ts";

export interface SampleMedia {
  /** The picture with what REQ-036 asks for; its own caption unless one is given. */
  picture(name: PictureName, caption?: string): Picture;
  attachment(name: AttachmentName): Attachment;
  /** The one video of the sample. */
  readonly video: Video;
}

/** Draws the pictures, makes the attachments, and receives both as an upload would be. */
export async function keepSampleMedia(portal: Portal, by: { id: Id; fullName: string }): Promise<SampleMedia> {
  const drawn = Object.entries(DRAWINGS).map(async ([name, { svg, alt, caption }]) => {
    const bytes = await drawnAsJpeg(svg);
    const kept = await keepPicture(portal, { bytes, name: `${name}.jpg`, by: by.id });
    if (!kept.ok) throw new Error(kept.error.message);
    const credit = { author: by.fullName, source: "Phòng Công nghệ thông tin" };
    return [name, { ...kept.value, alt, decorative: false, caption, ...credit }] as const;
  });
  const made = Object.entries(SAMPLE_FILES).map(async ([key, { name, title, bytes }]) => {
    const kept = await keepAttachment(portal, { bytes: bytes(), name, by: by.id });
    if (!kept.ok) throw new Error(kept.error.message);
    return [key, { ...kept.value, title }] as const;
  });
  const pictures = new Map<string, Picture>(await Promise.all(drawn));
  const attachments = new Map<string, Attachment>(await Promise.all(made));
  const stream = Readable.from([sampleVideo()]);
  const film = await keepVideo(portal, { stream, name: "buoi-sang-o-trung-tam.mp4", by: by.id }, 1024 * 1024);
  if (!film.ok) throw new Error(film.error.message);
  const spoken = await keepCaptions(portal, {
    bytes: Buffer.from(SAMPLE_CAPTIONS),
    name: "buoi-sang-o-trung-tam.vtt",
    by: by.id,
  });
  if (!spoken.ok) throw new Error(spoken.error.message);
  const { file, width, height } = pictures.get("cong-truong")!;
  const video: Video = {
    ...film.value,
    title: "Phim hoạt hình “Một buổi sáng ở Trung tâm”",
    author: by.fullName,
    source: "Phòng Công nghệ thông tin",
    poster: { file, width, height },
    captions: spoken.value.file,
    uncaptioned: "",
  };
  return {
    video,
    picture(name, caption = "") {
      const picture = pictures.get(name)!;
      return caption === "" ? picture : { ...picture, caption };
    },
    attachment: (name) => attachments.get(name)!,
  };
}
