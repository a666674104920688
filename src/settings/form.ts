import { normalizeLine } from "../kernel/vietnamese.ts";
import { SECRET_SETTINGS, type SettingKey, type Settings } from "./settings.ts";

/** How a setting is entered. `lines`: one name a line; `sentences`: the same as written; `choices`: some of a fixed list; `one`: one of it. */
export type Entry =
  | { readonly kind: "line" | "mail" | "number" | "flag" | "lines" | "sentences" | "secret" }
  | {
      readonly kind: "choices" | "one";
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    };

export type FormSetting = Entry & {
  readonly key: SettingKey;
  /** Name of its control. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

export interface SettingGroup {
  readonly title: string;
  /** What the values rest on. */
  readonly clause: string;
  readonly note: string;
  readonly settings: readonly FormSetting[];
}

/** Every setting a centre may change in its own pages, in the order of the form. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    title: "Tên và cơ quan chủ quản",
    clause: "QĐ-Đ1",
    note: "Hiện ở đầu mọi trang công khai, trong thư và trong bản in.",
    settings: [
      { key: "site.name", name: "ten-cong", kind: "line", label: "Tên Cổng" },
      { key: "site.shortName", name: "ten-ngan", kind: "line", label: "Tên ngắn của đơn vị" },
      { key: "site.superiorBody", name: "chu-quan", kind: "line", label: "Cơ quan chủ quản", optional: true },
      {
        key: "institution.place",
        name: "dia-danh",
        kind: "line",
        label: "Địa danh",
        hint: "Ghi trước ngày tháng trong văn bản.",
      },
    ],
  },
  {
    title: "Địa chỉ chính thức",
    clause: "Đ2",
    note: "Quyết định (Điều 1) và Quy chế (Điều 2) ghi hai địa chỉ khác nhau. Chọn một địa chỉ chính thức; địa chỉ kia chuyển hướng. Mọi tên miền khác không được thừa nhận.",
    settings: [
      {
        key: "site.canonicalHost",
        name: "ten-mien",
        kind: "line",
        label: "Tên miền chính thức",
        hint: "Chỉ tên miền, không có https://. Khi đổi, Cổng tự khởi động lại để trả lời dưới tên mới.",
      },
      {
        key: "site.aliases",
        name: "ten-mien-khac",
        kind: "lines",
        label: "Tên miền chuyển hướng",
        hint: "Mỗi dòng một tên miền.",
        optional: true,
      },
      {
        key: "site.hostConfirmed",
        name: "da-xac-nhan",
        kind: "flag",
        label: "Tôi đã đối chiếu và xác nhận địa chỉ chính thức này",
      },
    ],
  },
  {
    title: "Thông tin giao dịch và trách nhiệm",
    clause: "Đ14.k4",
    note: "Hiện ở cuối mọi trang công khai, cùng người chịu trách nhiệm và căn cứ hoạt động (Điều 3).",
    settings: [
      { key: "site.address", name: "dia-chi", kind: "line", label: "Địa chỉ trụ sở", optional: true },
      { key: "site.phone", name: "dien-thoai", kind: "line", label: "Điện thoại", optional: true },
      { key: "site.email", name: "thu-dien-tu", kind: "mail", label: "Thư điện tử", optional: true },
      {
        key: "site.responsible",
        name: "chiu-trach-nhiem",
        kind: "line",
        label: "Người chịu trách nhiệm",
        optional: true,
      },
      {
        key: "site.permission",
        name: "giay-phep",
        kind: "line",
        label: "Giấy phép hoặc căn cứ hoạt động",
        optional: true,
      },
    ],
  },
  {
    title: "Quy trình duyệt bài",
    clause: "Đ15.k2",
    note: "Bốn bước của Điều 15 không thay đổi được; chỉ những điểm Quy chế để ngỏ mới chọn ở đây.",
    settings: [
      {
        key: "newsroom.fieldApprovalRequired",
        name: "duyet-linh-vuc",
        kind: "flag",
        label: "Bài thuộc lĩnh vực có Phó Trưởng ban phụ trách phải qua người đó trước khi phê duyệt",
        hint: "Điều 15 khoản 2 bước 2 ghi “hoặc”, nên mặc định không bắt buộc.",
      },
      {
        key: "newsroom.publicChain",
        name: "chuoi-cong-khai",
        kind: "choices",
        label: "Người chịu trách nhiệm hiện dưới bài đã đăng",
        choices: [
          { value: "author", label: "Tác giả" },
          { value: "unitApprover", label: "Trưởng đơn vị duyệt" },
          { value: "appraiser", label: "Người thẩm định" },
          { value: "approver", label: "Người phê duyệt" },
          { value: "publisher", label: "Người đăng" },
        ],
      },
    ],
  },
  {
    title: "Ảnh và video",
    clause: "Đ6.k3",
    note: "Video tải lên nằm trên máy chủ của Cổng. Video ở nơi khác chỉ được tải khi người đọc bấm xem.",
    settings: [
      {
        key: "media.videoMegabytes",
        name: "mb-video",
        kind: "number",
        label: "Dung lượng lớn nhất của một video (MB)",
        hint: "Từ 1 đến 2.000.",
      },
      {
        key: "media.embeds",
        name: "video-nhung",
        kind: "choices",
        label: "Nơi được nhúng video vào trang",
        choices: [
          { value: "youtube", label: "YouTube (bản ít theo dõi, youtube-nocookie.com)" },
          { value: "vimeo", label: "Vimeo" },
        ],
      },
    ],
  },
  {
    title: "Dịch vụ công trực tuyến",
    clause: "Đ14.k5.g2",
    note: "Cổng chỉ dẫn tới nơi nộp hồ sơ. Dẫn tới tên miền ngoài danh sách này phải ghi lý do.",
    settings: [
      {
        key: "services.trustedHosts",
        name: "ten-mien-tin-cay",
        kind: "lines",
        label: "Tên miền của cơ quan nhà nước, giáo dục",
        hint: "Mỗi dòng một tên miền, gồm cả mọi tên miền con.",
        optional: true,
      },
    ],
  },
  {
    title: "Công khai",
    clause: "Đ13.k1.c",
    note: "Chuyên mục Công khai luôn ở trong danh mục chính và không có cài đặt nào ẩn được.",
    settings: [
      {
        key: "disclosure.inCharge",
        name: "phu-trach-cong-khai",
        kind: "line",
        label: "Người phụ trách công khai",
        hint: "Họ tên, chức vụ; hiện ở đầu chuyên mục Công khai.",
        optional: true,
      },
      {
        key: "disclosure.noticeDays",
        name: "han-bao-so",
        kind: "number",
        label: "Số ngày phải báo Sở khi địa chỉ chuyên mục thay đổi",
        hint: "Điều 13 ghi 05 ngày; tính theo ngày dương lịch.",
      },
    ],
  },
  {
    title: "Hỏi đáp, góp ý, yêu cầu gỡ bỏ",
    clause: "Đ16.k2",
    note: "Hạn tính theo ngày làm việc, hiện ở biểu mẫu, phiếu tra cứu và bàn làm việc. Hạn đã hẹn với người gửi giữ nguyên khi đổi.",
    settings: [
      { key: "enquiries.answerDays", name: "han-hoi-dap", kind: "number", label: "Ngày làm việc để trả lời câu hỏi" },
      {
        key: "takedown.answerDays",
        name: "han-go-bo",
        kind: "number",
        label: "Ngày làm việc để trả lời yêu cầu gỡ bỏ",
      },
      {
        key: "enquiries.keepMonths",
        name: "thang-giu",
        kind: "number",
        label: "Số tháng giữ dữ liệu cá nhân sau khi trả lời",
        hint: "Hết hạn, họ tên, liên hệ, nội dung và tệp được xóa hẳn; nhật ký chỉ giữ mã băm.",
      },
      {
        key: "takedown.reviewMonths",
        name: "thang-xem-lai",
        kind: "number",
        label: "Số tháng không cập nhật thì đưa bài vào danh sách cần xem lại",
        hint: "Chỉ là danh sách; không bài nào tự bị gỡ.",
      },
    ],
  },
  {
    title: "Tin từ cơ quan chủ quản",
    clause: "Đ3.k2.c",
    note: "Hiện thành khối riêng ở trang chủ, ghi rõ là nguồn bên ngoài; không bao giờ lẫn với tin của Trung tâm.",
    settings: [
      {
        key: "superior.feed",
        name: "nguon-tin-so",
        kind: "line",
        label: "Địa chỉ nguồn tin RSS hoặc Atom",
        hint: "Bắt đầu bằng https://. Để trống thì trang chủ không có khối này.",
        optional: true,
      },
      { key: "superior.minutes", name: "phut-doc-tin-so", kind: "number", label: "Số phút giữa hai lần đọc (5–1440)" },
    ],
  },
  {
    title: "Dữ liệu mở",
    clause: "Đ4.k1",
    note: "Điều kiện sử dụng lại, in trong mọi câu trả lời của /api/v1 và ở trang Dữ liệu mở.",
    settings: [{ key: "openData.licence", name: "dieu-kien-du-lieu", kind: "line", label: "Điều kiện sử dụng lại" }],
  },
  {
    title: "Kiểm tra Cổng hai lần mỗi ngày làm việc",
    clause: "Đ12.k2",
    note: "Ngoài giờ này trong cùng ngày, lần kiểm tra vẫn ghi được nhưng là làm muộn. Lần đã ghi giữ hạn của lúc ghi.",
    settings: [
      {
        key: "checks.morning",
        name: "gio-kiem-tra-sang",
        kind: "line",
        label: "Đầu giờ buổi sáng",
        hint: "Ví dụ: 07:00-08:30",
      },
      {
        key: "checks.afternoon",
        name: "gio-kiem-tra-chieu",
        kind: "line",
        label: "Cuối giờ buổi chiều",
        hint: "Ví dụ: 16:00-17:30",
      },
    ],
  },
  {
    title: "Xác nhận Quy chế",
    clause: "QĐ-Đ3",
    note: "Mỗi trưởng đơn vị tự xác nhận đã đọc và thực hiện Quy chế; phân công mới thì xác nhận lại.",
    settings: [
      {
        key: "compliance.acknowledgeDays",
        name: "han-xac-nhan-quy-che",
        kind: "number",
        label: "Số ngày làm việc từ ngày được phân công",
      },
    ],
  },
  {
    title: "Chỉ tiêu tin, bài của đơn vị",
    clause: "Đ16.k3",
    note: "Quy chế ghi ít nhất 02 tin, bài có chất lượng mỗi tháng. Tháng đã chốt theo báo cáo giữ nguyên kết quả khi đổi.",
    settings: [
      { key: "quota.perMonth", name: "chi-tieu-thang", kind: "number", label: "Số tin, bài đạt chất lượng mỗi tháng" },
      {
        key: "quota.countRepublished",
        name: "tinh-bai-dang-lai",
        kind: "flag",
        label: "Tính cả bài đăng lại từ nguồn khác",
      },
      {
        key: "quota.criteria",
        name: "tieu-chi-chat-luong",
        kind: "sentences",
        label: "Tiêu chí chất lượng",
        hint: "Mỗi dòng một tiêu chí, tối đa 12. Người viết và người đánh giá cùng đọc danh sách này.",
      },
    ],
  },
  {
    title: "Báo cáo",
    clause: "Đ18.k1",
    note: "Điều 11 và Điều 18 ghi ngày 25 hằng tháng. Kỳ số liệu hết vào ngày ấy, kỳ sau bắt đầu từ ngày kế tiếp.",
    settings: [
      {
        key: "reports.cutDay",
        name: "ngay-bao-cao",
        kind: "number",
        label: "Ngày hạn báo cáo tháng (1–28)",
      },
      {
        key: "reports.prepareDays",
        name: "ngay-chuan-bi",
        kind: "number",
        label: "Số ngày trước hạn mà Cổng tự lập dự thảo báo cáo (1–15)",
      },
      {
        key: "reports.afterDays",
        name: "ngay-sau-ky",
        kind: "number",
        label: "Hạn báo cáo quý, năm: số ngày sau khi hết kỳ (0–30)",
        hint: "0: ngày cuối cùng của quý, của năm.",
      },
      {
        key: "reports.technicalReceiver",
        name: "nhan-bao-cao-quan-tri",
        kind: "one",
        label: "Người nhận báo cáo quý, năm của Quản trị",
        hint: "Điều 12 khoản 3 không ghi người nhận.",
        choices: [
          { value: "CHIEF", label: "Trưởng Ban biên tập" },
          { value: "STANDING_DEPUTY", label: "Phó Trưởng ban thường trực" },
          { value: "DIRECTOR", label: "Giám đốc" },
        ],
      },
      {
        key: "institution.abbreviation",
        name: "ten-viet-tat",
        kind: "line",
        label: "Tên viết tắt trong ký hiệu văn bản",
        hint: "GDTXHP cho ký hiệu BC-GDTXHP.",
      },
      {
        key: "reports.recipients",
        name: "noi-nhan",
        kind: "sentences",
        label: "Nơi nhận ghi sau người nhận báo cáo",
        hint: "Mỗi dòng một nơi, không ghi dấu gạch và dấu chấm phẩy; dòng cuối là “Lưu: …”.",
      },
    ],
  },
  {
    title: "Thời gian xử lý bài, nhắc việc",
    clause: "Đ21.k2",
    note: "Quá thời gian này bài được báo trễ cho người đang giữ và cấp trên. Có thể ghi nửa ngày: 0,5.",
    settings: [
      { key: "duties.headDays", name: "ngay-don-vi", kind: "number", label: "Ngày làm việc để trưởng đơn vị duyệt" },
      { key: "duties.reviewDays", name: "ngay-tham-dinh", kind: "number", label: "Ngày làm việc để thẩm định" },
      { key: "duties.finalDays", name: "ngay-phe-duyet", kind: "number", label: "Ngày làm việc để phê duyệt" },
      { key: "duties.postDays", name: "ngay-dang", kind: "number", label: "Ngày làm việc để đăng bài đã duyệt" },
      {
        key: "duties.workHours",
        name: "gio-lam-viec",
        kind: "line",
        label: "Giờ làm việc trong ngày",
        hint: "Ví dụ: 07:30-17:30",
      },
      {
        key: "duties.remindEarlier",
        name: "nhac-som",
        kind: "flag",
        label: "Nhắc việc rơi vào ngày nghỉ thì nhắc vào ngày làm việc liền trước",
      },
    ],
  },
  {
    title: "Công việc của Ban biên tập",
    clause: "Đ12.k2",
    note: "Số ngày làm việc để trả lời. Việc đã nêu giữ hạn của lúc nêu.",
    settings: [
      { key: "matters.ticketDays", name: "ngay-ho-tro", kind: "number", label: "Yêu cầu hỗ trợ (1–60)" },
      { key: "matters.urgentTicketDays", name: "ngay-ho-tro-gap", kind: "number", label: "Yêu cầu hỗ trợ gấp (1–60)" },
      {
        key: "matters.difficultyDays",
        name: "ngay-vuong-mac",
        kind: "number",
        label: "Khó khăn, vướng mắc (1–60)",
      },
    ],
  },
  {
    title: "Kiểm tra, đánh giá",
    clause: "Đ22.k1",
    note: "Hạn công khai kết quả đánh giá hằng năm, và số ngày làm việc đơn vị có để giải trình.",
    settings: [
      {
        key: "inspection.publishBy",
        name: "han-cong-khai-danh-gia",
        kind: "line",
        label: "Công khai kết quả trước hết ngày (tháng-ngày)",
        hint: "Ví dụ: 12-31",
      },
      {
        key: "inspection.explainDays",
        name: "ngay-giai-trinh",
        kind: "number",
        label: "Số ngày làm việc để giải trình",
      },
    ],
  },
  {
    title: "Tin, bài về sự kiện",
    clause: "Đ16.k4.g3",
    note: "Quy chế ghi chậm nhất 01 ngày sau khi kết thúc. Hạn là hết ngày; đổi ở đây chỉ áp dụng cho sự kiện ghi hoặc dời sau đó.",
    settings: [
      {
        key: "events.articleDays",
        name: "ngay-tin-su-kien",
        kind: "number",
        label: "Số ngày sau ngày kết thúc (1–3)",
      },
    ],
  },
  {
    title: "Máy chủ thư",
    clause: "Đ7.k3",
    note: "Để gửi thông báo công việc. Chưa có máy chủ thư thì thông báo vẫn hiện trong bàn làm việc và thư chờ đến khi có.",
    settings: [
      { key: "mail.host", name: "thu-may-chu", kind: "line", label: "Máy chủ", optional: true },
      { key: "mail.port", name: "thu-cong", kind: "number", label: "Cổng mạng" },
      { key: "mail.secure", name: "thu-tls", kind: "flag", label: "Dùng TLS ngay từ đầu (thường là cổng 465)" },
      { key: "mail.user", name: "thu-tai-khoan", kind: "line", label: "Tài khoản gửi thư", optional: true },
      {
        key: "mail.password",
        name: "thu-mat-khau",
        kind: "secret",
        label: "Mật khẩu gửi thư",
        hint: "Để trống nếu giữ mật khẩu đang dùng.",
        optional: true,
      },
      { key: "mail.from", name: "thu-nguoi-gui", kind: "mail", label: "Địa chỉ người gửi", optional: true },
    ],
  },
];

/** What a setting is called on screen; null for one that no form shows. */
export function settingLabel(key: string): string | null {
  return SETTING_GROUPS.flatMap(({ settings }) => settings).find((setting) => setting.key === key)?.label ?? null;
}

/** What a form sent under one control: its values, none when the control was not sent. */
export type Sent = (name: string) => readonly string[];

/**
 * The settings that a sent form changes, as typed; whether they can be used is judged by the command. A secret left
 * empty stays as it is, and what was sent unchanged is no change.
 */
export function changedSettings(
  sent: Sent,
  present: Settings,
  controls: readonly FormSetting[] = SETTING_GROUPS.flatMap(({ settings }) => settings),
): Partial<Settings> {
  const entries = controls.flatMap((setting) => {
    // A box that is not sent is empty; a field that is not sent was not asked for.
    const isBox = setting.kind === "flag" || setting.kind === "choices";
    if (!isBox && sent(setting.name).length === 0) return [];
    const value = enteredValue(setting, sent(setting.name));
    if (SECRET_SETTINGS.includes(setting.key) && value === "") return [];
    return JSON.stringify(value) === JSON.stringify(present[setting.key]) ? [] : [[setting.key, value] as const];
  });
  return Object.fromEntries(entries) as Partial<Settings>;
}

function enteredValue(setting: FormSetting, values: readonly string[]): unknown {
  const [first = ""] = values;
  switch (setting.kind) {
    case "flag":
      return values.length > 0;
    case "number":
      return first.trim() === "" ? Number.NaN : Number(first.trim().replace(",", "."));
    case "lines":
      return first
        .split("\n")
        .map((line) => normalizeLine(line).toLowerCase())
        .filter(Boolean);
    case "sentences":
      return first.split("\n").map(normalizeLine).filter(Boolean);
    case "choices":
      return setting.choices.map(({ value }) => value).filter((value) => values.includes(value));
    case "secret":
      return first;
    default:
      return setting.key === "site.canonicalHost" ? normalizeLine(first).toLowerCase() : normalizeLine(first);
  }
}

/** A setting as the form shows it: values of its control. */
export function shownValues(setting: FormSetting, settings: Settings): string[] {
  const value = settings[setting.key];
  if (SECRET_SETTINGS.includes(setting.key)) return [];
  if (setting.kind === "flag") return value === true ? ["on"] : [];
  if (setting.kind === "lines" || setting.kind === "sentences") return [(value as readonly string[]).join("\n")];
  return Array.isArray(value) ? [...value] : [String(value)];
}
