import type { Editor } from "@tiptap/core";
import { readAddress } from "./address.ts";
import { ask, line } from "./dialog.ts";
import { button } from "./dom.ts";

/** Asks where the selected text should lead, and makes, changes or removes the link. Refuses unsafe addresses. */
export async function askLink(editor: Editor): Promise<void> {
  const before = String(editor.getAttributes("link").href ?? "");
  const address = line({
    label: "Địa chỉ cần dẫn tới",
    value: before,
    hint: "Ví dụ: https://gdtxhaiphong.edu.vn hoặc một địa chỉ thư điện tử.",
    attributes: { inputmode: "url", autocomplete: "off", spellcheck: "false" },
  });
  const needsText = before === "" && editor.state.selection.empty;
  const text = line({ label: "Chữ hiển thị", hint: "Nói rõ nơi sẽ đến, không ghi “xem tại đây”." });

  let remove = false;
  const removal = button({ label: "Bỏ liên kết này", kind: "quiet" }, () => {
    remove = true;
    removal.closest("form")?.requestSubmit();
  });

  let href = "";
  const accepted = await ask({
    title: before ? "Sửa liên kết" : "Thêm liên kết",
    accept: "Đặt liên kết",
    content: [...(needsText ? [text.row] : []), address.row, ...(before ? [removal] : [])],
    onAccept() {
      if (remove) return true;
      const read = readAddress(address.control.value);
      address.fault(read.ok ? null : read.message);
      if (read.ok) href = read.href;
      else address.control.focus();
      return read.ok;
    },
  });
  if (!accepted) return;

  const chain = editor.chain().focus();
  if (remove) chain.extendMarkRange("link").unsetLink().run();
  else if (needsText) {
    const label = text.control.value.trim() || href.replace(/^(https?:\/\/|mailto:|tel:)/, "");
    chain.insertContent({ type: "text", text: label, marks: [{ type: "link", attrs: { href } }] }).run();
  } else chain.extendMarkRange("link").setLink({ href }).run();
}
