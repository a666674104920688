import { Document } from "../ui/document.tsx";
import { formatDate } from "../ui/format.ts";
import { officialAddress, type SiteFrame } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";

/** Why a page cannot be shown, and the one thing the reader may need to know about it. */
export type ErrorPageView =
  | { readonly kind: "notFound" }
  /** 410: taken down by decision. `reason` is the class of reason, never the detail. */
  | { readonly kind: "gone"; readonly reason?: string | undefined; readonly at?: string | undefined }
  | { readonly kind: "badRequest"; readonly message?: string | undefined }
  | { readonly kind: "forbidden"; readonly message?: string | undefined }
  | { readonly kind: "tooMany"; readonly message?: string | undefined }
  /** 500: `reference` finds the entry in the log. */
  | { readonly kind: "failed"; readonly reference: string }
  | { readonly kind: "unavailable"; readonly message?: string | undefined };

export const ERROR_STATUS: Readonly<Record<ErrorPageView["kind"], number>> = {
  notFound: 404,
  gone: 410,
  badRequest: 400,
  forbidden: 403,
  tooMany: 429,
  failed: 500,
  unavailable: 503,
};

const TITLES: Readonly<Record<ErrorPageView["kind"], string>> = {
  notFound: "Không tìm thấy trang",
  gone: "Nội dung đã được gỡ bỏ",
  badRequest: "Yêu cầu không hợp lệ",
  forbidden: "Không thực hiện được yêu cầu này",
  tooMany: "Quá nhiều yêu cầu",
  failed: "Cổng gặp sự cố",
  unavailable: "Cổng đang tạm dừng để bảo trì",
};

/** A page that says plainly what happened, whose fault it is not, and where to go from here. */
export function ErrorPage({ frame, view }: { readonly frame: SiteFrame; readonly view: ErrorPageView }) {
  return (
    <SiteLayout frame={frame} title={TITLES[view.kind]} robots="noindex">
      <div class="error-page">
        <h1>{TITLES[view.kind]}</h1>
        <Explanation frame={frame} view={view} />
      </div>
    </SiteLayout>
  );
}

function Explanation({ frame, view }: { readonly frame: SiteFrame; readonly view: ErrorPageView }) {
  switch (view.kind) {
    case "notFound":
      return (
        <>
          <p>Địa chỉ này không có trên Cổng, hoặc đã được gõ thiếu chữ.</p>
          <ul>
            <li>Kiểm tra lại địa chỉ trên thanh địa chỉ.</li>
            <li>Tìm theo từ khóa bằng ô tìm kiếm ở đầu trang.</li>
            <li>
              Xem <a href="/so-do-cong">sơ đồ cổng</a> hoặc trở về <a href="/">trang chủ</a>.
            </li>
          </ul>
        </>
      );
    case "gone":
      return (
        <>
          <p>
            Nội dung từng đăng tại địa chỉ này đã được gỡ bỏ khỏi Cổng
            {view.at && ` ngày ${formatDate(view.at)}`} theo quyết định của Ban biên tập.
          </p>
          {view.reason && <p>Lý do: {view.reason}.</p>}
          <p>
            Nếu cần trao đổi về nội dung này, vui lòng <a href="/lien-he">liên hệ với {frame.shortName}</a>.
          </p>
        </>
      );
    case "failed":
      return (
        <>
          <p>Trang này tạm thời không mở được. Lỗi thuộc về Cổng và đã được ghi lại để xử lý.</p>
          <p>
            Xin thử lại sau ít phút. Nếu vẫn chưa được, vui lòng gọi {frame.footer.phone} và đọc mã tra cứu:{" "}
            <strong class="reference">{view.reference}</strong>
          </p>
        </>
      );
    case "unavailable":
      return (
        <>
          <p>{view.message ?? "Xin quay lại sau ít phút."}</p>
          <p>Khi cần gấp, vui lòng gọi {frame.footer.phone}.</p>
        </>
      );
    case "badRequest":
    case "forbidden":
    case "tooMany":
      return (
        <>
          <p>{view.message ?? DEFAULTS[view.kind]}</p>
          <p>
            <a href="/">Về trang chủ</a>
          </p>
        </>
      );
  }
}

const DEFAULTS = {
  badRequest: "Cổng không hiểu được yêu cầu vừa nhận. Xin mở lại trang và thử lần nữa.",
  forbidden: "Phiên làm việc đã cũ hoặc yêu cầu không xuất phát từ Cổng. Xin mở lại trang và thử lần nữa.",
  tooMany: "Cổng vừa nhận quá nhiều yêu cầu từ địa chỉ của bạn. Xin chờ một phút rồi thử lại.",
} as const;

/**
 * The answer under any host that is not in the settings (Đ2, REQ-013): nothing of the portal is shown, only where it
 * really is. Readable without a style sheet, because nothing else is served under that host either.
 */
export function UnknownHostPage({ frame }: { readonly frame: SiteFrame }) {
  const address = officialAddress(frame, "/");
  return (
    <Document title="Địa chỉ không được thừa nhận" robots="noindex, nofollow" css={[]}>
      <main>
        <h1>Địa chỉ này không được thừa nhận</h1>
        <p>
          Đây không phải là địa chỉ của Cổng thông tin điện tử {frame.siteName}. Mọi tên miền và địa chỉ truy cập khác
          với địa chỉ chính thức đều không được {frame.shortName} thừa nhận; {frame.shortName} không chịu trách nhiệm về
          nội dung đăng tải trên đó.
        </p>
        <p>
          Địa chỉ chính thức: <a href={address}>{address}</a>
        </p>
      </main>
    </Document>
  );
}
