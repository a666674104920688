import type { NodeViewRendererProps } from "@tiptap/core";
import type { ViewMutationRecord } from "@tiptap/pm/view";
import { ArrowDown, ArrowUp, Pencil, Trash2, TriangleAlert } from "lucide-static";
import { button, el, icon } from "./dom.ts";

type Node = NodeViewRendererProps["node"];

/** How a block that is edited as a whole looks in the editor, and what changes it. */
export interface BlockLook {
  /** "ảnh", "bộ ảnh", "video": as the buttons call it. */
  readonly noun: string;
  readonly className: string;
  draw(node: Node): readonly HTMLElement[];
  /** What it still lacks before it may be published, in words. */
  missing(node: Node): readonly string[];
  /** Lets the person edit it; null when it was left as it is. */
  edit(node: Node): Promise<Node | null>;
}

/** A block that is taken hold of whole, with buttons to edit, move and remove it, and a mark when something is missing. */
export function blockView({ noun, className, draw, missing, edit }: BlockLook, props: NodeViewRendererProps) {
  const { editor, getPos } = props;
  let current = props.node;
  const dom = el("figure", { class: className, contenteditable: "false" });

  async function change(): Promise<void> {
    const changed = await edit(current);
    const position = getPos();
    if (!changed || position === undefined) return;
    editor.view.dispatch(editor.state.tr.replaceWith(position, position + current.nodeSize, changed));
  }

  /** Past the block before or after it; nothing happens at the edge. */
  function move(step: -1 | 1): void {
    const position = getPos();
    if (position === undefined) return;
    const { doc, tr } = editor.state;
    const here = doc.resolve(position);
    const neighbour = here.parent.maybeChild(here.index() + step);
    if (!neighbour) return;
    const target = step < 0 ? position - neighbour.nodeSize : position + neighbour.nodeSize;
    editor.view.dispatch(
      tr
        .delete(position, position + current.nodeSize)
        .insert(target, current)
        .scrollIntoView(),
    );
  }

  function remove(): void {
    const position = getPos();
    if (position === undefined) return;
    editor
      .chain()
      .focus()
      .deleteRange({ from: position, to: position + current.nodeSize })
      .run();
  }

  function show(): void {
    const lacks = missing(current);
    dom.replaceChildren(
      ...draw(current),
      lacks.length > 0
        ? el("p", { class: "figure-view-missing" }, icon(TriangleAlert), `Còn thiếu: ${lacks.join(", ")}.`)
        : "",
      el(
        "div",
        { class: "figure-view-actions" },
        button({ label: `Sửa ${noun}`, svg: Pencil }, () => void change()),
        button({ label: `Chuyển ${noun} lên trên`, svg: ArrowUp, quiet: true }, () => move(-1)),
        button({ label: `Chuyển ${noun} xuống dưới`, svg: ArrowDown, quiet: true }, () => move(1)),
        button({ label: `Xóa ${noun} khỏi bài`, svg: Trash2, quiet: true }, remove),
      ),
    );
  }

  // A click anywhere on it takes hold of the whole of it, to be cut, copied or replaced.
  dom.addEventListener("click", (event) => {
    const position = getPos();
    if (position === undefined || (event.target as Element).closest("button")) return;
    editor.view.focus();
    editor.commands.setNodeSelection(position);
  });

  show();
  return {
    dom,
    update(next: Node) {
      if (next.type !== current.type) return false;
      const changed = !next.eq(current);
      current = next;
      if (changed) show();
      return true;
    },
    stopEvent: (event: Event) => event.target instanceof Element && event.target.closest("button") !== null,
    // What we draw inside is not the text's business; where the selection goes is.
    ignoreMutation: ({ type }: ViewMutationRecord) => type !== "selection",
    selectNode: () => dom.classList.add("is-selected"),
    deselectNode: () => dom.classList.remove("is-selected"),
  };
}
