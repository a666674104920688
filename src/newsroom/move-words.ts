import type { MoveCode } from "./workflow.ts";

export interface Sentence {
  /** What is in the way; `{name}` slots are filled from the refusal's detail. */
  readonly text: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Codes of the newsroom's commands beyond those of the workflow itself. */
export type NewsroomCode = MoveCode | "textChanged" | "fileUnknown" | "categoryUnknown" | "unitUnknown";

/** Why a step of the four cannot be made now. A code without a sentence does not compile. */
export const moveSentences: Readonly<Record<NewsroomCode, Sentence>> = {
  notAtThisStep: {
    text: "Bài không ở bước này nữa hoặc chưa đến bước này.",
    remedy: "Hãy mở lại trang bài để xem bài đang ở đâu và việc gì làm được.",
  },
  notThisHat: {
    text: "Vai trò bạn đang chọn không được làm việc này.",
    remedy: "Nếu bạn giữ vai trò khác, hãy đổi vai trò ở đầu trang.",
  },
  notYours: { text: "Bài này không phải do bạn viết.", remedy: "Chỉ người viết bài mới làm được việc này." },
  notYourUnit: {
    text: "Bài này không thuộc đơn vị của bạn.",
    remedy: "Việc này thuộc trưởng đơn vị của bài.",
  },
  notInYourCharge: {
    text: "Bài này không thuộc đơn vị hoặc lĩnh vực bạn phụ trách.",
    remedy: "Việc này thuộc Phó Trưởng ban phụ trách hoặc Thư ký.",
  },
  notYourClaim: {
    text: "Bài này do người khác nhận thẩm định.",
    remedy: "Chờ người đang thẩm định, hoặc đề nghị Trưởng ban đưa bài về hàng chờ.",
  },
  noDelegation: {
    text: "Việc này của Trưởng Ban biên tập; bạn chưa có ủy quyền đang còn hiệu lực.",
    remedy: "Cần giấy ủy quyền ghi rõ việc này và còn thời hạn.",
  },
  exceptionNotNeeded: {
    text: "Vẫn còn người khác làm được việc này nên không dùng được trường hợp ngoại lệ.",
    remedy: "Hãy chuyển cho người đó.",
  },
  contentComplete: { text: "Nội dung bài chưa đủ điều kiện.", remedy: "Hãy sửa các điểm đã nêu." },
  sameText: {
    text: "Bài đã được sửa sau khi bạn mở.",
    remedy: "Hãy đọc lại bản mới nhất rồi quyết định. Những gì bạn đã ghi vẫn còn ở dưới.",
  },
  textChanged: {
    text: "Có người đã lưu bản mới (bản {version}) trong khi bạn đang viết.",
    remedy: "Bản bạn gõ được giữ nguyên. Hãy xem khác nhau ở đâu rồi chọn lưu.",
  },
  reasonGiven: { text: "Chưa ghi lý do.", remedy: "Hãy ghi lý do, ít nhất 10 ký tự." },
  noteGiven: { text: "Chưa ghi đã sửa gì.", remedy: "Hãy ghi ngắn gọn nội dung sửa, ít nhất 10 ký tự." },
  addresseeGiven: { text: "Chưa chọn trả về cho ai.", remedy: "Hãy chọn Thư ký hoặc đơn vị." },
  addresseeInCharge: {
    text: "Nơi nhận không phải Thư ký hoặc Phó Trưởng ban phụ trách đơn vị, lĩnh vực của bài.",
    remedy: "Hãy chọn Thư ký hoặc một Phó Trưởng ban có trong danh sách.",
  },
  appraisalChecked: {
    text: "Chưa đánh dấu đủ các điểm thẩm định.",
    remedy: "Hãy soát và đánh dấu từng điểm; điểm nào không đạt thì trả lại bài.",
  },
  approvalChecked: {
    text: "Chưa đánh dấu đủ các điểm phê duyệt.",
    remedy: "Hãy đánh dấu từng điểm; điểm nào không đạt thì không duyệt.",
  },
  unitOrigin: { text: "Đây là bài của Ban biên tập, không qua trưởng đơn vị.", remedy: "Hãy gửi theo đường của Ban." },
  boardOrigin: {
    text: "Đây là bài của đơn vị, phải được trưởng đơn vị duyệt trước khi gửi Ban biên tập.",
    remedy: "Hãy gửi trưởng đơn vị duyệt.",
  },
  categoryAllowsBoard: {
    text: "Chuyên mục này không nhận bài của Ban biên tập.",
    remedy: "Hãy chọn chuyên mục khác hoặc để đơn vị gửi bài.",
  },
  authorIsActor: {
    text: "Bài nháp này của người khác trong đơn vị.",
    remedy: "Người viết gửi bài lên, rồi bạn duyệt.",
  },
  notAuthor: {
    text: "Bạn là người viết bài này nên không đồng thời thẩm định, phê duyệt.",
    remedy: "Cần một người khác của Ban biên tập.",
  },
  notWriter: {
    text: "Bạn đã sửa bài này ở khâu viết nên không đồng thời thẩm định.",
    remedy: "Cần một người khác của Ban biên tập.",
  },
  notUnitApprover: {
    text: "Bạn đã duyệt bài này cho đơn vị nên không thẩm định tiếp ngay bước sau.",
    remedy: "Cần một người khác của Ban biên tập.",
  },
  notEditor: {
    text: "Bạn đã sửa bài này kể từ lần duyệt trước nên không phê duyệt.",
    remedy: "Trưởng ban hoặc Phó Trưởng ban thường trực khác phê duyệt.",
  },
  notAppraiser: {
    text: "Bạn đã thẩm định, trình bài này nên không đồng thời phê duyệt.",
    remedy: "Trưởng ban hoặc Phó Trưởng ban thường trực khác phê duyệt.",
  },
  notApprover: {
    text: "Bạn đã phê duyệt bài này nên không đồng thời đăng.",
    remedy: "Cần Thư ký khác đăng bài.",
  },
  fieldApproved: {
    text: "Phó Trưởng ban phụ trách chưa duyệt bản này theo lĩnh vực.",
    remedy: "Đề nghị Phó Trưởng ban phụ trách duyệt trước khi trình.",
  },
  returnedToSecretary: { text: "Bài không trả về cho Thư ký.", remedy: "Việc này thuộc đơn vị." },
  returnedToMember: { text: "Bài không trả về cho đơn vị.", remedy: "Việc này thuộc Thư ký." },
  appraisedBefore: {
    text: "Bài chưa qua thẩm định lần nào nên không trình thẳng được.",
    remedy: "Hãy nhận thẩm định trước.",
  },
  approvedText: {
    text: "Bản này chưa được phê duyệt, hoặc đã bị sửa sau khi duyệt.",
    remedy: "Hãy trình phê duyệt lại.",
  },
  timeInFuture: { text: "Giờ đăng chưa hợp lệ.", remedy: "Hãy chọn một giờ sau lúc này." },
  timeReached: { text: "Chưa đến giờ đăng đã hẹn.", remedy: "Chờ đến giờ, hoặc bỏ hẹn rồi đăng ngay." },
  schedulerStillSecretary: {
    text: "Người hẹn giờ không còn là Thư ký.",
    remedy: "Thư ký hiện nay xem lại và đăng.",
  },
  noOpenEdition: {
    text: "Bài đang có một bản cập nhật khác chưa xong.",
    remedy: "Hãy hoàn tất hoặc rút bản đó trước.",
  },
  takedownDecided: {
    text: "Chưa có quyết định gỡ bỏ của Trưởng Ban biên tập.",
    remedy: "Trình Trưởng ban quyết định trước.",
  },
  noTakedownPending: {
    text: "Trưởng Ban biên tập đã quyết định gỡ bỏ bài này nên không đăng bản thay thế.",
    remedy: "Hãy thực hiện quyết định gỡ bỏ trước; sau đó bản này vẫn đăng được nếu còn cần.",
  },
  isTakenDown: {
    text: "Bài này đang được đăng nên không đề nghị đăng lại.",
    remedy: "Nếu cần sửa bài đang đăng, hãy đề xuất cập nhật.",
  },
  isLive: { text: "Đây không phải bản đang đăng.", remedy: "Hãy mở bản đang đăng." },
  hasSuccessor: { text: "Chưa có bản thay thế.", remedy: "Bản cũ chỉ được thay khi đăng bản mới." },
  fileUnknown: {
    text: "Bài dùng một ảnh hoặc tệp chưa được tải lên Cổng.",
    remedy: "Hãy tải lại ảnh hoặc tệp đó rồi lưu.",
  },
  categoryUnknown: { text: "Chưa chọn chuyên mục.", remedy: "Hãy chọn một chuyên mục có trong danh sách." },
  unitUnknown: { text: "Chưa chọn đơn vị.", remedy: "Hãy chọn một đơn vị có trong danh sách." },
};
