import { parentPort, workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";

/** What the worker is given and gives back; it lives in its own thread so that it can be ended. */
export interface PdfJob {
  readonly bytes: Uint8Array;
  readonly maxPages: number;
  readonly maxText: number;
}

export type PdfAnswer =
  | {
      readonly ok: true;
      readonly pages: number;
      /** Text of each page read. */
      readonly texts: readonly string[];
      readonly title: string;
      readonly language: string;
    }
  | { readonly ok: false; readonly locked: boolean };

parentPort?.postMessage(await read(workerData as PdfJob));

async function read({ bytes, maxPages, maxText }: PdfJob): Promise<PdfAnswer> {
  try {
    const pdf = await getDocumentProxy(bytes, { maxImageSize: 1, verbosity: 0 });
    const { info } = (await pdf.getMetadata()) as { info: { Title?: unknown; Language?: unknown } };
    const texts: string[] = [];
    let left = maxText;
    for (let number = 1; number <= Math.min(pdf.numPages, maxPages) && left > 0; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      let text = "";
      for (const item of items) if ("str" in item) text += item.hasEOL ? `${item.str}\n` : item.str;
      page.cleanup();
      texts.push(text.slice(0, left));
      left -= text.length;
    }
    const line = (value: unknown) => (typeof value === "string" ? value : "");
    return { ok: true, pages: pdf.numPages, texts, title: line(info.Title), language: line(info.Language) };
  } catch (error) {
    return { ok: false, locked: error instanceof Error && error.name === "PasswordException" };
  }
}
