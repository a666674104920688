import type { Sentence } from "../newsroom/move-words.ts";
import type { BoardCode } from "./rules.ts";

/** Why an act about the board is refused; `notThisHat` has its sentence with the moves. A code without one does not compile. */
export const boardSentences: Readonly<Record<Exclude<BoardCode, "notThisHat">, Sentence>> = {
  nameMissing: { text: "Chưa có tên.", remedy: "Hãy nhập tên đầy đủ." },
  codeInvalid: {
    text: "Mã “{code}” chưa dùng được.",
    remedy: "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ: dao-tao.",
  },
  codeTaken: { text: "Mã “{code}” đã có.", remedy: "Hãy chọn mã khác." },
  kindUnknown: { text: "Chưa chọn loại đơn vị.", remedy: "Hãy chọn một loại trong danh sách." },
  dayInvalid: { text: "Ngày nhập vào chưa đúng.", remedy: "Hãy nhập đủ ngày, tháng, năm." },
  periodInverted: { text: "Ngày kết thúc trước ngày bắt đầu.", remedy: "Hãy xem lại hai ngày." },
  secondStandingUnit: {
    text: "Ban biên tập đã có bộ phận thường trực là {unit}.",
    remedy: "Muốn thay, hãy sửa đơn vị mới và chọn làm bộ phận thường trực; đơn vị cũ sẽ thôi.",
  },
  standingUnitNeeded: {
    text: "Ban biên tập luôn có đúng một bộ phận thường trực.",
    remedy: "Hãy chọn đơn vị khác làm bộ phận thường trực trước.",
  },
  unitUnknown: { text: "Không tìm thấy đơn vị này.", remedy: "Hãy chọn đơn vị trong danh sách." },
  unitClosed: { text: "{unit} đã kết thúc hoạt động.", remedy: "Hãy chọn đơn vị đang hoạt động." },
  unitStillStaffed: {
    text: "{unit} còn người được phân công sau ngày kết thúc.",
    remedy: "Hãy kết thúc phân công của họ trước, rồi kết thúc đơn vị.",
  },
  fieldUnknown: { text: "Không tìm thấy lĩnh vực này.", remedy: "Hãy chọn lĩnh vực trong danh sách." },
  personUnknown: { text: "Không tìm thấy người này.", remedy: "Hãy chọn người trong danh sách." },
  personLeft: { text: "{name} đã thôi việc tại Trung tâm từ sau ngày {day}.", remedy: "Hãy chọn người khác." },
  unitOrClassMissing: {
    text: "Mỗi người phải thuộc một đơn vị, hoặc là cộng tác viên ngoài có đơn vị bảo trợ.",
    remedy: "Hãy chọn đơn vị.",
  },
  emailInvalid: { text: "Địa chỉ thư điện tử chưa đúng.", remedy: "Ví dụ: ten@truong.edu.vn." },
  hatUnknown: { text: "Chưa chọn vai trò.", remedy: "Hãy chọn một vai trò trong danh sách." },
  unitMissing: {
    text: "Trưởng đơn vị và cộng tác viên phải gắn với một đơn vị.",
    remedy: "Hãy chọn đơn vị mà người này phụ trách hoặc viết bài cho.",
  },
  unitNotForHat: {
    text: "Vai trò {hat} không gắn với một đơn vị.",
    remedy: "Hãy bỏ chọn đơn vị; đơn vị và lĩnh vực phụ trách của Phó Trưởng ban được chọn ở mục riêng.",
  },
  chargeNotForHat: {
    text: "Chỉ Phó Trưởng ban có đơn vị, lĩnh vực phụ trách; vai trò {hat} thì không.",
    remedy: "Hãy bỏ chọn các đơn vị, lĩnh vực phụ trách.",
  },
  decisionMissing: {
    text: "Chưa có số của quyết định.",
    remedy: "Hãy nhập số và ký hiệu, ví dụ: 28/QĐ-GDTXHP.",
  },
  decisionDayInvalid: { text: "Ngày ký quyết định chưa đúng.", remedy: "Hãy nhập đủ ngày, tháng, năm." },
  secondStandingDeputy: {
    text: "Trong thời gian này {name} là Phó Trưởng ban thường trực (theo {decision}); chỉ có một người.",
    remedy: "Hãy kết thúc phân công trước, hoặc chọn thời gian khác.",
  },
  secondHolder: {
    text: "Trong thời gian này {name} giữ vai trò {hat} (theo {decision}); chỉ có một người.",
    remedy: "Hãy kết thúc phân công trước, hoặc nhập người mới là phụ trách tạm thời.",
  },
  secondHead: {
    text: "Trong thời gian này {name} là trưởng đơn vị (theo {decision}); mỗi đơn vị có đúng một trưởng.",
    remedy: "Hãy kết thúc phân công trước, hoặc nhập người mới là phụ trách tạm thời.",
  },
  alreadyAppointed: {
    text: "{name} đã giữ vai trò này trong thời gian đó (theo {decision}).",
    remedy: "Hãy xem lại vai trò, đơn vị và thời gian.",
  },
  appointmentUnknown: { text: "Không tìm thấy phân công này.", remedy: "Hãy mở lại danh sách Ban biên tập." },
  endsBeforeBegin: {
    text: "Ngày cuối trước ngày bắt đầu {from} của phân công.",
    remedy: "Hãy chọn ngày cuối từ ngày bắt đầu trở đi.",
  },
  alreadyEnded: {
    text: "Phân công này đã kết thúc ngày {day}; không kéo dài được.",
    remedy: "Muốn tiếp tục, hãy nhập phân công mới theo quyết định mới.",
  },
  delegationChain: {
    text: "Người được ủy quyền không ủy quyền lại.",
    remedy: "Trưởng Ban biên tập hoặc Giám đốc ký ủy quyền bằng chính vai trò của mình.",
  },
  selfDelegation: {
    text: "Không tự ủy quyền cho chính mình.",
    remedy: "Hãy chọn Phó Trưởng ban thường trực.",
  },
  delegateNotStandingDeputy: {
    text: "Người nhận ủy quyền không phải Phó Trưởng ban thường trực trong thời gian đó.",
    remedy: "Chỉ Phó Trưởng ban thường trực làm công việc của Trưởng ban khi được ủy quyền.",
  },
  powersMissing: { text: "Chưa chọn việc được ủy quyền.", remedy: "Hãy chọn ít nhất một việc trong danh sách." },
  delegationPast: {
    text: "Thời gian ủy quyền đã qua.",
    remedy: "Hãy nhập ngày cuối từ hôm nay trở đi.",
  },
  documentMissing: { text: "Chưa có số của giấy ủy quyền.", remedy: "Hãy nhập số và ký hiệu của giấy ủy quyền." },
  reasonTooShort: { text: "Lý do còn quá ngắn.", remedy: "Hãy ghi lý do, ít nhất 10 ký tự." },
  delegationUnknown: { text: "Không tìm thấy giấy ủy quyền này.", remedy: "Hãy mở lại danh sách ủy quyền." },
  delegationRevoked: { text: "Giấy ủy quyền này đã bị thu hồi ngày {day}.", remedy: "Không cần làm gì thêm." },
  notYourDelegation: {
    text: "Chỉ người giữ chức vụ đã ký ủy quyền, hoặc Giám đốc, được thu hồi.",
    remedy: "Hãy đề nghị Trưởng Ban biên tập hoặc Giám đốc thu hồi.",
  },
};
