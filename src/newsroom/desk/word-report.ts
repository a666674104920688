import { DROPPED } from "../word/dropped.ts";
import type { DroppedItem } from "../word/import.ts";

/** What a Word file could not bring along, as a few figures that fit into an address: `3x1_7x2`; `k` stands for anything else. */
export function reportCode(dropped: readonly DroppedItem[]): string {
  const sentences: readonly string[] = Object.values(DROPPED);
  const parts = dropped.map(
    ({ what, count }) => `${sentences.indexOf(what) < 0 ? "k" : sentences.indexOf(what)}x${count}`,
  );
  return parts.length > 0 ? parts.join("_") : "0";
}

/** The sentences behind the figures; nothing for figures that mean nothing. */
export function reportLines(code: string): string[] {
  const sentences: readonly string[] = Object.values(DROPPED);
  return code.split("_").flatMap((part) => {
    const [, which = "", count = ""] = /^(k|\d{1,2})x(\d{1,5})$/.exec(part) ?? [];
    const what = which === "k" ? "Ảnh trong tệp không dùng được" : sentences[Number(which)];
    return which !== "" && what !== undefined ? [`${what}: ${Number(count)}`] : [];
  });
}
