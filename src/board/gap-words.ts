import { clauseWords } from "../regulation/clause-words.ts";
import type { Gap, GapCode } from "./gaps.ts";

interface GapSentence {
  readonly text: string;
  readonly remedy: string;
}

const GAP_SENTENCES: Readonly<Record<GapCode, GapSentence>> = {
  noChief: {
    text: "Chưa có Trưởng Ban biên tập.",
    remedy:
      "Khi Phó Trưởng ban thường trực viết hoặc thẩm định bài, không ai phê duyệt được bài đó. Hãy nhập phân công.",
  },
  noStandingDeputy: {
    text: "Chưa có Phó Trưởng ban thường trực.",
    remedy: "Khi Trưởng ban vắng hoặc tự viết bài, không ai phê duyệt được. Hãy nhập phân công.",
  },
  nobodyApproves: {
    text: "Không có ai phê duyệt: chưa có cả Trưởng ban và Phó Trưởng ban thường trực.",
    remedy: "Bài dừng ở bước 3. Hãy nhập phân công.",
  },
  noSecretary: {
    text: "Chưa có Thư ký Ban biên tập.",
    remedy: "Bài đã duyệt không đăng được. Hãy nhập phân công.",
  },
  noAdmin: {
    text: "Chưa có Quản trị Cổng.",
    remedy: "Không ai tạo được tài khoản, đặt lại mật khẩu. Giám đốc có thể nhập phân công.",
  },
  noStandingUnit: {
    text: "Chưa có bộ phận thường trực của Ban biên tập.",
    remedy: "Hãy chọn một đơn vị làm bộ phận thường trực.",
  },
  unitWithoutHead: {
    text: "{unit} chưa có trưởng đơn vị.",
    remedy: "Bài của đơn vị không ai duyệt để gửi. Hãy nhập trưởng đơn vị hoặc người phụ trách tạm thời.",
  },
  unitRoadBlocked: {
    text: "Bài do trưởng đơn vị của {unit} viết không đủ người khác nhau để thẩm định, phê duyệt và đăng.",
    remedy: "Hãy phân công thêm Phó Trưởng ban phụ trách đơn vị này, hoặc thêm Thư ký.",
  },
  fieldWithoutDeputy: {
    text: "Lĩnh vực “{field}” chưa có Phó Trưởng ban phụ trách.",
    remedy: "Hãy nhập phân công cho một Phó Trưởng ban.",
  },
  deputyWithoutCharge: {
    text: "{name} là Phó Trưởng ban nhưng chưa được phân công lĩnh vực.",
    remedy: "Hãy kết thúc phân công này và nhập phân công mới có lĩnh vực phụ trách.",
  },
};

export interface Warning {
  readonly text: string;
  readonly remedy: string;
  /** As a reader of the regulation knows it: "Điều 9 khoản 2". */
  readonly clause: string;
  /** Some step has nobody who may act. */
  readonly blocks: boolean;
}

/** The words of a gap. */
export function warningOf({ code, clause, detail, blocks }: Gap): Warning {
  const { text, remedy } = GAP_SENTENCES[code];
  const filled = text.replace(/\{(\w+)\}/g, (slot, name: string) => detail[name] ?? slot);
  return { text: filled, remedy, clause: clauseWords(clause), blocks };
}
