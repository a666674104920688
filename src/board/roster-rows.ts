import { hatLabel } from "../access/hats.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type Hat, POWERS } from "../regulation/hats.ts";
import { formatDate } from "../ui/format.ts";
import { type Appointment, type Delegation, delegationInForce, isInForce } from "./actor.ts";
import { type Board, UNIT_KINDS } from "./board.ts";
import type { Papers } from "./papers.queries.ts";

/** In the order of the regulation, then those who write and those who look on. */
const ROSTER_ORDER: readonly Hat[] = [
  "DIRECTOR",
  "CHIEF",
  "STANDING_DEPUTY",
  "DEPUTY",
  "SECRETARY",
  "ADMIN",
  "MEMBER",
  "CONTRIBUTOR",
  "INSPECTOR",
];

export interface RosterRow {
  readonly id: Id;
  readonly name: string;
  readonly position: string;
  readonly hat: string;
  /** Units and fields in charge, in words. */
  readonly charge: readonly string[];
  readonly period: string;
  readonly paper: string;
  readonly isOpen: boolean;
}

/** The appointments of a day, or all there ever were, ready to be read. */
export function rosterRows(board: Board, papers: Papers, day: Day | null): RosterRow[] {
  const rank = ({ hat, unit }: Appointment) =>
    ROSTER_ORDER.indexOf(hat) * 1000 + board.units.findIndex(({ id }) => id === unit);
  return board.appointments
    .filter((item) => day === null || isInForce(item, day))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((item) => {
      const person = board.people.find(({ id }) => id === item.person);
      return {
        id: item.id,
        name: person?.fullName ?? "",
        position: person?.position ?? "",
        hat: appointmentLabel(board, item),
        charge: chargeWords(board, item),
        period: periodWords(item),
        paper: decisionWords(item, papers),
        isOpen: item.to === null || day === null || item.to > day,
      };
    });
}

export const appointmentLabel = (board: Board, item: Appointment): string =>
  hatLabel(item, board.units.find(({ id }) => id === item.unit)?.name);

export const unitName = (board: Board, id: Id | null): string => board.units.find((unit) => unit.id === id)?.name ?? "";

export const personName = (board: Board, id: Id): string => board.people.find((item) => item.id === id)?.fullName ?? "";

function chargeWords(board: Board, { units, fields }: Appointment): string[] {
  return [
    ...units.map((id) => unitName(board, id)),
    ...fields.map((id) => `Lĩnh vực ${board.fields.find((field) => field.id === id)?.name ?? ""}`),
  ];
}

/** "từ 10/05/2023", "từ 10/05/2023 đến hết 31/12/2026" */
export function periodWords({ from, to }: { readonly from: Day; readonly to: Day | null }): string {
  return to === null ? `từ ${formatDate(from)}` : `từ ${formatDate(from)} đến hết ${formatDate(to)}`;
}

/** "Quyết định 28/QĐ-GDTXHP ngày 09/05/2023" */
export function decisionWords({ id, decision }: Appointment, papers: Papers): string {
  const day = papers.decisionDays.get(id);
  return day ? `Quyết định ${decision} ngày ${formatDate(day)}` : `Quyết định ${decision}`;
}

export interface UnitRow {
  readonly id: Id;
  readonly name: string;
  readonly code: string;
  readonly kind: string;
  readonly duties: string;
  readonly isStanding: boolean;
  readonly heads: readonly string[];
  readonly actingHeads: readonly string[];
  /** Said only for a unit that is no more, or not yet. */
  readonly ended: string | null;
}

/** Units with who heads them, fully or for a time, on a day. */
export function unitRows(board: Board, day: Day): UnitRow[] {
  return board.units.map((unit) => {
    const heads = board.appointments.filter(
      (item) => item.hat === "MEMBER" && item.unit === unit.id && isInForce(item, day),
    );
    const names = (acting: boolean) =>
      heads.filter((item) => item.acting === acting).map(({ person }) => personName(board, person));
    return {
      id: unit.id,
      name: unit.name,
      code: unit.code,
      kind: UNIT_KINDS[unit.kind],
      duties: unit.duties,
      isStanding: unit.isStanding,
      heads: names(false),
      actingHeads: names(true),
      ended: unit.to === null ? null : `Hoạt động đến hết ${formatDate(unit.to)}`,
    };
  });
}

export interface DelegationRow {
  readonly id: Id;
  readonly document: string;
  readonly from: string;
  readonly to: string;
  readonly powers: readonly string[];
  readonly period: string;
  readonly reason: string;
  /** "Đang có hiệu lực", "Chưa đến ngày", "Đã hết hạn", "Đã thu hồi ngày …: lý do" */
  readonly state: string;
  readonly inForce: boolean;
  readonly fromHat: Hat;
  readonly mayBeRevoked: boolean;
}

/** Delegations, the newest first. */
export function delegationRows(board: Board, papers: Papers, day: Day): DelegationRow[] {
  return board.delegations
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .map((item) => {
      const paper = papers.delegations.get(item.id);
      return {
        id: item.id,
        document: item.document,
        from: personName(board, item.fromPerson),
        to: personName(board, item.toPerson),
        powers: item.powers.map((power) => POWERS[power].name),
        period: periodWords(item),
        reason: paper?.reason ?? "",
        state: stateWords(item, paper?.revokeReason ?? "", day),
        inForce: delegationInForce(item, day),
        fromHat: item.fromHat,
        mayBeRevoked: item.revokedOn === null && item.to >= day,
      };
    });
}

function stateWords(item: Delegation, revokeReason: string, day: Day): string {
  if (item.revokedOn !== null) return `Đã thu hồi ngày ${formatDate(item.revokedOn)}: ${revokeReason}`;
  if (delegationInForce(item, day)) return "Đang có hiệu lực";
  return day < item.from ? "Chưa đến ngày" : "Đã hết hạn";
}
