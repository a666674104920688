/** What is wrong with a text file. */
export type TextFault = "notText" | "notUnicode" | "code";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells text from other files
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/;
/** Beginnings by which a browser or an office program would take the file for something else. */
const CODE = /^\s*(?:<(?:!doctype|html|head|body|script|iframe|svg|math|object|\?xml|\?php|%)|#!|\{\\rtf|%!PS)/i;

/**
 * Whether a TXT or CSV file is plain Unicode text, or what is wrong with it. Text in a legacy encoding is refused
 * (REQ-037: Unicode), as is a page or a script under a harmless name (REQ-035).
 */
export function inspectText(bytes: Uint8Array): TextFault | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "notUnicode";
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (CONTROL.test(head)) return "notText";
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (CONTROL.test(text)) return "notText";
    return CODE.test(text) || text.slice(0, 1024).includes("%PDF-") ? "code" : null;
  } catch {
    return "notUnicode";
  }
}
