import type { DoorSource } from "../site/doors.ts";
import { answerNumbers } from "./answers.queries.ts";
import { ENQUIRY_PATHS } from "./paths.ts";

/** Đ3.k2.b: the forms of the public and every answer released. */
export const ENQUIRY_DOORS: DoorSource = {
  tags: ["answers"],
  groups: async () => [
    {
      title: "Hỏi đáp, góp ý",
      doors: [
        { href: ENQUIRY_PATHS.list, label: "Câu hỏi đã trả lời" },
        { href: ENQUIRY_PATHS.ask, label: "Gửi câu hỏi, góp ý" },
        { href: ENQUIRY_PATHS.lookUp, label: "Tra cứu phiếu đã gửi" },
      ],
    },
  ],
  more: async (db) => (await answerNumbers(db)).map(ENQUIRY_PATHS.answer),
};
