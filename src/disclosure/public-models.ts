import { type Day, dayOf } from "../kernel/clock.ts";
import { attachmentAddress } from "../media/addresses.ts";
import type { FigureTable } from "../newsroom/body/figures.tsx";
import type { DisclosureContent } from "./content.ts";
import { type Entry, type Item, isPublic } from "./disclosure.ts";
import { periodWords, type SchoolYear } from "./due.ts";
import { PUBLIC_PATHS } from "./paths.ts";
import { inForce, type Redaction } from "./redactions.queries.ts";
import type { RegisterLine } from "./register.ts";

export interface PublicFile {
  readonly title: string;
  readonly href: string;
  readonly kind: string;
  readonly size: number;
  readonly hash: string;
}

/** What one version says to the public, and of itself. */
export interface VersionView {
  readonly version: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly FigureTable[];
  readonly files: readonly PublicFile[];
  readonly publishedAt: string;
  readonly hash: string;
  readonly unit: string;
  readonly approver: string;
  readonly changedOn: Day;
  readonly changeNote: string;
  readonly redaction: {
    readonly document: string;
    readonly day: Day;
    readonly issuer: string;
    readonly at: string;
  } | null;
}

export interface VersionLink {
  readonly version: number;
  readonly href: string;
  readonly publishedAt: string;
  readonly changeNote: string;
  readonly isLive: boolean;
  readonly isRedacted: boolean;
}

export interface ItemView {
  readonly item: Item;
  readonly year: SchoolYear;
  readonly period: string;
  readonly line: RegisterLine;
  /** The version shown; null while nothing is published. */
  readonly shown: VersionView | null;
  readonly isLive: boolean;
  readonly versions: readonly VersionLink[];
  readonly unit: string;
  readonly path: string;
}

export type Names = ReadonlyMap<string, string>;

/** What is shown of an entry: its own text, or the one an order put in its place. */
export function shownContent(
  entry: Entry,
  redactions: readonly Redaction[],
): { content: DisclosureContent; hash: string } {
  const order = inForce(redactions, entry.id);
  return order ? { content: order.content, hash: order.hash } : { content: entry.content, hash: entry.hash };
}

/** The page of an item: its newest version, or the one asked for. */
export function itemView(
  line: RegisterLine,
  redactions: readonly Redaction[],
  names: Names,
  asked: number | null,
): ItemView | null {
  const { item, year, published } = line;
  const live = published.at(-1);
  const entry = asked === null ? live : published.find(({ version }) => version === asked);
  if (asked !== null && !entry) return null;
  const isLive = entry === live;
  return {
    item,
    year,
    period: periodWords(item.period, year),
    line,
    shown: entry ? versionView(entry, line, redactions, names, asked !== null) : null,
    isLive,
    versions: published
      .map((one) => ({
        version: one.version,
        href: PUBLIC_PATHS.version(year, item.code, one.version),
        publishedAt: one.publishedAt!,
        changeNote: one.content.changeNote,
        isLive: one === live,
        isRedacted: inForce(redactions, one.id) !== undefined,
      }))
      .reverse(),
    unit: (item.unit && names.get(item.unit)) || "",
    path: asked === null ? PUBLIC_PATHS.item(year, item.code) : PUBLIC_PATHS.version(year, item.code, asked),
  };
}

/** One version as it is read. */
export function versionView(
  entry: Entry,
  { item, year }: RegisterLine,
  redactions: readonly Redaction[],
  names: Names,
  isPinned: boolean,
): VersionView {
  const order = inForce(redactions, entry.id);
  const { content, hash } = shownContent(entry, redactions);
  return {
    version: entry.version,
    title: content.title,
    paragraphs: content.text.split(/\n{2,}/).filter((text) => text.trim() !== ""),
    tables: content.tables.map(({ caption, columns, rows }, index) => ({
      caption: caption || content.title,
      columns,
      rows,
      csvHref: !isPublic(entry)
        ? ""
        : isPinned
          ? PUBLIC_PATHS.versionTable(year, item.code, entry.version, index + 1)
          : PUBLIC_PATHS.table(year, item.code, index + 1),
    })),
    files: content.files.map((file) => ({
      title: file.title || file.name,
      href: attachmentAddress(file.file, file.name),
      kind: (file.name.split(".").at(-1) ?? "").toUpperCase(),
      size: file.size,
      hash: file.file,
    })),
    publishedAt: entry.publishedAt!,
    hash,
    unit: names.get(entry.unit) ?? "",
    approver: (entry.approvedBy && names.get(entry.approvedBy)) || "",
    changedOn: entry.content.changedOn,
    changeNote: entry.content.changeNote,
    redaction: order
      ? { document: order.orderNumber, day: order.orderDay, issuer: order.orderIssuer, at: order.executedAt! }
      : null,
  };
}

/** The newest publication among lines. */
export function lastUpdate(lines: readonly RegisterLine[]): Day | null {
  const days = lines.flatMap(({ published }) => published.map(({ publishedAt }) => dayOf(publishedAt!)));
  return days.sort().at(-1) ?? null;
}
