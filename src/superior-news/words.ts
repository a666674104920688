import type { FeedProblem } from "./read-feed.ts";

/** What was wrong with what came, and what to do. */
export const FEED_WORDS: Readonly<Record<FeedProblem | "notText" | "empty", string>> = {
  notXml: "Nguồn tin bị hỏng: không đọc được theo chuẩn XML. Cổng giữ danh sách tốt gần nhất và sẽ tự thử lại.",
  notFeed: "Địa chỉ này không phải nguồn tin RSS hoặc Atom. Hãy kiểm tra lại địa chỉ trong Cài đặt.",
  hasEntities: "Nguồn tin có khai báo kiểu tài liệu (DOCTYPE) nên Cổng không đọc, vì an toàn.",
  notText: "Nguồn tin có ký tự sai bảng mã nên không đọc được. Cổng giữ danh sách tốt gần nhất.",
  empty: "Nguồn tin không có tin nào dùng được. Cổng giữ danh sách tốt gần nhất.",
};
