import type { Sentence } from "../newsroom/move-words.ts";
import type { LibraryCode } from "./rules.ts";

/** Why an act about the library is refused; `notThisHat` has its sentence with the moves. */
export const librarySentences: Readonly<Record<Exclude<LibraryCode, "notThisHat">, Sentence>> = {
  notYourLibrary: {
    text: "Văn bản này thuộc đơn vị hoặc lĩnh vực bạn không phụ trách.",
    remedy: "Trưởng đơn vị quản lý văn bản, Phó Trưởng ban phụ trách hoặc Thư ký có thể làm việc này.",
  },
  numberMalformed: {
    text: "Số, ký hiệu “{typed}” chưa đúng.",
    remedy: "Ví dụ: 27/QĐ-GDTXHP, 37/2020/TT-BGDĐT. Dấu cách và chữ thường không sao.",
  },
  numberTaken: {
    text: "Thư viện đã có văn bản số {number} ngày {day} của cơ quan này.",
    remedy: "Hãy mở văn bản đã có để sửa, hoặc xem lại số và ngày ban hành.",
  },
  docKindMissing: { text: "Chưa chọn loại văn bản.", remedy: "Hãy chọn một loại trong danh sách." },
  docTextMissing: { text: "{name} còn trống.", remedy: "Hãy nhập như trên văn bản." },
  docTextLegacy: {
    text: "{name} có ký tự không đọc được: “{around}”.",
    remedy: "Hãy gõ lại bằng bảng mã Unicode.",
  },
  docTextLong: { text: "{name} dài quá {longest} ký tự.", remedy: "Hãy rút gọn; toàn văn để trong tệp." },
  issueDayInvalid: { text: "Ngày ban hành chưa đúng.", remedy: "Hãy nhập đủ ngày, tháng, năm." },
  effectDayInvalid: {
    text: "Ngày có hiệu lực chưa đúng.",
    remedy: "Hãy nhập đủ ngày, tháng, năm, hoặc để trống nếu có hiệu lực từ ngày ký.",
  },
  effectBeforeIssue: {
    text: "Ngày có hiệu lực {effective} trước ngày ban hành {issued}.",
    remedy: "Nếu văn bản quy định như vậy, hãy ghi lý do (ít nhất 10 ký tự); nếu không, hãy sửa ngày.",
  },
  effectEndInvalid: { text: "Ngày hết hiệu lực chưa đúng.", remedy: "Hãy nhập đủ ngày, tháng, năm, hoặc để trống." },
  effectEndsBeforeBegin: {
    text: "Ngày hết hiệu lực trước ngày có hiệu lực.",
    remedy: "Hãy xem lại hai ngày trên văn bản.",
  },
  ownerUnitMissing: {
    text: "Chưa có đơn vị quản lý văn bản.",
    remedy: "Hãy chọn phòng, tổ chức chịu trách nhiệm rà soát văn bản này.",
  },
  docFieldUnknown: { text: "Không tìm thấy lĩnh vực này.", remedy: "Hãy chọn lĩnh vực trong danh sách." },
  reviewDayInvalid: {
    text: "Ngày rà soát phải sau hôm nay.",
    remedy: "Hãy chọn ngày mà đơn vị sẽ xem lại văn bản này, thường là sau một năm.",
  },
  docUnknown: { text: "Không tìm thấy văn bản này.", remedy: "Hãy chọn văn bản trong danh sách." },
  docChangedMeanwhile: {
    text: "Văn bản vừa được người khác sửa (bản {version}).",
    remedy: "Hãy mở lại văn bản, xem nội dung mới rồi sửa tiếp.",
  },
  changeNoteShort: {
    text: "Văn bản đã công bố: chưa ghi đã sửa điều gì.",
    remedy: "Hãy ghi ngắn gọn (ít nhất 10 ký tự); người đọc thấy ghi chú này.",
  },
  docAlreadyPublic: { text: "Văn bản này đã công bố.", remedy: "" },
  docFileMissing: { text: "Văn bản chưa có tệp.", remedy: "Hãy thêm tệp toàn văn trước khi công bố." },
  docNotPublic: { text: "Văn bản này chưa công bố.", remedy: "Hãy công bố văn bản trước." },
  fileNotReceived: { text: "Chưa nhận được tệp.", remedy: "Hãy chọn tệp rồi gửi lại." },
  fileTitleMissing: { text: "Tệp chưa có tên gọi.", remedy: "Ví dụ: Toàn văn Quyết định; Phụ lục 1." },
  fileLanguageUnknown: { text: "Chưa chọn ngôn ngữ của tệp.", remedy: "Hãy chọn trong danh sách." },
  filePlaceUnknown: { text: "Không tìm thấy tệp cần thay.", remedy: "Hãy mở lại trang văn bản." },
  fileSame: { text: "Tệp mới giống hệt tệp đang có.", remedy: "Hãy chọn đúng tệp cần thay vào." },
  relationSelf: { text: "Một văn bản không thể có quan hệ với chính nó.", remedy: "Hãy chọn văn bản khác." },
  relationKindMissing: { text: "Chưa chọn loại quan hệ.", remedy: "Hãy chọn: thay thế, sửa đổi, bãi bỏ, hướng dẫn…" },
  relationDayInvalid: { text: "Ngày của quan hệ chưa đúng.", remedy: "Hãy nhập đủ ngày, hoặc để trống." },
  relationDayEarly: {
    text: "{name} chỉ có hiệu lực từ {day}, không thể tác động sớm hơn.",
    remedy: "Hãy để trống ngày, hoặc nhập ngày từ đó trở đi.",
  },
  relationOlder: {
    text: "{from} ban hành trước nên không thể thay thế, bãi bỏ {to}.",
    remedy: "Hãy xem lại chiều của quan hệ và ngày ban hành.",
  },
  relationCircle: {
    text: "Quan hệ này tạo thành vòng: {to} (trực tiếp hoặc qua văn bản khác) đã thay thế, bãi bỏ {from}.",
    remedy: "Hãy xem lại các quan hệ đã ghi.",
  },
  relationTaken: { text: "Quan hệ này đã được ghi.", remedy: "" },
  relationUnknown: { text: "Không tìm thấy quan hệ này, hoặc đã rút.", remedy: "Hãy mở lại trang văn bản." },
  withdrawReasonShort: {
    text: "Chưa ghi lý do rút quan hệ đã ghi.",
    remedy: "Hãy ghi lý do, ít nhất 10 ký tự; lý do được lưu lại.",
  },
  basisNumberMissing: { text: "Chưa có số, ký hiệu của căn cứ.", remedy: "Ví dụ: 37/2020/TT-BGDĐT." },
  basisTitleMissing: { text: "Chưa có tên của căn cứ.", remedy: "Hãy nhập tên gọi của văn bản." },
  basisDayInvalid: { text: "Có ngày chưa đúng.", remedy: "Hãy nhập đủ ngày, tháng, năm, hoặc để trống." },
  basisPeriodInverted: { text: "Ngày hết hiệu lực trước ngày có hiệu lực.", remedy: "Hãy xem lại hai ngày." },
};
