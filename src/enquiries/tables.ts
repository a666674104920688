import type { SlipTable } from "../intake/tables.ts";

/** A question or an opinion of the public on its way. */
export interface EnquiryTable extends SlipTable {
  /** `question` or `opinion` */
  kind: string;
  topic: string;
  /** Beside the answer the other half of the draft: what the public would read of the question. */
  public_question: string;
  /** 1 when the answer is meant for everybody. */
  is_public: number;
  drafted_by: string | null;
  released_by: string | null;
}

/** What the public reads: an answer that the board released, without its asker. */
export interface PublishedAnswerTable {
  /** 1, 2, 3 … its address. */
  number: number;
  enquiry_id: string;
  kind: string;
  unit_id: string | null;
  question: string;
  answer: string;
  asked_on: string;
  published_at: string;
  taken_down_at: string | null;
  takedown_reason: string | null;
}

export interface EnquiryTables {
  enquiry: EnquiryTable;
  published_answer: PublishedAnswerTable;
}
