import type { DisclosureContent } from "../disclosure/content.ts";

/** What the sample centre discloses under each item, the figures invented. `{năm}` is the school year. */
type Words = Partial<Pick<DisclosureContent, "text">> & {
  /** Name, then lines of cells between bars; the first line names the columns. */
  readonly tables?: readonly (readonly [caption: string, lines: string])[];
  /** The figures are also offered as the file they came from. */
  readonly hasFile?: boolean;
};

/** By the code of the item: the owner's unit, and what is said. */
export const SAMPLE_DISCLOSURE: Readonly<Record<string, { readonly unit: string; readonly words: Words }>> = {
  "thong-tin-chung": {
    unit: "to-chuc-hanh-chinh",
    words: {
      text: "Trung tâm Giáo dục thường xuyên Hải Phòng là đơn vị sự nghiệp công lập trực thuộc Sở Giáo dục và Đào tạo Hải Phòng.\n\nSứ mạng: tạo cơ hội học tập suốt đời cho mọi người dân thành phố. Mục tiêu: mỗi năm mở thêm chương trình mà người học cần, giữ chất lượng của các lớp đang có.\n\nNgười đại diện theo pháp luật: Nguyễn Đức Minh, Giám đốc.",
      tables: [
        [
          "Địa điểm đào tạo",
          "Cơ sở|Địa chỉ|Lớp học\nTrụ sở chính|Số 12 đường Minh Họa|Giáo dục thường xuyên, liên kết\nCơ sở 2|Số 3 phố Ví Dụ|Ngoại ngữ, tin học",
        ],
      ],
    },
  },
  "to-chuc-bo-may": {
    unit: "to-chuc-hanh-chinh",
    words: {
      text: "Trung tâm có Ban Giám đốc, bốn phòng và một tổ chức trực thuộc. Sơ đồ, chức năng và nhiệm vụ ở trang Giới thiệu.",
      tables: [
        [
          "Lãnh đạo Trung tâm",
          "Họ và tên|Chức vụ|Phụ trách\nNguyễn Đức Minh|Giám đốc|Toàn diện\nPhạm Thanh Thúy|Phó Giám đốc|Chuyển đổi số, truyền thông\nTrần Quốc Hưng|Phó Giám đốc|Chuyên môn, tuyển sinh\nLê Thị Ngọc Hà|Phó Giám đốc|Hành chính, tài chính",
        ],
      ],
    },
  },
  "quy-che-noi-bo": {
    unit: "to-chuc-hanh-chinh",
    words: {
      text: "Các quy định đang áp dụng: Quy chế dân chủ; Quy chế chi tiêu nội bộ; Quy chế làm việc; Quy chế hoạt động của Cổng thông tin điện tử ban hành theo Quyết định số 27/QĐ-GDTXHP.",
    },
  },
  "thu-chi-tai-chinh": {
    unit: "to-chuc-hanh-chinh",
    words: {
      text: "Số liệu theo báo cáo quyết toán đã được Sở Giáo dục và Đào tạo thẩm định.",
      tables: [
        [
          "Các khoản thu (triệu đồng)",
          "Nguồn thu|Dự toán|Thực hiện\nNgân sách nhà nước cấp|9.850|9.846\nHọc phí của người học|2.120|2.064\nLiên kết đào tạo, bồi dưỡng|1.400|1.512\nTài trợ|50|65",
        ],
        [
          "Các khoản chi (triệu đồng)",
          "Khoản chi|Dự toán|Thực hiện\nLương và thu nhập|8.900|8.882\nCơ sở vật chất, dịch vụ|3.300|3.276\nHỗ trợ người học|420|431\nChi khác|800|742",
        ],
      ],
      hasFile: true,
    },
  },
  "hoc-phi-cac-khoan-thu": {
    unit: "dao-tao",
    words: {
      text: "Mức thu của {năm}, thu theo tháng thực học. Dự kiến các năm sau giữ nguyên khi quy định của thành phố chưa thay đổi.",
      tables: [
        [
          "Mức thu (nghìn đồng)",
          "Khoản thu|Đơn vị tính|Mức thu\nHọc phí giáo dục thường xuyên cấp THCS|Tháng|100\nHọc phí giáo dục thường xuyên cấp THPT|Tháng|150\nTiếng Anh bậc 2|Khóa|2.400\nTin học cơ bản|Khóa|1.800",
        ],
      ],
      hasFile: true,
    },
  },
  "mien-giam-hoc-bong": {
    unit: "dao-tao",
    words: {
      text: "Chính sách thực hiện theo quy định của Nhà nước và Nghị quyết của Hội đồng nhân dân thành phố.",
      tables: [
        [
          "Kết quả miễn, giảm học phí",
          "Đối tượng|Số người|Mức\nHộ nghèo|14|Miễn 100 %\nCận nghèo|22|Giảm 50 %\nNgười khuyết tật|3|Miễn 100 %",
        ],
        ["Danh sách nhận học bổng", "Họ và tên|Lớp|Mức (nghìn đồng)\nHọc viên A|12A1|1.000\nHọc viên B|11A2|1.000"],
      ],
    },
  },
  "doi-ngu": {
    unit: "to-chuc-hanh-chinh",
    words: {
      text: "Số liệu tính đến đầu {năm}.",
      tables: [
        [
          "Đội ngũ theo vị trí và trình độ",
          "Vị trí việc làm|Tổng số|Tiến sĩ|Thạc sĩ|Đại học|Khác\nCán bộ quản lý|4|0|4|0|0\nGiáo viên|38|1|17|20|0\nNhân viên|11|0|1|7|3",
        ],
        [
          "Đánh giá, bồi dưỡng hằng năm",
          "Nội dung|Số người|Tỷ lệ\nHoàn thành xuất sắc nhiệm vụ|9|17,0 %\nHoàn thành tốt nhiệm vụ|41|77,4 %\nHoàn thành bồi dưỡng bắt buộc|53|100 %",
        ],
      ],
      hasFile: true,
    },
  },
  "co-so-vat-chat": {
    unit: "to-chuc-hanh-chinh",
    words: {
      tables: [
        [
          "Phòng học và thiết bị",
          "Hạng mục|Số lượng|Diện tích (m²)\nPhòng học|22|1.188\nPhòng máy tính|4|256\nPhòng bộ môn|3|210\nThư viện|1|120\nNhà đa năng|1|480",
        ],
      ],
    },
  },
  "kiem-dinh-chat-luong": {
    unit: "dao-tao",
    words: {
      text: "Trung tâm đã hoàn thành tự đánh giá; kế hoạch cải tiến tập trung vào thiết bị dạy nghề và tư vấn cho người học.",
      tables: [
        [
          "Kết quả tự đánh giá",
          "Tiêu chuẩn|Số tiêu chí|Đạt\nTổ chức và quản lý|8|8\nĐội ngũ|5|5\nCơ sở vật chất|6|5\nKết quả|6|6",
        ],
      ],
    },
  },
  "ke-hoach-tuyen-sinh": {
    unit: "dao-tao",
    words: {
      text: "Chỉ tiêu, đối tượng và thời gian tuyển sinh của {năm}. Hồ sơ nhận tại Phòng Đào tạo trong giờ làm việc.",
      tables: [
        [
          "Chỉ tiêu tuyển sinh",
          "Chương trình|Chỉ tiêu|Nhận hồ sơ\nGiáo dục thường xuyên cấp THCS|45|01/6 đến 31/7\nGiáo dục thường xuyên cấp THPT|180|01/6 đến 31/7\nTiếng Anh, tin học|400|Cả năm",
        ],
      ],
    },
  },
  "ke-hoach-giao-duc": {
    unit: "giao-duc-thuong-xuyen",
    words: {
      text: "Năm học có 35 tuần thực học. Lớp ban ngày học từ thứ Hai đến thứ Sáu; lớp buổi tối học bốn buổi mỗi tuần.",
      tables: [
        [
          "Khung thời gian",
          "Mốc|Thời gian\nKhai giảng|05/9\nKết thúc học kỳ I|Trước 18/01\nKết thúc học kỳ II|Trước 31/5",
        ],
      ],
    },
  },
  "ket-qua-giao-duc": {
    unit: "giao-duc-thuong-xuyen",
    words: {
      tables: [
        [
          "Người học theo khối lớp",
          "Khối lớp|Số lớp|Học viên|Nữ\nKhối 10|4|163|71\nKhối 11|4|151|68\nKhối 12|4|148|66",
        ],
        [
          "Kết quả cuối năm",
          "Xếp loại|Học viên|Tỷ lệ\nTốt|61|13,2 %\nKhá|214|46,3 %\nĐạt|181|39,2 %\nChưa đạt|6|1,3 %",
        ],
      ],
    },
  },
  "bao-cao-thuong-nien": {
    unit: "to-chuc-hanh-chinh",
    words: {
      text: "Báo cáo thường niên của năm trước, số liệu đến ngày 31/12, theo mẫu tại Phụ lục I.\n\nTrong năm, Trung tâm dạy 462 học viên chương trình giáo dục thường xuyên, bồi dưỡng và cấp chứng chỉ cho 1.130 lượt người.",
      tables: [
        [
          "Chỉ tiêu chính",
          "Chỉ tiêu|Năm trước|Năm báo cáo\nHọc viên GDTX|438|462\nTỷ lệ tốt nghiệp THPT|97,9 %|98,6 %\nLượt cấp chứng chỉ|1.012|1.130",
        ],
      ],
      hasFile: true,
    },
  },
  "so-du-cac-quy": { unit: "to-chuc-hanh-chinh", words: {} },
  "du-toan-ngan-sach": {
    unit: "to-chuc-hanh-chinh",
    words: {
      tables: [
        [
          "Dự toán chi ngân sách (triệu đồng)",
          "Nhóm chi|Dự toán được giao|Thực hiện\nThanh toán cá nhân|7.420|7.416\nChuyên môn|1.640|1.652\nMua sắm, sửa chữa|790|778",
        ],
      ],
    },
  },
};
