import { fromLegacy, isCapitalFont, type LegacyEncoding, legacyOfFont } from "../../kernel/legacy-encodings.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";

/** What would change if the text in legacy fonts were converted: shown to the person, who decides (law.md §12). */
export interface LegacyPreview {
  /** Pieces of text in such a font. */
  readonly runs: number;
  readonly encoding: LegacyEncoding | "both";
  readonly samples: readonly { readonly before: string; readonly after: string }[];
}

export interface LegacyLog {
  readonly convert: boolean;
  readonly encodings: Set<LegacyEncoding>;
  runs: number;
  readonly samples: { before: string; after: string }[];
}

const SAMPLES = 5;
const SAMPLE_LENGTH = 200;

/** Letters that legacy text, being single bytes, cannot hold: the font was kept but the text is Unicode already. */
const UNICODE_VIETNAMESE = /[ĂăĐđƠơƯưĨĩŨũ\u1EA0-\u1EF9]|[\u0300-\u0323]/;

export function startLegacyLog(convert: boolean): LegacyLog {
  return { convert, encodings: new Set(), runs: 0, samples: [] };
}

/**
 * The text as it goes into the article: normalised, after conversion where its font is a legacy one and
 * conversion was chosen. Legacy text that is not converted stays untouched, so that it can be later.
 */
export function readyText(text: string, font: string, runs: number, log: LegacyLog): string {
  const encoding = legacyOfFont(font);
  if (!encoding || UNICODE_VIETNAMESE.test(text)) return normalizeText(text);
  const converted = fromLegacy(text, encoding);
  const after = normalizeText(isCapitalFont(font) ? converted.toUpperCase() : converted);
  if (after === text) return text;

  log.runs += runs;
  log.encodings.add(encoding);
  if (log.samples.length < SAMPLES && text.trim().length > 1) {
    log.samples.push({
      before: text.trim().slice(0, SAMPLE_LENGTH),
      after: normalizeLine(after).slice(0, SAMPLE_LENGTH),
    });
  }
  return log.convert ? after : text;
}

export function previewOf(log: LegacyLog): LegacyPreview | null {
  const [encoding] = log.encodings;
  if (log.convert || encoding === undefined) return null;
  return { runs: log.runs, encoding: log.encodings.size > 1 ? "both" : encoding, samples: log.samples };
}
