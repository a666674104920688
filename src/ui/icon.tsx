import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { h, type JSX } from "preact";

/** The drawings in use, by what they mean to us; on the right the name of the Lucide drawing. */
const DRAWINGS = {
  alert: "triangle-alert",
  archive: "archive",
  attachment: "paperclip",
  award: "award",
  bell: "bell",
  board: "users",
  book: "book-open",
  building: "landmark",
  calendar: "calendar-days",
  cancelled: "ban",
  check: "check",
  "check-circle": "circle-check",
  clock: "clock",
  close: "x",
  comment: "message-square",
  disclosure: "scroll-text",
  document: "file-text",
  down: "chevron-down",
  download: "download",
  edit: "pencil",
  external: "external-link",
  eye: "eye",
  folder: "folder",
  grip: "grip-vertical",
  head: "user-check",
  help: "circle-question-mark",
  history: "history",
  home: "house",
  inbox: "inbox",
  info: "info",
  key: "key-round",
  left: "chevron-left",
  link: "link",
  list: "list",
  lock: "lock",
  mail: "mail",
  map: "network",
  menu: "menu",
  news: "newspaper",
  next: "arrow-right",
  person: "user",
  phone: "phone",
  picture: "image",
  pin: "map-pin",
  plus: "plus",
  print: "printer",
  question: "message-circle-question-mark",
  refused: "circle-x",
  replaced: "file-stack",
  returned: "undo-2",
  right: "chevron-right",
  rss: "rss",
  schedule: "calendar-clock",
  scale: "scale",
  search: "search",
  send: "send",
  services: "clipboard-list",
  settings: "settings",
  shield: "shield-check",
  "sign-out": "log-out",
  sound: "volume-2",
  stamp: "stamp",
  taken: "file-x",
  trash: "trash-2",
  up: "chevron-up",
  upload: "upload",
  withdrawn: "corner-down-left",
} as const;

export type IconName = keyof typeof DRAWINGS;

export const ICON_NAMES = Object.keys(DRAWINGS) as readonly IconName[];

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const require = createRequire(import.meta.url);

function read(drawing: string): Shape[] {
  const svg = readFileSync(require.resolve(`lucide-static/icons/${drawing}.svg`), "utf8");
  const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  return [...inner.matchAll(/<([a-z]+)\s([^>]*?)\/>/g)].map(([, tag = "", attributes = ""]) => [
    tag,
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    ),
  ]);
}

const shapes = Object.fromEntries(
  Object.entries(DRAWINGS).map(([name, drawing]) => [name, read(drawing)]),
) as unknown as Readonly<Record<IconName, readonly Shape[]>>;

export interface IconProps {
  readonly name: IconName;
  /** Said by screen readers. Without it the drawing is decoration beside words. */
  readonly label?: string;
  readonly class?: string;
}

/** A line drawing as large as the text beside it. */
export function Icon({ name, label, class: extra }: IconProps): JSX.Element {
  return (
    <svg
      class={extra ? `icon ${extra}` : "icon"}
      viewBox="0 0 24 24"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : "true"}
    >
      {shapes[name].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
