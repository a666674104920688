import { elements, type XmlElement } from "./xml.ts";

/** What a part points at: another part of the file, or an address outside it. */
export interface Relationship {
  /** The last word of the relationship's type: `image`, `hyperlink`, `footnotes` … */
  readonly kind: string;
  /** A part's name, or the outside address as written. */
  readonly target: string;
  readonly external: boolean;
}

export type Relationships = ReadonlyMap<string, Relationship>;

/** Where the relationships of a part are kept: `word/document.xml` → `word/_rels/document.xml.rels`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Relationships by id, their targets as full part names. Nothing outside the file is ever fetched. */
export function readRelationships(root: XmlElement | null, part: string): Relationships {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return new Map(
    elements(root ?? undefined)
      .filter((node) => node.name === "Relationship")
      .map(({ attrs }) => {
        const external = attrs.TargetMode === "External";
        const target = attrs.Target ?? "";
        const kind = (attrs.Type ?? "").split("/").at(-1) ?? "";
        return [attrs.Id ?? "", { kind, target: external ? target : partName(folder, target), external }];
      }),
  );
}

export function ofKind(relationships: Relationships, kind: string): Relationship[] {
  return [...relationships.values()].filter((relationship) => relationship.kind === kind && !relationship.external);
}

function partName(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}
