const MB = 1024 * 1024;

/** How much of an uploaded file is ever read for its text and tables; what goes beyond is left out, and said so. */
export const MAX_FILE_BYTES = 30 * MB;
/** One part of an office file, unpacked. */
export const MAX_PART_BYTES = 16 * MB;
/** Pages of a PDF whose text is taken. */
export const MAX_PAGES = 1_000;
/** Letters kept of one file: about two thousand printed pages. */
export const MAX_TEXT = 2_000_000;
/** A PDF that takes longer, or more memory, is given up. */
export const PDF_MILLISECONDS = 20_000;
export const PDF_MEMORY_MB = 512;
export const MAX_SHEETS = 50;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;
/** Cells of one sheet, merged ones counted each: a sheet of long merges must not grow without end. */
export const MAX_CELLS = 400_000;
