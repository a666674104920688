import type { Id } from "../kernel/ids.ts";
import { citedNumbers } from "./number-symbol.ts";
import type { ShelvedDocument } from "./shelf.ts";

/** A text that readers see: an article or another page, and who owns it. */
export interface CitingText {
  readonly id: Id;
  readonly title: string;
  readonly href: string;
  readonly unit: string;
  readonly text: string;
}

export interface StaleCitation {
  readonly source: Omit<CitingText, "text">;
  readonly document: ShelvedDocument;
}

/** The name of a fact that an owner is told of once: this text, this document, its end. */
export const staleFact = ({ source, document }: StaleCitation): string =>
  `citation:${source.id}:${document.id}:${document.validity.since}`;

/**
 * Which texts cite, by number and symbol, a document that has expired. A text that also cites what replaced it speaks
 * of the change itself and is not told of.
 */
export function staleCitations(texts: readonly CitingText[], documents: readonly ShelvedDocument[]): StaleCitation[] {
  const expired = new Map(
    documents.filter(({ validity }) => validity.state === "EXPIRED").map((document) => [document.number, document]),
  );
  const numbers = new Map(documents.map(({ id, number }) => [id, number]));
  return texts.flatMap(({ text, ...source }) => {
    const cited = citedNumbers(text);
    return cited.flatMap((number) => {
      const document = expired.get(number);
      if (!document) return [];
      const successor = document.validity.by && numbers.get(document.validity.by.from);
      return successor && cited.includes(successor) ? [] : [{ source, document }];
    });
  });
}
