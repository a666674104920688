/** What XML cannot hold, and what turns the direction of a line around so that it reads otherwise than it is written. */
const UNWANTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** The text without what an office file cannot hold; everything else, line ends too, stays. */
export const xmlText = (text: string): string => text.toWellFormed().replace(UNWANTED, "");
