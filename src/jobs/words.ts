import type { Sentence } from "../newsroom/move-words.ts";
import type { JobCode } from "./job.ts";

export const jobSentences: Readonly<Record<JobCode, Sentence>> = {
  jobUnknown: { text: "Không tìm thấy việc này.", remedy: "Hãy mở lại trang Việc dài." },
  jobOver: { text: "Việc này đã kết thúc.", remedy: "Không cần làm gì thêm." },
  jobCancelAsked: { text: "Đã có yêu cầu dừng việc này.", remedy: "Việc sẽ dừng sau bước đang làm." },
  jobNotYours: {
    text: "Việc này do người khác bắt đầu.",
    remedy: "Người bắt đầu hoặc Quản trị dừng được việc này.",
  },
  jobAlreadyOpen: { text: "Một việc như vậy đang chạy.", remedy: "Hãy đợi việc ấy xong, hoặc dừng nó trước." },
};
