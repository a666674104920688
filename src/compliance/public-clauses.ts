import { CLAUSES } from "../regulation/quy-che-27.ts";
import type { ClauseNow } from "./board.queries.ts";
import type { ClauseState } from "./standing.ts";

/** A clause as anybody may read it: no item, no name, no page of the desk. */
export interface PublicClause {
  readonly id: string;
  readonly text: string;
  /** Empty for headings and definitions, which need no word. */
  readonly does: string;
  readonly state: ClauseState;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** Public addresses at which a clause is seen at work. */
export const PUBLIC_PLACES: Readonly<Record<string, string>> = {
  "/": "Trang chủ",
  "/quy-che": "Quy chế",
  "/tin-tuc": "Tin tức",
  "/thu-vien": "Thư viện ảnh, video",
  "/van-ban": "Văn bản",
  "/hoi-dap": "Hỏi đáp",
  "/yeu-cau-go-bo": "Yêu cầu gỡ bỏ",
  "/thu-tuc-hanh-chinh": "Thủ tục hành chính",
  "/dich-vu-cong": "Dịch vụ công",
  "/cong-khai": "Công khai",
  "/du-lieu-mo": "Dữ liệu mở",
  "/rss": "Nguồn tin RSS",
  "/gioi-thieu": "Giới thiệu",
  "/co-cau-to-chuc": "Cơ cấu tổ chức",
  "/lien-he": "Liên hệ",
  "/tuyen-sinh": "Tuyển sinh",
  "/lay-y-kien": "Lấy ý kiến",
  "/su-kien": "Lịch sự kiện",
  "/luot-truy-cap": "Lượt truy cập",
};

/** What may be told to the public of each clause. Its state is told; what is behind a late one stays on the desk. */
export function publicClauses(clauses: readonly ClauseNow[]): PublicClause[] {
  const texts = new Map(CLAUSES.map(({ id, text }) => [id, text]));
  return clauses.map(({ clause, does, how, state, at }) => ({
    id: clause,
    text: texts.get(clause) ?? "",
    does: how === "words" ? "" : does,
    state,
    links: at.flatMap((href) => {
      const label = href === "/" || href === "/quy-che" ? undefined : PUBLIC_PLACES[href];
      return label === undefined ? [] : [{ href, label }];
    }),
  }));
}

/** How many clauses stand in each state, headings and definitions left out. */
export function countStates(clauses: readonly Pick<PublicClause, "state" | "does">[]): Record<ClauseState, number> {
  const counts: Record<ClauseState, number> = { met: 0, soon: 0, late: 0, people: 0, none: 0 };
  for (const { state, does } of clauses) if (does !== "") counts[state] += 1;
  return counts;
}
