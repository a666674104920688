import type { Db } from "../storage/database.ts";

export interface ComplianceVerdict {
  readonly acknowledgements: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/** Whether every acknowledgement is what the log says its head acknowledged (QĐ-Đ3). */
export async function verifyCompliance(db: Db): Promise<ComplianceVerdict> {
  const rows = await db
    .selectFrom("regulation_acknowledgement as a")
    .innerJoin("evidence as e", "e.seq", "a.evidence_seq")
    .selectAll("a")
    .select(["e.act", "e.person", "e.at as said_at", "e.content"])
    .orderBy("a.at")
    .orderBy("a.id")
    .execute();
  const bad = rows.find(({ act, person, person_id, at, said_at, content, regulation, appointment_id, unit_id }) => {
    const said = JSON.parse(content) as { regulation?: string; heads?: { appointment: string; unit: string }[] };
    return (
      act !== "regulation.acknowledge" ||
      person !== person_id ||
      said_at !== at ||
      said.regulation !== regulation ||
      !said.heads?.some((head) => head.appointment === appointment_id && head.unit === unit_id)
    );
  });
  return {
    acknowledgements: rows.length,
    bad: bad ? { row: `xác nhận Quy chế ${bad.id}`, why: "khác với việc đã ghi trong nhật ký" } : null,
  };
}
