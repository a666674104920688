import type { Attachment, BodyDoc, Picture } from "../../../newsroom/content.ts";

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

/** Somebody else who has the article open, or saved it since. */
export interface Other {
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

export interface LegacyText {
  /** As printed to people: "TCVN3 (ABC)", "VNI". */
  readonly encoding: string;
  readonly samples: readonly { readonly before: string; readonly after: string }[];
  /** How many pieces of text are written in it. */
  readonly runs: number;
}

export interface WordText {
  readonly title: string;
  readonly lead: string;
  readonly body: BodyDoc;
  readonly dropped: readonly { readonly what: string; readonly count: number; readonly sample?: string }[];
  readonly legacy: LegacyText | null;
}

export interface WordImported {
  readonly ok: true;
  readonly import: WordText;
}
