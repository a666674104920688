import type { Sentence } from "../newsroom/move-words.ts";
import type { AssetCode } from "./rules.ts";

export const assetSentences: Readonly<Record<AssetCode, Sentence>> = {
  assetUnknown: {
    text: "Không có mục nào như vậy trong sổ tài sản.",
    remedy: "Hãy mở lại trang Tài sản, tên miền và chọn mục trong danh sách.",
  },
  assetRetired: {
    text: "Mục này đã ghi là thôi dùng nên không sửa được nữa.",
    remedy: "Nếu dùng lại, hãy thêm một mục mới.",
  },
  assetChanged: {
    text: "Mục này vừa được người khác sửa sau khi bạn mở.",
    remedy: "Điều bạn ghi vẫn còn trên trang; hãy xem bản mới ở danh sách rồi lưu lại nếu vẫn đúng.",
  },
  assetNameMissing: { text: "Chưa ghi tên.", remedy: "Ví dụ: tên miền đầy đủ, hoặc tên và kiểu máy." },
  assetOwnerMissing: {
    text: "Chưa chọn người phụ trách.",
    remedy: "Mỗi tài sản có một người phụ trách, là người nhận nhắc khi sắp hết hạn.",
  },
  assetSupplierMissing: {
    text: "Chưa ghi nơi đăng ký hoặc nơi cấp.",
    remedy: "Đó là nơi gia hạn: tên nhà đăng ký tên miền, nơi cấp chứng thư hoặc bên bán bản quyền.",
  },
  assetExpiryMissing: {
    text: "Chưa ghi ngày hết hạn.",
    remedy: "Tên miền, chứng thư, bản quyền nào cũng có ngày hết hạn; Cổng nhắc trước 60, 30 và 7 ngày.",
  },
  assetDayInvalid: { text: "Ngày hết hạn không có trong lịch.", remedy: "Hãy chọn lại ngày." },
  assetReasonMissing: {
    text: "Chưa ghi lý do thôi dùng.",
    remedy: "Hãy ghi ngắn gọn: đã thay bằng gì, thanh lý ngày nào.",
  },
};
