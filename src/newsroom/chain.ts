import type { Id } from "../kernel/ids.ts";
import type { EditionFacts } from "./facts.ts";

/** REQ-032: who answers for what is public, link by link. */
export const CHAIN_LINKS = {
  author: "Người viết",
  unitApprover: "Trưởng đơn vị duyệt",
  appraiser: "Thẩm định",
  approver: "Phê duyệt",
  publisher: "Đăng",
} as const;

export type ChainLink = keyof typeof CHAIN_LINKS;

export interface Responsible {
  readonly person: Id;
  readonly name: string;
  /** Position as printed on that day. */
  readonly position: string;
  /** "thay mặt …" when it was done under a delegation or as acting head. */
  readonly onBehalf?: string;
}

export type Chain = Partial<Record<ChainLink, Responsible>>;

/** The persons of the chain as an edition's own history gives them; a correction inherits what it does not redo. */
export function chainOf(facts: EditionFacts, publisher: Id): Partial<Record<ChainLink, Id>> {
  const appraiser = facts.appraisers.at(-1);
  return {
    author: facts.articleAuthor,
    ...(facts.unitApprover ? { unitApprover: facts.unitApprover } : {}),
    ...(appraiser ? { appraiser } : {}),
    ...(facts.approval ? { approver: facts.approval.by } : {}),
    publisher,
  };
}
