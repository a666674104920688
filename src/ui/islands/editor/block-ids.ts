import { type Editor, Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function newBlockId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => ALPHABET[byte & 31]).join("");
}

/**
 * Gives every new top-level block an id of its own and a fresh one to a pasted copy, so that a comment stays
 * with the paragraph it was made on. Ids of blocks that were there are never changed.
 */
export const GiveBlockIds = Extension.create({
  name: "giveBlockIds",
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction(transactions, _before, state) {
          if (!transactions.some((transaction) => transaction.docChanged)) return null;
          const seen = new Set<string>();
          const change = state.tr;
          state.doc.forEach((block, position) => {
            if (!("id" in block.attrs)) return;
            const id: unknown = block.attrs.id;
            if (typeof id === "string" && id !== "" && !seen.has(id)) seen.add(id);
            else change.setNodeAttribute(position, "id", newBlockId());
          });
          return change.docChanged ? change.setMeta("addToHistory", false) : null;
        },
      }),
    ];
  },
});

/** The body as it is stored: the editor's spare empty paragraphs at the end belong to the screen only. */
export function bodyText(editor: Editor): string {
  const doc = editor.getJSON();
  const content = [...(doc.content ?? [])];
  while (content.length > 1) {
    const last = content.at(-1);
    if (last?.type !== "paragraph" || (last.content?.length ?? 0) > 0) break;
    content.pop();
  }
  return JSON.stringify({ ...doc, content });
}
