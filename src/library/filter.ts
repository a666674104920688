import { compareVi, fold, normalizeLine, slug } from "../kernel/vietnamese.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "./document.ts";
import { numberKey } from "./number-symbol.ts";
import type { ShelvedDocument } from "./shelf.ts";
import type { ValidityState } from "./validity.ts";

/** What a reader asks of the list, as the address says it; "" for no condition (REQ-082: by each field). */
export interface LibraryFilter {
  readonly words: string;
  readonly number: string;
  readonly kind: string;
  readonly year: string;
  readonly issuer: string;
  readonly signer: string;
  readonly field: string;
  readonly validity: string;
  readonly unit: string;
  readonly sort: string;
}

export const VALIDITY_CHOICES: Readonly<Record<string, { label: string; states: readonly ValidityState[] }>> = {
  con: { label: "Còn hiệu lực đến hôm nay", states: ["IN_FORCE", "AMENDED"] },
  "sua-doi": { label: "Đã được sửa đổi, bổ sung", states: ["AMENDED"] },
  chua: { label: "Chưa có hiệu lực", states: ["NOT_YET"] },
  het: { label: "Hết hiệu lực", states: ["EXPIRED"] },
};

export const SORTS: Readonly<Record<string, string>> = {
  "": "Mới ban hành trước",
  cu: "Cũ trước",
  so: "Theo số, ký hiệu",
  "hieu-luc": "Mới có hiệu lực trước",
};

/** Names of the conditions in an address, in the order in which they stand there. */
const NAMES: Readonly<Record<keyof LibraryFilter, string>> = {
  words: "tu-khoa",
  number: "so",
  kind: "loai",
  year: "nam",
  issuer: "co-quan",
  signer: "nguoi-ky",
  field: "linh-vuc",
  validity: "hieu-luc",
  unit: "don-vi",
  sort: "sap-xep",
};

const text = (longest: number) => (typed: string) => normalizeLine(typed).slice(0, longest);
const key = (typed: string) => (/^[a-z0-9-]{1,80}$/.test(typed) ? typed : "");
const READ: Readonly<Record<keyof LibraryFilter, (typed: string) => string>> = {
  words: text(100),
  number: text(40),
  kind: (typed) => (KIND_OF.has(typed) ? typed : ""),
  year: (typed) => (/^(19|20)\d{2}$/.test(typed) ? typed : ""),
  issuer: key,
  signer: key,
  field: key,
  validity: (typed) => (Object.hasOwn(VALIDITY_CHOICES, typed) ? typed : ""),
  unit: key,
  sort: (typed) => (Object.hasOwn(SORTS, typed) ? typed : ""),
};

const KIND_OF = new Map((Object.keys(DOCUMENT_KINDS) as DocumentKind[]).map((kind) => [kindKey(kind), kind]));
const FIELDS = Object.keys(NAMES) as (keyof LibraryFilter)[];

export function kindKey(kind: DocumentKind): string {
  return slug(DOCUMENT_KINDS[kind]);
}

/** The filter of an address; what it does not know says nothing. */
export function readFilter(query: unknown): LibraryFilter {
  const given = (query ?? {}) as Record<string, unknown>;
  const of = (name: keyof LibraryFilter) => {
    const value = given[NAMES[name]];
    return typeof value === "string" ? READ[name](value) : "";
  };
  return Object.fromEntries(FIELDS.map((name) => [name, of(name)])) as unknown as LibraryFilter;
}

/** The address of a page of the filtered list; the whole list is the path itself. */
export function filterHref(path: string, filter: LibraryFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const name of FIELDS) if (filter[name]) query.set(NAMES[name], filter[name]);
  if (page > 1) query.set("trang", String(page));
  const search = query.toString();
  return search === "" ? path : `${path}?${search}`;
}

/** Whether somebody typed freely: such lists have no end and are not kept. */
export const isTyped = ({ words, number }: LibraryFilter): boolean => words !== "" || number !== "";
export const isFiltered = ({ sort: _, ...conditions }: LibraryFilter): boolean =>
  Object.values(conditions).some((value) => value !== "");

/** The documents that answer every condition, in the order asked for. */
export function filtered(documents: readonly ShelvedDocument[], filter: LibraryFilter): ShelvedDocument[] {
  const words = wordsOf(filter.words);
  const number = numberKey(filter.number);
  const states = VALIDITY_CHOICES[filter.validity]?.states;
  return documents
    .filter(
      (one) =>
        (filter.kind === "" || kindKey(one.kind) === filter.kind) &&
        (filter.year === "" || one.issuedOn.startsWith(filter.year)) &&
        (filter.issuer === "" || slug(one.issuer) === filter.issuer) &&
        (filter.signer === "" || slug(one.signer) === filter.signer) &&
        (filter.field === "" || slug(one.fieldName) === filter.field) &&
        (filter.unit === "" || slug(one.unitName) === filter.unit) &&
        (states === undefined || states.includes(one.validity.state)) &&
        (number === "" || numberKey(one.number).includes(number)) &&
        holds(one, words),
    )
    .sort(ORDERS[filter.sort] ?? newestFirst);
}

/** Syllables without marks: a syllable is found whole, so that "chủ" is not found in "chuyển". */
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

function holds(one: ShelvedDocument, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const all = new Set(wordsOf([one.number, one.abstract, one.issuer, one.signer, one.fieldName].join(" ")));
  return words.every((word) => all.has(word));
}

type Order = (a: ShelvedDocument, b: ShelvedDocument) => number;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst: Order = (a, b) => compare(b.issuedOn, a.issuedOn) || compareVi(b.number, a.number);
const ORDERS: Readonly<Record<string, Order>> = {
  cu: (a, b) => newestFirst(b, a),
  so: (a, b) => compareVi(a.number, b.number) || newestFirst(a, b),
  "hieu-luc": (a, b) => compare(b.effectiveOn, a.effectiveOn) || newestFirst(a, b),
};

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FilterChoices {
  readonly kinds: readonly Choice[];
  readonly years: readonly Choice[];
  readonly issuers: readonly Choice[];
  readonly signers: readonly Choice[];
  readonly fields: readonly Choice[];
  readonly units: readonly Choice[];
}

/** What each condition can be set to: only what some document has. */
export function filterChoices(documents: readonly ShelvedDocument[]): FilterChoices {
  const named = (names: readonly string[]): Choice[] =>
    [...new Set(names.filter(Boolean))].sort(compareVi).map((label) => ({ value: slug(label), label }));
  const years = [...new Set(documents.map(({ issuedOn }) => issuedOn.slice(0, 4)))].sort().toReversed();
  return {
    kinds: named(documents.map(({ kind }) => DOCUMENT_KINDS[kind])),
    years: years.map((year) => ({ value: year, label: year })),
    issuers: named(documents.map(({ issuer }) => issuer)),
    signers: named(documents.map(({ signer }) => signer)),
    fields: named(documents.map(({ fieldName }) => fieldName)),
    units: named(documents.map(({ unitName }) => unitName)),
  };
}
