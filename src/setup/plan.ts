import { passwordRefusals } from "../access/account-rules.ts";
import { hatLabel } from "../access/hats.ts";
import { isDay } from "../board/rules.ts";
import type { Day } from "../kernel/clock.ts";
import { done, type Invalid, type Result, refused } from "../kernel/result.ts";
import type { Hat } from "../regulation/hats.ts";
import { explain } from "../words/refusals.ts";
import {
  DEPUTY_ROWS,
  isTicked,
  line,
  type Typed,
  type TypedUnit,
  typedFields,
  typedUnits,
  usernameFrom,
} from "./form.ts";

export interface PlannedHat {
  readonly hat: Hat;
  readonly unit?: number;
  readonly acting?: boolean;
  /** A deputy's charge: rows of units, codes of fields. */
  readonly units?: readonly number[];
  readonly fields?: readonly string[];
}

export interface PlannedPerson {
  /** Where he stands in the form: `gd`, `tt`, `tr3`. */
  readonly key: string;
  readonly fullName: string;
  readonly position: string;
  readonly email: string;
  /** Row of his own unit. */
  readonly unit: number;
  readonly username: string;
  /** Null for a one-time password. */
  readonly password: string | null;
  readonly hats: readonly PlannedHat[];
}

/** Everything the set-up will write, before anything is. */
export interface SetupPlan {
  readonly units: readonly TypedUnit[];
  readonly fields: readonly { readonly code: string; readonly name: string }[];
  readonly decision: { readonly number: string; readonly day: Day; readonly from: Day };
  readonly people: readonly PlannedPerson[];
}

/** The Director's own password: the only one chosen here, and kept in no field that is sent back. */
export interface DirectorPassword {
  readonly password: string;
  readonly repeated: string;
}

/** Reads the board out of the form. Every reason why it cannot be used comes back at once, by control. */
export function readPlan(typed: Typed, director: DirectorPassword, today: Day): Result<SetupPlan, Invalid[]> {
  const errors: Invalid[] = [];
  const units = typedUnits(typed);
  const leadership = units.find(({ kind }) => kind === "leadership")?.row ?? 1;
  const standing = units.find(({ isStanding }) => isStanding)?.row ?? leadership;
  const decision = readDecision(typed, today, errors);
  const people = new Map<string, PlannedPerson>();
  const add = (key: string, unit: number, hat: PlannedHat, password: string | null = null) => {
    const present = people.get(key);
    people.set(
      key,
      present
        ? { ...present, hats: [...present.hats, hat] }
        : readPerson(typed, key, unit, hat, password, errors, units),
    );
  };

  add("gd", leadership, { hat: "DIRECTOR" }, director.password);
  if (isTicked(typed, "gd-truong-ban")) add("gd", leadership, { hat: "CHIEF" });
  if (line(typed, "tt-ten")) add("tt", leadership, { hat: "STANDING_DEPUTY", ...charge(typed, "tt") });
  for (const key of DEPUTY_ROWS)
    if (line(typed, `${key}-ten`)) add(key, leadership, { hat: "DEPUTY", ...charge(typed, key) });
  if (!isTicked(typed, "gd-truong-ban")) nameChief(typed, people, errors);
  for (const { row, kind } of units) {
    if (kind === "leadership" || !line(typed, `tr${row}-ten`)) continue;
    add(`tr${row}`, row, { hat: "MEMBER", unit: row, acting: isTicked(typed, `tr${row}-tam-thoi`) });
  }
  const secretary = chosen(typed, "tk", people, null, errors, "Hãy chọn Thư ký Ban biên tập (Điều 8 khoản 1).");
  if (secretary) add(secretary, standing, { hat: "SECRETARY" });
  const admin = chosen(typed, "qt", people, secretary, errors, "Hãy chọn người quản trị Cổng (Điều 7 khoản 3).");
  if (admin) add(admin, standing, { hat: "ADMIN" });

  const list = [...people.values()];
  errors.push(...passwordErrors(director, list[0]), ...usernameErrors(list));
  if (errors.length > 0) return refused(errors);
  return done({ units, fields: typedFields(typed), decision, people: list });
}

function readDecision(typed: Typed, today: Day, errors: Invalid[]): SetupPlan["decision"] {
  const [number, day, from] = [line(typed, "qd-so"), line(typed, "qd-ngay"), line(typed, "qd-tu-ngay")];
  if (!number)
    errors.push({ field: "qd-so", message: "Hãy ghi số quyết định thành lập Ban biên tập (Điều 7 khoản 1)." });
  if (!isDay(day)) errors.push({ field: "qd-ngay", message: "Hãy ghi ngày ký quyết định." });
  if (!isDay(from)) errors.push({ field: "qd-tu-ngay", message: "Hãy ghi ngày Ban biên tập bắt đầu làm việc." });
  else if (from > today) {
    errors.push({ field: "qd-tu-ngay", message: "Ngày bắt đầu chưa đến: khi đó chưa ai đăng nhập được để làm việc." });
  }
  return { number, day, from };
}

function readPerson(
  typed: Typed,
  key: string,
  unit: number,
  hat: PlannedHat,
  password: string | null,
  errors: Invalid[],
  units: readonly TypedUnit[],
): PlannedPerson {
  const fullName = line(typed, `${key}-ten`);
  const email = line(typed, `${key}-thu`);
  if (fullName.split(" ").length < 2) {
    const message = fullName
      ? `“${fullName}” chưa phải họ và tên đầy đủ của một người.`
      : "Hãy ghi họ và tên Giám đốc.";
    errors.push({ field: `${key}-ten`, message });
  }
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) {
    errors.push({ field: `${key}-thu`, message: `Thư điện tử của ${fullName} chưa đúng dạng ten@noi.vn.` });
  }
  return {
    key,
    fullName,
    position: line(typed, `${key}-chuc-danh`) || usualPosition(hat, units),
    email,
    unit,
    username: line(typed, `${key}-dang-nhap`).toLowerCase() || usernameFrom(fullName),
    password,
    hats: [hat],
  };
}

/** "Trưởng phòng Đào tạo", for a head whose position was left empty. */
function usualPosition({ hat, unit, acting = false }: PlannedHat, units: readonly TypedUnit[]): string {
  return hat === "MEMBER" ? hatLabel({ hat, acting }, units.find(({ row }) => row === unit)?.name) : "";
}

function charge(typed: Typed, key: string): Pick<PlannedHat, "units" | "fields"> {
  return { units: (typed[`${key}-phu-trach`] ?? []).map(Number), fields: typed[`${key}-linh-vuc`] ?? [] };
}

/** the head of the board is the Director unless another member of the leadership is named. */
function nameChief(typed: Typed, people: Map<string, PlannedPerson>, errors: Invalid[]): void {
  const key = line(typed, "gd-nguoi-khac");
  const person = people.get(key);
  if (!person || key === "gd") {
    errors.push({ field: "gd-nguoi-khac", message: "Hãy chọn Trưởng Ban biên tập trong các Phó Giám đốc đã ghi." });
    return;
  }
  // Whoever heads the board is not at the same time one of its deputies.
  people.set(key, { ...person, hats: [{ hat: "CHIEF" }] });
}

/** The key of whoever was chosen for an office: somebody already named, or somebody typed beside the choice. */
function chosen(
  typed: Typed,
  office: "tk" | "qt",
  people: ReadonlyMap<string, PlannedPerson>,
  secretary: string | null,
  errors: Invalid[],
  message: string,
): string | null {
  const choice = line(typed, `${office}-la`);
  if (choice === "thu-ky" && secretary) return secretary;
  if (people.has(choice)) return choice;
  if (choice === "khac" && line(typed, `${office}-ten`)) return office;
  errors.push({ field: `${office}-la`, message });
  return null;
}

function passwordErrors({ password, repeated }: DirectorPassword, director: PlannedPerson | undefined): Invalid[] {
  const refusals = passwordRefusals(password, {
    username: director?.username ?? "",
    fullName: director?.fullName ?? "",
  });
  const errors = refusals.map((refusal) => ({ field: "gd-mat-khau", message: explain(refusal).text }));
  if (password !== repeated) {
    errors.push({ field: "gd-mat-khau-nhap-lai", message: "Hai lần nhập mật khẩu của Giám đốc chưa giống nhau." });
  }
  return errors;
}

function usernameErrors(people: readonly PlannedPerson[]): Invalid[] {
  return people.flatMap(({ key, username, fullName }, index) => {
    const other = people.slice(0, index).find((person) => person.username === username);
    if (!other) return [];
    const message = `${fullName} và ${other.fullName} trùng tên đăng nhập “${username}”. Hãy ghi tên khác cho một người.`;
    return [{ field: `${key}-dang-nhap`, message }];
  });
}
