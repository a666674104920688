import type { BulkList } from "../bulk/bulk.ts";
import { dayOf } from "../kernel/clock.ts";
import { ENQUIRY_STATES } from "../regulation/enquiry-moves.ts";
import { moveEnquiry } from "./commands/move-enquiry.ts";
import { askableUnits, loadEnquiry } from "./enquiries.queries.ts";
import { ENQUIRY_PATHS } from "./paths.ts";

/** Questions of the public handed together to the unit that answers; answering and releasing is done one by one. */
export const ENQUIRY_BULK: BulkList = {
  name: "hoi-dap",
  what: "câu hỏi, góp ý",
  may: "enquiry.read",
  list: { href: ENQUIRY_PATHS.desk, label: "Hỏi đáp, góp ý" },
  async find({ db }, { hat, units }, ids) {
    const found = await Promise.all(ids.map((id) => loadEnquiry(db, id)));
    const isAll = hat !== "MEMBER" && hat !== "DEPUTY";
    return found.flatMap((one) =>
      one && (isAll || (one.row.unit_id !== null && units.includes(one.row.unit_id)))
        ? [
            {
              id: one.row.id,
              name: one.row.topic || one.row.content.slice(0, 90) || "Phiếu đã xóa nội dung",
              state: ENQUIRY_STATES[one.facts.state],
              mark: one.row.last_move_id,
            },
          ]
        : [],
    );
  },
  actions: [
    {
      name: "phan-cong",
      label: "Chuyển đơn vị trả lời",
      hint: "Thư ký phân công đơn vị có trưởng đơn vị; hạn trả lời không đổi (khoản 2 Điều 16).",
      choice: {
        label: "Đơn vị trả lời",
        options: async ({ db, clock }) =>
          (await askableUnits(db, dayOf(clock.now()))).map(({ id, name }) => ({ value: id, label: name })),
      },
      run: (portal, by, { id }, { reason, choice }) =>
        portal.act(by, moveEnquiry, { enquiry: id, act: "assign", unit: choice, reason }),
    },
  ],
};
