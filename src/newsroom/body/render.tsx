import { type ComponentChildren, Fragment, type VNode } from "preact";
import type { BodyDoc, BodyNode } from "../content.ts";
import { Gallery } from "./gallery.tsx";
import { readHref } from "./href.ts";
import { hrefOf } from "./marks.ts";
import { embedOf, isTextblock, normalizeBody, pictureOf, videoOf } from "./normal.ts";
import { PictureFigure, type PictureSrc } from "./picture.tsx";
import { Table } from "./table.tsx";
import { blocks, figuresIn } from "./text.ts";
import { EmbedFigure, type EmbedFrames, VideoFigure, type VideoSrc } from "./video.tsx";

export interface RenderOptions {
  readonly pictureSrc: PictureSrc;
  readonly videoSrc: VideoSrc;
  /** Where videos of other providers may play in the page; everywhere else they are links. */
  readonly frames?: EmbedFrames;
  /** Gives each block `id="doan-<block id>"`, so that a comment can point at it. Off on public pages. */
  readonly anchors?: boolean;
}

/** The address fragment of a block on pages rendered with `anchors`. */
export const anchorOf = (blockId: string): string => `doan-${blockId}`;

/**
 * The body as semantic HTML for the public page and for previews: what both show is the normal form that the
 * approval's hash was made of. Knows its own list of nodes; anything else is not shown. No inline style.
 */
export function renderBody(body: BodyDoc, options: RenderOptions): VNode {
  const context = { ...options, tables: 0, galleries: 0 };
  return (
    <>
      {blocks(normalizeBody(body)).map((block, index) => {
        const id = options.anchors && block.id !== "" ? anchorOf(block.id) : undefined;
        return <Fragment key={index}>{renderNode(block.node, context, id)}</Fragment>;
      })}
    </>
  );
}

interface Context extends RenderOptions {
  /** Tables rendered so far: each is named by its number. */
  tables: number;
  galleries: number;
}

function renderNode(node: BodyNode, context: Context, id?: string): ComponentChildren {
  const children = () => (node.content ?? []).map((child) => renderNode(child, context));
  switch (node.type) {
    case "paragraph":
      return <p id={id}>{renderInline(node)}</p>;
    case "heading": {
      const Heading = ({ 3: "h3", 4: "h4" } as const)[Number(node.attrs?.level)] ?? "h2";
      return <Heading id={id}>{renderInline(node)}</Heading>;
    }
    case "blockquote":
      return <blockquote id={id}>{children()}</blockquote>;
    case "bulletList":
      return <ul id={id}>{children()}</ul>;
    case "orderedList":
      return (
        <ol id={id} start={node.attrs?.start as number | undefined} type={node.attrs?.type as "a" | undefined}>
          {children()}
        </ol>
      );
    case "listItem":
      return <li>{renderTight(node, context)}</li>;
    case "horizontalRule":
      return <hr id={id} />;
    case "figure":
      return <PictureFigure picture={pictureOf(node)} pictureSrc={context.pictureSrc} id={id} />;
    case "gallery": {
      context.galleries += 1;
      const pictures = figuresIn(node).map(pictureOf);
      return <Gallery pictures={pictures} pictureSrc={context.pictureSrc} number={context.galleries} id={id} />;
    }
    case "video":
      return <VideoFigure video={videoOf(node)} pictureSrc={context.pictureSrc} videoSrc={context.videoSrc} id={id} />;
    case "embed":
      return <EmbedFigure embed={embedOf(node)} frames={context.frames} id={id} />;
    case "table": {
      context.tables += 1;
      return <Table node={node} id={id} number={context.tables} renderCell={(cell) => renderTight(cell, context)} />;
    }
    default:
      return null;
  }
}

/** The content of an item or cell. A leading paragraph needs no `<p>` of its own when no other follows. */
function renderTight(node: BodyNode, context: Context): ComponentChildren {
  const [first, ...rest] = node.content ?? [];
  if (first?.type !== "paragraph" || rest.some(isTextblock)) {
    return (node.content ?? []).map((child) => renderNode(child, context));
  }
  return [renderInline(first), ...rest.map((child) => renderNode(child, context))];
}

/** Text with its marks. Neighbours with the same address become one link, as a reader takes them for one. */
function renderInline(node: BodyNode): ComponentChildren {
  const out: ComponentChildren[] = [];
  const nodes = node.content ?? [];
  for (let at = 0; at < nodes.length; ) {
    const href = hrefOf(nodes[at]!);
    let end = at + 1;
    while (href !== null && end < nodes.length && hrefOf(nodes[end]!) === href) end += 1;
    out.push(renderLink(href, nodes.slice(at, end).map(renderText)));
    at = end;
  }
  return out;
}

function renderLink(typed: string | null, words: ComponentChildren): ComponentChildren {
  const href = typed === null ? null : readHref(typed);
  if (href === null) return words;
  return (
    <a href={href} rel={/^https?:/i.test(href) ? "noopener" : undefined}>
      {words}
    </a>
  );
}

function renderText(node: BodyNode): ComponentChildren {
  if (node.type === "hardBreak") return <br />;
  let words: ComponentChildren = node.text ?? "";
  const has = (type: string) => node.marks?.some((mark) => mark.type === type);
  if (has("underline")) words = <u>{words}</u>;
  if (has("italic")) words = <em>{words}</em>;
  if (has("bold")) words = <strong>{words}</strong>;
  return words;
}
