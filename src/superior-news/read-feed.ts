import { XMLParser, XMLValidator } from "fast-xml-parser";
import { addSeconds, type Instant } from "../kernel/clock.ts";
import { done, type Result, refused } from "../kernel/result.ts";
import { decodeCharacters, plainTitle } from "./feed-text.ts";

export interface FeedItem {
  readonly title: string;
  /** Absolute, http or https. */
  readonly link: string;
  readonly publishedAt: Instant | null;
}

export type FeedProblem = "notXml" | "notFeed" | "hasEntities";

/** No more of a feed than this is looked at. */
const MOST_READ = 200;
/** A clock that is wrong, or a zone written wrongly, may put an item this far ahead; more is left out till its day. */
const AHEAD_SECONDS = 24 * 3600;

// Entities stay unread and a document type is refused below: nothing in a feed may name, fetch or multiply anything.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  textNodeName: "#text",
  cdataPropName: "#cdata",
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  removeNSPrefix: true,
});

/**
 * The items of an RSS 0.9–2.0, RDF or Atom feed, newest first, as plain words and addresses. Items without words, with
 * an address that is no web address, or twice the same are left out. Refuses what is no well-formed XML, no feed, or
 * brings a document type along.
 */
export function readFeed(text: string, base: string, now: Instant): Result<readonly FeedItem[], FeedProblem> {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refused("hasEntities");
  let tree: Node;
  try {
    if (XMLValidator.validate(text) !== true) return refused("notXml");
    tree = asNode(parser.parse(text));
  } catch {
    return refused("notXml");
  }
  const raw = itemsOf(tree);
  if (!raw) return refused("notFeed");
  const links = new Set<string>();
  const items = raw.slice(0, MOST_READ).flatMap((node): FeedItem[] => {
    const title = plainTitle(textOf(node.title));
    const link = webAddress(linkOf(node), base);
    const publishedAt = timeOf(node, now);
    if (title === "" || link === null || links.has(link) || publishedAt === "later") return [];
    links.add(link);
    return [{ title, link, publishedAt }];
  });
  return done(items.toSorted((a, b) => compare(b.publishedAt ?? "", a.publishedAt ?? "")));
}

type Node = Readonly<Record<string, unknown>>;
const asNode = (value: unknown): Node => (value !== null && typeof value === "object" ? (value as Node) : {});
const listOf = (value: unknown): Node[] => [value ?? []].flat().map(asNode);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The items under the root of whichever kind of feed it is; null when it is none. */
function itemsOf(tree: Node): Node[] | null {
  if (tree.rss !== undefined) return listOf(asNode(tree.rss).channel).flatMap(({ item }) => listOf(item));
  if (tree.RDF !== undefined) return listOf(asNode(tree.RDF).item);
  if (tree.feed !== undefined) return listOf(asNode(tree.feed).entry);
  return null;
}

/** Words of an element. Plain text has its characters written as XML wants them; a CDATA part is as it is. */
function textOf(value: unknown): string {
  const [first] = [value ?? ""].flat();
  if (typeof first === "string") return decodeCharacters(first);
  const { "#text": text, "#cdata": cdata } = asNode(first);
  const parts = [text, cdata].flat().filter((part) => typeof part === "string");
  return cdata === undefined ? decodeCharacters(parts.join(" ")) : parts.join(" ");
}

/** RSS puts the address into the element, Atom into an attribute; of several the one that is no other relation. */
function linkOf(node: Node): string {
  const links = [node.link ?? []].flat();
  const atom = links
    .map(asNode)
    .find((link) => link["@href"] !== undefined && (link["@rel"] ?? "alternate") === "alternate");
  if (atom) return decodeCharacters(String(atom["@href"]));
  const inText = links.map(textOf).find((text) => text.trim() !== "");
  if (inText) return inText;
  const { guid } = node;
  return asNode(guid)["@isPermaLink"] === "false" ? "" : textOf(guid);
}

function webAddress(text: string, base: string): string | null {
  const trimmed = text.trim();
  const url = trimmed === "" ? null : URL.parse(trimmed, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  return url.href.length <= 1000 ? url.href : null;
}

/** When an item was published; null when it does not say; `later` when its day has not come. */
function timeOf(node: Node, now: Instant): Instant | null | "later" {
  const written = [node.pubDate, node.published, node.date, node.updated].map(textOf).find((text) => text !== "");
  const time = Date.parse(written ?? "");
  if (Number.isNaN(time) || time < 0) return null;
  if (time > Date.parse(addSeconds(now, AHEAD_SECONDS))) return "later";
  const at = new Date(time).toISOString();
  return at > now ? now : at;
}
