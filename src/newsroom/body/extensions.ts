import { Extension, mergeAttributes, Node } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";

/**
 * The one description of what an article's body may hold, read by the editor in the browser and by the
 * server that checks what the editor sends. Headings start at 2: the page's own title is the only h1.
 */

/** A picture of the body with all that REQ-036 asks for. An atom: its words are attributes, edited in a dialog. */
export const Figure = Node.create({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      file: { default: "" },
      width: { default: 0 },
      height: { default: 0 },
      alt: { default: "" },
      decorative: { default: false },
      caption: { default: "" },
      author: { default: "" },
      source: { default: "" },
    };
  },
  parseHTML() {
    return [{ tag: "figure[data-file]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["figure", mergeAttributes({ "data-file": HTMLAttributes.file })];
  },
});

/** Several pictures shown together. Each is a figure with all its own words, so that every rule for pictures holds. */
export const Gallery = Node.create({
  name: "gallery",
  group: "block",
  content: "figure+",
  draggable: true,
  isolating: true,
  parseHTML() {
    return [{ tag: "div[data-gallery]" }];
  },
  renderHTML() {
    return ["div", { "data-gallery": "" }, 0];
  },
});

/** A block that is all attributes. They go through cut and paste as one JSON text. */
function mediaBlock(name: "video" | "embed", defaults: Readonly<Record<string, unknown>>) {
  return Node.create({
    name,
    group: "block",
    atom: true,
    draggable: true,
    addAttributes() {
      return Object.fromEntries(
        Object.entries(defaults).map(([key, value]) => [
          key,
          {
            default: value,
            parseHTML: (element: { getAttribute(name: string): string | null }) => carried(element)[key] ?? value,
          },
        ]),
      );
    },
    parseHTML() {
      return [{ tag: `div[data-${name}]` }];
    },
    renderHTML({ node }) {
      return ["div", { [`data-${name}`]: "", "data-carried": JSON.stringify(node.attrs) }];
    },
  });
}

function carried(element: { getAttribute(name: string): string | null }): Record<string, unknown> {
  try {
    return (JSON.parse(element.getAttribute("data-carried") ?? "{}") ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export const VideoBlock = mediaBlock("video", {
  file: "",
  mime: "",
  size: 0,
  width: 0,
  height: 0,
  title: "",
  author: "",
  source: "",
  poster: null,
  captions: null,
  uncaptioned: "",
});

export const EmbedBlock = mediaBlock("embed", { url: "", title: "", author: "", source: "" });

/** Every top-level block keeps an id through edits, so that a comment stays with its paragraph. */
const BlockId = Extension.create({
  name: "blockId",
  addGlobalAttributes() {
    return [
      {
        types: [
          "paragraph",
          "heading",
          "blockquote",
          "bulletList",
          "orderedList",
          "table",
          "figure",
          "gallery",
          "video",
          "embed",
          "horizontalRule",
        ],
        attributes: {
          id: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element: { getAttribute(name: string): string | null }) => element.getAttribute("data-id"),
            renderHTML: (attributes: Record<string, unknown>) => (attributes.id ? { "data-id": attributes.id } : {}),
          },
        },
      },
    ];
  },
});

export const bodyExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    strike: false,
    link: { openOnClick: false, autolink: true, protocols: ["http", "https", "mailto", "tel"] },
  }),
  TableKit.configure({ table: { resizable: false } }),
  Figure,
  Gallery,
  VideoBlock,
  EmbedBlock,
  BlockId,
];
