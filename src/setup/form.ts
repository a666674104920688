import type { Invalid } from "../kernel/result.ts";
import { fold, normalizeLine, slug } from "../kernel/vietnamese.ts";

/** Everything typed so far, by control name; earlier steps travel in hidden fields, so nothing is stored before the end. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export const STEPS = ["Đơn vị", "Các phòng, tổ chức", "Ban biên tập"] as const;
export type Step = 1 | 2 | 3;

export const DEPUTY_ROWS = ["pb1", "pb2", "pb3"] as const;
const MOST_UNITS = 40;

/** Controls that are never carried on: they are typed where they are needed. */
const NEVER_KEPT = /^(csrf|buoc|di|.*mat-khau.*)$/;

/** One line typed under a name. */
export function line(typed: Typed, name: string): string {
  return normalizeLine(typed[name]?.[0] ?? "");
}

export const isTicked = (typed: Typed, name: string): boolean => (typed[name]?.length ?? 0) > 0;

/** A sent form without its token, buttons and passwords. */
export function typedFrom(body: unknown): Typed {
  const fields = Object.entries((body ?? {}) as Record<string, string | string[]>);
  return Object.fromEntries(
    fields.filter(([name]) => !NEVER_KEPT.test(name)).map(([name, value]) => [name, [value].flat()]),
  );
}

/** To which step a control belongs. */
export function stepOf(name: string): Step {
  if (/^(dv-|linh-vuc)/.test(name)) return 2;
  return /^(gd|tt|pb\d|tk|qt|tr\d+|qd)-/.test(name) ? 3 : 1;
}

export interface TypedUnit {
  /** Number of its row: other controls refer to it by this. */
  readonly row: number;
  readonly name: string;
  readonly code: string;
  readonly kind: string;
  readonly isStanding: boolean;
}

export function unitRowCount(typed: Typed): number {
  const count = Number.parseInt(typed["dv-so"]?.[0] ?? "", 10) || 0;
  return Math.min(MOST_UNITS, Math.max(4, count));
}

/** The units typed so far; empty rows are none. */
export function typedUnits(typed: Typed): TypedUnit[] {
  return Array.from({ length: unitRowCount(typed) }, (_, index) => index + 1).flatMap((row) => {
    const name = line(typed, `dv-ten-${row}`);
    if (!name) return [];
    return [
      {
        row,
        name,
        code: unitCode(name),
        kind: line(typed, `dv-loai-${row}`) || "department",
        isStanding: line(typed, "dv-thuong-truc") === String(row),
      },
    ];
  });
}

/** "Phòng Đào tạo" → `dao-tao`: the kind of the unit is no part of its address. */
function unitCode(name: string): string {
  const bare = slug(name.replace(/^(Phòng|Tổ|Khoa|Bộ phận)\s+/i, ""));
  return bare.slice(0, 40).replace(/-+$/, "");
}

/** Lĩnh vực phụ trách, one a line. */
export function typedFields(typed: Typed): { code: string; name: string }[] {
  const names = (typed["linh-vuc"]?.[0] ?? "").split("\n").map(normalizeLine).filter(Boolean);
  return [...new Set(names)].map((name) => ({ code: slug(name).slice(0, 40).replace(/-+$/, ""), name }));
}

/** "Vũ Hồng Lan" → `vu.hong.lan`, for whom no user name was chosen. */
export function usernameFrom(fullName: string): string {
  return (fold(fullName).match(/[a-z0-9]+/g) ?? []).join(".").slice(0, 60);
}

/** What keeps the second step from being left. */
export function unitErrors(typed: Typed): Invalid[] {
  const units = typedUnits(typed);
  const errors: Invalid[] = [];
  const say = (field: string, message: string) => errors.push({ field, message });
  if (!units.some(({ kind }) => kind === "leadership")) {
    say("dv-ten-1", "Hãy ghi Ban Giám đốc: Giám đốc và các Phó Giám đốc thuộc đơn vị này.");
  }
  if (!units.some(({ kind }) => kind !== "leadership"))
    say("dv-ten-2", "Hãy ghi ít nhất một phòng hoặc tổ chức trực thuộc.");
  if (!units.some(({ isStanding }) => isStanding)) {
    say("dv-thuong-truc", "Hãy chọn bộ phận thường trực của Ban biên tập (Điều 4 khoản 6).");
  }
  const codes = new Map<string, string>();
  for (const { row, name, code } of units) {
    const other = codes.get(code);
    if (code === "") say(`dv-ten-${row}`, `“${name}” cần có chữ cái hoặc chữ số.`);
    else if (other !== undefined) say(`dv-ten-${row}`, `“${name}” trùng tên với “${other}”.`);
    codes.set(code, name);
  }
  return errors;
}
