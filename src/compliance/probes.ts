import { CHECKLIST, type PublicState } from "../about/checklist.ts";

/** What the probes look at. */
export interface ProbeFacts {
  readonly state: PublicState;
  readonly hostConfirmed: boolean;
  readonly responsible: string;
  readonly permission: string;
  /** Whether the regulation in force stands in the library of documents. */
  readonly hasRegulation: boolean;
}

/** Why something is not there yet, in a sentence for the desk; null when it is. */
type Probe = (facts: ProbeFacts) => string | null;

/** Items of the TT 37 checklist, told by the first that is wanting. */
const listed =
  (...ids: readonly string[]): Probe =>
  ({ state }) => {
    for (const { id, missing, isRequired } of CHECKLIST) {
      const why = isRequired && (ids.length === 0 || ids.includes(id)) ? missing(state) : null;
      if (why !== null) return why;
    }
    return null;
  };

/** What is looked at to see whether the public finds what a clause asks for. */
export const PROBES = {
  "official-address": ({ hostConfirmed }) =>
    hostConfirmed ? null : "Quản trị chưa xác nhận địa chỉ chính thức trong Cài đặt.",
  responsible: ({ responsible, permission }) =>
    responsible !== "" && permission !== ""
      ? null
      : "Chưa ghi người chịu trách nhiệm hoặc căn cứ hoạt động trong Cài đặt.",
  "regulation-document": ({ hasRegulation }) =>
    hasRegulation ? null : "Quyết định ban hành Quy chế chưa được công bố trong thư viện văn bản.",
  introduction: listed("duties", "structure", "history", "leaders", "contact"),
  contact: listed("contact"),
  news: listed("news"),
  documents: listed("documents"),
  procedures: listed("procedures"),
  services: listed("services"),
  disclosure: listed("disclosure"),
  "circular-37": listed(),
} as const satisfies Record<string, Probe>;

export type ProbeKey = keyof typeof PROBES;
