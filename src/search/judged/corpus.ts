import { readFileSync } from "node:fs";
import type { SearchKind } from "../kinds.ts";
import type { SearchEntry } from "../questions.ts";

/** A question and which addresses answer it: the best ones, and others that are good too. */
export interface Judged {
  readonly q: string;
  readonly best: readonly string[];
  readonly good: readonly string[];
}

const read = <T>(name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as T;

export const JUDGED = read<Judged[]>("queries.json");

/** The fixed set of texts that the questions are asked of: written ones, and many that are alike and answer none. */
export function corpus(): SearchEntry[] {
  const written = read<(Omit<SearchEntry, "id"> & { kind: SearchKind })[]>("documents.json");
  return [...written, ...alike()].map((entry) => ({ ...entry, id: entry.path }));
}

const UNITS = ["Phòng Giáo vụ", "Phòng Kế toán", "Tổ Dạy nghề", "Phòng Công nghệ thông tin"];

function alike(): Omit<SearchEntry, "id">[] {
  const entries: Omit<SearchEntry, "id">[] = [];
  for (const year of [2024, 2025, 2026]) {
    for (const [at, unit] of UNITS.entries()) {
      for (const month of [2, 5, 8, 11]) {
        entries.push({
          kind: "article",
          path: `/bai-viet/cong-tac-${year}-${month}-${at}`,
          title: `${unit} họp rà soát công việc tháng ${month} năm ${year}`,
          summary: "Kiểm điểm việc đã làm, phân công việc tháng tới",
          body: `Cuộc họp của ${unit} nghe báo cáo tiến độ, phân công viên chức phụ trách từng việc, nhắc học viên các lớp 10, 11, 12 giữ vệ sinh chung.`,
          day: `${year}-${String(month).padStart(2, "0")}-25`,
          category: "Hoạt động chung",
          unit,
        });
      }
    }
    for (let week = 1; week <= 10; week += 1) {
      entries.push({
        kind: "document",
        path: `/van-ban/truc-${year}-${week}`,
        title: `Lịch trực cơ quan tuần ${week} năm ${year}`,
        summary: "Phân công lãnh đạo, bảo vệ trực",
        body: `Lãnh đạo, nhân viên bảo vệ trực cơ quan tuần ${week}; ghi sổ giao ca, báo cáo Giám đốc khi có việc.`,
        day: `${year}-03-01`,
        category: "Lịch",
        unit: "Phòng Tổ chức – Hành chính",
        number: `${200 + week}/TB-GDTXHP`,
      });
    }
  }
  return entries;
}
