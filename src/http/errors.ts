/** No such thing, or none that this person may see: what is out of reach is "not found". Answered with 404. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/** It was here and was withdrawn: taken down or recalled (Đ15.k3). Answered with 410. */
export class Gone extends Error {
  override readonly name = "Gone";
}

/** Somebody else was first: what the form was written against is no longer so. Nothing was changed. Answered with 409. */
export class Stale extends Error {
  override readonly name = "Stale";
  /** Where the newest state can be read. */
  readonly back: string | null;

  constructor(message: string, back: string | null = null) {
    super(message);
    this.back = back;
  }
}

/** Errors that are answers about a public page, and not failures to make it. */
export function isAnswer(error: unknown): boolean {
  return error instanceof NotFound || error instanceof Gone;
}

/** More than the portal takes. Answered with 413, once all of it has arrived, so that the browser shows the answer. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
  readonly statusCode = 413;
}
