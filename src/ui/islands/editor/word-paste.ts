/**
 * Text pasted from Word or another editor arrives as HTML that says "list" and "bold" only in style words. This
 * turns it into plain HTML; whatever the article's schema does not know is dropped by the schema itself.
 */

export interface Pasted {
  readonly html: string;
  /** A font of the TCVN3 or VNI families was named: its letters are not Unicode and need converting first. */
  readonly legacyFont: boolean;
}

const LEGACY_FONT = /font-family:[^;"]*(\.Vn[A-Z]|VNI[- ])/i;
/** Our CSP forbids style words, even in a document that is only read: they are read under another name. */
const STYLE = "data-style";

/** Cleans pasted HTML: Word's lists become lists, headings start below the page's title, clutter goes. */
export function cleanPasted(html: string): Pasted {
  const legacyFont = LEGACY_FONT.test(html);
  const readable = html
    .replace(/<style[\s\S]*?<\/style\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${STYLE}=`));
  const page = new DOMParser().parseFromString(readable, "text/html");
  for (const clutter of page.querySelectorAll("script, xml, title, o\\:p")) clutter.remove();
  listsFromWord(page);
  lowerHeadings(page);
  for (const styled of page.querySelectorAll(`[${STYLE}]`)) marksFromStyle(styled);
  return { html: page.body.innerHTML, legacyFont };
}

const styleOf = (element: Element): string => element.getAttribute(STYLE) ?? "";

function lowerHeadings(page: Document): void {
  if (!page.querySelector("h1")) return;
  for (const heading of page.querySelectorAll("h1, h2, h3")) {
    const lower = page.createElement(`h${Number(heading.tagName.slice(1)) + 1}`);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/font-weight:\s*(bold|[6-9]00)/i, "strong"],
  [/font-style:\s*italic/i, "em"],
  [/text-decoration[^;]*:\s*underline/i, "u"],
];

/** Bold, italic and underline said in style words become the elements that mean them. */
function marksFromStyle(element: Element): void {
  const style = styleOf(element);
  element.removeAttribute(STYLE);
  if (element.localName === "b" && /font-weight:\s*normal/i.test(style)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (element.localName !== "span") return;
  for (const [pattern, name] of MARKS) {
    if (!pattern.test(style)) continue;
    const mark = element.ownerDocument.createElement(name);
    mark.append(...element.childNodes);
    element.append(mark);
  }
}

interface OpenList {
  readonly level: number;
  readonly list: Element;
}

/** `<p style="mso-list:l0 level2 lfo1">` runs become nested `<ul>` or `<ol>`. */
function listsFromWord(page: Document): void {
  let open: OpenList[] = [];
  let previous: Element | null = null;
  for (const paragraph of page.querySelectorAll(`p[${STYLE}*='mso-list']`)) {
    const level = Number(/mso-list:[^;]*level(\d+)/i.exec(styleOf(paragraph))?.[1] ?? 0);
    if (level === 0) continue;
    if (previous === null || paragraph.previousElementSibling !== previous) open = [];
    const tag = takeBullet(paragraph) ? "ol" : "ul";

    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    const current = open.at(-1);
    if (!current || current.level < level || current.list.localName !== tag) {
      if (current?.level === level) open.pop();
      const list = page.createElement(tag);
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else paragraph.before(list);
      open.push({ level, list });
    }
    const item = page.createElement("li");
    const text = page.createElement("p");
    text.append(...paragraph.childNodes);
    item.append(text);
    open.at(-1)!.list.append(item);
    previous = open[0]!.list;
    paragraph.remove();
  }
}

/** Removes the typed bullet or number that Word puts before the text; true when it was a number or a letter. */
function takeBullet(paragraph: Element): boolean {
  const mark = [...paragraph.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(styleOf(span)));
  const sign = mark?.textContent?.trim() ?? "";
  mark?.remove();
  return /^\(?([0-9]+|[a-zđ]|[ivx]+)[.)]/i.test(sign);
}
