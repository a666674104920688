import { BY_SYSTEM, type Command } from "../act.ts";
import { addField } from "../board/commands/add-field.ts";
import { addPerson } from "../board/commands/add-person.ts";
import { addUnit } from "../board/commands/add-unit.ts";
import { appoint } from "../board/commands/appoint.ts";
import type { Id } from "../kernel/ids.ts";
import { addCategory } from "../newsroom/commands/add-category.ts";
import type { Portal } from "../portal.ts";
import type { Hat } from "../regulation/hats.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { SAMPLE_PEOPLE } from "./people.ts";
import { SAMPLE_CATEGORIES, SAMPLE_FIELDS, SAMPLE_UNITS } from "./structure.ts";

export { SAMPLE_PEOPLE } from "./people.ts";

export interface SampleCentre {
  /** By user name. */
  readonly people: Readonly<Record<string, CentrePerson>>;
  /** Ids by code. */
  readonly units: Readonly<Record<string, Id>>;
  readonly fields: Readonly<Record<string, Id>>;
  /** Ids by slug. */
  readonly categories: Readonly<Record<string, Id>>;
}

export interface CentrePerson {
  readonly id: Id;
  readonly fullName: string;
  readonly hats: readonly Hat[];
  /** Own unit. */
  readonly unit: Id;
}

/** The decision by which the sample board was set up, and the day it took effect. */
const DECISION = { decisionNumber: "28/QĐ-GDTXHP", decisionDay: "2023-05-09" } as const;
const SINCE = "2023-05-10";

/**
 * Fills an empty portal with a centre like the one of the regulation, people's names invented, through the same
 * commands a form uses. Marks the portal as a demonstration.
 */
export async function fillCentre(portal: Portal): Promise<SampleCentre> {
  await fillSettings(portal);
  const units: Record<string, Id> = {};
  for (const { isStanding = false, ...unit } of SAMPLE_UNITS) {
    units[unit.code] = (await enter(portal, addUnit, { ...unit, isStanding, from: SINCE })).id;
  }
  const fields: Record<string, Id> = {};
  for (const field of SAMPLE_FIELDS) fields[field.code] = (await enter(portal, addField, field)).id;
  const categories: Record<string, Id> = {};
  for (const { field, ...category } of SAMPLE_CATEGORIES) {
    const input = { ...category, field: field === null ? null : fields[field]!, allowsBoard: true };
    categories[category.slug] = (await enter(portal, addCategory, input)).id;
  }
  const people: Record<string, CentrePerson> = {};
  for (const { username, hats, unit, isExternal = false, ...person } of SAMPLE_PEOPLE) {
    const { id } = await enter(portal, addPerson, { ...person, unit: units[unit]!, isExternal });
    for (const worn of hats) {
      await enter(portal, appoint, {
        person: id,
        hat: worn.hat,
        unit: worn.unit === undefined ? null : units[worn.unit]!,
        acting: false,
        from: SINCE,
        to: null,
        ...DECISION,
        units: (worn.units ?? []).map((code) => units[code]!),
        fields: (worn.fields ?? []).map((code) => fields[code]!),
      });
    }
    people[username] = { id, fullName: person.fullName, hats: hats.map(({ hat }) => hat), unit: units[unit]! };
  }
  return { people, units, fields, categories };
}

async function fillSettings(portal: Portal): Promise<void> {
  const director = SAMPLE_PEOPLE.find(({ username }) => username === "giamdoc")!;
  await enter(portal, changeSettings, {
    "site.address": "Số 12 đường Minh Họa, phường Minh Họa, thành phố Hải Phòng",
    "site.phone": "0225 000 0000",
    "site.email": "banbientap@trungtam.example",
    "site.responsible": `${director.fullName}, Giám đốc, Trưởng Ban biên tập`,
    "site.permission": "Hoạt động theo Quy chế ban hành kèm theo Quyết định số 27/QĐ-GDTXHP ngày 09/5/2023",
    "portal.isDemo": true,
  });
}

/** The sample obeys the rules; when it does not, the sample is wrong. */
async function enter<I, S, C>(portal: Portal, command: Command<I, S, C>, input: I): Promise<C> {
  const answer = await portal.act(BY_SYSTEM, command, input);
  if (answer.ok) return answer.value;
  throw new Error(`${command.name}: ${answer.error.map(({ code, clause }) => `${code} (${clause})`).join(", ")}`);
}
