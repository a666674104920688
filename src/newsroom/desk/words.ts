import type { Act } from "../../regulation/article-moves.ts";
import type { State } from "../../regulation/states.ts";

/** What somebody did, after his name, in the history of an article. */
export const DID: Readonly<Record<Act, string>> = {
  create: "viết bài",
  edit: "sửa bài đã duyệt, bài phải được duyệt lại",
  sendToHead: "gửi trưởng đơn vị duyệt",
  returnToAuthor: "trả lại người viết",
  approveInUnit: "duyệt và gửi Ban biên tập",
  submitAsBoard: "gửi Ban biên tập (bài của Ban)",
  withdraw: "rút bài",
  claim: "nhận thẩm định",
  release: "đưa bài về hàng chờ thẩm định",
  approveField: "duyệt theo lĩnh vực",
  sendBack: "trả lại đơn vị",
  forward: "trình phê duyệt",
  approve: "phê duyệt",
  returnUnapproved: "không duyệt, trả lại chỉnh sửa",
  cancel: "không duyệt, hủy bỏ",
  resubmit: "trình phê duyệt lại",
  rework: "gửi lại bài đã sửa",
  publish: "đăng bài",
  schedule: "hẹn giờ đăng",
  unschedule: "bỏ hẹn giờ",
  publishScheduled: "đăng bài theo giờ đã hẹn",
  missSchedule: "không đăng được theo giờ hẹn",
  proposeCorrection: "đề xuất cập nhật, đính chính",
  supersede: "thay bằng bản cập nhật",
  decideTakedown: "quyết định gỡ bỏ",
  executeTakedown: "gỡ bài khỏi trang công khai",
  restore: "đề nghị đăng lại",
};

/** What the page says once it is done (`?xong=`). */
export const DONE: Readonly<Partial<Record<string, string>>> = {
  create: "Đã mở bài mới. Bạn viết tiếp, lưu, rồi gửi khi đã xong.",
  edit: "Đã lưu bản mới.",
  "khong-doi": "Nội dung không có gì thay đổi nên không có bản mới nào được lưu.",
  "bo-ban-go": "Đã bỏ phần gõ dở. Trang đang hiện bản đã lưu.",
  "da-xem": "Đã ghi nhận bạn đã xem bản này.",
  "nhan-xet": "Đã gửi nhận xét.",
  "xong-nhan-xet": "Đã đánh dấu nhận xét là xong.",
  sendToHead: "Đã gửi trưởng đơn vị duyệt.",
  returnToAuthor: "Đã trả bài lại cho người viết kèm lý do.",
  approveInUnit: "Đã duyệt và gửi Ban biên tập.",
  submitAsBoard: "Đã gửi Ban biên tập.",
  withdraw: "Đã rút bài. Bài được giữ trong lưu trữ, không đi tiếp nữa.",
  claim: "Bạn đã nhận thẩm định bài này.",
  release: "Đã đưa bài về hàng chờ thẩm định.",
  approveField: "Đã duyệt bản này theo lĩnh vực.",
  sendBack: "Đã trả bài lại cho đơn vị kèm lý do.",
  forward: "Đã trình phê duyệt.",
  approve: "Đã phê duyệt bản này. Bài chuyển Thư ký để đăng.",
  returnUnapproved: "Đã trả bài lại để chỉnh sửa kèm lý do.",
  cancel: "Đã hủy bỏ, bài không được đăng. Bài được giữ trong lưu trữ.",
  resubmit: "Đã trình phê duyệt lại.",
  rework: "Đã gửi lại bài.",
  publish: "Bài đã được đăng.",
  schedule: "Đã hẹn giờ đăng. Đến giờ, Cổng kiểm tra lại rồi đăng.",
  unschedule: "Đã bỏ hẹn giờ.",
  proposeCorrection: "Đã mở bản cập nhật. Bản đang đăng giữ nguyên cho đến khi bản này được duyệt và đăng.",
  decideTakedown: "Đã ghi quyết định gỡ bỏ. Thư ký thực hiện.",
  executeTakedown: "Đã gỡ bài khỏi trang công khai.",
  restore: "Đã đề nghị đăng lại. Bài chờ phê duyệt.",
};

/** Where it is, within a sentence: "Bài đang …". */
export const STANDS: Readonly<Record<State, string>> = {
  DRAFT: "đang là bản nháp",
  AWAITING_HEAD: "đang chờ trưởng đơn vị duyệt (Bước 1)",
  SUBMITTED: "đã gửi Ban biên tập, đang chờ người nhận thẩm định (Bước 2)",
  UNDER_REVIEW: "đang được thẩm định, chỉnh sửa (Bước 2)",
  RETURNED: "đã bị trả lại để chỉnh sửa",
  AWAITING_FINAL: "đang chờ phê duyệt (Bước 3)",
  APPROVED: "đã được duyệt, đang chờ đăng (Bước 4)",
  SCHEDULED: "đã được hẹn giờ đăng (Bước 4)",
  PUBLISHED: "đã được đăng",
  SUPERSEDED: "đã được thay bằng một bản cập nhật",
  CANCELLED: "đã bị hủy bỏ, không đăng",
  WITHDRAWN: "đã được rút",
  TAKEN_DOWN: "đã được gỡ khỏi trang công khai",
};

/** What comes next, after "Tiếp theo: "; nothing where the way ends. */
export const COMES_NEXT: Readonly<Record<State, string>> = {
  DRAFT: "người viết hoàn thiện rồi gửi duyệt",
  AWAITING_HEAD: "trưởng đơn vị duyệt và gửi Ban biên tập, hoặc trả lại người viết",
  SUBMITTED: "Thư ký hoặc Phó Trưởng ban phụ trách nhận thẩm định",
  UNDER_REVIEW: "người thẩm định trình phê duyệt, hoặc trả lại đơn vị",
  RETURNED: "sửa theo ý kiến rồi trình lại",
  AWAITING_FINAL: "Trưởng ban hoặc Phó Trưởng ban thường trực phê duyệt, trả lại hoặc hủy bỏ",
  APPROVED: "Thư ký đăng bài",
  SCHEDULED: "đến giờ, Cổng kiểm tra lại rồi đăng",
  PUBLISHED: "",
  SUPERSEDED: "",
  CANCELLED: "",
  WITHDRAWN: "",
  TAKEN_DOWN: "Thư ký có thể đề nghị đăng lại; bài phải được phê duyệt lại",
};

/** Why an article is taken down, as the public is told (REQ-110). */
export const TAKEDOWN_REASONS: Readonly<Record<string, string>> = {
  outdated: "Không còn phù hợp về thời điểm",
  unsuitable: "Không còn phù hợp về nội dung",
  supplier: "Theo ý kiến của đơn vị, cá nhân cung cấp thông tin",
  legal: "Theo quy định của pháp luật",
};

export const titleOr = (title: string): string => title || "Bài chưa có tiêu đề";
