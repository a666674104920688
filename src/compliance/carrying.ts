import type { Hat } from "../regulation/hats.ts";
import type { ProbeKey } from "./probes.ts";

/** How a clause is carried: what its state is read from. */
export const HOWS = {
  kept: "Phần mềm luôn giữ",
  duty: "Nhiệm vụ có hạn",
  shown: "Nội dung phải có",
  people: "Con người thực hiện",
  words: "Giải thích, đề mục",
} as const;
export type How = keyof typeof HOWS;

/** What the software does for one clause of the regulation. */
export interface Carried {
  readonly clause: string;
  /**
   * `kept`: done otherwise it is refused. `duty`: the items of the duties that name the clause tell how it stands.
   * `shown`: what the public finds tells it. `people`: only people can do it; the software reminds, records, shows.
   * `words`: a definition or a heading.
   */
  readonly how: How;
  /** One plain sentence, for a parent as for an inspector. */
  readonly does: string;
  /** Whose clause it is; empty when it is everybody's. */
  readonly who: readonly Hat[];
  /** Addresses where it is seen at work; those of the desk are not told to the public. */
  readonly at: readonly string[];
  /** Source files that do it, from the folder `src`. */
  readonly files: readonly string[];
  /** What else is looked at, besides duties and the board of the day. */
  readonly probes?: readonly ProbeKey[];
  /** Clauses whose duties also tell the state of this one. */
  readonly withDutiesOf?: readonly string[];
}

/** What the software can carry by itself: these clauses need an implementation and a test. */
export const isSoftware = ({ how }: Pick<Carried, "how">): boolean =>
  how === "kept" || how === "duty" || how === "shown";

/** A title, or the opening of a list: what stands under it is carried by itself. */
export function heading(clause: string): Carried {
  const does = "Đề mục; từng nội dung bên dưới được theo dõi riêng.";
  return { clause, how: "words", does, who: [], at: [], files: [] };
}

/** What a word means in the regulation. */
export function definition(clause: string): Carried {
  const does = "Giải thích từ ngữ; phần mềm dùng đúng nghĩa này.";
  return { clause, how: "words", does, who: [], at: [], files: [] };
}
