import { kindOf } from "./kinds.ts";
import { periodWords } from "./periods.ts";
import type { Report } from "./reports.queries.ts";

type Titled = Pick<Report, "kind" | "period" | "from" | "to" | "topic">;

/** "Báo cáo tháng 11 năm 2026", as lists and notices call it. */
export function reportTitle({ kind, period, from, to, topic }: Titled): string {
  const { name, every } = kindOf(kind);
  if (every === null) return `${name}: ${topic}`;
  const words = periodWords(kind, period, from, to);
  const [unit = ""] = words.split(" ");
  return name.includes(` ${unit}`) ? name.replace(` ${unit}`, ` ${words}`) : `${name} ${words}`;
}
