/** What went wrong with a request, as far as the person needs to know. */
export type Problem =
  | "badRequest"
  | "forged"
  | "signedOut"
  | "wrongHat"
  | "notFound"
  | "wrongMethod"
  | "stale"
  | "gone"
  | "tooLarge"
  | "wrongType"
  | "wrongHost"
  | "tooSoon"
  | "broken";

/** A form whose words were kept although it was not accepted. Every value is shown escaped. */
export interface KeptForm {
  readonly action: string;
  /** Hidden fields, the fresh token among them. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Names of fields to be typed again: passwords are not sent back. */
  readonly passwords: readonly string[];
}

/** Everything a page about a problem shows; words included. */
export interface ProblemView {
  readonly problem: Problem;
  readonly status: number;
  readonly title: string;
  readonly sentences: readonly string[];
  /** What to quote to the administrator; only for our own failures. */
  readonly reference: string | null;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly form: KeptForm | null;
  /** Which layout it belongs to. */
  readonly place: "desk" | "site";
}

interface Words {
  readonly status: number;
  readonly title: string;
  readonly sentences: readonly string[];
}

export const PROBLEMS: Readonly<Record<Problem, Words>> = {
  badRequest: {
    status: 400,
    title: "Yêu cầu không đúng dạng",
    sentences: ["Địa chỉ hoặc dữ liệu gửi lên không đúng dạng nên cổng không thực hiện.", "Hãy quay lại và thử lại."],
  },
  forged: {
    status: 403,
    title: "Biểu mẫu chưa được nhận",
    sentences: [
      "Vì an toàn, cổng chỉ nhận biểu mẫu được gửi từ chính trang của cổng và còn hiệu lực. Chưa có gì được ghi.",
    ],
  },
  signedOut: {
    status: 401,
    title: "Bạn chưa đăng nhập",
    sentences: ["Phiên làm việc đã hết hoặc bạn chưa đăng nhập, nên việc vừa làm chưa được ghi."],
  },
  wrongHat: {
    status: 403,
    title: "Vai trò này không mở được trang",
    sentences: ["Trang này không dành cho vai trò bạn đang chọn."],
  },
  notFound: {
    status: 404,
    title: "Không tìm thấy trang",
    sentences: [
      "Địa chỉ này không có trên cổng, hoặc đã được nhập chưa đúng.",
      "Hãy kiểm tra lại địa chỉ hoặc đi từ trang chủ.",
    ],
  },
  wrongMethod: {
    status: 405,
    title: "Không thực hiện được theo cách này",
    sentences: ["Địa chỉ này không nhận cách gửi vừa dùng. Hãy mở lại trang và thực hiện từ đó."],
  },
  stale: {
    status: 409,
    title: "Nội dung đã thay đổi",
    sentences: [
      "Nội dung đã được thay đổi sau khi bạn mở trang, nên việc bạn vừa làm chưa được ghi.",
      "Hãy mở bản mới nhất, xem lại rồi thực hiện tiếp.",
    ],
  },
  gone: {
    status: 410,
    title: "Nội dung không còn trên cổng",
    sentences: ["Nội dung tại địa chỉ này đã được gỡ khỏi cổng thông tin điện tử."],
  },
  tooLarge: {
    status: 413,
    title: "Nội dung gửi lên quá lớn",
    sentences: [
      "Tệp hoặc nội dung gửi lên lớn hơn mức cổng nhận, nên chưa có gì được ghi.",
      "Hãy quay lại, chọn tệp nhỏ hơn hoặc chia nhỏ nội dung rồi gửi lại.",
    ],
  },
  wrongType: {
    status: 415,
    title: "Không nhận được kiểu dữ liệu này",
    sentences: ["Cổng không nhận kiểu dữ liệu vừa gửi. Hãy gửi bằng biểu mẫu trên trang."],
  },
  wrongHost: {
    status: 421,
    title: "Đây không phải địa chỉ chính thức",
    sentences: ["Mọi tên miền và địa chỉ truy cập khác không được Trung tâm thừa nhận (Điều 2 Quy chế)."],
  },
  tooSoon: {
    status: 429,
    title: "Xin chờ một chút",
    sentences: ["Cổng đã nhận quá nhiều yêu cầu trong thời gian ngắn. Hãy chờ ít phút rồi thử lại."],
  },
  broken: {
    status: 500,
    title: "Cổng gặp trục trặc",
    sentences: [
      "Yêu cầu chưa thực hiện được do lỗi của cổng, không phải do bạn. Lỗi đã được ghi lại.",
      "Hãy thử lại sau ít phút. Nếu vẫn gặp, xin báo quản trị kèm mã tham chiếu bên dưới.",
    ],
  },
};

export const FORM_WORDS = {
  kept: "Những gì bạn đã nhập vẫn còn. Bấm “Gửi lại” để gửi tiếp.",
  passwords: "Mật khẩu không được giữ lại, xin nhập lại.",
  files: "Tệp đính kèm không được giữ lại. Sau khi gửi, xin kiểm tra và chọn lại tệp.",
  openAgain: "Hãy mở lại trang của cổng rồi gửi từ đó.",
  resend: "Gửi lại",
  password: "Mật khẩu",
} as const;

/** The page about a problem, in its plain words, to which a caller adds what it knows. */
export function problemView(problem: Problem, url: string, known: Partial<ProblemView> = {}): ProblemView {
  const place = url.startsWith("/ban-bien-tap") ? "desk" : "site";
  const home =
    place === "desk" ? { href: "/ban-bien-tap", label: "Về bàn làm việc" } : { href: "/", label: "Về trang chủ" };
  return { problem, ...PROBLEMS[problem], reference: null, links: [home], form: null, place, ...known };
}
