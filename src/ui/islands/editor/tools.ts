import type { Editor } from "@tiptap/core";
import {
  Bold,
  Film,
  Heading2,
  Heading3,
  ImagePlus,
  Images,
  Italic,
  Link,
  List,
  ListOrdered,
  Redo2,
  SeparatorHorizontal,
  SquarePlay,
  Table,
  TextQuote,
  Underline,
  Undo2,
} from "lucide-static";
import { askLink } from "./link-dialog.ts";

/** One button of the toolbar. A tool with `isOn` is a switch; one without acts once. */
export interface Tool {
  readonly label: string;
  readonly svg?: string;
  /** Shown as words beside the icon where there is room. */
  readonly words?: string;
  readonly keys?: string;
  /** Starts a new group. */
  readonly apart?: boolean;
  readonly run: (editor: Editor) => unknown;
  readonly isOn?: (editor: Editor) => boolean;
  readonly isPossible?: (editor: Editor) => boolean;
}

/** Everything a person can do to the text, in the order of the toolbar. */
export function writingTools(add: {
  readonly picture: () => void;
  readonly gallery: () => void;
  readonly video: () => void;
  readonly embed: () => void;
}): readonly Tool[] {
  return [
    {
      label: "Đề mục lớn",
      svg: Heading2,
      words: "Đề mục",
      keys: "Ctrl+Alt+2",
      run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
      isOn: (editor) => editor.isActive("heading", { level: 2 }),
    },
    {
      label: "Đề mục nhỏ",
      svg: Heading3,
      words: "Mục nhỏ",
      keys: "Ctrl+Alt+3",
      run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
      isOn: (editor) => editor.isActive("heading", { level: 3 }),
    },
    {
      label: "Chữ đậm",
      svg: Bold,
      keys: "Ctrl+B",
      apart: true,
      run: (editor) => editor.chain().focus().toggleBold().run(),
      isOn: (editor) => editor.isActive("bold"),
    },
    {
      label: "Chữ nghiêng",
      svg: Italic,
      keys: "Ctrl+I",
      run: (editor) => editor.chain().focus().toggleItalic().run(),
      isOn: (editor) => editor.isActive("italic"),
    },
    {
      label: "Gạch chân",
      svg: Underline,
      keys: "Ctrl+U",
      run: (editor) => editor.chain().focus().toggleUnderline().run(),
      isOn: (editor) => editor.isActive("underline"),
    },
    {
      label: "Danh sách gạch đầu dòng",
      svg: List,
      keys: "Ctrl+Shift+8",
      apart: true,
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
      isOn: (editor) => editor.isActive("bulletList"),
    },
    {
      label: "Danh sách đánh số",
      svg: ListOrdered,
      keys: "Ctrl+Shift+7",
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
      isOn: (editor) => editor.isActive("orderedList"),
    },
    {
      label: "Trích dẫn",
      svg: TextQuote,
      keys: "Ctrl+Shift+B",
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
      isOn: (editor) => editor.isActive("blockquote"),
    },
    {
      label: "Liên kết",
      svg: Link,
      words: "Liên kết",
      keys: "Ctrl+K",
      apart: true,
      run: (editor) => askLink(editor),
      isOn: (editor) => editor.isActive("link"),
    },
    { label: "Thêm ảnh", svg: ImagePlus, words: "Ảnh", run: add.picture },
    { label: "Thêm bộ ảnh", svg: Images, words: "Bộ ảnh", run: add.gallery },
    { label: "Thêm video", svg: Film, words: "Video", run: add.video },
    { label: "Nhúng video từ nơi khác", svg: SquarePlay, run: add.embed },
    {
      label: "Thêm bảng 3 hàng, 3 cột",
      svg: Table,
      words: "Bảng",
      run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      isPossible: (editor) => !editor.isActive("table"),
    },
    {
      label: "Đường kẻ ngang",
      svg: SeparatorHorizontal,
      run: (editor) => editor.chain().focus().setHorizontalRule().run(),
    },
    {
      label: "Hoàn tác",
      svg: Undo2,
      keys: "Ctrl+Z",
      apart: true,
      run: (editor) => editor.chain().focus().undo().run(),
      isPossible: (editor) => editor.can().undo(),
    },
    {
      label: "Làm lại",
      svg: Redo2,
      keys: "Ctrl+Y",
      run: (editor) => editor.chain().focus().redo().run(),
      isPossible: (editor) => editor.can().redo(),
    },
  ];
}

/** What can be done to a table, offered only while the cursor is in one. */
export const tableTools: readonly Tool[] = [
  { label: "Thêm hàng", run: (editor) => editor.chain().focus().addRowAfter().run() },
  { label: "Thêm cột", run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { label: "Xóa hàng", apart: true, run: (editor) => editor.chain().focus().deleteRow().run() },
  { label: "Xóa cột", run: (editor) => editor.chain().focus().deleteColumn().run() },
  { label: "Hàng tiêu đề", apart: true, run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { label: "Xóa bảng", run: (editor) => editor.chain().focus().deleteTable().run() },
];
