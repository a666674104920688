import type { Attachment, Picture, Video } from "../../../newsroom/content.ts";
import type { WordImport } from "../../../newsroom/word/import.ts";

/**
 * What the editor and the server say to each other. Every request is a POST that carries the form's token in
 * the header `x-csrf`; files travel as `multipart/form-data` in the field `file`.
 */

/** Any answer may be this instead: nothing was changed, and `message` is a sentence for the person. */
export interface SaidNo {
  readonly ok: false;
  readonly message: string;
}

export interface PictureUploaded {
  readonly ok: true;
  readonly picture: Pick<Picture, "file" | "width" | "height">;
}

export interface FileUploaded {
  readonly ok: true;
  readonly attachment: Omit<Attachment, "title">;
}

export interface VideoUploaded {
  readonly ok: true;
  readonly video: Pick<Video, "file" | "mime" | "size" | "width" | "height">;
}

export interface CaptionsUploaded {
  readonly ok: true;
  readonly captions: string;
  /** How many pieces of speech were read. */
  readonly cues: number;
}

/** Somebody else who has the article open, or saved it since. */
interface Other {
  readonly name: string;
  /** UTC instant. */
  readonly since: string;
  readonly version?: string | number;
}

/** Answer of the presence address; the autosave adds when it was kept. `version` is the newest saved version. */
export interface Presence {
  readonly others?: readonly Other[];
  readonly version?: string | number;
}

export interface Autosaved extends Presence {
  /** UTC instant. */
  readonly savedAt: string;
}

/** What a Word file gave; its pictures are already stored, and the figures of `body` carry their names. */
export type WordText = Omit<WordImport, "pictures">;

export interface WordImported {
  readonly ok: true;
  readonly import: WordText;
}
