import type { Day, Instant } from "../kernel/clock.ts";
import { canonicalJson, type Id, sha256 } from "../kernel/ids.ts";

/** Loại văn bản. */
export const DOCUMENT_KINDS = {
  LAW: "Luật",
  DECREE: "Nghị định",
  CIRCULAR: "Thông tư",
  RESOLUTION: "Nghị quyết",
  DECISION: "Quyết định",
  DIRECTIVE: "Chỉ thị",
  REGULATION: "Quy chế, quy định",
  PLAN: "Kế hoạch",
  GUIDANCE: "Hướng dẫn",
  NOTICE: "Thông báo",
  REPORT: "Báo cáo",
  LETTER: "Công văn",
  OTHER: "Văn bản khác",
} as const;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;
export const isDocumentKind = (text: string): text is DocumentKind => Object.hasOwn(DOCUMENT_KINDS, text);

/** Languages a file of the library may be in. */
export const LANGUAGES = { vi: "Tiếng Việt", en: "Tiếng Anh" } as const;
export type Language = keyof typeof LANGUAGES;
export const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text);

/** How one document bears on another; `by` is the same seen from the other side. */
export const RELATION_KINDS = {
  REPLACES: { says: "Thay thế", by: "Bị thay thế bởi" },
  AMENDS: { says: "Sửa đổi, bổ sung", by: "Được sửa đổi, bổ sung bởi" },
  ABOLISHES: { says: "Bãi bỏ", by: "Bị bãi bỏ bởi" },
  GUIDES: { says: "Hướng dẫn thi hành", by: "Được hướng dẫn bởi" },
  BASED_ON: { says: "Căn cứ", by: "Là căn cứ của" },
} as const;

export type RelationKind = keyof typeof RELATION_KINDS;
export const isRelationKind = (text: string): text is RelationKind => Object.hasOwn(RELATION_KINDS, text);

/** What a document says of itself (REQ-082): the wording of one version. */
export interface DocumentContent {
  readonly kind: DocumentKind;
  readonly number: string;
  /** The number as it was typed. */
  readonly typed: string;
  readonly issuedOn: Day;
  readonly issuer: string;
  readonly signer: string;
  readonly abstract: string;
  readonly effectiveOn: Day;
  readonly effectiveTo: Day | null;
  readonly field: Id | null;
  readonly unit: Id;
  readonly earlyReason: string;
  readonly text: string;
}

export interface LibraryDocument extends DocumentContent {
  readonly id: Id;
  readonly slug: string | null;
  readonly isPublic: boolean;
  readonly version: number;
  readonly reviewOn: Day;
  readonly confirmedAt: Instant | null;
  readonly publishedAt: Instant | null;
}

export interface Relation {
  readonly id: Id;
  readonly from: Id;
  readonly to: Id;
  readonly kind: RelationKind;
  readonly on: Day;
}

export interface DocumentFile {
  readonly slot: number;
  readonly version: number;
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly isPrimary: boolean;
  readonly mime: string;
  readonly size: number;
  readonly note: string;
  readonly addedAt: Instant;
}

export const documentHash = (content: DocumentContent): string => sha256(canonicalJson(content));

/** "Quyết định số 27/QĐ-GDTXHP" */
export const documentName = ({ kind, number }: Pick<DocumentContent, "kind" | "number">): string =>
  `${kind === "OTHER" ? "Văn bản" : kind === "REGULATION" ? "Quy định" : DOCUMENT_KINDS[kind]} số ${number}`;

/** The file now offered at each place, in the order of the places, the main one first. */
export function currentFiles(files: readonly DocumentFile[]): DocumentFile[] {
  const newest = new Map<number, DocumentFile>();
  for (const file of files) {
    const known = newest.get(file.slot);
    if (!known || known.version < file.version) newest.set(file.slot, file);
  }
  return [...newest.values()].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary) || a.slot - b.slot);
}
