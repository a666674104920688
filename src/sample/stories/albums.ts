import { usual } from "../roads.ts";
import type { Story } from "../story.ts";

const GDTX = { author: "ctv.giao-duc-thuong-xuyen", head: "truong.giao-duc-thuong-xuyen" } as const;

/** Articles that live by their pictures. */
export const ALBUM_STORIES: readonly Story[] = [
  {
    category: "tin-tuc-su-kien",
    unit: "giao-duc-thuong-xuyen",
    cover: "doc-sach",
    road: usual(6, GDTX),
    write: (on) => ({
      title: "Bộ tranh “Trung tâm của em” do học viên lớp tin học vẽ trên máy tính",
      lead: `Sáu bức tranh vẽ bằng phần mềm tự do được trưng bày ở sảnh nhà A từ ${on.named(7)}, kể về những góc quen thuộc của Trung tâm.`,
      body: `
Sau tám tuần học vẽ đồ họa, học viên lớp tin học ứng dụng cùng chọn một đề tài: nơi mình đi học mỗi ngày. Mỗi người vẽ một góc, từ cổng trường buổi sớm đến phòng máy lúc tan ca.

![cong-truong] Cổng Trung tâm buổi sớm.
![lop-hoc] Một giờ học buổi tối.
![may-tinh] Phòng thực hành tin học.
![doc-sach] Góc đọc sách cạnh cửa sổ.
![cay-xanh] Hàng cây trước dãy nhà B.
![ben-song] Đường đi học ven sông.

Các bức tranh không ghi tên riêng từng người: cả lớp góp ý, sửa cho nhau và ký tên chung. Ai muốn xin bản in cỡ lớn có thể đăng ký tại Phòng Công nghệ thông tin, không thu phí.`,
    }),
  },
  {
    category: "tin-tuc-su-kien",
    unit: "giao-duc-thuong-xuyen",
    road: usual(4, GDTX),
    write: (on) => ({
      title: "Xem phim hoạt hình “Một buổi sáng ở Trung tâm” của lớp làm phim ngắn",
      lead: `Phim dài năm giây, sản phẩm đầu tay của lớp làm phim ngắn, được giới thiệu tại buổi tổng kết khóa học ${on.named(5)}.`,
      body: `
Lớp làm phim ngắn có mười hai học viên, học hai buổi mỗi tuần trong một tháng. Cả lớp cùng viết kịch bản, vẽ từng khung hình rồi ghép lại thành phim.

!video

Phim có phụ đề tiếng Việt. Khóa tiếp theo dự kiến mở vào đầu quý tới; lịch học sẽ được đăng ở chuyên mục Tuyển sinh.`,
    }),
  },
];
