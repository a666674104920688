import type { Db } from "../storage/database.ts";
import type { NameCount } from "./details.queries.ts";
import { REST } from "./store.ts";

export interface Named extends NameCount {
  readonly label: string;
  /** Public address; "" where there is none. */
  readonly href: string;
}

/** What people call the parts of the portal; an address that is none of them stands as it is. */
const PARTS: Readonly<Record<string, string>> = {
  "/": "Trang chủ",
  "/tin-tuc": "Tin tức",
  "/cong-khai": "Công khai",
  "/van-ban": "Văn bản",
  "/hoi-dap": "Hỏi đáp",
  "/tim-kiem": "Tìm kiếm",
  "/su-kien": "Lịch sự kiện",
  "/quy-che": "Quy chế",
  "/thu-tuc-hanh-chinh": "Thủ tục hành chính",
  "/dich-vu-cong": "Dịch vụ công",
  "/lay-y-kien": "Lấy ý kiến",
  "/lien-he": "Liên hệ",
  "/gioi-thieu": "Giới thiệu",
  "/tuyen-sinh": "Tuyển sinh",
};

const partName = (path: string): string => PARTS[path] ?? path;

/** Words for what is kept as addresses and ids: names of sections and titles of what is public now. */
export async function namesOf(db: Db) {
  const sections = await db.selectFrom("category").select(["id", "name"]).execute();
  const names = new Map(sections.map(({ id, name }) => [`section:${id}`, name]));
  const rest = "Các tên khác";
  return {
    place(place: string) {
      const section = names.get(place);
      if (section !== undefined) return { label: section, href: "" };
      return place.startsWith("section:")
        ? { label: "Chuyên mục đã bỏ", href: "" }
        : { label: partName(place), href: "" };
    },
    host: (host: string) => (host === REST ? rest : host),
    async pages(pages: readonly NameCount[]): Promise<Named[]> {
      const paths = pages.map(({ name }) => name);
      const found =
        paths.length === 0
          ? []
          : await db.selectFrom("search_entry").select(["path", "title"]).where("path", "in", paths).execute();
      const titles = new Map(found.map(({ path, title }) => [path, title]));
      return pages.map((page) => {
        if (page.name === REST) return { ...page, label: rest, href: "" };
        const label = titles.get(page.name) ?? partName(page.name);
        return { ...page, label, href: page.name };
      });
    },
  };
}
