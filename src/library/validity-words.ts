import { readable } from "../board/rules.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { documentName, type LibraryDocument, RELATION_KINDS } from "./document.ts";
import type { Validity, ValidityState } from "./validity.ts";

export const VALIDITY_WORDS = {
  NOT_YET: { word: "Chưa có hiệu lực", icon: "schedule", tone: "wait" },
  IN_FORCE: { word: "Còn hiệu lực", icon: "check-circle", tone: "good" },
  AMENDED: { word: "Còn hiệu lực, đã sửa đổi", icon: "edit", tone: "work" },
  EXPIRED: { word: "Hết hiệu lực", icon: "cancelled", tone: "stop" },
} as const satisfies Record<ValidityState, { word: string; icon: string; tone: string }>;

type Known = ReadonlyMap<Id, Pick<LibraryDocument, "kind" | "number">>;

/** Why a document is in its state, in one sentence: "Hết hiệu lực từ 19/07/2024: bị thay thế bởi Thông tư số …". */
export function validitySentence({ state, since, by }: Validity, known: Known): string {
  const day = readable(since);
  const other = by && known.get(by.from);
  const because = by && other ? `${RELATION_KINDS[by.kind].by.toLowerCase()} ${documentName(other)}` : "";
  switch (state) {
    case "NOT_YET":
      return `Có hiệu lực từ ${day}.`;
    case "IN_FORCE":
      return `Có hiệu lực từ ${day}.`;
    case "AMENDED":
      return `Còn hiệu lực; từ ${day} ${because}.`;
    case "EXPIRED":
      return because
        ? `Hết hiệu lực từ ${day}: ${because}.`
        : `Hết hiệu lực từ ${day}, theo thời hạn ghi trong văn bản.`;
  }
}

/** "hôm nay, 24/11/2026" or "ngày 01/06/2024" */
export const dayWords = (day: Day, today: Day): string =>
  day === today ? `hôm nay, ${readable(day)}` : `ngày ${readable(day)}`;
