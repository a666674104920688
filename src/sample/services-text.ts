export interface SampleProcedure {
  readonly code: string;
  /** Code of the unit that owns it. */
  readonly unit: string;
  readonly name: string;
  readonly field: string;
  readonly steps: readonly string[];
  readonly dossier: readonly string[];
  readonly copies: string;
  readonly days: string;
  readonly fee: string;
  readonly place: string;
  readonly responsible: string;
  readonly result: string;
  readonly legalBasis: string;
  readonly legalNumbers?: readonly string[];
  readonly form?: { readonly name: string; readonly text: string };
  /** Why it is no longer in force. */
  readonly over?: string;
}

const COUNTER = "Bộ phận tiếp nhận, tầng 1, trụ sở Trung tâm; giờ hành chính từ thứ Hai đến thứ Sáu";

const form = (title: string, rows: readonly string[]) =>
  [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "",
    title.toUpperCase(),
    "",
    "Kính gửi: Giám đốc Trung tâm Giáo dục thường xuyên Hải Phòng",
    "",
    ...rows.map((row) => `${row}: ......................................................`),
    "",
    "Hải Phòng, ngày ..... tháng ..... năm .........",
    "Người làm đơn (ký, ghi rõ họ tên)",
    "",
  ].join("\n");

/** Thủ tục of the sample centre; the texts are examples. */
export const SAMPLE_PROCEDURES: readonly SampleProcedure[] = [
  {
    code: "TTHC-01",
    unit: "to-chuc-hanh-chinh",
    name: "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc",
    field: "Văn bằng, chứng chỉ",
    steps: [
      "Người có yêu cầu nộp hồ sơ tại bộ phận tiếp nhận hoặc gửi qua bưu chính.",
      "Bộ phận tiếp nhận kiểm tra hồ sơ, ghi sổ và trả giấy hẹn.",
      "Văn thư đối chiếu sổ gốc, trình Giám đốc ký bản sao.",
      "Trả kết quả tại nơi nộp hoặc gửi qua bưu chính.",
    ],
    dossier: [
      "Đơn đề nghị cấp bản sao (theo mẫu).",
      "Bản chụp giấy tờ tùy thân, kèm bản chính để đối chiếu.",
      "Giấy ủy quyền, nếu nộp thay.",
    ],
    copies: "1",
    days: "1",
    fee: "Không thu lệ phí",
    place: COUNTER,
    responsible: "Văn thư, Phòng Tổ chức – Hành chính",
    result: "Bản sao văn bằng, chứng chỉ",
    legalBasis: "Quy chế quản lý bằng tốt nghiệp, văn bằng, chứng chỉ của hệ thống giáo dục quốc dân.",
    legalNumbers: ["21/2019/TT-BGDĐT"],
    form: {
      name: "Don de nghi cap ban sao van bang.txt",
      text: form("Đơn đề nghị cấp bản sao văn bằng, chứng chỉ", [
        "Họ và tên",
        "Khóa học",
        "Loại văn bằng",
        "Số bản sao",
      ]),
    },
  },
  {
    code: "TTHC-02",
    unit: "to-chuc-hanh-chinh",
    name: "Chỉnh sửa nội dung văn bằng, chứng chỉ",
    field: "Văn bằng, chứng chỉ",
    steps: [
      "Người đề nghị nộp hồ sơ tại bộ phận tiếp nhận.",
      "Phòng Tổ chức – Hành chính thẩm tra với hồ sơ gốc.",
      "Giám đốc ký quyết định chỉnh sửa.",
      "Trả quyết định và ghi vào phụ lục sổ gốc.",
    ],
    dossier: [
      "Đơn đề nghị chỉnh sửa (theo mẫu).",
      "Văn bằng, chứng chỉ đề nghị chỉnh sửa.",
      "Giấy tờ chứng minh nội dung chỉnh sửa: trích lục khai sinh, quyết định thay đổi hộ tịch.",
    ],
    copies: "1",
    days: "5",
    fee: "Không thu lệ phí",
    place: COUNTER,
    responsible: "Phòng Tổ chức – Hành chính",
    result: "Quyết định chỉnh sửa văn bằng, chứng chỉ",
    legalBasis: "Quy chế quản lý bằng tốt nghiệp, văn bằng, chứng chỉ của hệ thống giáo dục quốc dân.",
    legalNumbers: ["21/2019/TT-BGDĐT"],
    form: {
      name: "Don de nghi chinh sua van bang.txt",
      text: form("Đơn đề nghị chỉnh sửa văn bằng", [
        "Họ và tên",
        "Số hiệu văn bằng",
        "Nội dung hiện ghi",
        "Đề nghị sửa thành",
      ]),
    },
  },
  {
    code: "TTHC-03",
    unit: "giao-duc-thuong-xuyen",
    name: "Chuyển trường đối với học viên học chương trình giáo dục thường xuyên",
    field: "Học viên",
    steps: [
      "Học viên hoặc cha mẹ nộp hồ sơ tại nơi chuyển đi.",
      "Trung tâm nơi đi cấp giấy giới thiệu chuyển trường.",
      "Trung tâm nơi đến xem xét, tiếp nhận và xếp lớp.",
    ],
    dossier: ["Đơn xin chuyển trường (theo mẫu).", "Học bạ bản chính.", "Giấy giới thiệu của nơi chuyển đi."],
    copies: "1",
    days: "3",
    fee: "Không thu lệ phí",
    place: COUNTER,
    responsible: "Phòng Giáo dục thường xuyên",
    result: "Giấy tiếp nhận và xếp lớp",
    legalBasis: "Quy chế tổ chức và hoạt động của trung tâm giáo dục thường xuyên.",
    form: {
      name: "Don xin chuyen truong.txt",
      text: form("Đơn xin chuyển trường", ["Họ và tên học viên", "Lớp", "Nơi chuyển đi", "Nơi chuyển đến", "Lý do"]),
    },
  },
  {
    code: "TTHC-04",
    unit: "giao-duc-thuong-xuyen",
    name: "Xin học lại, bảo lưu kết quả học tập",
    field: "Học viên",
    steps: ["Học viên nộp đơn.", "Giáo viên chủ nhiệm và Phòng xác nhận kết quả.", "Giám đốc quyết định."],
    dossier: ["Đơn xin bảo lưu hoặc học lại.", "Học bạ hoặc bảng điểm."],
    copies: "1",
    days: "5",
    fee: "Không thu lệ phí",
    place: COUNTER,
    responsible: "Phòng Giáo dục thường xuyên",
    result: "Quyết định bảo lưu hoặc tiếp nhận học lại",
    legalBasis: "Quy chế tổ chức và hoạt động của trung tâm giáo dục thường xuyên.",
  },
  {
    code: "TTHC-05",
    unit: "dao-tao",
    name: "Xác nhận đang học tại Trung tâm",
    field: "Học viên",
    steps: ["Học viên đề nghị tại bộ phận tiếp nhận.", "Phòng Đào tạo đối chiếu danh sách lớp và ký xác nhận."],
    dossier: ["Giấy đề nghị xác nhận (theo mẫu) hoặc mẫu của nơi yêu cầu."],
    copies: "1",
    days: "1",
    fee: "Không thu lệ phí",
    place: COUNTER,
    responsible: "Phòng Đào tạo",
    result: "Giấy xác nhận",
    legalBasis: "",
  },
  {
    code: "TTHC-06",
    unit: "ngoai-ngu-tin-hoc",
    name: "Đăng ký dự thi cấp chứng chỉ ứng dụng công nghệ thông tin cơ bản",
    field: "Thi và chứng chỉ",
    steps: [
      "Thí sinh nộp hồ sơ đăng ký trước kỳ thi ít nhất 15 ngày.",
      "Trung tâm lập danh sách, thông báo phòng thi.",
      "Thí sinh dự thi; kết quả được công bố sau khi chấm.",
      "Trả chứng chỉ tại bộ phận tiếp nhận.",
    ],
    dossier: ["Phiếu đăng ký dự thi.", "Bản chụp giấy tờ tùy thân.", "Hai ảnh 4 × 6 cm."],
    copies: "1",
    days: "15",
    fee: "Theo thông báo của từng kỳ thi",
    place: COUNTER,
    responsible: "Trung tâm Ngoại ngữ – Tin học",
    result: "Chứng chỉ ứng dụng công nghệ thông tin cơ bản",
    legalBasis: "Quy định tổ chức thi và cấp chứng chỉ ứng dụng công nghệ thông tin.",
  },
  {
    code: "TTHC-07",
    unit: "to-chuc-hanh-chinh",
    name: "Đổi chứng chỉ nghề phổ thông cũ",
    field: "Văn bằng, chứng chỉ",
    steps: ["Người đề nghị nộp chứng chỉ cũ.", "Trung tâm đối chiếu sổ gốc và trả kết quả."],
    dossier: ["Đơn đề nghị.", "Chứng chỉ cũ."],
    copies: "1",
    days: "10",
    fee: "Không thu lệ phí",
    place: COUNTER,
    responsible: "Phòng Tổ chức – Hành chính",
    result: "Chứng chỉ nghề phổ thông",
    legalBasis: "",
    over: "Trung tâm không còn tổ chức cấp đổi chứng chỉ nghề phổ thông",
  },
];

export interface SampleService {
  readonly code: string;
  readonly unit: string;
  readonly name: string;
  readonly field: string;
  readonly level: string;
  /** Code of the procedure it carries out. */
  readonly procedure?: string;
  readonly link?: string;
  readonly note?: string;
}

const STATE_PORTAL = "https://dichvucong.gov.vn/";

export const SAMPLE_SERVICES: readonly SampleService[] = [
  {
    code: "DVC-01",
    unit: "to-chuc-hanh-chinh",
    name: "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc",
    field: "Văn bằng, chứng chỉ",
    level: "FULL_ONLINE",
    procedure: "TTHC-01",
    link: STATE_PORTAL,
  },
  {
    code: "DVC-02",
    unit: "to-chuc-hanh-chinh",
    name: "Chỉnh sửa nội dung văn bằng, chứng chỉ",
    field: "Văn bằng, chứng chỉ",
    level: "PARTIAL_ONLINE",
    procedure: "TTHC-02",
    link: STATE_PORTAL,
    note: "Mang bản chính văn bằng khi đến nhận kết quả",
  },
  {
    code: "DVC-03",
    unit: "giao-duc-thuong-xuyen",
    name: "Chuyển trường đối với học viên giáo dục thường xuyên",
    field: "Học viên",
    level: "PARTIAL_ONLINE",
    procedure: "TTHC-03",
    link: STATE_PORTAL,
  },
  {
    code: "DVC-04",
    unit: "dao-tao",
    name: "Xác nhận đang học tại Trung tâm",
    field: "Học viên",
    level: "INFORMATION_ONLY",
    procedure: "TTHC-05",
  },
  {
    code: "DVC-05",
    unit: "giao-duc-thuong-xuyen",
    name: "Tra cứu điểm thi tốt nghiệp trung học phổ thông",
    field: "Thi và chứng chỉ",
    level: "FULL_ONLINE",
    link: "https://thisinh.thitotnghiepthpt.edu.vn/",
    note: "Hệ thống của Bộ Giáo dục và Đào tạo, mở trong thời gian công bố kết quả",
  },
];
