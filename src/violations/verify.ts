import type { Db } from "../storage/database.ts";
import { readExhibits } from "./incidents.queries.ts";

export interface ViolationsVerdict {
  readonly exhibits: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/** Whether what was kept of incidents is still there (Đ19.k3). */
export async function verifyViolations(db: Db): Promise<ViolationsVerdict> {
  const exhibits = await readExhibits(db);
  const lost = exhibits.find(({ isKept }) => !isKept);
  const bad = lost
    ? { row: `chứng cứ ${lost.position + 1} của hồ sơ ${lost.incident_id}`, why: "không còn như khi lập hồ sơ" }
    : null;
  return { exhibits: exhibits.length, bad };
}
