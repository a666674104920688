import type { BasisInput } from "./rules.ts";

/**
 * The list a new portal begins with (law.md §1), to be compared with the official texts before anybody relies on it:
 * every row begins unchecked. Once entered, the rows belong to the centre; this file is only the beginning.
 */
// biome-ignore format: one basis a line
export const FIRST_BASES: readonly BasisInput[] = (
  [
    ["37/2020/TT-BGDĐT", "Quy định về hoạt động của cổng thông tin điện tử, trang thông tin điện tử của sở, phòng giáo dục và cơ sở giáo dục", "Bộ Giáo dục và Đào tạo", "Cổng thông tin điện tử", "2020-10-05", "2020-11-20", "", "", "Chưa thấy văn bản thay thế, nhưng các căn cứ của Thông tư đều đã hết hiệu lực: cần xác minh."],
    ["36/2017/TT-BGDĐT", "Quy chế thực hiện công khai đối với cơ sở giáo dục và đào tạo thuộc hệ thống giáo dục quốc dân", "Bộ Giáo dục và Đào tạo", "Công khai", "2017-12-28", "2018-02-12", "2024-07-18", "09/2024/TT-BGDĐT", "Còn dùng để đọc các năm học trước 2024–2025."],
    ["09/2024/TT-BGDĐT", "Quy định về công khai trong hoạt động của các cơ sở giáo dục thuộc hệ thống giáo dục quốc dân", "Bộ Giáo dục và Đào tạo", "Công khai", "2024-06-03", "2024-07-19", "", "", ""],
    ["42/2022/NĐ-CP", "Quy định về việc cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng", "Chính phủ", "Thông tin, dịch vụ công", "2022-06-24", "2022-08-15", "2026-06-30", "224/2026/NĐ-CP", ""],
    ["224/2026/NĐ-CP", "Quy định chi tiết một số điều của Luật Chuyển đổi số", "Chính phủ", "Thông tin, dịch vụ công", "2026-06-24", "2026-07-01", "", "", ""],
    ["148/2025/QH15", "Luật Chuyển đổi số", "Quốc hội", "Thông tin, dịch vụ công", "", "2026-07-01", "", "", ""],
    ["22/2023/TT-BTTTT", "Quy định cấu trúc, bố cục, yêu cầu kỹ thuật cho cổng thông tin điện tử và trang thông tin điện tử của cơ quan nhà nước", "Bộ Thông tin và Truyền thông", "Kỹ thuật", "2023-12-31", "2024-04-05", "", "", "Ban hành theo Nghị định đã hết hiệu lực: cần xác minh."],
    ["26/2020/TT-BTTTT", "Quy định việc áp dụng tiêu chuẩn, công nghệ hỗ trợ người khuyết tật tiếp cận, sử dụng dịch vụ thông tin và truyền thông", "Bộ Thông tin và Truyền thông", "Tiếp cận", "2020-09-23", "2021-01-01", "", "", ""],
    ["13/2023/NĐ-CP", "Bảo vệ dữ liệu cá nhân", "Chính phủ", "Dữ liệu cá nhân", "2023-04-17", "2023-07-01", "2025-12-31", "91/2025/QH15", ""],
    ["91/2025/QH15", "Luật Bảo vệ dữ liệu cá nhân", "Quốc hội", "Dữ liệu cá nhân", "", "2026-01-01", "", "", ""],
    ["356/2025/NĐ-CP", "Quy định chi tiết một số điều và biện pháp thi hành Luật Bảo vệ dữ liệu cá nhân", "Chính phủ", "Dữ liệu cá nhân", "", "2026-01-01", "", "", ""],
    ["116/2025/QH15", "Luật An ninh mạng", "Quốc hội", "An ninh mạng", "", "2026-07-01", "", "", ""],
    ["85/2016/NĐ-CP", "Bảo đảm an toàn hệ thống thông tin theo cấp độ", "Chính phủ", "An ninh mạng", "2016-07-01", "2016-07-01", "2026-06-30", "331/2026/NĐ-CP", "Chỉ còn dùng cho hồ sơ chuyển tiếp."],
    ["331/2026/NĐ-CP", "Quy định về bảo vệ an ninh mạng đối với hệ thống thông tin theo cấp độ", "Chính phủ", "An ninh mạng", "", "2026-08-19", "", "", ""],
    ["30/2020/NĐ-CP", "Công tác văn thư", "Chính phủ", "Thể thức văn bản", "2020-03-05", "2020-03-05", "", "", ""],
    ["18/2014/NĐ-CP", "Quy định về chế độ nhuận bút trong lĩnh vực báo chí, xuất bản", "Chính phủ", "Nhuận bút", "2014-03-14", "2014-06-01", "", "", "Đã có dự thảo thay thế: cần xác minh."],
  ] as const
).map(([number, title, issuer, topic, issuedOn, from, to, replacedBy, note]) => ({
  ...{ number, title, issuer, topic, issuedOn, from, to, replacedBy, note },
  checkedOn: "",
}));
