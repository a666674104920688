import { paperBody } from "./docx/body.ts";
import { paperFoot } from "./docx/foot.ts";
import { paperHead } from "./docx/head.ts";
import { type DocxLibrary, FONT, line, paragraph, TEXT_WIDTH } from "./docx/pieces.ts";
import { coreProperties, withoutTime } from "./docx/same-bytes.ts";
import type { Paper } from "./paper.ts";
import { paperText, SIZES } from "./paper-text.ts";

/** A4 in twentieths of a point. */
const A4 = { width: 11906, height: 16838 } as const;
/** 20, 20, 30 and 20 mm; what is left between left and right is `TEXT_WIDTH`. */
const MARGINS = { top: 1134, bottom: 1134, left: 1701, right: A4.width - 1701 - TEXT_WIDTH, header: 567, footer: 567 };

/**
 * The paper as a Word document in the layout of Nghị định 30/2020, Phụ lục I. The same paper gives the same bytes,
 * whenever and wherever it is written.
 */
export async function paperToDocx(paper: Paper): Promise<Uint8Array> {
  // A megabyte of code that a portal which writes no paper today need not hold.
  const docx = await import("docx");
  const text = paperText(paper);
  const file = new docx.Document({
    styles: stylesOf(docx),
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: A4, margin: MARGINS, pageNumbers: { start: 1, formatType: docx.NumberFormat.DECIMAL } },
        },
        // From the second page on: in the middle of the top margin.
        headers: {
          first: new docx.Header({ children: [paragraph(docx, [])] }),
          default: new docx.Header({
            children: [
              new docx.Paragraph({
                alignment: "center",
                children: [new docx.TextRun({ size: SIZES.page * 2, children: [docx.PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [...paperHead(docx, text), ...paperBody(docx, text.body), ...paperFoot(docx, text)],
      },
    ],
  });
  const properties = coreProperties(line([text.kind, text.abstract]), line(text.issuer));
  return withoutTime(await docx.Packer.toBuffer(file, undefined, [{ path: "docProps/core.xml", data: properties }]));
}

function stylesOf(docx: DocxLibrary) {
  const heading = {
    run: { font: FONT, size: SIZES.body * 2, bold: true, italics: false, color: "000000" },
    paragraph: { alignment: docx.AlignmentType.BOTH },
  };
  return {
    default: {
      document: { run: { font: FONT, size: SIZES.body * 2, language: { value: "vi-VN" } } },
      heading1: heading,
      heading2: heading,
    },
  };
}
