import { deflateSync } from "node:zlib";

export interface RawPdf {
  /** Lines of each page; a page without lines shows a grey picture only, as a scan does. */
  readonly pages: readonly (readonly string[])[];
  readonly title?: string;
  readonly language?: string;
}

/** A small PDF written by hand, with Vietnamese letters told by a ToUnicode map, as printing programs do. */
export function rawPdf({ pages, title, language }: RawPdf): Uint8Array {
  const letters = [...new Set(pages.flat().join(""))];
  const objects: (string | Buffer)[] = [];
  const add = (object: string | Buffer) => objects.push(object);
  const pageIds = pages.map((_, index) => 7 + index * 2);
  add(`<< /Type /Catalog /Pages 2 0 R ${language ? `/Lang (${language})` : ""} >>`);
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(" ")}] >>`);
  add(
    "<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
  );
  add(
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Arial /Flags 4 >> >>",
  );
  const map = letters.map((letter, index) => `<${hex(index + 1)}> <${utf16(letter)}>`);
  const blocks = Array.from({ length: Math.ceil(map.length / 100) }, (_, block) =>
    map.slice(block * 100, block * 100 + 100),
  );
  add(
    stream(
      `/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${blocks.map((block) => `${block.length} beginbfchar ${block.join("\n")} endbfchar`).join("\n")} endcmap end`,
    ),
  );
  add(`<< ${title ? `/Title <FEFF${utf16(title)}>` : ""} >>`);
  for (const [index, lines] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + index * 2} 0 R >>`,
    );
    const shown = lines.map(
      (line, at) =>
        `1 0 0 1 50 ${780 - at * 20} Tm <${[...line].map((letter) => hex(letters.indexOf(letter) + 1)).join("")}> Tj`,
    );
    add(stream(lines.length > 0 ? `BT /F1 12 Tf ${shown.join("\n")} ET` : "0.8 g 0 0 595 842 re f"));
  }
  return assemble(objects);
}

function assemble(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]);
    parts.push(part);
    length += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer << /Size ${size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(end)]));
}

function stream(content: string): Buffer {
  const packed = deflateSync(content);
  const head = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream")]);
}

const hex = (number: number) => number.toString(16).padStart(4, "0").toUpperCase();
const utf16 = (text: string) => Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join("");
